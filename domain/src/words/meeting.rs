//! Names of what a meeting and its items can be.

use crate::access::Instead;
use crate::calendar::spoken;
use crate::locale::{Locale, Word};
use crate::meeting::{
    Access, AnswerStep, Attendance, InviteePart, ItemKind, ItemState, ItemStep, Mark, MeetingState,
    MeetingStep, PaperKind, What,
};

/// How far a meeting has come.
pub fn meeting_state(state: MeetingState) -> Word {
    match state {
        MeetingState::Proposed => Word::new("Chờ ý kiến chủ trì", "Waiting for the chair"),
        MeetingState::Agreed => Word::new("Chờ xếp lịch", "To be scheduled"),
        MeetingState::Draft => Word::new("Đang chuẩn bị", "In preparation"),
        MeetingState::Convened => Word::new("Đã triệu tập", "Convened"),
        MeetingState::Ready => Word::new("Đủ tài liệu", "Papers complete"),
        MeetingState::Held => Word::new("Đã họp", "Held"),
        MeetingState::Concluded => Word::new("Đã có kết luận", "Concluded"),
        MeetingState::Written => Word::new("Lấy ý kiến bằng văn bản", "Asked in writing"),
        MeetingState::NotHeld => Word::new("Không tổ chức họp", "Not held"),
        MeetingState::Withdrawn => Word::new("Đã rút", "Withdrawn"),
    }
}

/// For whom somebody answered: "thay Chủ tịch ..., vắng từ 14/12/2026 đến 18/12/2026".
pub fn instead(locale: Locale, instead: &Instead) -> String {
    let Instead { of, from, to } = instead;
    let (from, to) = (spoken::date(*from), spoken::date(*to));
    match locale {
        Locale::Vi => format!("thay {of}, vắng từ {from} đến {to}"),
        Locale::En => format!("for {of}, away from {from} to {to}"),
    }
}

/// The number of a meeting within the series of its body: "Phiên thứ 5".
pub fn session(locale: Locale, number: u32) -> String {
    format!("{} {number}", locale.say(Word::new("Phiên thứ", "Session")))
}

/// A step of a meeting.
pub fn meeting_step(step: MeetingStep) -> Word {
    match step {
        MeetingStep::Change => Word::new("Sửa đề xuất", "Change the proposal"),
        MeetingStep::Withdraw => Word::new("Rút đề xuất", "Withdraw the proposal"),
        MeetingStep::Agree => Word::new("Đồng ý", "Agree"),
        MeetingStep::AgreeWithChanges => Word::new("Đồng ý, có điều chỉnh", "Agree with changes"),
        MeetingStep::AskInWriting => Word::new("Chuyển lấy ý kiến bằng văn bản", "Ask in writing instead"),
        MeetingStep::Decline => Word::new("Không họp", "No meeting"),
        MeetingStep::Schedule => Word::new("Xếp lịch", "Put on the board"),
        MeetingStep::Convene => Word::new("Triệu tập", "Convene"),
        MeetingStep::Ready => Word::new("Xác nhận đủ tài liệu", "Papers are complete"),
        MeetingStep::Hold => Word::new("Ghi nhận đã họp", "The meeting was held"),
        MeetingStep::Conclude => Word::new("Ghi nhận đã ban hành kết luận", "The conclusion was issued"),
    }
}

/// What an item is for.
pub fn item_kind(kind: ItemKind) -> Word {
    match kind {
        ItemKind::Decision => Word::new("Trình quyết định", "For decision"),
        ItemKind::Opinion => Word::new("Xin ý kiến", "For opinion"),
        ItemKind::Information => Word::new("Báo cáo", "For information"),
        ItemKind::Procedure => Word::new("Thủ tục", "Procedure"),
    }
}

/// How far an item has come.
pub fn item_state(state: ItemState) -> Word {
    match state {
        ItemState::Drafted => Word::new("Đơn vị đang soạn", "Being drafted"),
        ItemState::Presented => Word::new("Chờ thủ trưởng đơn vị", "With the head of the unit"),
        ItemState::Submitted => Word::new("Chờ Văn phòng kiểm tra", "With the Office"),
        ItemState::Returned => Word::new("Trả lại bổ sung", "Sent back"),
        ItemState::Accepted => Word::new("Đủ hồ sơ", "Accepted"),
        ItemState::Placed => Word::new("Trong chương trình", "On an agenda"),
        ItemState::Carried => Word::new("Chuyển cuộc họp sau", "Carried over"),
        ItemState::Withdrawn => Word::new("Đã rút", "Withdrawn"),
    }
}

/// A step of an item.
pub fn item_step(step: ItemStep) -> Word {
    match step {
        ItemStep::Change => Word::new("Sửa", "Change"),
        ItemStep::Present => Word::new("Trình thủ trưởng", "Hand to the head"),
        ItemStep::Submit => {
            Word::new("Ghi nhận thủ trưởng đã đồng ý, gửi Văn phòng", "The head agreed: send to the Office")
        }
        ItemStep::Agree => Word::new("Đồng ý, gửi Văn phòng", "Agree: send to the Office"),
        ItemStep::SendBack => Word::new("Trả lại trong đơn vị", "Send back inside the unit"),
        ItemStep::Withdraw => Word::new("Rút", "Withdraw"),
        ItemStep::Return => Word::new("Trả lại bổ sung", "Send back"),
        ItemStep::Accept => Word::new("Đủ hồ sơ", "Accept"),
    }
}

/// What is due by law.
pub fn legal(what: What) -> Word {
    match what {
        What::Invitation => Word::new("Gửi giấy mời", "Invitation"),
        What::Papers => Word::new("Gửi tài liệu", "Papers"),
        What::Conclusion => Word::new("Thông báo kết luận", "Conclusion notice"),
    }
}

/// How near the last day is.
pub fn legal_mark(mark: Mark) -> Word {
    match mark {
        Mark::Done => Word::new("Đúng hạn", "In time"),
        Mark::DoneLate => Word::new("Quá hạn mới xong", "Done late"),
        Mark::Far => Word::new("Trong hạn", "There is time"),
        Mark::Amber => Word::new("Sắp đến hạn", "Due soon"),
        Mark::Red => Word::new("Quá hạn", "Overdue"),
    }
}

/// What somebody is invited as.
pub fn invitee_part(part: InviteePart) -> Word {
    match part {
        InviteePart::Member => Word::new("Thành viên", "Member"),
        InviteePart::Attend => Word::new("Dự họp", "Attends"),
        InviteePart::Present => Word::new("Báo cáo, trình bày", "Presents"),
        InviteePart::Secretary => Word::new("Thư ký", "Secretary"),
        InviteePart::Guest => Word::new("Khách mời", "Guest"),
    }
}

/// How an invitation stands.
pub fn attendance(attendance: Attendance) -> Word {
    match attendance {
        Attendance::Unsent => Word::new("Chưa gửi giấy mời", "Not yet invited"),
        Attendance::Invited => Word::new("Chưa trả lời", "No answer yet"),
        Attendance::Confirmed => Word::new("Sẽ dự", "Coming"),
        Attendance::DeputyAsked => Word::new("Chờ đồng ý người dự thay", "Deputy to be agreed to"),
        Attendance::DeputyAgreed => Word::new("Người dự thay", "Deputy coming"),
        Attendance::DeputyRefused => Word::new("Không đồng ý người dự thay", "Deputy not agreed to"),
        Attendance::AbsentExcused => Word::new("Vắng có lý do", "Absent with leave"),
    }
}

/// A step of an invitation.
pub fn answer_step(step: AnswerStep) -> Word {
    match step {
        AnswerStep::Confirm => Word::new("Xác nhận dự", "Confirm"),
        AnswerStep::AskDeputy => Word::new("Xin cử người dự thay", "Ask to send a deputy"),
        AnswerStep::Decline => Word::new("Báo vắng", "Decline"),
        AnswerStep::AgreeDeputy => Word::new("Đồng ý cho dự thay", "Agree to the deputy"),
        AnswerStep::RefuseDeputy => Word::new("Không đồng ý dự thay", "Do not agree to the deputy"),
    }
}

/// The kind of document that a material is.
pub fn paper_kind(kind: PaperKind) -> Word {
    match kind {
        PaperKind::Submission => Word::new("Tờ trình", "Submission"),
        PaperKind::Report => Word::new("Báo cáo", "Report"),
        PaperKind::Draft => Word::new("Dự thảo", "Draft"),
        PaperKind::Scheme => Word::new("Đề án", "Scheme"),
        PaperKind::Annex => Word::new("Phụ lục, bảng số liệu", "Annex, figures"),
        PaperKind::Other => Word::new("Tài liệu khác", "Other paper"),
    }
}

/// Whom a material is for.
pub fn material_access(access: Access) -> Word {
    match access {
        Access::Invited => Word::new("Mọi thành phần được mời", "All who are invited"),
        Access::Members => Word::new("Thành viên và lãnh đạo dự họp", "Members and leaders who take part"),
        Access::Office => Word::new("Chủ trì và Văn phòng", "The chair and the Office"),
    }
}

/// How a material stands against its time.
pub fn material_mark(mark: Mark) -> Word {
    match mark {
        Mark::Done => Word::new("Đã nhận", "Received"),
        Mark::DoneLate => Word::new("Nhận muộn", "Received late"),
        Mark::Far => Word::new("Chờ gửi", "Owed"),
        Mark::Amber => Word::new("Sắp đến hạn gửi", "Due soon"),
        Mark::Red => Word::new("Quá hạn gửi", "Late"),
    }
}
