//! Where a request stands, and who takes it further.

use crate::access::Deed;
use serde::{Deserialize, Serialize};

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Đã gửi: waits in the tray.
    Registered,
    /// Trả lại: the unit is to complete it.
    Returned,
    /// Xếp lịch: it became an entry.
    Accepted,
    /// Gộp: it is dealt with together with something else.
    Merged,
    /// Từ chối.
    Refused,
    /// Rút, by the unit itself.
    Withdrawn,
}

impl RequestState {
    /// All states, in the order of the filter.
    pub const ALL: [RequestState; 6] = [
        RequestState::Registered,
        RequestState::Returned,
        RequestState::Accepted,
        RequestState::Merged,
        RequestState::Refused,
        RequestState::Withdrawn,
    ];

    /// The code under which the state is stored.
    pub fn code(self) -> &'static str {
        match self {
            RequestState::Registered => "registered",
            RequestState::Returned => "returned",
            RequestState::Accepted => "accepted",
            RequestState::Merged => "merged",
            RequestState::Refused => "refused",
            RequestState::Withdrawn => "withdrawn",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether its unit may add papers: some follow when it stands on the board.
    pub fn takes_papers(self) -> bool {
        self.is_open() || self == RequestState::Accepted
    }

    /// Whether nothing comes of it any more: what was merged into it waits for itself again.
    pub fn is_dropped(self) -> bool {
        matches!(self, RequestState::Refused | RequestState::Withdrawn)
    }

    /// Whether somebody still has to do something about it: the Office, or the unit.
    pub fn is_open(self) -> bool {
        matches!(self, RequestState::Registered | RequestState::Returned)
    }
}

/// A step of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestStep {
    /// Sửa và gửi lại, by the unit.
    Change,
    /// Rút, by the unit.
    Withdraw,
    /// Xếp lịch.
    Accept,
    /// Gộp.
    Merge,
    /// Trả lại, with a reason.
    Return,
    /// Từ chối, with a reason.
    Refuse,
}

impl RequestStep {
    /// All steps, in the order of the panel.
    pub const ALL: [RequestStep; 6] = [
        RequestStep::Change,
        RequestStep::Withdraw,
        RequestStep::Accept,
        RequestStep::Merge,
        RequestStep::Return,
        RequestStep::Refuse,
    ];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            RequestStep::Change => "change",
            RequestStep::Withdraw => "withdraw",
            RequestStep::Accept => "accept",
            RequestStep::Merge => "merge",
            RequestStep::Return => "return",
            RequestStep::Refuse => "refuse",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// The right that the step needs.
    pub fn deed(self) -> Deed {
        match self {
            RequestStep::Change | RequestStep::Withdraw => Deed::RegisterRequest,
            _ => Deed::DecideRequest,
        }
    }

    /// Whether the unit is owed a reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, RequestStep::Return | RequestStep::Refuse)
    }

    /// The state that the step leads to, or `None` when it does not fit.
    pub fn from(self, state: RequestState) -> Option<RequestState> {
        use RequestState::*;
        match (self, state) {
            (RequestStep::Change, Registered | Returned) => Some(Registered),
            (RequestStep::Withdraw, Registered | Returned) => Some(Withdrawn),
            (RequestStep::Accept, Registered) => Some(Accepted),
            (RequestStep::Merge, Registered) => Some(Merged),
            (RequestStep::Return, Registered) => Some(Returned),
            (RequestStep::Refuse, Registered | Returned) => Some(Refused),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Actor, Role};
    use crate::refusal::Refusal;
    use crate::request::story::a_request;
    use crate::schedule::story::{somebody, unit};

    /// What becomes of a request in each state by each step: the state it goes to,
    /// `.` where the step does not fit.
    const STEPS: &str = "
                 registered returned   accepted merged refused withdrawn
        change   registered registered .        .      .       .
        withdraw withdrawn  withdrawn  .        .      .       .
        accept   accepted   .          .        .      .       .
        merge    merged     .          .        .      .       .
        return   returned   .          .        .      .       .
        refuse   refused    refused    .        .      .       .
    ";

    fn of_unit(actor: Actor, code: &str) -> Actor {
        Actor { unit: Some(unit(code)), ..actor }
    }

    #[test]
    fn each_step_leads_from_its_states_to_its_own_and_from_no_others() {
        let mut lines = STEPS.lines().filter(|line| !line.trim().is_empty());
        let states: Vec<_> = lines.next().unwrap().split_whitespace().collect();
        let rows: Vec<Vec<_>> = lines.map(|line| line.split_whitespace().collect()).collect();
        assert_eq!((states.len(), rows.len()), (RequestState::ALL.len(), RequestStep::ALL.len()));
        let everybody = of_unit(somebody(&Role::ALL), "stc");
        for row in rows {
            let step = RequestStep::of_code(row[0]).unwrap();
            for (state, expected) in states.iter().zip(&row[1..]) {
                let from = RequestState::of_code(state).unwrap();
                let to = RequestState::of_code(expected);
                assert_eq!(step.from(from), to, "{} from {state}", row[0]);
                let after = to.ok_or(Refusal::WrongRequestState { state: from });
                assert_eq!(
                    a_request().standing(from).after(step, &everybody),
                    after,
                    "{} from {state}",
                    row[0]
                );
            }
        }
    }

    #[test]
    fn each_role_takes_its_own_steps_only() {
        use RequestState::*;
        use RequestStep::*;
        let decides = [Role::Secretary, Role::ChiefOfOffice];
        for role in Role::ALL {
            let actor = of_unit(somebody(&[role]), "stc");
            for state in RequestState::ALL {
                let steps = match (state, role) {
                    (Registered | Returned, Role::DepartmentOfficer) => vec![Change, Withdraw],
                    (Registered, _) if decides.contains(&role) => vec![Accept, Merge, Return, Refuse],
                    (Returned, _) if decides.contains(&role) => vec![Refuse],
                    _ => vec![],
                };
                assert_eq!(a_request().standing(state).steps(&actor), steps, "{role:?} at {state:?}");
            }
        }
    }

    #[test]
    fn an_officer_of_another_unit_does_not_find_it_and_nobody_signs_in_first() {
        let request = a_request().request();
        let neighbour = of_unit(somebody(&[Role::DepartmentOfficer]), "sxd");
        let homeless = somebody(&[Role::DepartmentOfficer]);
        for step in [RequestStep::Change, RequestStep::Withdraw] {
            assert_eq!(request.after(step, &neighbour), Err(Refusal::NotFound));
            assert_eq!(request.after(step, &homeless), Err(Refusal::NotFound));
        }
        for step in RequestStep::ALL {
            assert_eq!(request.after(step, &Actor::nobody()), Err(Refusal::SignInNeeded));
        }
        assert_eq!(request.after(RequestStep::Accept, &neighbour), Err(Refusal::NotYours));
    }

    #[test]
    fn what_is_sent_back_or_refused_is_explained() {
        let explained: Vec<_> = RequestStep::ALL.into_iter().filter(|s| s.needs_reason()).collect();
        assert_eq!(explained, [RequestStep::Return, RequestStep::Refuse]);
    }

    #[test]
    fn papers_are_the_units_and_stay_once_it_is_decided() {
        use RequestState::*;
        for state in RequestState::ALL {
            let request = a_request().standing(state).request();
            for role in Role::ALL {
                let own = of_unit(somebody(&[role]), "stc");
                let neighbour = of_unit(somebody(&[role]), "sxd");
                let asks = role == Role::DepartmentOfficer;
                let decides = matches!(role, Role::Secretary | Role::ChiefOfOffice);
                assert_eq!(request.is_read_by(&own), asks || decides, "{role:?}");
                assert_eq!(request.is_read_by(&neighbour), decides, "{role:?}");
                let adds = asks && matches!(state, Registered | Returned | Accepted);
                assert_eq!(request.takes_papers_of(&own), adds, "{role:?} at {state:?}");
                let removes = asks && matches!(state, Registered | Returned);
                assert_eq!(request.gives_papers_to(&own), removes, "{role:?} at {state:?}");
                assert!(!request.takes_papers_of(&neighbour) && !request.gives_papers_to(&neighbour));
            }
            assert!(!request.is_read_by(&Actor::nobody()));
        }
    }

    #[test]
    fn what_may_come_back_is_not_dropped() {
        use RequestState::*;
        let dropped: Vec<_> = RequestState::ALL.into_iter().filter(|s| s.is_dropped()).collect();
        assert_eq!(dropped, [Refused, Withdrawn]);
    }

    #[test]
    fn a_request_waits_for_its_unit_until_its_week_is_over() {
        let week = a_request().request().wanted.week();
        for state in RequestState::ALL {
            let request = a_request().standing(state).request();
            let returned = state == RequestState::Returned;
            for (today, waits) in [(week.previous(), returned), (week, returned), (week.next(), false)] {
                assert_eq!(request.waits_for_unit(today), waits, "{state:?} in {today}");
            }
        }
    }

    #[test]
    fn a_request_is_open_while_some_step_fits() {
        for state in RequestState::ALL {
            let fits = RequestStep::ALL.into_iter().any(|step| step.from(state).is_some());
            assert_eq!(state.is_open(), fits, "{state:?}");
        }
    }
}
