//! A row of the table of days off as it is kept and changed: holidays, days made up
//! for them, swapped days. Every row names the law or notice that it comes from.

use super::is_supported;
use super::spoken;
use super::working_day::{Holiday, HolidayKind};
use crate::id::HolidayId;
use crate::refusal::{Issue, Problem};
use crate::text::Issues;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A row with its number and version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// Number of the row.
    pub id: HolidayId,
    /// The day.
    pub day: Holiday,
    /// Raised by each save.
    pub version: i32,
}

/// The form of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayOffDraft {
    /// `2026-11-24`, also "24/11/2026".
    pub date: String,
    /// What the day is called.
    pub name: String,
    /// A code of [`HolidayKind`].
    pub kind: String,
    /// The law or notice.
    pub basis: String,
    /// Not empty while the official notice is awaited.
    pub provisional: String,
}

impl DayOffDraft {
    /// The form of a row as it is.
    pub fn of(day: &Holiday) -> Self {
        Self {
            date: day.date.to_string(),
            name: day.name.clone(),
            kind: day.kind.code().to_owned(),
            basis: day.source.clone(),
            provisional: if day.provisional { "on".to_owned() } else { String::new() },
        }
    }

    /// Checks what was typed; `known` are the rows that there are, `own` the one that
    /// is being changed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, own: Option<HolidayId>, known: &[DayOff]) -> Result<Holiday, Vec<Issue>> {
        let mut issues = Issues::default();
        let date = issues.take("date", day(&self.date));
        let kind =
            issues.take("kind", HolidayKind::of_code(self.kind.trim()).ok_or(Problem::Unknown).map(Some));
        if let Some(row) = known.iter().find(|row| row.day.date == date && Some(row.id) != own) {
            issues.note("date", Problem::TakenBy { name: row.day.name.clone() });
        }
        if kind.is_some_and(HolidayKind::is_working) && date != NaiveDate::default() && !is_weekend(date) {
            issues.note("kind", Problem::WorkedAnyway);
        }
        let day = Holiday {
            date,
            name: issues.needed_line("name", &self.name, 200),
            kind: kind.unwrap_or(HolidayKind::Holiday),
            source: issues.needed_line("basis", &self.basis, 500),
            provisional: !self.provisional.is_empty(),
        };
        issues.or(day)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A day that must be there, in the years that the calendar knows.
pub(crate) fn day(typed: &str) -> Result<NaiveDate, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    let day = spoken::parse_date(typed).ok_or(Problem::NotADate)?;
    if is_supported(day) { Ok(day) } else { Err(Problem::DateOutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> DayOffDraft {
        DayOffDraft {
            date: "24/11/2026".into(),
            name: " Ngày Văn hóa  Việt Nam ".into(),
            kind: "nghi_le".into(),
            basis: "Nghị quyết 28/2026/QH16".into(),
            provisional: String::new(),
        }
    }

    fn issues(draft: DayOffDraft, known: &[DayOff]) -> Vec<Issue> {
        draft.check(None, known).unwrap_err()
    }

    #[test]
    fn a_row_is_read_folded_and_written_back() {
        let day = draft().check(None, &[]).unwrap();
        assert_eq!(day.name, "Ngày Văn hóa Việt Nam");
        assert_eq!(DayOffDraft::of(&day).check(None, &[]), Ok(day));
    }

    #[test]
    fn each_field_is_told_what_is_wrong_with_it() {
        let empty = issues(DayOffDraft::default(), &[]);
        let needed = |field| Issue::new(field, Problem::Required);
        let all = [needed("date"), Issue::new("kind", Problem::Unknown), needed("name"), needed("basis")];
        assert_eq!(empty, all);
        for (typed, problem) in [
            ("24/11/1900", Problem::DateOutOfRange),
            ("30/02/2027", Problem::NotADate),
            ("2060-01-01", Problem::DateOutOfRange),
        ] {
            let wrong = DayOffDraft { date: typed.into(), ..draft() };
            assert_eq!(issues(wrong, &[]), [Issue::new("date", problem)], "{typed}");
        }
        let hidden = DayOffDraft { basis: "NQ\u{0}28".into(), ..draft() };
        assert_eq!(issues(hidden, &[]), [Issue::new("basis", Problem::ControlCharacters)]);
    }

    #[test]
    fn a_day_is_in_the_table_once() {
        let row = DayOff { id: HolidayId(7), day: draft().check(None, &[]).unwrap(), version: 1 };
        let taken = Problem::TakenBy { name: "Ngày Văn hóa Việt Nam".into() };
        assert_eq!(issues(draft(), std::slice::from_ref(&row)), [Issue::new("date", taken)]);
        assert!(draft().check(Some(HolidayId(7)), &[row]).is_ok(), "its own row is no other");
    }

    #[test]
    fn only_a_weekly_day_off_is_worked_for_another_day() {
        let on = |date: &str| DayOffDraft { date: date.into(), kind: "lam_bu".into(), ..draft() };
        assert_eq!(issues(on("2026-08-21"), &[]), [Issue::new("kind", Problem::WorkedAnyway)]);
        assert!(on("2026-08-22").check(None, &[]).is_ok());
    }
}
