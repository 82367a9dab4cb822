//! What a secretary types of a series, and a series as it is kept: its rule with the form
//! of the entry that comes again.

#[cfg(test)]
mod tests;

use super::{Ends, Occurrence, OnDayOff, Rule, Series};
use crate::calendar::working_day::{Holiday, WorkingDays};
use crate::calendar::{is_supported, spoken};
use crate::id::{EntryId, SeriesId};
use crate::refusal::{Issue, Problem};
use crate::schedule::draft::EntryDraft;
use crate::schedule::entry::Entry;
use crate::text::Issues;
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// The greatest number of times, and of periods between two.
const MOST: u32 = 500;
const FARTHEST: u32 = 24;

/// How a series repeats, as it is chosen; days of the month follow from its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// On weekdays of every n-th week.
    Weekly,
    /// On the day of the month.
    MonthlyByDay,
    /// On the first, second ... weekday of the month.
    MonthlyByWeekday,
    /// On the last such weekday of the month.
    MonthlyByLast,
    /// On the day of the year.
    Yearly,
}

impl Repeats {
    /// All, in the order of the list.
    pub const ALL: [Repeats; 5] = [
        Repeats::Weekly,
        Repeats::MonthlyByDay,
        Repeats::MonthlyByWeekday,
        Repeats::MonthlyByLast,
        Repeats::Yearly,
    ];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            Repeats::Weekly => "weekly",
            Repeats::MonthlyByDay => "monthly_by_day",
            Repeats::MonthlyByWeekday => "monthly_by_weekday",
            Repeats::MonthlyByLast => "monthly_by_last",
            Repeats::Yearly => "yearly",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    fn of(rule: &Rule) -> Self {
        match rule {
            Rule::Weekly { .. } => Repeats::Weekly,
            Rule::MonthlyByDay { .. } => Repeats::MonthlyByDay,
            Rule::MonthlyByWeekday { nth: 0, .. } => Repeats::MonthlyByLast,
            Rule::MonthlyByWeekday { .. } => Repeats::MonthlyByWeekday,
            Rule::Yearly => Repeats::Yearly,
        }
    }
}

impl OnDayOff {
    /// All, in the order of the list.
    pub const ALL: [OnDayOff; 3] = [OnDayOff::Keep, OnDayOff::Skip, OnDayOff::NextWorkingDay];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            OnDayOff::Keep => "keep",
            OnDayOff::Skip => "skip",
            OnDayOff::NextWorkingDay => "next_working_day",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.code() == code)
    }
}

/// Every series, and the days off that move or leave out their days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesList {
    /// The series, the newest first.
    pub series: Vec<Repeated>,
    /// The table of exceptional days.
    pub holidays: Vec<Holiday>,
}

/// That entries which are on the board already change with their series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Along {
    /// Why those change that readers know; they see it.
    pub reason: String,
    /// Why conflicts are accepted.
    pub conflict_reason: String,
}

/// An entry with the series that it is a day of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntrySeries {
    /// The entry as it is now.
    pub entry: Entry,
    /// Its series and the day of the rule, when it has one.
    pub series: Option<(Repeated, NaiveDate)>,
}

/// The form of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeriesDraft {
    /// Code of [`Repeats`].
    pub repeats: String,
    /// Every how many weeks or months; empty: each.
    pub every: String,
    /// Weekdays of a weekly one, "1" is Monday; none: that of the first day.
    pub on: Vec<String>,
    /// The last day; or `count`.
    pub until: String,
    /// How many times; or `until`.
    pub count: String,
    /// Code of [`OnDayOff`].
    pub on_day_off: String,
}

/// A series as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeated {
    /// Number of the row.
    pub id: SeriesId,
    /// Its rule; days that were left out are exceptions.
    pub series: Series,
    /// The form of the entry that comes again.
    pub draft: EntryDraft,
    /// Days of the rule that were taken onto the board, with their entry while it exists.
    pub taken: Vec<(NaiveDate, Option<EntryId>)>,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Raised by each change.
    pub version: i32,
}

impl Repeated {
    /// Whether a day of the rule was taken onto the board, or left out.
    pub fn is_taken(&self, of: NaiveDate) -> bool {
        self.taken.iter().any(|(day, _)| *day == of)
    }

    /// Whether a day of the rule was left out, or its entry removed: it is not offered again
    /// by itself.
    pub fn is_left_out(&self, of: NaiveDate) -> bool {
        self.taken.iter().any(|(day, entry)| *day == of && entry.is_none())
    }

    /// The times that a week is due and that were not taken yet, as forms.
    pub fn due(&self, from: NaiveDate, to: NaiveDate, days: &WorkingDays) -> Vec<(NaiveDate, EntryDraft)> {
        let times = self.series.between(from, to, days).into_iter().filter(|time| !self.is_taken(time.of));
        times
            .map(|time| (time.of, EntryDraft { date: time.date.to_string(), ..self.draft.clone() }))
            .collect()
    }

    /// The next times from a day on, at most so many.
    pub fn coming(&self, from: NaiveDate, most: usize, days: &WorkingDays) -> Vec<Occurrence> {
        let last = from.checked_add_days(Days::new(800)).unwrap_or(from);
        let mut times = self.series.between(from, last, days);
        times.truncate(most);
        times
    }
}

impl SeriesDraft {
    /// The form of a series as it is.
    pub fn of(series: &Series) -> Self {
        let (every, on) = match &series.rule {
            Rule::Weekly { every, on } => (*every, on.as_slice()),
            Rule::MonthlyByDay { every } | Rule::MonthlyByWeekday { every, .. } => (*every, [].as_slice()),
            Rule::Yearly => (1, [].as_slice()),
        };
        let (until, count) = match series.ends {
            Ends::Until(day) => (day.to_string(), String::new()),
            Ends::Count(times) => (String::new(), times.to_string()),
        };
        Self {
            repeats: Repeats::of(&series.rule).code().to_owned(),
            every: every.to_string(),
            on: on.iter().map(|day| day.number_from_monday().to_string()).collect(),
            until,
            count,
            on_day_off: series.on_day_off.code().to_owned(),
        }
    }

    /// The form of what is left of a series from a day of its rule on. Left out days are
    /// among the times that are left, as the rule counts them.
    pub fn of_rest(series: &Series, from: NaiveDate) -> Self {
        Self::of(&Series { ends: series.ends_from(from), ..series.clone() })
    }

    /// The series that begins on this day.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, first: NaiveDate) -> Result<Series, Vec<Issue>> {
        let mut issues = Issues::default();
        let every = number(&mut issues, "every", &self.every, FARTHEST).unwrap_or(1);
        let repeats = issues.chosen("repeats", &self.repeats, Repeats::of_code(&self.repeats));
        let rule = match repeats.unwrap_or(Repeats::Weekly) {
            Repeats::Weekly => Rule::Weekly { every, on: self.weekdays(first, &mut issues) },
            Repeats::MonthlyByDay => Rule::MonthlyByDay { every },
            Repeats::MonthlyByWeekday => {
                let nth = u8::try_from((first.day() - 1) / 7 + 1).unwrap_or(1);
                Rule::MonthlyByWeekday { every, nth, on: first.weekday() }
            }
            Repeats::MonthlyByLast => Rule::MonthlyByWeekday { every, nth: 0, on: first.weekday() },
            Repeats::Yearly => Rule::Yearly,
        };
        let ends = self.ends(first, &mut issues);
        let on_day_off = OnDayOff::of_code(&self.on_day_off);
        if on_day_off.is_none() && !self.on_day_off.is_empty() {
            issues.note("on_day_off", Problem::Unknown);
        }
        let on_day_off = on_day_off.unwrap_or_default();
        issues.or(Series { first, rule, ends, on_day_off, exceptions: Default::default() })
    }

    fn weekdays(&self, first: NaiveDate, issues: &mut Issues) -> Vec<Weekday> {
        let read = |typed: &String| Weekday::try_from(typed.parse::<u8>().ok()?.checked_sub(1)?).ok();
        let on: Option<Vec<Weekday>> = self.on.iter().map(read).collect();
        let Some(mut on) = on else {
            issues.note("on", Problem::Unknown);
            return Vec::new();
        };
        // The first day is always one of the series.
        if !on.is_empty() {
            on.push(first.weekday());
        }
        on.sort_by_key(Weekday::num_days_from_monday);
        on.dedup();
        on
    }

    fn ends(&self, first: NaiveDate, issues: &mut Issues) -> Ends {
        if let Some(times) = number(issues, "count", &self.count, MOST) {
            return Ends::Count(times);
        }
        let typed = self.until.trim();
        match spoken::parse_date(typed) {
            Some(day) if day < first => issues.note("until", Problem::EndBeforeStart),
            Some(day) if !is_supported(day) => issues.note("until", Problem::DateOutOfRange),
            Some(day) => return Ends::Until(day),
            None if typed.is_empty() && self.count.trim().is_empty() => {
                issues.note("until", Problem::Required);
            }
            None if typed.is_empty() => {}
            None => issues.note("until", Problem::NotADate),
        }
        Ends::Count(1)
    }
}

/// A whole number from 1 to `max`, or nothing when nothing was typed.
fn number(issues: &mut Issues, field: &str, typed: &str, max: u32) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok().filter(|n| (1..=max).contains(n));
    if read.is_none() {
        issues.note(field, Problem::NotBetween { min: 1, max });
    }
    read
}
