//! How an invitation stands, and the steps that take it on.

use crate::access::{Actor, Deed};
use crate::id::PositionId;
use crate::meeting::{Meeting, MeetingState};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// How an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Chưa gửi giấy mời: no letter that went out names them.
    Unsent,
    /// Chưa trả lời.
    Invited,
    /// Xác nhận dự.
    Confirmed,
    /// Xin cử người dự thay, chờ chủ trì.
    DeputyAsked,
    /// Chủ trì đồng ý người dự thay.
    DeputyAgreed,
    /// Chủ trì không đồng ý người dự thay.
    DeputyRefused,
    /// Vắng có lý do.
    AbsentExcused,
}

impl Attendance {
    /// All of them, in the order of the work.
    pub const ALL: [Attendance; 7] = [
        Attendance::Unsent,
        Attendance::Invited,
        Attendance::Confirmed,
        Attendance::DeputyAsked,
        Attendance::DeputyAgreed,
        Attendance::DeputyRefused,
        Attendance::AbsentExcused,
    ];

    /// The code under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Attendance::Unsent => "unsent",
            Attendance::Invited => "invited",
            Attendance::Confirmed => "confirmed",
            Attendance::DeputyAsked => "deputy_asked",
            Attendance::DeputyAgreed => "deputy_agreed",
            Attendance::DeputyRefused => "deputy_refused",
            Attendance::AbsentExcused => "absent_excused",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }
}

/// A step of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerStep {
    /// Xác nhận dự, by who is invited.
    Confirm,
    /// Xin cử người dự thay, by who is invited.
    AskDeputy,
    /// Báo vắng, by who is invited.
    Decline,
    /// Đồng ý người dự thay, by the chair's side.
    AgreeDeputy,
    /// Không đồng ý người dự thay, by the chair's side.
    RefuseDeputy,
}

impl AnswerStep {
    /// All steps, in the order of the work.
    pub const ALL: [AnswerStep; 5] = [
        AnswerStep::Confirm,
        AnswerStep::AskDeputy,
        AnswerStep::Decline,
        AnswerStep::AgreeDeputy,
        AnswerStep::RefuseDeputy,
    ];

    /// The code used in forms and in the store.
    pub fn code(self) -> &'static str {
        match self {
            AnswerStep::Confirm => "confirm",
            AnswerStep::AskDeputy => "ask_deputy",
            AnswerStep::Decline => "decline",
            AnswerStep::AgreeDeputy => "agree_deputy",
            AnswerStep::RefuseDeputy => "refuse_deputy",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether it decides about a deputy.
    pub fn is_decision(self) -> bool {
        matches!(self, AnswerStep::AgreeDeputy | AnswerStep::RefuseDeputy)
    }

    /// The right that the step needs.
    pub fn deed(self) -> Deed {
        if self.is_decision() { Deed::DecideDeputy } else { Deed::AnswerInvitation }
    }

    /// Whether a reason is owed.
    pub fn needs_reason(self) -> bool {
        matches!(self, AnswerStep::AskDeputy | AnswerStep::Decline | AnswerStep::RefuseDeputy)
    }

    /// How it stands after the step.
    pub fn leads_to(self) -> Attendance {
        match self {
            AnswerStep::Confirm => Attendance::Confirmed,
            AnswerStep::AskDeputy => Attendance::DeputyAsked,
            AnswerStep::Decline => Attendance::AbsentExcused,
            AnswerStep::AgreeDeputy => Attendance::DeputyAgreed,
            AnswerStep::RefuseDeputy => Attendance::DeputyRefused,
        }
    }

    /// How it stands after the step from a state, or `None` when it does not fit: an
    /// answer can be changed at any time, a decision follows a question only.
    pub fn from(self, state: Attendance) -> Option<Attendance> {
        let fits = !self.is_decision() || state == Attendance::DeputyAsked;
        fits.then(|| self.leads_to())
    }
}

/// What of a meeting decides who may answer, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathering {
    /// The post that chairs it.
    pub chair: PositionId,
    /// How far it has come.
    pub state: MeetingState,
    /// When it begins, on the clocks of Vietnam.
    pub begins: NaiveDateTime,
}

impl Gathering {
    /// Whether the person holds the post that chairs it, or acts for its absent holder.
    pub fn is_chaired_by(&self, actor: &Actor) -> bool {
        actor.can(Deed::GiveOpinion) && actor.answers_as(self.chair)
    }
}

/// When a meeting begins of which day and hour are known; without an hour when its day is
/// over.
pub fn begins(day: NaiveDate, start: Option<NaiveTime>) -> NaiveDateTime {
    start.map_or_else(|| (day + Days::new(1)).and_time(NaiveTime::MIN), |start| day.and_time(start))
}

impl Meeting {
    /// What decides who may answer its invitation.
    pub fn gathering(&self) -> Gathering {
        Gathering { chair: self.proposal.chair, state: self.state, begins: begins(self.day(), self.start()) }
    }
}
