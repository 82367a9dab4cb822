//! Names of the choices, as the glossary has them.

#[cfg(test)]
mod tests;

use crate::access::Role;
use crate::calendar::hours::SessionPart;
use crate::journal::Subject;
use crate::locale::Word;
use crate::people::{Service, UnitKind};
use crate::request::{RequestState, RequestStep};
use crate::schedule::{
    EntryKind, Format, InvitationMode, LeaderRole, Mark, Severity, Step, Visibility, WeekState,
};

/// Sáng, Chiều, Tối, Cả ngày.
pub fn part(part: SessionPart) -> Word {
    match part {
        SessionPart::Morning => Word::new("Sáng", "Morning"),
        SessionPart::Afternoon => Word::new("Chiều", "Afternoon"),
        SessionPart::Evening => Word::new("Tối", "Evening"),
        SessionPart::AllDay => Word::new("Cả ngày", "All day"),
    }
}

/// The kind of an entry.
pub fn kind(kind: EntryKind) -> Word {
    match kind {
        EntryKind::RegularSession => Word::new("Phiên họp UBND thường kỳ", "Regular session"),
        EntryKind::ThematicSession => Word::new("Phiên họp UBND chuyên đề", "Thematic session"),
        EntryKind::Briefing => Word::new("Giao ban, hội ý", "Briefing"),
        EntryKind::WorkingMeeting => Word::new("Họp xử lý công việc", "Working meeting"),
        EntryKind::SteeringBody => Word::new("Họp Ban Chỉ đạo, Hội đồng", "Steering committee, council"),
        EntryKind::Conference => Word::new("Hội nghị", "Conference"),
        EntryKind::OnlineConference => Word::new(
            "Hội nghị, họp trực tuyến với Trung ương",
            "Online conference with the central government",
        ),
        EntryKind::PartyMeeting => Word::new("Họp, hội nghị của Đảng", "Party meeting"),
        EntryKind::CouncilMeeting => Word::new(
            "Làm việc với HĐND, Đoàn ĐBQH",
            "With the People's Council or National Assembly delegation",
        ),
        EntryKind::GuestReception => Word::new("Tiếp khách", "Guest reception"),
        EntryKind::FieldVisit => Word::new("Đi công tác cơ sở", "Field visit"),
        EntryKind::BusinessTrip => Word::new("Đi công tác ngoài tỉnh", "Business trip"),
        EntryKind::CitizenReception => Word::new("Tiếp công dân", "Citizen reception"),
        EntryKind::PressConference => Word::new("Họp báo", "Press conference"),
        EntryKind::Ceremony => Word::new("Lễ, sự kiện", "Ceremony, event"),
        EntryKind::UrgentMeeting => Word::new("Họp khẩn, đột xuất", "Urgent meeting"),
        EntryKind::OfficeWork => Word::new("Làm việc tại cơ quan", "In the office"),
        EntryKind::Leave => Word::new("Nghỉ phép", "Leave"),
        EntryKind::Duty => Word::new("Trực lãnh đạo", "Duty leader"),
    }
}

/// The role of a leader in an entry.
pub fn leader_role(role: LeaderRole) -> Word {
    match role {
        LeaderRole::Chair => Word::new("Chủ trì", "Chair"),
        LeaderRole::Attend => Word::new("Dự", "Attend"),
        LeaderRole::Speak => Word::new("Dự và phát biểu", "Attend and speak"),
        LeaderRole::Substitute => Word::new("Dự thay theo ủy quyền", "Attend as delegate"),
        LeaderRole::Work => Word::new("Làm việc", "Work"),
        LeaderRole::Travel => Word::new("Đi công tác", "Travel"),
        LeaderRole::Leave => Word::new("Nghỉ", "Leave"),
        LeaderRole::Duty => Word::new("Trực", "Duty"),
    }
}

/// How people take part.
pub fn format(format: Format) -> Word {
    match format {
        Format::InPerson => Word::new("Trực tiếp", "In person"),
        Format::Hybrid => Word::new("Trực tiếp kết hợp trực tuyến", "Hybrid"),
        Format::Online => Word::new("Trực tuyến", "Online"),
    }
}

/// What convenes the meeting.
pub fn invitation(mode: InvitationMode) -> Word {
    match mode {
        InvitationMode::SeparateLetter => Word::new("Giấy mời riêng", "Separate invitation"),
        InvitationMode::ScheduleAsInvitation => {
            Word::new("Lịch thay giấy mời", "The schedule is the invitation")
        }
        InvitationMode::HostsLetter => {
            Word::new("Theo giấy mời của cơ quan tổ chức", "By the host's invitation")
        }
    }
}

/// Who may know.
pub fn visibility(visibility: Visibility) -> Word {
    match visibility {
        Visibility::Internal => Word::new("Nội bộ", "Internal"),
        Visibility::Public => Word::new("Công khai", "Public"),
        Visibility::Restricted => Word::new("Hạn chế", "Restricted"),
    }
}

/// How an entry changed.
pub fn mark(mark: Mark) -> Word {
    match mark {
        Mark::Kept => Word::new("Giữ nguyên", "Unchanged"),
        Mark::Added => Word::new("Bổ sung", "Added"),
        Mark::Adjusted => Word::new("Điều chỉnh", "Adjusted"),
        Mark::Postponed => Word::new("Hoãn", "Postponed"),
        Mark::Cancelled => Word::new("Hủy", "Cancelled"),
        Mark::Delegated => Word::new("Ủy quyền", "Delegated"),
    }
}

/// How an entry changed; what was called off before takes place after all.
pub fn mark_told(of: Mark, is_resumed: bool) -> Word {
    match of {
        Mark::Adjusted if is_resumed => Word::new("Diễn ra trở lại", "Takes place after all"),
        of => mark(of),
    }
}

/// The state of a week.
pub fn week_state(state: WeekState) -> Word {
    match state {
        WeekState::Building => Word::new("Đang tổng hợp", "Being built"),
        WeekState::Submitted => Word::new("Đã trình duyệt", "Submitted"),
        WeekState::Approved => Word::new("Đã duyệt", "Approved"),
        WeekState::Published => Word::new("Đã phát hành", "Published"),
    }
}

/// A step of a week.
pub fn step(step: Step) -> Word {
    match step {
        Step::Submit => Word::new("Trình duyệt", "Submit"),
        Step::Withdraw => Word::new("Rút lại để sửa", "Withdraw to edit"),
        Step::Return => Word::new("Trả lại", "Return"),
        Step::Approve => Word::new("Duyệt", "Approve"),
        Step::Publish => Word::new("Phát hành", "Publish"),
    }
}

/// The state of a request.
pub fn request_state(state: RequestState) -> Word {
    match state {
        RequestState::Registered => Word::new("Chờ xếp lịch", "Waiting"),
        RequestState::Returned => Word::new("Đã trả lại", "Sent back"),
        RequestState::Accepted => Word::new("Đã xếp lịch", "Accepted"),
        RequestState::Merged => Word::new("Đã gộp", "Merged"),
        RequestState::Refused => Word::new("Đã từ chối", "Refused"),
        RequestState::Withdrawn => Word::new("Đã rút", "Withdrawn"),
    }
}

/// A step of a request.
pub fn request_step(step: RequestStep) -> Word {
    match step {
        RequestStep::Change => Word::new("Sửa đăng ký", "Change the request"),
        RequestStep::Withdraw => Word::new("Rút đăng ký", "Withdraw the request"),
        RequestStep::Accept => Word::new("Xếp lịch", "Put on the board"),
        RequestStep::Merge => Word::new("Gộp", "Merge with others"),
        RequestStep::Return => Word::new("Trả lại", "Send back"),
        RequestStep::Refuse => Word::new("Từ chối", "Say no"),
    }
}

/// How much a conflict weighs.
pub fn severity(severity: Severity) -> Word {
    match severity {
        Severity::Refuse => Word::new("Trùng lịch", "Conflict"),
        Severity::Reason => Word::new("Cần lý do", "Needs a reason"),
        Severity::Warn => Word::new("Lưu ý", "Warning"),
        Severity::Note => Word::new("Thông tin", "Note"),
    }
}

/// A role of an account.
pub fn role(role: Role) -> Word {
    match role {
        Role::Secretary => Word::new("Thư ký", "Secretary"),
        Role::ChiefOfOffice => Word::new("Chánh Văn phòng", "Chief of Office"),
        Role::Leader => Word::new("Lãnh đạo UBND", "Leader"),
        Role::DepartmentOfficer => Word::new("Cán bộ cơ quan, đơn vị", "Department officer"),
        Role::UnitHead => Word::new("Thủ trưởng cơ quan, đơn vị", "Head of a unit"),
        Role::Administrator => Word::new("Quản trị hệ thống", "Administrator"),
    }
}

/// The kind of a unit.
pub fn unit_kind(kind: UnitKind) -> Word {
    match kind {
        UnitKind::PeopleCommittee => Word::new("Ủy ban nhân dân", "People's Committee"),
        UnitKind::Office => Word::new("Văn phòng UBND", "Office of the People's Committee"),
        UnitKind::Division => Word::new("Phòng", "Division"),
        UnitKind::Department => Word::new("Sở, ngành", "Department"),
        UnitKind::ManagementBoard => Word::new("Ban quản lý", "Management board"),
        UnitKind::ServiceUnit => Word::new("Đơn vị sự nghiệp", "Public service unit"),
        UnitKind::SpecialOrganisation => {
            Word::new("Tổ chức hành chính đặc thù", "Special administrative organisation")
        }
        UnitKind::ArmedForces => Word::new("Lực lượng vũ trang", "Armed forces"),
        UnitKind::PartyBody => Word::new("Cơ quan Đảng", "Party body"),
        UnitKind::PeopleCouncil => Word::new("Hội đồng nhân dân", "People's Council"),
        UnitKind::NationalAssembly => Word::new("Đoàn đại biểu Quốc hội", "National Assembly delegation"),
        UnitKind::FatherlandFront => Word::new("Mặt trận Tổ quốc", "Fatherland Front"),
        UnitKind::Press => Word::new("Báo chí", "Press"),
        UnitKind::CentralBody => Word::new("Cơ quan Trung ương", "Central body"),
        UnitKind::Locality => Word::new("UBND xã, phường, đặc khu", "Commune, ward, special zone"),
    }
}

/// What a person of the Office can be chosen for.
pub fn service(service: Service) -> Word {
    match service {
        Service::None => Word::new("Không", "None"),
        Service::OfficeLeader => Word::new("Lãnh đạo Văn phòng", "Office leader"),
        Service::Specialist => Word::new("Chuyên viên", "Specialist"),
        Service::Driver => Word::new("Lái xe", "Driver"),
    }
}

/// The kind of thing in the journal.
pub fn subject(subject: Subject) -> Word {
    match subject {
        Subject::Entry => Word::new("Mục lịch", "Entry"),
        Subject::Request => Word::new("Đăng ký lịch", "Request"),
        Subject::Week => Word::new("Tuần", "Week"),
        Subject::Template => Word::new("Mẫu tuần", "Week template"),
        Subject::Series => Word::new("Lịch lặp lại", "Recurring entry"),
        Subject::Meeting => Word::new("Cuộc họp", "Meeting"),
        Subject::Invitation => Word::new("Giấy mời", "Invitation"),
        Subject::Invitee => Word::new("Người, đơn vị được mời", "Invitee"),
        Subject::Body => Word::new("Tổ chức họp", "Body"),
        Subject::Item => Word::new("Nội dung đề nghị", "Proposed item"),
        Subject::Unit => Word::new("Đơn vị", "Unit"),
        Subject::Person => Word::new("Người", "Person"),
        Subject::Position => Word::new("Chức danh", "Position"),
        Subject::Serving => Word::new("Phân công phục vụ", "Assignment"),
        Subject::Account => Word::new("Tài khoản", "Account"),
        Subject::Session => Word::new("Phiên đăng nhập", "Session"),
        Subject::Setting => Word::new("Cài đặt", "Setting"),
        Subject::Duty => Word::new("Lịch trực", "Duty roster"),
        Subject::DayOff => Word::new("Ngày nghỉ, ngày làm bù", "Day off, swapped day"),
    }
}
