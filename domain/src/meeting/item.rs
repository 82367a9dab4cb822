//! An item: proposed by a unit into the backlog of a body, agreed to by the head of the
//! unit, looked through by the Office, put on an agenda, carried to the next one.

use super::{ItemPlan, RealHours};
use crate::access::{Actor, Deed};
use crate::calendar::{is_supported, spoken};
use crate::id::{BodyId, ItemId, MeetingId, UnitId};
use crate::refusal::{Issue, Problem, Refusal};
use crate::request::Decision;
use crate::text::{self, Issues};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an item is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Khai mạc, thảo luận, kết luận.
    Procedure,
    /// Quyết định.
    Decision,
    /// Cho ý kiến.
    Opinion,
    /// Báo cáo để biết.
    #[default]
    Information,
}

impl ItemKind {
    /// All kinds, in the order of the choice.
    pub const ALL: [ItemKind; 4] =
        [ItemKind::Decision, ItemKind::Opinion, ItemKind::Information, ItemKind::Procedure];

    /// The code under which the kind is stored.
    pub fn code(self) -> &'static str {
        match self {
            ItemKind::Procedure => "procedure",
            ItemKind::Decision => "decision",
            ItemKind::Opinion => "opinion",
            ItemKind::Information => "information",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// How far an item has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Đơn vị đang soạn.
    Drafted,
    /// Đã trình, chờ thủ trưởng đơn vị đồng ý.
    Presented,
    /// Thủ trưởng đơn vị đã đồng ý, chờ Văn phòng kiểm tra.
    Submitted,
    /// Trả lại để bổ sung.
    Returned,
    /// Đủ hồ sơ, chờ đưa vào chương trình.
    Accepted,
    /// Trong chương trình họp.
    Placed,
    /// Chuyển sang cuộc họp sau.
    Carried,
    /// Đã rút.
    Withdrawn,
}

impl ItemState {
    /// All states, in the order of the work.
    pub const ALL: [ItemState; 8] = [
        ItemState::Drafted,
        ItemState::Presented,
        ItemState::Submitted,
        ItemState::Returned,
        ItemState::Accepted,
        ItemState::Placed,
        ItemState::Carried,
        ItemState::Withdrawn,
    ];

    /// The code under which the state is stored.
    pub fn code(self) -> &'static str {
        match self {
            ItemState::Drafted => "drafted",
            ItemState::Presented => "presented",
            ItemState::Submitted => "submitted",
            ItemState::Returned => "returned",
            ItemState::Accepted => "accepted",
            ItemState::Placed => "placed",
            ItemState::Carried => "carried",
            ItemState::Withdrawn => "withdrawn",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether somebody has still to do something in the backlog.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            ItemState::Drafted
                | ItemState::Presented
                | ItemState::Submitted
                | ItemState::Returned
                | ItemState::Accepted
        )
    }
}

/// A step of an item in the backlog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemStep {
    /// Sửa, by the unit.
    Change,
    /// Trình thủ trưởng, by the unit whose head has an account.
    Present,
    /// Ghi nhận thủ trưởng đã đồng ý, gửi Văn phòng, by a unit whose head has none.
    Submit,
    /// Đồng ý, gửi Văn phòng, by the head of the unit.
    Agree,
    /// Trả lại trong đơn vị, by the head of the unit.
    SendBack,
    /// Rút, by the unit.
    Withdraw,
    /// Trả lại để bổ sung, by the Office.
    Return,
    /// Đủ hồ sơ, by the Office.
    Accept,
}

impl ItemStep {
    /// All steps, in the order of the work.
    pub const ALL: [ItemStep; 8] = [
        ItemStep::Change,
        ItemStep::Present,
        ItemStep::Submit,
        ItemStep::Agree,
        ItemStep::SendBack,
        ItemStep::Withdraw,
        ItemStep::Return,
        ItemStep::Accept,
    ];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            ItemStep::Change => "change",
            ItemStep::Present => "present",
            ItemStep::Submit => "submit",
            ItemStep::Agree => "agree",
            ItemStep::SendBack => "send_back",
            ItemStep::Withdraw => "withdraw",
            ItemStep::Return => "return",
            ItemStep::Accept => "accept",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// The right that the step needs.
    pub fn deed(self) -> Deed {
        match self {
            ItemStep::Return | ItemStep::Accept => Deed::EditMeeting,
            ItemStep::Agree | ItemStep::SendBack => Deed::AgreeItem,
            _ => Deed::ProposeMeeting,
        }
    }

    /// Whether words are owed: the reason, or the name of the head who agreed.
    pub fn needs_reason(self) -> bool {
        matches!(self, ItemStep::Return | ItemStep::SendBack | ItemStep::Submit)
    }

    /// The state that the step leads to, or `None` when it does not fit.
    pub fn from(self, state: ItemState) -> Option<ItemState> {
        use ItemState::*;
        match (self, state) {
            (ItemStep::Change, Drafted | Returned) => Some(Drafted),
            (ItemStep::Present, Drafted) => Some(Presented),
            // What waits for a head whose account was closed meanwhile goes on, too.
            (ItemStep::Submit | ItemStep::Agree, Drafted | Presented) => Some(Submitted),
            (ItemStep::SendBack, Presented) => Some(Returned),
            (ItemStep::Withdraw, Drafted | Presented | Submitted | Returned) => Some(Withdrawn),
            (ItemStep::Return, Submitted | Accepted) => Some(Returned),
            (ItemStep::Accept, Submitted) => Some(Accepted),
            _ => None,
        }
    }
}

/// An item as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Number of the row.
    pub id: ItemId,
    /// The body that it is proposed to.
    pub body: Option<BodyId>,
    /// The meeting on whose agenda it stands.
    pub meeting: Option<MeetingId>,
    /// The unit that proposed it; `None` when the Office put it down itself.
    pub unit: Option<UnitId>,
    /// Its name in schedules.
    pub unit_name: String,
    /// What it is.
    pub plan: ItemPlan,
    /// Who presents it, in words.
    pub presenter: String,
    /// How far it has come.
    pub state: ItemState,
    /// Why it came after the agenda was closed.
    pub supplement: Option<String>,
    /// Whether the head of the unit has an account, and agrees or not in person.
    pub headed: bool,
    /// The head of the unit who agreed to it.
    pub head: String,
    /// The day on which the head agreed.
    pub head_on: Option<NaiveDate>,
    /// Who of the unit stated that, when the head did not do so in person.
    pub head_by: String,
    /// What was decided about it last.
    pub decision: Option<Decision>,
    /// When it really began and ended.
    pub real: RealHours,
    /// The meetings that it stood before, the first first.
    pub before: Vec<(MeetingId, NaiveDate)>,
    /// Raised by each save.
    pub version: i32,
}

impl Item {
    /// The state after a step by this person.
    ///
    /// # Errors
    /// A refusal of rights; [`Refusal::NotFound`] for the officer of another unit;
    /// [`Refusal::WrongItemState`].
    pub fn after(&self, step: ItemStep, actor: &Actor) -> Result<ItemState, Refusal> {
        actor.may(step.deed())?;
        let own = self.unit.is_some() && actor.unit == self.unit;
        if !own && !actor.can(Deed::EditMeeting) {
            return Err(Refusal::NotFound);
        }
        if !own && step.deed() == Deed::AgreeItem {
            return Err(Refusal::NotYours);
        }
        let fits = match step {
            ItemStep::Present => self.headed,
            ItemStep::Submit => !self.headed,
            _ => true,
        };
        step.from(self.state).filter(|_| fits).ok_or(Refusal::WrongItemState { state: self.state })
    }

    /// The minutes that it takes on its agenda: none when it was carried to another one.
    pub fn minutes(&self) -> u32 {
        if self.state == ItemState::Carried { 0 } else { self.plan.minutes }
    }

    /// The steps that this person can take now.
    pub fn steps(&self, actor: &Actor) -> Vec<ItemStep> {
        ItemStep::ALL.into_iter().filter(|step| self.after(*step, actor).is_ok()).collect()
    }
}

/// The form in which an officer states that the head of the unit agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgreementDraft {
    /// Name and post of the head.
    pub head: String,
    /// The day on which the head agreed.
    pub head_on: String,
}

impl AgreementDraft {
    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, today: NaiveDate) -> Result<(String, NaiveDate), Vec<Issue>> {
        let mut issues = Issues::default();
        let head = issues.needed_line("head", &self.head, text::LINE);
        let on = match spoken::parse_date(&self.head_on) {
            Some(day) if day > today => Err(Problem::NotYet),
            Some(day) if !is_supported(day) => Err(Problem::DateOutOfRange),
            Some(day) => Ok(day),
            None if self.head_on.trim().is_empty() => Err(Problem::Required),
            None => Err(Problem::NotADate),
        };
        let on = issues.take("head_on", on.map(Some));
        issues.or((head, on.unwrap_or(today)))
    }
}
