//! The forms of the usual hours and of a season's, and what becomes of the table.

use super::{HoursTable, Season, WorkingHours};
use crate::calendar::{day_off, spoken};
use crate::refusal::{Issue, Problem};
use crate::text::Issues;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// The form of hours; the two days are those of a season, and empty for the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HoursDraft {
    /// First day of a season.
    pub from: String,
    /// Last day of a season.
    pub to: String,
    /// "07:30", also "7h30".
    pub morning_from: String,
    /// When the morning ends.
    pub morning_to: String,
    /// When the afternoon begins.
    pub afternoon_from: String,
    /// When the afternoon ends.
    pub afternoon_to: String,
}

impl HoursDraft {
    /// The form of hours as they are.
    pub fn of(hours: WorkingHours) -> Self {
        let WorkingHours { morning, afternoon } = hours;
        Self {
            morning_from: spoken::time(morning.0),
            morning_to: spoken::time(morning.1),
            afternoon_from: spoken::time(afternoon.0),
            afternoon_to: spoken::time(afternoon.1),
            ..Self::default()
        }
    }

    /// The form of a season as it is.
    pub fn of_season(season: &Season) -> Self {
        Self { from: season.from.to_string(), to: season.to.to_string(), ..Self::of(season.hours) }
    }

    /// Checks the usual hours.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self) -> Result<WorkingHours, Vec<Issue>> {
        let mut issues = Issues::default();
        let hours = self.hours(&mut issues);
        issues.or(hours)
    }

    /// Checks a season; `own` is the first day of the one that is being changed.
    ///
    /// # Errors
    /// All issues, by field: also when another season claims one of its days.
    pub fn check_season(&self, own: Option<NaiveDate>, table: &HoursTable) -> Result<Season, Vec<Issue>> {
        let mut issues = Issues::default();
        let from = issues.take("from", day_off::day(&self.from).map(Some));
        let to = issues.take("to", day_off::day(&self.to).map(Some));
        let hours = self.hours(&mut issues);
        if let (Some(from), Some(to)) = (from, to) {
            if to < from {
                issues.note("to", Problem::EndBeforeStart);
            }
            let mut others = table.seasons().iter().filter(|season| Some(season.from) != own);
            if let Some(other) = others.find(|season| season.from <= to && from <= season.to) {
                issues.note("from", Problem::OtherSeason { from: other.from, to: other.to });
            }
        }
        let from = from.unwrap_or_default();
        issues.or(Season { from, to: to.unwrap_or(from), hours })
    }

    fn hours(&self, issues: &mut Issues) -> WorkingHours {
        let fields = [
            ("morning_from", &self.morning_from),
            ("morning_to", &self.morning_to),
            ("afternoon_from", &self.afternoon_from),
            ("afternoon_to", &self.afternoon_to),
        ];
        let times = fields.map(|(field, typed)| (field, issues.take(field, time(typed).map(Some))));
        let mut in_order = true;
        for pair in times.windows(2) {
            if let [(_, Some(earlier)), (field, Some(later))] = pair {
                // The afternoon may begin at the minute in which the morning ends.
                let pause = *field == "afternoon_from";
                if later < earlier || (later == earlier && !pause) {
                    issues.note(field, Problem::EndBeforeStart);
                    in_order = false;
                }
            }
        }
        match times.map(|(_, time)| time) {
            [Some(a), Some(b), Some(c), Some(d)] if in_order => {
                WorkingHours { morning: (a, b), afternoon: (c, d) }
            }
            _ => WorkingHours::default(),
        }
    }
}

fn time(typed: &str) -> Result<NaiveTime, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    spoken::parse_time(typed).ok_or(Problem::NotATime)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summer() -> HoursDraft {
        HoursDraft {
            from: "16/4/2027".into(),
            to: "15/10/2027".into(),
            morning_from: "7h".into(),
            morning_to: "11h30".into(),
            ..HoursDraft::of(WorkingHours::default())
        }
    }

    fn with_summer() -> HoursTable {
        let season = summer().check_season(None, &HoursTable::default()).unwrap();
        HoursTable::new(WorkingHours::default(), vec![season]).unwrap()
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let hours = summer().check().unwrap();
        assert_eq!(spoken::time(hours.morning.0), "07:00");
        assert_eq!(HoursDraft::of(hours).check(), Ok(hours));
        let season = with_summer().seasons()[0];
        assert_eq!(HoursDraft::of_season(&season).check_season(None, &HoursTable::default()), Ok(season));
    }

    #[test]
    fn hours_that_make_no_day_are_refused_at_their_fields() {
        let wrong = |change: fn(&mut HoursDraft)| {
            let mut draft = summer();
            change(&mut draft);
            draft.check().unwrap_err()
        };
        let before = |field| [Issue::new(field, Problem::EndBeforeStart)];
        assert_eq!(wrong(|d| d.morning_to = "6:00".into()), before("morning_to"));
        assert_eq!(wrong(|d| d.morning_to = "7:00".into()), before("morning_to"));
        assert_eq!(wrong(|d| d.afternoon_from = "11:00".into()), before("afternoon_from"));
        assert_eq!(wrong(|d| d.afternoon_to = "13:30".into()), before("afternoon_to"));
        assert_eq!(wrong(|d| d.afternoon_to = "25h".into()), [Issue::new("afternoon_to", Problem::NotATime)]);
        assert_eq!(wrong(|d| d.morning_from.clear()), [Issue::new("morning_from", Problem::Required)]);
        let no_pause = HoursDraft { morning_to: "12:00".into(), afternoon_from: "12:00".into(), ..summer() };
        assert!(no_pause.check().is_ok());
    }

    #[test]
    fn a_season_has_its_days_for_itself() {
        let table = with_summer();
        let season = |from: &str, to: &str| HoursDraft { from: from.into(), to: to.into(), ..summer() };
        let issues = |draft: HoursDraft| draft.check_season(None, &table).unwrap_err();
        let first = "2027-04-16".parse().unwrap();
        let claimed = Problem::OtherSeason { from: first, to: "2027-10-15".parse().unwrap() };
        assert_eq!(issues(season("2027-10-15", "2028-04-15")), [Issue::new("from", claimed)]);
        assert!(season("2027-10-16", "2028-04-15").check_season(None, &table).is_ok());
        assert!(season("2027-04-20", "2027-10-01").check_season(Some(first), &table).is_ok());
        let backwards = issues(season("2028-04-16", "2028-04-15"));
        assert_eq!(backwards, [Issue::new("to", Problem::EndBeforeStart)]);
        let old = issues(season("1900-01-01", ""));
        let range = Issue::new("from", Problem::DateOutOfRange);
        assert_eq!(old, [range, Issue::new("to", Problem::Required)]);
    }
}
