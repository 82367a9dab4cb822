//! Roles, deeds, and the table of which role includes which deed.

use serde::{Deserialize, Serialize};

/// A role of an account; an account may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Builds weeks, prepares meetings, writes minutes.
    Secretary,
    /// Approves and publishes.
    ChiefOfOffice,
    /// Reads the day on a phone.
    Leader,
    /// Registers, sends, answers for a unit.
    DepartmentOfficer,
    /// Thủ trưởng đơn vị: agrees to what the unit proposes.
    UnitHead,
    /// Accounts and settings, no business rights.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 6] = [
        Role::Secretary,
        Role::ChiefOfOffice,
        Role::Leader,
        Role::DepartmentOfficer,
        Role::UnitHead,
        Role::Administrator,
    ];

    /// The code under which the role is stored.
    pub fn code(self) -> &'static str {
        match self {
            Role::Secretary => "secretary",
            Role::ChiefOfOffice => "chief_of_office",
            Role::Leader => "leader",
            Role::DepartmentOfficer => "department_officer",
            Role::UnitHead => "unit_head",
            Role::Administrator => "administrator",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// Whether an account with this role speaks for a unit, and can do nothing without one.
    pub fn needs_unit(self) -> bool {
        self.may(Deed::RegisterRequest) || self.may(Deed::AgreeItem)
    }

    pub(super) fn may(self, deed: Deed) -> bool {
        use Deed::*;
        use Role::*;
        match deed {
            ReadDesk => matches!(self, Secretary | ChiefOfOffice),
            ReadPublished => self != Administrator,
            ReadJournal => self == ChiefOfOffice,
            RegisterRequest => self == DepartmentOfficer,
            DecideRequest => matches!(self, Secretary | ChiefOfOffice),
            EditEntry | SubmitWeek => matches!(self, Secretary | ChiefOfOffice),
            OverrideConflict | ApproveWeek | PublishWeek => self == ChiefOfOffice,
            ReadPeople => matches!(self, Secretary | ChiefOfOffice | Administrator),
            EditPeople => matches!(self, Secretary | ChiefOfOffice),
            AssignSecretary => self == ChiefOfOffice,
            EditCalendar => matches!(self, Secretary | ChiefOfOffice),
            ReadMeeting => self != Administrator,
            ProposeMeeting => matches!(self, Secretary | ChiefOfOffice | DepartmentOfficer | UnitHead),
            AgreeItem => self == UnitHead,
            GiveOpinion => self == Leader,
            EditMeeting => matches!(self, Secretary | ChiefOfOffice),
            AnswerInvitation => self != Administrator,
            DecideDeputy => matches!(self, Secretary | ChiefOfOffice | Leader),
            ManageAccounts | EditSettings => self == Administrator,
        }
    }
}

/// What somebody may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deed {
    /// See the working week, drafts included.
    ReadDesk,
    /// See publications with their internal part.
    ReadPublished,
    /// See the whole journal.
    ReadJournal,
    /// Register, change, withdraw what one's own unit asks for.
    RegisterRequest,
    /// See what all units ask for; accept, merge, return, refuse it.
    DecideRequest,
    /// Create, change, move, postpone, cancel an entry.
    EditEntry,
    /// Save an entry in spite of a conflict that refuses.
    OverrideConflict,
    /// Hand a week to the Chief of Office, or take it back.
    SubmitWeek,
    /// Approve or return a week.
    ApproveWeek,
    /// Publish a week.
    PublishWeek,
    /// See units, persons, positions with their dates.
    ReadPeople,
    /// Change units, persons, positions.
    EditPeople,
    /// Decide which secretary serves which leader.
    AssignSecretary,
    /// Change days off, swapped days, hours and the duty roster.
    EditCalendar,
    /// See meetings: the Office all of them, others those that are theirs.
    ReadMeeting,
    /// Propose a meeting, or an item to a body.
    ProposeMeeting,
    /// Agree, as the head of one's unit, to an item that it proposes.
    AgreeItem,
    /// Answer as the chair whether a meeting is held.
    GiveOpinion,
    /// Prepare meetings: their place on the board, their agenda, their bodies.
    EditMeeting,
    /// Answer an invitation: one's own, one's unit's; the Office notes those of others.
    AnswerInvitation,
    /// Agree or not to a deputy, as the chair or for the chair.
    DecideDeputy,
    /// Create, lock, reset accounts.
    ManageAccounts,
    /// Change settings of the office.
    EditSettings,
}

impl Deed {
    /// All deeds, for the table of rights and its test.
    pub const ALL: [Deed; 23] = [
        Deed::ReadDesk,
        Deed::ReadPublished,
        Deed::ReadJournal,
        Deed::RegisterRequest,
        Deed::DecideRequest,
        Deed::EditEntry,
        Deed::OverrideConflict,
        Deed::SubmitWeek,
        Deed::ApproveWeek,
        Deed::PublishWeek,
        Deed::ReadPeople,
        Deed::EditPeople,
        Deed::AssignSecretary,
        Deed::EditCalendar,
        Deed::ReadMeeting,
        Deed::ProposeMeeting,
        Deed::AgreeItem,
        Deed::GiveOpinion,
        Deed::EditMeeting,
        Deed::AnswerInvitation,
        Deed::DecideDeputy,
        Deed::ManageAccounts,
        Deed::EditSettings,
    ];
}
