//! The choices of an entry that carry meaning (guide: phrases of real
//! schedules): kind, role of a leader, invitation, format, visibility.

use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)*
        }

        impl $name {
            /// All choices, in the order of the list on the screen.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code under which the choice is stored and sent.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)*
                }
            }

            /// Reads a code.
            pub fn of_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some($name::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}

choices! {
    /// What an entry is.
    EntryKind {
        /// Phiên họp UBND thường kỳ.
        RegularSession = "regular_session",
        /// Phiên họp UBND chuyên đề.
        ThematicSession = "thematic_session",
        /// Giao ban, hội ý.
        Briefing = "briefing",
        /// Họp xử lý công việc.
        WorkingMeeting = "working_meeting",
        /// Họp Ban Chỉ đạo, Hội đồng.
        SteeringBody = "steering_body",
        /// Hội nghị.
        Conference = "conference",
        /// Hội nghị, họp trực tuyến với Trung ương.
        OnlineConference = "online_conference",
        /// Họp, hội nghị của Đảng.
        PartyMeeting = "party_meeting",
        /// Làm việc với HĐND, Đoàn ĐBQH.
        CouncilMeeting = "council_meeting",
        /// Tiếp khách.
        GuestReception = "guest_reception",
        /// Đi công tác cơ sở.
        FieldVisit = "field_visit",
        /// Đi công tác ngoài tỉnh.
        BusinessTrip = "business_trip",
        /// Tiếp công dân.
        CitizenReception = "citizen_reception",
        /// Họp báo.
        PressConference = "press_conference",
        /// Lễ, sự kiện.
        Ceremony = "ceremony",
        /// Họp khẩn, đột xuất.
        UrgentMeeting = "urgent_meeting",
        /// Làm việc tại cơ quan.
        OfficeWork = "office_work",
        /// Nghỉ phép.
        Leave = "leave",
        /// Trực lãnh đạo.
        Duty = "duty",
    }

    /// What a leader does in an entry.
    LeaderRole {
        /// Chủ trì.
        Chair = "chair",
        /// Dự.
        Attend = "attend",
        /// Dự và phát biểu.
        Speak = "speak",
        /// Dự thay theo ủy quyền.
        Substitute = "substitute",
        /// Làm việc.
        Work = "work",
        /// Đi công tác.
        Travel = "travel",
        /// Nghỉ.
        Leave = "leave",
        /// Trực.
        Duty = "duty",
    }

    /// How people take part.
    Format {
        /// Trực tiếp.
        InPerson = "in_person",
        /// Kết hợp.
        Hybrid = "hybrid",
        /// Trực tuyến.
        Online = "online",
    }

    /// What convenes the meeting.
    InvitationMode {
        /// Giấy mời riêng.
        SeparateLetter = "separate_letter",
        /// Lịch thay giấy mời.
        ScheduleAsInvitation = "schedule_as_invitation",
        /// Theo giấy mời của cơ quan tổ chức.
        HostsLetter = "hosts_letter",
    }

    /// Who may know. A text that is a state secret is allowed nowhere
    /// (Law 117/2025/QH15); there is no choice for it.
    Visibility {
        /// Nội bộ: signed-in readers only. The default.
        Internal = "internal",
        /// Công khai: everybody, without the internal fields.
        Public = "public",
        /// Hạn chế: the public wording for everybody, the content for those named.
        Restricted = "restricted",
    }
}

impl EntryKind {
    /// Whether the leader stays free: such an entry never conflicts.
    pub fn is_free(self) -> bool {
        matches!(self, EntryKind::OfficeWork | EntryKind::Duty)
    }

    /// Whether evenings, weekends and holidays are ordinary for this kind.
    pub fn is_any_time(self) -> bool {
        matches!(
            self,
            EntryKind::OfficeWork
                | EntryKind::Duty
                | EntryKind::Leave
                | EntryKind::BusinessTrip
                | EntryKind::Ceremony
                | EntryKind::UrgentMeeting
        )
    }
}
