//! What waits for somebody at the secretaries' desk: requests, conflicts, weeks to be
//! handed on or published, days off without anybody on duty; and what waits for anybody
//! themselves (`own`). Each count leads to the place where it becomes less.

mod meetings;
mod own;

pub use meetings::{MeetingsLeft, Pressing};
pub use own::{Counts, Own};

use crate::calendar::week::IsoWeek;
use crate::schedule::conflict::Severity;
use crate::schedule::{ReceptionDue, Review, Week, WeekState};
use crate::{Actor, Deed, EntryId};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// How many days ahead the roster is looked at.
pub const DUTY_DAYS: u64 = 14;

/// What waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// The week of today.
    pub this_week: IsoWeek,
    /// When the next week is to be handed to the Chief of Office.
    pub submit_by: NaiveDateTime,
    /// Requests by week.
    pub requests: Vec<RequestsLeft>,
    /// Weeks in which something is to do, the earliest first; always this and the next.
    pub weeks: Vec<WeekLeft>,
    /// Days off of the next fortnight that nobody is on duty for.
    pub duty: Vec<NaiveDate>,
    /// Meetings that somebody is to go on with.
    pub meetings: MeetingsLeft,
}

/// Requests of one week that nobody decided yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestsLeft {
    /// The week that they ask for.
    pub week: IsoWeek,
    /// How many wait.
    pub waiting: u32,
    /// How many of them came late.
    pub late: u32,
}

/// What is left to do in one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekLeft {
    /// The week and its state.
    pub week: Week,
    /// Conflicts that somebody must remove or give a reason for.
    pub conflicts: u32,
    /// Those that touch leaders whom this person serves.
    pub own_conflicts: u32,
    /// What readers do not know yet of a week that was published.
    pub unpublished: u32,
    /// Whether it should be at the Chief of Office's by now.
    pub overdue: bool,
    /// Days of citizen reception that are due in it and that it does not hold.
    pub receptions: Vec<ReceptionDue>,
}

impl WeekLeft {
    /// What a week leaves to do, out of its review. `is_own` says whether an entry
    /// touches a leader whom the person serves; `due` is when it is to be submitted, for
    /// the week that is being prepared.
    pub fn of(
        review: &Review,
        is_own: impl Fn(EntryId) -> bool,
        due: Option<NaiveDateTime>,
        now: NaiveDateTime,
    ) -> Self {
        let week = &review.week;
        let heavy: Vec<EntryId> = review
            .conflicts
            .iter()
            .filter(|(_, conflict)| conflict.severity >= Severity::Reason)
            .map(|(entry, conflict)| {
                let other = conflict.with.as_ref().map(|other| other.id);
                other.filter(|other| !is_own(*entry) && is_own(*other)).unwrap_or(*entry)
            })
            .collect();
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let differences = review.differences.len() + review.duty.len();
        let unpublished = match week.published {
            // A changed remark alone is something, too.
            Some(_) if review.changed => count(differences.max(1)),
            _ => 0,
        };
        let not_handed_on = week.state == WeekState::Building && week.published.is_none();
        Self {
            conflicts: count(heavy.len()),
            own_conflicts: count(heavy.into_iter().filter(|entry| is_own(*entry)).count()),
            unpublished,
            overdue: not_handed_on && due.is_some_and(|due| now > due),
            week: week.clone(),
            receptions: review.receptions.clone(),
        }
    }

    /// Whether there is anything to do.
    pub fn is_open(&self) -> bool {
        let handed_on = matches!(self.week.state, WeekState::Submitted | WeekState::Approved);
        let lacks = !self.receptions.is_empty();
        self.conflicts > 0 || self.unpublished > 0 || self.overdue || handed_on || lacks
    }
}

impl Waiting {
    /// How many things wait for this person, for the title of the page: the sum of what the
    /// cards count. What only others can take on does not count.
    pub fn count(&self, actor: &Actor) -> u32 {
        let requests: u32 = self.requests.iter().map(|left| left.waiting).sum();
        let weeks: u32 = self
            .weeks
            .iter()
            .map(|left| {
                let approves = actor.can(Deed::ApproveWeek);
                let handed_on = matches!(left.week.state, WeekState::Submitted | WeekState::Approved);
                let steps = u32::from(left.overdue) + u32::from(handed_on && approves);
                let receptions = u32::try_from(left.receptions.len()).unwrap_or(u32::MAX);
                left.conflicts + receptions + left.unpublished + steps
            })
            .sum();
        let duty = u32::try_from(self.duty.len()).unwrap_or(u32::MAX);
        requests + weeks + duty + self.meetings.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;
    use crate::schedule::conflict::of_week;
    use crate::schedule::story::{an_entry, moment, somebody, the_office};

    fn review(week: Week) -> Review {
        let entries = [
            an_entry().numbered(1).chaired_by("ct").on("2026-12-08").at("08:00-10:00").entry(),
            an_entry().numbered(2).chaired_by("ct").on("2026-12-08").at("09:00-11:00").entry(),
            an_entry().numbered(3).chaired_by("pct-kt").on("2026-12-09").at("08:00-10:00").entry(),
        ];
        Review {
            next_number: 1,
            differences: Vec::new(),
            public: Vec::new(),
            duty: Vec::new(),
            conflicts: of_week(&entries, &the_office()),
            receptions: Vec::new(),
            week,
            changed: true,
        }
    }

    fn next_week() -> Week {
        Week::untouched(IsoWeek::new(2026, 50).unwrap())
    }

    fn at(text: &str) -> NaiveDateTime {
        moment(text).naive_utc()
    }

    fn left(week: Week, own: &[i64], now: &str) -> WeekLeft {
        let is_own = |entry: EntryId| own.contains(&entry.0);
        WeekLeft::of(&review(week), is_own, Some(at("2026-12-04T12:00")), at(now))
    }

    #[test]
    fn a_conflict_of_somebody_served_is_counted_as_ones_own() {
        let now = "2026-12-04T09:00";
        let counts = |own: &[i64]| {
            let left = left(next_week(), own, now);
            (left.conflicts, left.own_conflicts)
        };
        assert_eq!(counts(&[]), (1, 0));
        assert_eq!((counts(&[1]), counts(&[2])), ((1, 1), (1, 1)), "from either side");
        assert_eq!(counts(&[3]), (1, 0));
    }

    #[test]
    fn a_week_is_overdue_until_it_is_handed_on() {
        assert!(!left(next_week(), &[], "2026-12-04T12:00").overdue, "the minute itself is in time");
        assert!(left(next_week(), &[], "2026-12-04T12:01").overdue);
        let submitted = Week { state: WeekState::Submitted, ..next_week() };
        let left = left(submitted, &[], "2026-12-04T15:00");
        assert!(!left.overdue && left.is_open());
    }

    #[test]
    fn what_readers_do_not_know_is_counted_in_published_weeks_only() {
        let published = Week { published: Some((1, moment("2026-12-04T10:00"))), ..next_week() };
        let late = "2026-12-06T10:00";
        let known = left(published.clone(), &[], late);
        assert_eq!((known.unpublished, known.overdue), (1, false), "a remark alone is one change");
        assert_eq!(left(next_week(), &[], late).unpublished, 0);
        let same = Review { changed: false, conflicts: Vec::new(), ..review(published) };
        let same = WeekLeft::of(&same, |_| false, None, at(late));
        assert!(!same.is_open());
    }

    #[test]
    fn a_missing_reception_keeps_a_week_open_and_counts() {
        let due = ReceptionDue {
            position: crate::PositionId(1),
            name: "Chủ tịch Đặng Hữu Khiêm".into(),
            due: "2026-12-10".parse().unwrap(),
            is_announced: true,
            per_month: 1,
            elsewhere: 0,
            basis: String::new(),
        };
        let lacking = Review { conflicts: Vec::new(), receptions: vec![due], ..review(next_week()) };
        let left = WeekLeft::of(&lacking, |_| false, None, at("2026-12-04T09:00"));
        assert!(left.is_open());
        let waiting = Waiting {
            this_week: next_week().iso.previous(),
            submit_by: at("2026-12-04T12:00"),
            requests: Vec::new(),
            weeks: vec![left],
            duty: Vec::new(),
            meetings: MeetingsLeft::default(),
        };
        assert_eq!(waiting.count(&somebody(&[Role::Secretary])), 1);
    }

    #[test]
    fn each_change_that_readers_do_not_know_counts() {
        let published = Week { published: Some((1, moment("2026-12-04T10:00"))), ..next_week() };
        let known = WeekLeft { unpublished: 2, ..left(published, &[], "2026-12-06T10:00") };
        let waiting = Waiting {
            this_week: next_week().iso.previous(),
            submit_by: at("2026-12-04T12:00"),
            requests: Vec::new(),
            weeks: vec![known],
            duty: Vec::new(),
            meetings: MeetingsLeft::default(),
        };
        assert_eq!(waiting.count(&somebody(&[Role::Secretary])), 1 + 2, "and a conflict");
    }

    #[test]
    fn who_cannot_approve_does_not_wait_to() {
        let submitted = Week { state: WeekState::Submitted, ..next_week() };
        let waiting = Waiting {
            this_week: submitted.iso.previous(),
            submit_by: at("2026-12-04T12:00"),
            requests: vec![RequestsLeft { week: submitted.iso, waiting: 3, late: 1 }],
            weeks: vec![left(submitted, &[], "2026-12-04T15:00")],
            duty: vec!["2026-12-12".parse().unwrap()],
            meetings: MeetingsLeft { proposed: 2, ..MeetingsLeft::default() },
        };
        assert_eq!(waiting.count(&somebody(&[Role::Secretary])), 3 + 1 + 1 + 2);
        assert_eq!(waiting.count(&somebody(&[Role::ChiefOfOffice])), 3 + 1 + 1 + 2 + 1);
    }
}
