//! Entries that come again: the days of a rule, its exceptions, and its split
//! "from here on".
//!
//! Days only: what happens on them is an entry like any other. A month without
//! the day (31, the fifth Friday) and a year without 29/02 are left out. What
//! falls on a day off is kept, left out or moved to the next working day, as the
//! rule of citizen reception asks (Thursday of the first week).

pub mod draft;
#[cfg(test)]
mod tests;

use crate::calendar::is_supported;
use crate::calendar::working_day::WorkingDays;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a series repeats, counted from its first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// On these weekdays of every n-th week; none: the weekday of the first day.
    Weekly {
        /// 1 for each week.
        every: u32,
        /// Which weekdays.
        on: Vec<Weekday>,
    },
    /// On the day of the month of the first day, every n-th month.
    MonthlyByDay {
        /// 1 for each month.
        every: u32,
    },
    /// On a weekday of the month ("the first Thursday"), every n-th month.
    MonthlyByWeekday {
        /// 1 for each month.
        every: u32,
        /// 1 to 5; 0 is the last one.
        nth: u8,
        /// Which weekday.
        on: Weekday,
    },
    /// On the day of the year of the first day.
    Yearly,
}

/// When a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// On this day at the latest.
    Until(NaiveDate),
    /// After this many times, cancelled and moved ones counted.
    Count(u32),
}

/// What becomes of a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnDayOff {
    /// It stays.
    #[default]
    Keep,
    /// It is left out.
    Skip,
    /// It moves to the next working day.
    NextWorkingDay,
}

/// What was changed for one day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    /// It does not take place.
    Cancelled,
    /// It takes place on another day.
    MovedTo(NaiveDate),
}

/// A rule with its exceptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Where counting begins; itself a day of the series when the rule fits it.
    pub first: NaiveDate,
    /// How it repeats.
    pub rule: Rule,
    /// When it ends.
    pub ends: Ends,
    /// What becomes of days off.
    pub on_day_off: OnDayOff,
    /// Single changes, by the day that the rule gives.
    pub exceptions: BTreeMap<NaiveDate, Exception>,
}

/// One time of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Occurrence {
    /// The day on which it takes place.
    pub date: NaiveDate,
    /// The day that the rule gives, by which exceptions are kept.
    pub of: NaiveDate,
}

/// Why a rule cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// "Every 0 weeks".
    #[error("a series repeats at least every period")]
    Never,
    /// Neither 0 (the last) nor 1 to 5.
    #[error("a month has no weekday number {0}")]
    NoSuchWeekday(u8),
    /// It ends before it begins.
    #[error("the series ends before it begins")]
    EndsFirst,
    /// The first day cannot be planned.
    #[error("the first day cannot be planned")]
    OutOfRange,
}

impl Series {
    /// Whether the rule can be used.
    ///
    /// # Errors
    /// [`SeriesError`].
    pub fn check(&self) -> Result<(), SeriesError> {
        let every = match &self.rule {
            Rule::Weekly { every, .. } | Rule::MonthlyByDay { every } => *every,
            Rule::MonthlyByWeekday { nth: nth @ 6.., .. } => return Err(SeriesError::NoSuchWeekday(*nth)),
            Rule::MonthlyByWeekday { every, .. } => *every,
            Rule::Yearly => 1,
        };
        let ends_first = match self.ends {
            Ends::Until(last) => last < self.first,
            Ends::Count(times) => times == 0,
        };
        match () {
            () if every == 0 => Err(SeriesError::Never),
            () if ends_first => Err(SeriesError::EndsFirst),
            () if !is_supported(self.first) => Err(SeriesError::OutOfRange),
            () => Ok(()),
        }
    }

    /// The times between two days, both included, in order. Of two that meet on
    /// one day by moving, one is kept.
    pub fn between(&self, from: NaiveDate, to: NaiveDate, days: &WorkingDays) -> Vec<Occurrence> {
        let placed = self.days().filter_map(|of| {
            let date = match self.exceptions.get(&of) {
                Some(Exception::Cancelled) => None,
                Some(Exception::MovedTo(date)) => Some(*date),
                None if days.is_working(of) => Some(of),
                None => match self.on_day_off {
                    OnDayOff::Keep => Some(of),
                    OnDayOff::Skip => None,
                    OnDayOff::NextWorkingDay => Some(days.on_or_after(of)),
                },
            };
            date.map(|date| Occurrence { date, of })
        });
        let mut found: Vec<_> = placed.filter(|o| from <= o.date && o.date <= to).collect();
        found.sort();
        found.dedup_by_key(|occurrence| occurrence.date);
        found
    }

    /// The days of the rule, exceptions not asked; none when the rule cannot be
    /// used.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let usable = self.check().is_ok();
        let (until, count) = match self.ends {
            Ends::Until(last) => (last, usize::MAX),
            Ends::Count(times) => (NaiveDate::MAX, times as usize),
        };
        (0_u32..)
            .map_while(move |period| {
                self.period(period).filter(|(begins, _)| usable && is_supported(*begins))
            })
            .flat_map(|(_, days)| days)
            .skip_while(|day| *day < self.first)
            .take_while(move |day| *day <= until && is_supported(*day))
            .take(count)
    }

    /// The series in two, the second one from this day of the rule on, so that
    /// it can be changed alone. `None` when the day is not of the series or nothing
    /// lies before it.
    pub fn split(&self, from: NaiveDate) -> Option<(Series, Series)> {
        let before = self.times_before(from);
        let is_of_series = self.days().find(|day| *day >= from) == Some(from);
        if before == 0 || !is_of_series {
            return None;
        }
        let (mut first, mut second) = (self.clone(), self.clone());
        second.exceptions = first.exceptions.split_off(&from);
        second.first = from;
        first.ends = Ends::Count(before);
        second.ends = self.ends_from(from);
        Some((first, second))
    }

    /// When the series ends, told from a day of the rule on: of a number of times those
    /// before it are over, cancelled and moved ones like the others.
    pub fn ends_from(&self, from: NaiveDate) -> Ends {
        match self.ends {
            Ends::Count(times) => Ends::Count(times.saturating_sub(self.times_before(from))),
            until @ Ends::Until(_) => until,
        }
    }

    /// How many days of the rule lie before a day.
    fn times_before(&self, day: NaiveDate) -> u32 {
        let before = self.days().take_while(|known| *known < day).count();
        u32::try_from(before).unwrap_or(u32::MAX)
    }

    /// The beginning of the n-th period and the days of the rule in it, in order.
    fn period(&self, number: u32) -> Option<(NaiveDate, Vec<NaiveDate>)> {
        let first_of_month = |months: u32| self.first.with_day(1)?.checked_add_months(Months::new(months));
        match &self.rule {
            Rule::Weekly { every, on } => {
                let own = self.first.weekday();
                let back = Days::new(u64::from(own.num_days_from_monday()));
                let weeks = u64::from(number).checked_mul(u64::from(*every))?;
                let monday =
                    self.first.checked_sub_days(back)?.checked_add_days(Days::new(weeks.checked_mul(7)?))?;
                let chosen = |day: &NaiveDate| {
                    if on.is_empty() { day.weekday() == own } else { on.contains(&day.weekday()) }
                };
                Some((monday, monday.iter_days().take(7).filter(chosen).collect()))
            }
            Rule::MonthlyByDay { every } => {
                let month = first_of_month(number.checked_mul(*every)?)?;
                Some((month, month.with_day(self.first.day()).into_iter().collect()))
            }
            Rule::MonthlyByWeekday { every, nth, on } => {
                let month = first_of_month(number.checked_mul(*every)?)?;
                let all = month.iter_days().take_while(|day| day.month() == month.month());
                let mut all = all.filter(|day| day.weekday() == *on);
                let day = if *nth == 0 { all.last() } else { all.nth(usize::from(*nth) - 1) };
                Some((month, day.into_iter().collect()))
            }
            Rule::Yearly => {
                let year = self.first.year().checked_add(i32::try_from(number).ok()?)?;
                let (month, day) = (self.first.month(), self.first.day());
                let begins = NaiveDate::from_ymd_opt(year, 1, 1)?;
                Some((begins, NaiveDate::from_ymd_opt(year, month, day).into_iter().collect()))
            }
        }
    }
}
