//! Refusals and problems as sentences that name the way out.

#[cfg(test)]
mod tests;

use super::{attendance, field, item_state, meeting_state, not_in_session, part, request_state};
use crate::calendar::spoken;
use crate::locale::Locale;
use crate::refusal::{Issue, Problem, Refusal};
use chrono::{FixedOffset, NaiveDate, NaiveTime};

/// What is wrong with a field, to stand beside it.
pub fn problem(locale: Locale, problem: &Problem) -> String {
    let vi = locale == Locale::Vi;
    match problem {
        Problem::Required if vi => "Cần điền mục này.".into(),
        Problem::Required => "This is needed.".into(),
        Problem::TooLong { max, is } if vi => format!("Dài {is} ký tự; nhiều nhất là {max}."),
        Problem::TooLong { max, is } => format!("{is} characters; at most {max} fit."),
        Problem::ControlCharacters if vi => {
            "Có ký tự điều khiển không nhìn thấy; hãy gõ lại hoặc dán dạng văn bản thường.".into()
        }
        Problem::ControlCharacters => {
            "It holds invisible control characters; type it again or paste plain text.".into()
        }
        Problem::NotADate if vi => "Không phải ngày có thật; ví dụ: 30/11/2026.".into(),
        Problem::NotADate => "Not a calendar day; for example 30/11/2026.".into(),
        Problem::NotATime if vi => "Không phải giờ; ví dụ: 8h30 hoặc 14:00.".into(),
        Problem::NotATime => "Not a time; for example 8:30 or 14:00.".into(),
        Problem::NotAnEmail if vi => "Không phải địa chỉ thư điện tử.".into(),
        Problem::NotAnEmail => "Not an e-mail address.".into(),
        Problem::NotAPhone if vi => "Không phải số điện thoại; ví dụ: 0912 345 678.".into(),
        Problem::NotAPhone => "Not a telephone number; for example 0912 345 678.".into(),
        Problem::NoWayToReach if vi => "Cần thư điện tử hoặc điện thoại để gửi giấy mời.".into(),
        Problem::NoWayToReach => "An e-mail address or a telephone number is needed.".into(),
        Problem::NoTitle { line } if vi => {
            format!("Mỗi dòng ghi họ tên, dấu phẩy rồi chức vụ; hãy xem lại dòng \u{201c}{line}\u{201d}.")
        }
        Problem::NoTitle { line } => {
            format!("Each line is a name, a comma, a title; look at \u{201c}{line}\u{201d}.")
        }
        Problem::TooManyPeople { max } if vi => format!("Nhiều nhất {max} người."),
        Problem::TooManyPeople { max } => format!("At most {max} people."),
        Problem::DateOutOfRange if vi => "Ngày phải nằm trong các năm 1968 - 2053.".into(),
        Problem::DateOutOfRange => "The day must lie in the years 1968 to 2053.".into(),
        Problem::OutsideWeek if vi => {
            "Mục đã phát hành thì ở lại tuần của nó; hãy hoãn và đặt mục mới ở tuần kia.".into()
        }
        Problem::OutsideWeek => {
            "A published entry stays in its week; postpone it and create a new one in the other week.".into()
        }
        Problem::Past if vi => "Ngày này đã qua.".into(),
        Problem::Past => "This day is over.".into(),
        Problem::NotYet if vi => "Ngày này chưa tới.".into(),
        Problem::NotYet => "This day has not come.".into(),
        Problem::HourNotYet if vi => "Giờ này chưa tới.".into(),
        Problem::HourNotYet => "This hour has not come.".into(),
        Problem::HourPast if vi => "Giờ này đã qua.".into(),
        Problem::HourPast => "This hour is over.".into(),
        Problem::PartPast if vi => "Buổi này đã qua.".into(),
        Problem::PartPast => "This part of the day is over.".into(),
        Problem::OtherWeek if vi => "Phải cùng tuần với thời gian đề nghị.".into(),
        Problem::OtherWeek => "Must lie in the same week as the wish.".into(),
        Problem::Repeated if vi => "Trùng với thời gian đã nêu ở trên.".into(),
        Problem::Repeated => "The same as a time above.".into(),
        Problem::SamePlace if vi => "Hai đầu của quãng đường phải khác nhau.".into(),
        Problem::SamePlace => "The two places must differ.".into(),
        Problem::NotBetween { min, max } if vi => format!("Cần một số từ {min} đến {max}."),
        Problem::NotBetween { min, max } => format!("A number from {min} to {max} is needed."),
        Problem::EndBeforeStart if vi => "Phải sau thời điểm bắt đầu.".into(),
        Problem::EndBeforeStart => "Must be after the start.".into(),
        Problem::EndWithoutStart if vi => "Có giờ kết thúc thì cần giờ bắt đầu.".into(),
        Problem::EndWithoutStart => "With an end there must be a start.".into(),
        Problem::EndsNextDay if vi => "Phải kết thúc trước 24:00; hãy bắt đầu sớm hơn hoặc rút ngắn.".into(),
        Problem::EndsNextDay => "It must end before 24:00; start earlier or take less time.".into(),
        Problem::NotInThisPart if vi => "Giờ bắt đầu không thuộc buổi này.".into(),
        Problem::NotInThisPart => "The start does not lie in this part of the day.".into(),
        Problem::Unknown if vi => "Giá trị này không có trong danh sách.".into(),
        Problem::Unknown => "This is not on the list.".into(),
        Problem::Ended { name, on } if vi => {
            format!("{name} đã kết thúc từ {}; hãy chọn nơi thay thế.", spoken::date(*on))
        }
        Problem::Ended { name, on } => {
            format!("{name} ended on {}; choose its successor.", spoken::date(*on))
        }
        Problem::SubstituteForSelf if vi => {
            "Người được ủy quyền không thể thay cho chính mình hoặc cho người vẫn dự.".into()
        }
        Problem::SubstituteForSelf => {
            "Nobody can stand in for themselves or for somebody who attends.".into()
        }
        Problem::SecondChair if vi => "Chỉ một lãnh đạo chủ trì.".into(),
        Problem::SecondChair => "Only one leader can chair.".into(),
        Problem::Taken if vi => "Đã có nơi khác dùng giá trị này.".into(),
        Problem::Taken => "This is already in use.".into(),
        Problem::TakenBy { name } if vi => format!("Đã dùng cho “{name}”."),
        Problem::TakenBy { name } => format!("Already used for “{name}”."),
        Problem::TakenByRow { row, name } if vi => format!("Dòng {row} đã có “{name}”."),
        Problem::TakenByRow { row, name } => format!("Row {row} has “{name}” already."),
        Problem::OnDuty { name, on } if vi => {
            format!("{name} đã trực ngày {}; hãy sửa ca trực đó hoặc chọn ngày, buổi khác.", spoken::date(*on))
        }
        Problem::OnDuty { name, on } => {
            format!(
                "{name} is on duty on {} already; change that duty or choose another day or part of it.",
                spoken::date(*on)
            )
        }
        Problem::NumberTaken { by, free } if vi => {
            format!("Số này đã dùng cho “{by}”; số tiếp theo còn trống là {free}.")
        }
        Problem::NumberTaken { by, free } => {
            format!("“{by}” has this number; the next free one is {free}.")
        }
        Problem::TooManyDays { max } if vi => format!("Nhiều nhất {max} ngày một lần."),
        Problem::TooManyDays { max } => format!("At most {max} days at a time."),
        Problem::WorkedAnyway if vi => "Chỉ làm bù vào Thứ Bảy hoặc Chủ nhật.".into(),
        Problem::WorkedAnyway => "Only a Saturday or a Sunday is worked for another day.".into(),
        Problem::OtherSeason { from, to } if vi => {
            format!("Trùng với mùa từ {} đến {}.", spoken::date(*from), spoken::date(*to))
        }
        Problem::OtherSeason { from, to } => {
            format!("Overlaps the season from {} to {}.", spoken::date(*from), spoken::date(*to))
        }
        Problem::WeakPassword { min } if vi => format!("Mật khẩu cần ít nhất {min} ký tự."),
        Problem::WeakPassword { min } => format!("A password needs at least {min} characters."),
        Problem::Guessable { different } if vi => format!(
            "Mật khẩu này dễ đoán; cần ít nhất {different} ký tự khác nhau và không chứa tên đăng nhập (phần trước @)."
        ),
        Problem::Guessable { different } => format!(
            "This password is easy to guess; it needs at least {different} different characters and must not hold \
             the sign-in name (what stands before the @)."
        ),
        Problem::NotAPaper if vi => "Loại tệp này không nhận. Nhận PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, WebP, TXT."
            .into(),
        Problem::NotAPaper => {
            "This kind of file is not taken. PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, WebP, TXT are."
                .into()
        }
        Problem::OtherContent if vi => {
            "Nội dung tệp không đúng với đuôi tên, hoặc có macro; hãy lưu lại đúng loại rồi gửi.".into()
        }
        Problem::OtherContent => {
            "The contents are not what the name says, or hold macros; save it as its own kind and send it again."
                .into()
        }
        Problem::EmptyFile if vi => "Tệp rỗng.".into(),
        Problem::EmptyFile => "The file is empty.".into(),
        Problem::TooLarge { megabytes } if vi => format!("Tệp quá lớn; nhiều nhất {megabytes} MB."),
        Problem::TooLarge { megabytes } => format!("The file is too large; at most {megabytes} MB fit."),
        Problem::Damaged if vi => "Tệp nhận được không giống tệp gửi đi; hãy gửi lại.".into(),
        Problem::Damaged => "What arrived is not what was sent; send it again.".into(),
        Problem::TooManyFiles { max } if vi => format!("Đã đủ {max} tệp; hãy bỏ bớt hoặc chờ tệp khác gửi xong."),
        Problem::TooManyFiles { max } => {
            format!("There are {max} files already; remove one, or wait until others have arrived.")
        }
        Problem::HasFiles if vi => "Đã có tệp; hãy bỏ tệp trước.".into(),
        Problem::HasFiles => "Its file has come; remove the file first.".into(),
        Problem::Circle if vi => "Đơn vị không thể nằm dưới chính nó.".into(),
        Problem::Circle => "A unit cannot lie below itself.".into(),
        Problem::LastAdministrator if vi => {
            "Đây là quản trị viên cuối cùng còn hoạt động; hãy giao vai trò này cho người khác trước.".into()
        }
        Problem::LastAdministrator => {
            "This is the last active administrator; give the role to somebody else first.".into()
        }
    }
}

/// A refusal in one sentence; details stand at the fields.
pub fn refusal(locale: Locale, refusal: &Refusal) -> String {
    let vi = locale == Locale::Vi;
    match refusal {
        Refusal::SignInNeeded if vi => {
            "Phiên đăng nhập đã hết; hãy đăng nhập lại, nội dung đang gõ được giữ.".into()
        }
        Refusal::SignInNeeded => "Your session has ended; sign in again, what you typed is kept.".into(),
        Refusal::WrongPassword if vi => "Thư điện tử hoặc mật khẩu không đúng.".into(),
        Refusal::WrongPassword => "E-mail address or password is wrong.".into(),
        Refusal::TooMany { until } => {
            let at = spoken::time(until.with_timezone(&vietnam()).time());
            if vi {
                format!("Quá nhiều lần thử; hãy thử lại sau {at}.")
            } else {
                format!("Too many attempts; try again after {at}.")
            }
        }
        Refusal::NotYours if vi => "Bạn không có quyền làm việc này.".into(),
        Refusal::NotYours => "You may not do this.".into(),
        Refusal::NotFound if vi => "Không tìm thấy.".into(),
        Refusal::NotFound => "Not found.".into(),
        Refusal::Removed { by, at } => {
            let at = at.with_timezone(&vietnam());
            let (time, day) = (spoken::time(at.time()), plain_date(at.date_naive()));
            if vi {
                format!("{by} đã xóa lịch này lúc {time} ngày {day}.")
            } else {
                format!("{by} removed this entry at {time} on {day}.")
            }
        }
        Refusal::Invalid(issues) => {
            let names = fields_of(locale, issues);
            if vi {
                format!("Chưa lưu được. Cần xem lại: {names}.")
            } else {
                format!("Not saved. Please look at: {names}.")
            }
        }
        Refusal::Conflicts(_) if vi => "Chưa lưu: mục này trùng với lịch khác.".into(),
        Refusal::Conflicts(_) => "Not saved: this collides with another entry.".into(),
        Refusal::Stale(stale) => {
            let at = spoken::time(stale.at.with_timezone(&vietnam()).time());
            if vi {
                format!(
                    "{} đã sửa lúc {at}. Hãy xem phần khác nhau rồi lưu lại; nội dung bạn gõ vẫn còn.",
                    stale.by
                )
            } else {
                format!(
                    "{} saved at {at}. Look at the differences and save again; what you typed is kept.",
                    stale.by
                )
            }
        }
        Refusal::WrongState { week } if vi => {
            format!(
                "Tuần {}/{} không ở trạng thái làm được bước này; hãy tải lại trang.",
                week.number(),
                week.year()
            )
        }
        Refusal::WrongState { week } => {
            format!(
                "Week {}/{} is not in a state for this step; reload the page.",
                week.number(),
                week.year()
            )
        }
        Refusal::WrongRequestState { state } if vi => {
            let state = request_state(*state).vi.to_lowercase();
            format!("Đăng ký này {state}, không làm được bước đó nữa; hãy tải lại trang.")
        }
        Refusal::WrongRequestState { state } => {
            let state = request_state(*state).en.to_lowercase();
            format!("This request is {state}; the step does not fit any more, reload the page.")
        }
        Refusal::TooManyRequests { week, max } if vi => format!(
            "Đơn vị đã có {max} đăng ký đang mở cho tuần {}/{}; hãy rút bớt hoặc chờ Văn phòng xử lý.",
            week.number(),
            week.year()
        ),
        Refusal::TooManyRequests { week, max } => format!(
            "Your unit has {max} open requests for week {}/{}; withdraw one or wait for the Office.",
            week.number(),
            week.year()
        ),
        Refusal::WrongOffset { .. } if vi => {
            "Phần gửi tiếp không khớp với phần đã nhận; hãy gửi tiếp lại.".into()
        }
        Refusal::WrongOffset { .. } => "The next part does not follow what is there; go on again.".into(),
        Refusal::WrongMeetingState { state } if vi => {
            let state = meeting_state(*state).vi.to_lowercase();
            format!(
                "Cuộc họp đang ở bước \u{201c}{state}\u{201d}, không làm được việc này; hãy tải lại trang."
            )
        }
        Refusal::WrongMeetingState { state } => {
            let state = meeting_state(*state).en.to_lowercase();
            format!("The meeting is at \u{201c}{state}\u{201d}; the step does not fit, reload the page.")
        }
        Refusal::WrongItemState { state } if vi => {
            let state = item_state(*state).vi.to_lowercase();
            format!(
                "Nội dung đang ở bước \u{201c}{state}\u{201d}, không làm được việc này; hãy tải lại trang."
            )
        }
        Refusal::WrongItemState { state } => {
            let state = item_state(*state).en.to_lowercase();
            format!("The item is at \u{201c}{state}\u{201d}; the step does not fit, reload the page.")
        }
        Refusal::Begun if vi => "Cuộc họp đã bắt đầu, không trả lời giấy mời được nữa.".into(),
        Refusal::Begun => "The meeting has begun; its invitations are not answered any more.".into(),
        Refusal::WrongAnswer { state } if vi => {
            let state = attendance(*state).vi.to_lowercase();
            format!(
                "Giấy mời đang ở tình trạng \u{201c}{state}\u{201d}, không làm được việc này; hãy tải lại trang."
            )
        }
        Refusal::WrongAnswer { state } => {
            let state = attendance(*state).en.to_lowercase();
            format!("The invitation is at \u{201c}{state}\u{201d}; the step does not fit, reload the page.")
        }
        Refusal::AgendaFrozen if vi => {
            "Chương trình đã chốt; nội dung mới chỉ đưa vào danh mục bổ sung, có lý do.".into()
        }
        Refusal::AgendaFrozen => {
            "The agenda is closed; something new goes to the supplementary list, with a reason.".into()
        }
        Refusal::NotInSession(why) => not_in_session(locale, *why),
        Refusal::HasMeeting if vi => "Lịch này có cuộc họp nên không xóa được; hãy hoãn hoặc hủy.".into(),
        Refusal::HasMeeting => "This entry has a meeting; postpone or cancel it.".into(),
        Refusal::NothingToPublish if vi => "Không có gì khác với lần phát hành trước.".into(),
        Refusal::NothingToPublish => "Nothing differs from the last publication.".into(),
        Refusal::AlreadyPublished if vi => "Mục đã phát hành thì không xóa được; hãy hoãn hoặc hủy.".into(),
        Refusal::AlreadyPublished => "A published entry cannot be removed; postpone or cancel it.".into(),
        Refusal::NoConnection if vi => {
            "Mất kết nối, chưa rõ máy chủ đã nhận hay chưa. Nội dung bạn gõ vẫn còn; hãy thử lại khi có mạng."
                .into()
        }
        Refusal::NoConnection => {
            "The connection was lost; the server may or may not have heard this. What you typed is kept; try \
             again when there is a connection."
                .into()
        }
        Refusal::Broken { reference } if vi => {
            format!(
                "Hệ thống gặp lỗi. Nội dung bạn gõ vẫn còn; hãy thử lại, hoặc báo quản trị mã {reference}."
            )
        }
        Refusal::Broken { reference } => {
            format!(
                "Something broke. What you typed is kept; try again, or tell the administrator {reference}."
            )
        }
    }
}

/// The fields of some issues, each of them once; of a table with the row.
fn fields_of(locale: Locale, issues: &[Issue]) -> String {
    let mut names: Vec<String> = Vec::new();
    for issue in issues {
        let name = locale.say(field(&issue.field));
        // Counted from 0 in the names of fields, from 1 on the screen.
        let row = issue.field.split_once('.').and_then(|(_, row)| row.parse::<u32>().ok());
        let name = match (row, locale) {
            (None, _) => name.to_owned(),
            (Some(row), Locale::Vi) => format!("{name} (dòng {})", row.saturating_add(1)),
            (Some(row), Locale::En) => format!("{name} (row {})", row.saturating_add(1)),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// The zone of Vietnam, UTC+7 all year.
pub fn vietnam() -> FixedOffset {
    const SECONDS: i32 = 7 * 3600;
    FixedOffset::east_opt(SECONDS).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}

/// "08:00 - 10:00", "08:00", "Sáng".
pub fn hours(
    locale: Locale,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    of: crate::calendar::hours::SessionPart,
) -> String {
    match (start, end) {
        (Some(start), Some(end)) => format!("{} - {}", spoken::time(start), spoken::time(end)),
        (Some(start), None) => spoken::time(start),
        _ => locale.say(part(of)).to_owned(),
    }
}

/// "30/11/2026".
pub fn plain_date(day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
