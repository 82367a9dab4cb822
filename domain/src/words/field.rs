//! Names of fields, and stored values in words, for forms, marks and journal.

#[cfg(test)]
mod tests;

use super::{
    attendance, format, invitation, invitee_part, item_kind, item_state, kind, material_access,
    meeting_state, part, request_state, role, service, unit_kind, visibility, week_state,
};
use crate::access::Role;
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::calendar::working_day::{Counting, HolidayKind};
use crate::locale::{Locale, Word};
use crate::meeting::{Access, Attendance, InviteePart, ItemKind, ItemState, MeetingState};
use crate::people::{Service, UnitKind};
use crate::request::RequestState;
use crate::schedule::publication::FaceStanding;
use crate::schedule::{EntryKind, Format, InvitationMode, Visibility, WeekState};
use chrono::Weekday;

/// The screen's name of a field, by its code name.
pub fn field(code: &str) -> Word {
    // A field of a row says which row after a point: "way.3".
    match code.split('.').next().unwrap_or(code) {
        "date" => Word::new("Ngày", "Date"),
        "part" => Word::new("Buổi", "Part of the day"),
        "start" => Word::new("Giờ bắt đầu", "Start"),
        "end" => Word::new("Giờ kết thúc", "End"),
        "kind" => Word::new("Loại", "Kind"),
        "content" => Word::new("Nội dung", "Content"),
        "leaders" => Word::new("Lãnh đạo", "Leaders"),
        "participants" => Word::new("Thành phần", "Participants"),
        "host_unit" => Word::new("Cơ quan tổ chức", "Host unit"),
        "preparing_unit" => Word::new("Cơ quan chuẩn bị", "Preparing unit"),
        "room" => Word::new("Phòng họp", "Room"),
        "place" => Word::new("Địa điểm", "Place"),
        "format" => Word::new("Hình thức", "Format"),
        "remote_sites" => Word::new("Điểm cầu", "Remote sites"),
        "office_leader" => Word::new("Lãnh đạo Văn phòng", "Office leader"),
        "specialist" => Word::new("Chuyên viên", "Specialist"),
        "division" => Word::new("Phòng theo dõi", "Division"),
        "vehicle" => Word::new("Xe", "Car"),
        "invitation" => Word::new("Hình thức mời", "Invitation"),
        "visibility" => Word::new("Mức công khai", "Visibility"),
        "public_wording" => Word::new("Nội dung công khai", "Public wording"),
        "note" => Word::new("Ghi chú nội bộ", "Internal note"),
        "reason" => Word::new("Lý do", "Reason"),
        "conflict_reason" => Word::new("Lý do chấp nhận trùng", "Reason for the conflict"),
        "standing" => Word::new("Tình trạng", "Standing"),
        "take" => Word::new("Lịch được chọn", "Chosen entries"),
        "source" => Word::new("Lấy từ", "Taken from"),
        "taken" => Word::new("Số lịch đã lấy", "Entries taken"),
        "entries" => Word::new("Số lịch", "Entries"),
        "template_name" => Word::new("Tên mẫu", "Name of the template"),
        "repeats" => Word::new("Lặp lại", "Repeats"),
        "every" => Word::new("Cách mấy tuần hoặc tháng", "Every so many weeks or months"),
        "on" => Word::new("Vào các thứ", "On these weekdays"),
        "until" => Word::new("Đến hết ngày", "Until"),
        "count" => Word::new("Số lần", "How many times"),
        "on_day_off" => Word::new("Gặp ngày nghỉ", "On a day off"),
        "agreed_by" => Word::new("Người đồng ý ủy quyền", "Who agreed to it"),
        "agreed_at" => Word::new("Thời điểm đồng ý", "When it was agreed"),
        "leader" => Word::new("Lãnh đạo vắng", "Leader who is away"),
        "delegate" => Word::new("Lịch giao cho người thay", "Entries handed over"),
        "moved_to" => Word::new("Ngày mới", "New day"),
        "state" => Word::new("Trạng thái", "State"),
        "remark" => Word::new("Ghi chú dưới tiêu đề", "Line under the title"),
        "publication" => Word::new("Lần phát hành", "Publication"),
        "purpose" => Word::new("Mục đích, yêu cầu", "Purpose"),
        "chair" => Word::new("Đề nghị chủ trì", "Proposed chair"),
        "minutes" => Word::new("Thời lượng (phút)", "Length (minutes)"),
        "papers" => Word::new("Tài liệu kèm theo", "Papers attached"),
        "file" => Word::new("Tệp", "File"),
        "megabytes" => Word::new("Tệp lớn nhất (MB)", "Largest file (MB)"),
        "alternatives" => Word::new("Thời gian khác có thể xếp", "Other times that suit"),
        "date_2" => Word::new("Ngày (phương án khác 1)", "Day (another time 1)"),
        "part_2" => Word::new("Buổi (phương án khác 1)", "Part (another time 1)"),
        "start_2" => Word::new("Giờ (phương án khác 1)", "Hour (another time 1)"),
        "date_3" => Word::new("Ngày (phương án khác 2)", "Day (another time 2)"),
        "part_3" => Word::new("Buổi (phương án khác 2)", "Part (another time 2)"),
        "start_3" => Word::new("Giờ (phương án khác 2)", "Hour (another time 2)"),
        "late" => Word::new("Gửi sau hạn", "Late"),
        "entry" => Word::new("Mục lịch", "Entry"),
        "merged_into" => Word::new("Gộp vào", "Merged into"),
        "closing_day" => Word::new("Ngày hết hạn đăng ký", "Registration closes on"),
        "closing_time" => Word::new("Giờ hết hạn đăng ký", "Registration closes at"),
        "per_week" => Word::new("Số đăng ký tối đa của một đơn vị", "Requests of one unit at most"),
        "per_month" => Word::new("Số ngày mỗi tháng", "Days of each month"),
        "nth" => Word::new("Lần thứ mấy trong tháng", "Which one of the month"),
        "weekday" => Word::new("Vào thứ", "On this weekday"),
        "reception" => Word::new("Tiếp công dân", "Citizen reception"),
        "usual" => Word::new("Phút đi tới nơi chưa có trong bảng", "Minutes to a place without a row"),
        "preparation" => Word::new("Phút chuẩn bị ở nơi khác", "Minutes to prepare elsewhere"),
        "one" => Word::new("Từ nơi", "One end"),
        "other" => Word::new("Tới nơi", "Other end"),
        "way" => Word::new("Số phút đi", "Minutes on the way"),
        "ways" => Word::new("Bảng quãng đường", "Travel times"),
        "morning_from" => Word::new("Sáng từ", "Morning from"),
        "morning_to" => Word::new("Sáng đến", "Morning until"),
        "afternoon_from" => Word::new("Chiều từ", "Afternoon from"),
        "afternoon_to" => Word::new("Chiều đến", "Afternoon until"),
        "basis" => Word::new("Căn cứ", "Basis"),
        "provisional" => Word::new("Dự kiến", "Provisional"),
        "duty_leader" => Word::new("Lãnh đạo trực", "Leader on duty"),
        "driver" => Word::new("Lái xe", "Driver"),
        "hotline" => Word::new("Đường dây nóng", "Hotline"),
        "duty_public" => Word::new("Công khai lãnh đạo trực", "Leader on duty is public"),
        "duty_hotline" => Word::new("Công khai đường dây nóng", "Hotline is public"),
        "submit_day" => Word::new("Ngày trình lịch tuần sau", "The next week is submitted on"),
        "submit_time" => Word::new("Giờ trình lịch tuần sau", "The next week is submitted at"),
        "body" => Word::new("Tổ chức họp", "Body"),
        "secretary" => Word::new("Thư ký cuộc họp", "Secretary of the meeting"),
        "note_number" => Word::new("Số phiếu trình", "Submission note"),
        "meeting_state" => Word::new("Bước chuẩn bị", "How far it has come"),
        "item_state" => Word::new("Tình trạng hồ sơ", "State of the item"),
        "item_kind" => Word::new("Yêu cầu đối với cuộc họp", "What it is for"),
        "section" => Word::new("Phần", "Section"),
        "presenter_unit" => Word::new("Cơ quan trình bày", "Presenting unit"),
        "presenter" => Word::new("Người trình bày", "Presented by"),
        "to_meeting" => Word::new("Chuyển sang cuộc họp", "Carried over to"),
        "supplement" => Word::new("Lý do bổ sung", "Why it comes late"),
        "agenda" => Word::new("Chương trình họp", "Agenda"),
        "item" => Word::new("Mục", "Item"),
        "began" => Word::new("Bắt đầu lúc", "Began at"),
        "ended" => Word::new("Kết thúc lúc", "Ended at"),
        "head" => Word::new("Thủ trưởng đồng ý", "Head who agreed"),
        "instead" => Word::new("Trả lời thay", "Answered for"),
        "head_on" => Word::new("Ngày thủ trưởng đồng ý", "The head agreed on"),
        "head_by" => Word::new("Người ghi nhận", "Stated by"),
        "members" => Word::new("Thành viên", "Members"),
        "voters" => Word::new("Có quyền biểu quyết", "Who votes"),
        "question" => Word::new("Nội dung xin ý kiến", "Question"),
        "due" => Word::new("Hạn trả lời", "Answer by"),
        "answer" => Word::new("Ý kiến trả lời", "Answer"),
        "invitees" => Word::new("Thành phần mời", "Who is invited"),
        "invited_units" => Word::new("Đơn vị", "Units"),
        "invited_persons" => Word::new("Cá nhân", "Persons"),
        "invitee_part" => Word::new("Tư cách", "Invited as"),
        "items" => Word::new("Nội dung liên quan", "Items that concern them"),
        "guest_name" => Word::new("Họ tên khách mời", "Name of the guest"),
        "guest_title" => Word::new("Chức danh, cơ quan", "Title, organisation"),
        "guest_phone" => Word::new("Điện thoại", "Telephone"),
        "requirements" => Word::new("Yêu cầu cụ thể", "Specific requirements"),
        "contact" => Word::new("Đầu mối liên hệ", "Contact point"),
        "contact_phone" => Word::new("Điện thoại liên hệ", "Telephone of the contact point"),
        "signing" => Word::new("Thể thức ký", "Signed as"),
        "signer_title" => Word::new("Chức vụ người ký", "Title of the signer"),
        "signer" => Word::new("Người ký", "Signer"),
        "recipients" => Word::new("Nơi nhận", "Recipients"),
        "session" => Word::new("Phiên thứ", "Number of the session"),
        "sessions" => Word::new("Các phiên được lập", "Sessions planned"),
        "first" => Word::new("Ngày đầu", "First day"),
        "days" => Word::new("Các ngày chọn", "Chosen days"),
        "number" => Word::new("Số giấy mời", "Number of the invitation"),
        "issue" => Word::new("Lần phát hành giấy mời", "Issue of the invitation"),
        "coming" => Word::new("Người dự", "Who comes"),
        "attendance" => Word::new("Tình trạng trả lời", "How it stands"),
        "material" => Word::new("Tài liệu họp", "Material"),
        "material_title" => Word::new("Tên tài liệu", "Title of the paper"),
        "material_item" => Word::new("Thuộc nội dung", "Belongs to the item"),
        "material_note" => Word::new("Yêu cầu đối với đơn vị gửi", "What the unit is to know"),
        "paper_kind" => Word::new("Loại văn bản", "Kind of document"),
        "owed_by" => Word::new("Đơn vị gửi", "Unit that sends it"),
        "due_date" => Word::new("Hạn gửi, ngày", "Due on"),
        "due_time" => Word::new("Hạn gửi, giờ", "Due at"),
        "access" => Word::new("Người được xem", "Who may read it"),
        "received" => Word::new("Đã nhận qua", "Received through"),
        "chase" => Word::new("Nội dung nhắc", "Said when asked again"),
        "closed" => Word::new("Đóng với người xem", "Closed to readers"),
        "version_reason" => Word::new("Lý do thay bản", "Why it is replaced"),
        "no_secrets" => Word::new("Không có bí mật nhà nước", "No state secret inside"),
        "private_note" => Word::new("Ghi chú riêng", "Private note"),
        "invitation_days" => {
            Word::new("Gửi giấy mời trước (ngày làm việc)", "Invitation before (working days)")
        }
        "paper_days" => Word::new("Gửi tài liệu trước (ngày làm việc)", "Papers before (working days)"),
        "conclusion_days" => {
            Word::new("Ra thông báo kết luận trong (ngày làm việc)", "Conclusion within (working days)")
        }
        "half_days" => Word::new("Dài nhất (buổi, mỗi buổi 4 giờ)", "At most (half days of 4 hours)"),
        "counting" => Word::new("Cách tính ngày", "How days are counted"),
        "amber_days" => Word::new("Báo gần hạn trước (ngày làm việc)", "Shown as near before (working days)"),
        "code" => Word::new("Mã", "Code"),
        "name" => Word::new("Tên", "Name"),
        "short_name" => Word::new("Tên ngắn", "Short name"),
        "parent" => Word::new("Đơn vị cấp trên", "Parent unit"),
        "from" => Word::new("Từ ngày", "From"),
        "to" => Word::new("Đến ngày", "To"),
        "title" => Word::new("Chức danh", "Title"),
        "short_title" => Word::new("Chức danh ngắn", "Short title"),
        "unit" => Word::new("Đơn vị", "Unit"),
        "person" => Word::new("Người giữ chức", "Holder"),
        "email" => Word::new("Thư điện tử", "E-mail"),
        "phone" => Word::new("Điện thoại công vụ", "Work telephone"),
        "duties" => Word::new("Nhiệm vụ", "Duties"),
        "service" => Word::new("Phục vụ lịch", "Service"),
        "slug" => Word::new("Tên trong địa chỉ", "Name in addresses"),
        "precedence" => Word::new("Thứ tự", "Precedence"),
        "portfolio" => Word::new("Lĩnh vực phụ trách", "Portfolio"),
        "has_calendar" => Word::new("Có lịch công tác", "Has a calendar"),
        "acting" => Word::new("Người thay khi vắng", "Acting"),
        "serves" => Word::new("Thư ký phục vụ", "Serving secretary"),
        "roles" | "role" => Word::new("Vai trò", "Roles"),
        "password" => Word::new("Mật khẩu", "Password"),
        "locked" => Word::new("Khóa", "Locked"),
        "committee_name" => Word::new("Tên Ủy ban nhân dân", "Name of the People's Committee"),
        "committee_short" => {
            Word::new("Tên ngắn của Ủy ban nhân dân", "Short name of the People's Committee")
        }
        "office_name" => Word::new("Tên Văn phòng", "Name of the Office"),
        "place_name" => Word::new("Địa danh trên văn bản", "Place name in documents"),
        "letter_symbol" => Word::new("Ký hiệu giấy mời", "Symbol of invitations"),
        "headquarters" => Word::new("Trụ sở", "Headquarters"),
        "registration_deadline" => Word::new("Hạn đăng ký lịch", "Deadline for requests"),
        _ => Word::new("Giá trị", "Value"),
    }
}

/// A stored value in words: codes become names, dates are written out, an
/// empty value becomes a dash.
pub fn value(locale: Locale, field: &str, stored: &str) -> String {
    if stored.is_empty() {
        return "—".to_owned();
    }
    let word = match field {
        "part" => SessionPart::of_code(stored).map(part),
        "kind" => EntryKind::of_code(stored)
            .map(kind)
            .or_else(|| UnitKind::of_code(stored).map(unit_kind))
            .or_else(|| HolidayKind::of_code(stored).map(HolidayKind::word)),
        "format" => Format::of_code(stored).map(format),
        "invitation" => InvitationMode::of_code(stored).map(invitation),
        "visibility" => Visibility::of_code(stored).map(visibility),
        "state" => WeekState::of_code(stored)
            .map(week_state)
            .or_else(|| RequestState::of_code(stored).map(request_state)),
        "meeting_state" => MeetingState::of_code(stored).map(meeting_state),
        "item_state" => ItemState::of_code(stored).map(item_state),
        "item_kind" => ItemKind::of_code(stored).map(item_kind),
        "attendance" => Attendance::of_code(stored).map(attendance),
        "invitee_part" => InviteePart::of_code(stored).map(invitee_part),
        "counting" => Counting::of_code(stored).map(Counting::word),
        "service" => Service::of_code(stored).map(service),
        "role" => Role::of_code(stored).map(role),
        "access" => Access::of_code(stored).map(material_access),
        "locked" | "has_calendar" | "late" | "provisional" | "duty_public" | "duty_hotline" | "closed" => {
            Some(match stored {
                "false" => Word::new("Không", "No"),
                _ => Word::new("Có", "Yes"),
            })
        }
        "standing" => FaceStanding::of_code(stored).map(|s| match s {
            FaceStanding::Going => Word::new("Diễn ra", "Takes place"),
            FaceStanding::Postponed => Word::new("Hoãn", "Postponed"),
            FaceStanding::Cancelled => Word::new("Hủy", "Cancelled"),
        }),
        _ => None,
    };
    if let Some(word) = word {
        return locale.say(word).to_owned();
    }
    match field {
        "roles" => {
            let roles =
                stored.split(',').map(|code| Role::of_code(code).map_or(code, |r| locale.say(role(r))));
            roles.collect::<Vec<_>>().join(", ")
        }
        "closing_day" | "submit_day" => {
            let day = stored.parse().ok().and_then(|n: u8| Weekday::try_from(n.checked_sub(1)?).ok());
            day.map_or_else(|| stored.to_owned(), |day| spoken::weekday(locale, day).to_owned())
        }
        "agreed_at" => {
            match stored.split_once('T').and_then(|(day, at)| Some((spoken::parse_date(day)?, at))) {
                Some((day, at)) => format!("{at} {}", spoken::date(day)),
                None => stored.to_owned(),
            }
        }
        "date" | "from" | "to" | "moved_to" | "due" | "head_on" => {
            spoken::parse_date(stored).map_or_else(|| stored.to_owned(), spoken::date)
        }
        _ => stored.to_owned(),
    }
}
