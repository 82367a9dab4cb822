//! A week as a thing with a state: built, submitted, approved, published.
//!
//! An approval covers what was seen: any later change takes the week back to
//! "being built".

use crate::access::{Actor, Deed};
use crate::calendar::week::IsoWeek;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where a week stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekState {
    /// Tổng hợp: secretaries are building it.
    #[default]
    Building,
    /// Trình duyệt: waits for the Chief of Office.
    Submitted,
    /// Đã duyệt.
    Approved,
    /// Đã phát hành, nothing changed since.
    Published,
}

impl WeekState {
    /// All states in order.
    pub const ALL: [WeekState; 4] =
        [WeekState::Building, WeekState::Submitted, WeekState::Approved, WeekState::Published];

    /// The code under which the state is stored.
    pub fn code(self) -> &'static str {
        match self {
            WeekState::Building => "building",
            WeekState::Submitted => "submitted",
            WeekState::Approved => "approved",
            WeekState::Published => "published",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// A step from one state to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Trình duyệt.
    Submit,
    /// Rút lại (by those who submitted).
    Withdraw,
    /// Trả lại, with a reason.
    Return,
    /// Duyệt.
    Approve,
    /// Phát hành.
    Publish,
}

impl Step {
    /// All steps, in the order of the bar.
    pub const ALL: [Step; 5] = [Step::Submit, Step::Withdraw, Step::Return, Step::Approve, Step::Publish];

    /// The code used in forms and in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Step::Submit => "submit",
            Step::Withdraw => "withdraw",
            Step::Return => "return",
            Step::Approve => "approve",
            Step::Publish => "publish",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// The right that the step needs.
    pub fn deed(self) -> Deed {
        match self {
            Step::Submit | Step::Withdraw => Deed::SubmitWeek,
            Step::Return | Step::Approve => Deed::ApproveWeek,
            Step::Publish => Deed::PublishWeek,
        }
    }

    /// Whether the step needs a reason in words.
    pub fn needs_reason(self) -> bool {
        self == Step::Return
    }

    /// The state that the step leads to, or `None` when it does not fit.
    pub fn from(self, state: WeekState) -> Option<WeekState> {
        use WeekState::*;
        match (self, state) {
            (Step::Submit, Building) => Some(Submitted),
            (Step::Withdraw, Submitted) => Some(Building),
            (Step::Return, Submitted | Approved) => Some(Building),
            (Step::Approve, Submitted) => Some(Approved),
            (Step::Publish, Approved) => Some(Published),
            _ => None,
        }
    }
}

/// A week of the working schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Which one.
    pub iso: IsoWeek,
    /// Where it stands.
    pub state: WeekState,
    /// Who took the last step and when.
    pub stepped: Option<(String, DateTime<Utc>)>,
    /// The reason of the last return, while the week is being built again.
    pub returned: String,
    /// The last publication: its number and time.
    pub published: Option<(i32, DateTime<Utc>)>,
    /// The line under the title ("Lịch này thay giấy mời ..."); public.
    pub remark: String,
    /// Raised by each step and by each change of an entry.
    pub version: i32,
}

impl Week {
    /// A week that nobody has touched yet.
    pub fn untouched(iso: IsoWeek) -> Self {
        Self {
            iso,
            state: WeekState::Building,
            stepped: None,
            returned: String::new(),
            published: None,
            remark: String::new(),
            version: 0,
        }
    }

    /// The state after a step by this person.
    ///
    /// # Errors
    /// A refusal of rights, or [`Refusal::WrongState`].
    pub fn after(&self, step: Step, actor: &Actor) -> Result<WeekState, Refusal> {
        actor.may(step.deed())?;
        step.from(self.state).ok_or(Refusal::WrongState { week: self.iso })
    }

    /// The steps that this person can take now.
    pub fn steps(&self, actor: &Actor) -> Vec<Step> {
        Step::ALL.into_iter().filter(|step| self.after(*step, actor).is_ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::access::Role;
    use crate::schedule::story::somebody;

    /// What becomes of a week in each state by each step: the state it goes to, `.`
    /// where the step does not fit.
    const STEPS: &str = "
                 building   submitted  approved   published
        submit   submitted  .          .          .
        withdraw .          building   .          .
        return   .          building   building   .
        approve  .          approved   .          .
        publish  .          .          published  .
    ";

    fn rows(table: &str) -> (Vec<&str>, Vec<Vec<&str>>) {
        let mut lines = table.lines().filter(|line| !line.trim().is_empty());
        let head = lines.next().unwrap().split_whitespace().collect();
        (head, lines.map(|line| line.split_whitespace().collect()).collect())
    }

    fn week(state: WeekState) -> Week {
        let iso = IsoWeek::new(2026, 49).unwrap();
        Week { state, ..Week::untouched(iso) }
    }

    #[test]
    fn each_step_leads_from_its_states_to_its_own_and_from_no_others() {
        let (states, steps) = rows(STEPS);
        assert_eq!((states.len(), steps.len()), (WeekState::ALL.len(), Step::ALL.len()));
        let everybody = somebody(&Role::ALL);
        for row in steps {
            let step = Step::of_code(row[0]).unwrap();
            for (state, expected) in states.iter().zip(&row[1..]) {
                let from = WeekState::of_code(state).unwrap();
                let to = WeekState::of_code(expected);
                assert_eq!(step.from(from), to, "{} from {state}", row[0]);
                let week = week(from);
                let after = to.ok_or(Refusal::WrongState { week: week.iso });
                assert_eq!(week.after(step, &everybody), after, "{} from {state}", row[0]);
            }
        }
    }

    #[test]
    fn each_role_takes_its_own_steps_only() {
        let table = [
            (WeekState::Building, Role::Secretary, vec![Step::Submit]),
            (WeekState::Building, Role::ChiefOfOffice, vec![Step::Submit]),
            (WeekState::Submitted, Role::Secretary, vec![Step::Withdraw]),
            (WeekState::Submitted, Role::ChiefOfOffice, vec![Step::Withdraw, Step::Return, Step::Approve]),
            (WeekState::Approved, Role::Secretary, vec![]),
            (WeekState::Approved, Role::ChiefOfOffice, vec![Step::Return, Step::Publish]),
            (WeekState::Published, Role::Secretary, vec![]),
            (WeekState::Published, Role::ChiefOfOffice, vec![]),
        ];
        for (state, role, steps) in table {
            assert_eq!(week(state).steps(&somebody(&[role])), steps, "{role:?} at {state:?}");
        }
        for state in WeekState::ALL {
            for role in [Role::Leader, Role::DepartmentOfficer, Role::UnitHead, Role::Administrator] {
                assert_eq!(week(state).steps(&somebody(&[role])), [], "{role:?} at {state:?}");
            }
        }
    }

    #[test]
    fn rights_are_asked_before_states() {
        let published = week(WeekState::Published);
        let refused = published.after(Step::Approve, &somebody(&[Role::Secretary]));
        assert_eq!(refused, Err(Refusal::NotYours));
        assert_eq!(published.after(Step::Approve, &Actor::nobody()), Err(Refusal::SignInNeeded));
    }

    #[test]
    fn only_a_return_is_explained() {
        let explained: Vec<_> = Step::ALL.into_iter().filter(|s| s.needs_reason()).collect();
        assert_eq!(explained, [Step::Return]);
    }
}
