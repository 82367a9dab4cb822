//! When registration for a week closes, how much one unit may ask for, and when the week
//! is to be handed to the Chief of Office. An office decides all of it; nothing of this
//! is a constant of the law.

use crate::calendar::spoken;
use crate::calendar::week::IsoWeek;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How many open requests for one week an office can allow a unit.
pub const PER_WEEK: RangeInclusive<u32> = 1..=100;

/// What an office decided about requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestRules {
    /// The day of the week before on which registration closes.
    pub weekday: Weekday,
    /// The hour of that day.
    pub time: NaiveTime,
    /// Open requests that one unit may have for one week.
    pub per_week: u32,
    /// The day of the week before on which the week is to be submitted.
    pub submit_weekday: Weekday,
    /// The hour of that day.
    pub submit_time: NaiveTime,
    /// Raised by each save.
    pub version: i32,
}

impl Default for RequestRules {
    /// Thursday noon, as most offices have it; ten requests; Friday noon.
    fn default() -> Self {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        Self {
            weekday: Weekday::Thu,
            time: noon,
            per_week: 10,
            submit_weekday: Weekday::Fri,
            submit_time: noon,
            version: 0,
        }
    }
}

impl RequestRules {
    /// When registration for the week closes, on the clocks of Vietnam.
    pub fn closes(&self, week: IsoWeek) -> NaiveDateTime {
        the_week_before(week, self.weekday).and_time(self.time)
    }

    /// When the week is to be at the Chief of Office's, on the clocks of Vietnam.
    pub fn submit_by(&self, week: IsoWeek) -> NaiveDateTime {
        the_week_before(week, self.submit_weekday).and_time(self.submit_time)
    }

    /// Whether what is registered for the week at this moment is late; the closing
    /// minute itself is in time.
    pub fn is_late(&self, week: IsoWeek, at: DateTime<Utc>) -> bool {
        at.with_timezone(&vietnam()).naive_local() > self.closes(week)
    }

    /// The first week whose registration is still open.
    pub fn next_open(&self, at: DateTime<Utc>) -> IsoWeek {
        let next = IsoWeek::of(at.with_timezone(&vietnam()).date_naive()).next();
        if self.is_late(next, at) { next.next() } else { next }
    }
}

fn the_week_before(week: IsoWeek, weekday: Weekday) -> NaiveDate {
    let monday = week.previous().monday();
    let days = chrono::Days::new(weekday.num_days_from_monday().into());
    monday.checked_add_days(days).unwrap_or(monday)
}

/// The form of [`RequestRules`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesDraft {
    /// 1 for Monday to 7 for Sunday.
    pub closing_day: String,
    /// "12:00", also "11h30".
    pub closing_time: String,
    /// A number.
    pub per_week: String,
    /// 1 for Monday to 7 for Sunday.
    pub submit_day: String,
    /// "12:00", also "11h30".
    pub submit_time: String,
}

impl RulesDraft {
    /// The form of the rules as they are.
    pub fn of(rules: &RequestRules) -> Self {
        Self {
            closing_day: rules.weekday.number_from_monday().to_string(),
            closing_time: spoken::time(rules.time),
            per_week: rules.per_week.to_string(),
            submit_day: rules.submit_weekday.number_from_monday().to_string(),
            submit_time: spoken::time(rules.submit_time),
        }
    }

    /// Checks what an administrator typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self) -> Result<RequestRules, Vec<Issue>> {
        let mut issues = Issues::default();
        let default = RequestRules::default();
        let mut weekday = |field: &str, typed: &str, usual: Weekday| {
            let number = typed.trim().parse::<u8>().ok();
            number.and_then(|n| Weekday::try_from(n.checked_sub(1)?).ok()).unwrap_or_else(|| {
                issues.note(field, Problem::Unknown);
                usual
            })
        };
        let days = (
            weekday("closing_day", &self.closing_day, default.weekday),
            weekday("submit_day", &self.submit_day, default.submit_weekday),
        );
        let time = |typed: &str| spoken::parse_time(typed).ok_or(Problem::NotATime);
        let rules = RequestRules {
            weekday: days.0,
            time: issues.take("closing_time", time(&self.closing_time)),
            per_week: issues.take("per_week", text::number(&self.per_week, PER_WEEK)),
            submit_weekday: days.1,
            submit_time: issues.take("submit_time", time(&self.submit_time)),
            version: 0,
        };
        issues.or(rules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::story::moment;

    fn week() -> IsoWeek {
        IsoWeek::new(2026, 50).unwrap()
    }

    #[test]
    fn registration_closes_on_thursday_noon_of_the_week_before() {
        let rules = RequestRules::default();
        assert_eq!(rules.closes(week()).to_string(), "2026-12-03 12:00:00");
        // Noon in Vietnam is five o'clock by universal time.
        assert!(!rules.is_late(week(), moment("2026-12-03T05:00")));
        assert!(rules.is_late(week(), moment("2026-12-03T05:01")));
        assert!(!rules.is_late(week().next(), moment("2026-12-03T05:01")));
        assert!(rules.is_late(week().previous(), moment("2026-12-03T01:00")), "this week is long closed");
    }

    #[test]
    fn an_office_closes_when_it_decides() {
        let draft = RulesDraft {
            closing_day: "5".into(),
            closing_time: "11h30".into(),
            per_week: " 3 ".into(),
            submit_day: "6".into(),
            submit_time: "8h".into(),
        };
        let rules = draft.check().unwrap();
        assert_eq!(rules.closes(week()).to_string(), "2026-12-04 11:30:00");
        assert_eq!(rules.per_week, 3);
        assert_eq!(rules.submit_by(week()).to_string(), "2026-12-05 08:00:00");
        assert_eq!(RequestRules::default().submit_by(week()).to_string(), "2026-12-04 12:00:00");
        let read = RulesDraft::of(&rules);
        assert_eq!((read.closing_time.as_str(), read.check()), ("11:30", Ok(rules)));
    }

    #[test]
    fn the_next_week_is_open_until_it_closes() {
        let rules = RequestRules::default();
        assert_eq!(rules.next_open(moment("2026-12-02T01:00")), week());
        assert_eq!(rules.next_open(moment("2026-12-03T06:00")), week().next());
    }

    #[test]
    fn rules_that_make_no_sense_are_refused_at_their_fields() {
        let draft = RulesDraft {
            closing_day: "8".into(),
            closing_time: "trưa".into(),
            per_week: "0".into(),
            ..RulesDraft::of(&RequestRules::default())
        };
        let range = Problem::NotBetween { min: 1, max: 100 };
        let issues =
            [("closing_day", Problem::Unknown), ("closing_time", Problem::NotATime), ("per_week", range)];
        assert_eq!(draft.check(), Err(issues.map(|(field, problem)| Issue::new(field, problem)).to_vec()));
        let empty = RulesDraft::default().check().unwrap_err();
        assert!(empty.contains(&Issue::new("per_week", Problem::Required)));
        let zero = RulesDraft { closing_day: "0".into(), ..RulesDraft::of(&RequestRules::default()) };
        assert_eq!(zero.check(), Err(vec![Issue::new("closing_day", Problem::Unknown)]));
    }
}
