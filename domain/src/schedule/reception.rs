//! The days on which leaders receive citizens in person: how many the law asks of each
//! post, on which day they are announced, and what a week still lacks.
//!
//! Law on Citizen Reception 2013, Article 12: the head of a provincial committee receives
//! citizens on one day of each month at least. The numbers are the Office's to change,
//! with their basis. It warns; it refuses nothing, for the day may be moved by the leader.

mod draft;
#[cfg(test)]
mod tests;

pub use draft::{ReceptionDraft, RowDraft};

use super::choice::EntryKind;
use super::entry::Entry;
use super::series::{Ends, OnDayOff, Rule, Series};
use crate::calendar::week::IsoWeek;
use crate::calendar::working_day::WorkingDays;
use crate::id::PositionId;
use crate::people::Position;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What holds until the Office says otherwise.
pub const BASIS: &str = "Luật Tiếp công dân 2013, Điều 12; Luật số 136/2025/QH15";

/// What is asked of one post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionRule {
    /// The post's name in addresses, which its holders share.
    pub post: String,
    /// Days of each month, at least.
    pub per_month: u32,
    /// The day that is announced: 1 to 4, or 0 for the last one, and which weekday. It
    /// moves to the next working day when it is off.
    pub announced: Option<(u8, Weekday)>,
}

/// What is asked of the posts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionRules {
    /// One for each post of which something is asked.
    pub rules: Vec<ReceptionRule>,
    /// The law or decision that asks it.
    pub basis: String,
    /// Raised by each save; 0 while nobody saved anything.
    pub version: i32,
}

/// A day of reception that is due in a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionDue {
    /// Who is to receive.
    pub position: PositionId,
    /// "Chủ tịch Đặng Hữu Khiêm".
    pub name: String,
    /// The day: the announced one, or the last working day of its month.
    pub due: NaiveDate,
    /// Whether the day is announced.
    pub is_announced: bool,
    /// Days of the month, at least.
    pub per_month: u32,
    /// Days of the month, in other weeks, on which the leader receives.
    pub elsewhere: u32,
    /// The law or decision that asks it.
    pub basis: String,
}

impl ReceptionRules {
    /// The rules in force: while nobody saved any, what the law asks of the head.
    pub fn in_force(&self, leaders: &[Position]) -> Self {
        if self.version > 0 {
            return self.clone();
        }
        let head = leaders.iter().min_by_key(|post| post.precedence);
        let rule = |head: &Position| ReceptionRule { post: head.slug.clone(), per_month: 1, announced: None };
        Self { rules: head.map(rule).into_iter().collect(), basis: BASIS.to_owned(), version: 0 }
    }
}

impl ReceptionRule {
    /// The day of a month on which the reception is due.
    fn due(&self, month: NaiveDate, days: &WorkingDays) -> Option<NaiveDate> {
        let last = month.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
        match self.announced {
            None => {
                let mut back = (0..31).filter_map(|n| last.checked_sub_days(Days::new(n)));
                back.find(|day| days.is_working(*day))
            }
            Some((nth, on)) => {
                let series = Series {
                    first: month,
                    rule: Rule::MonthlyByWeekday { every: 1, nth, on },
                    ends: Ends::Until(last),
                    on_day_off: OnDayOff::NextWorkingDay,
                    exceptions: Default::default(),
                };
                let within = last.checked_add_days(Days::new(31))?;
                series.between(month, within, days).first().map(|occurrence| occurrence.date)
            }
        }
    }
}

/// What is due in a week, as if nobody received anywhere else in the month.
pub fn due_in(
    week: IsoWeek,
    rules: &ReceptionRules,
    leaders: &[Position],
    days: &WorkingDays,
) -> Vec<ReceptionDue> {
    // A day that moved off a holiday may lie in the month after its own.
    let month = |day: NaiveDate| day.with_day(1);
    let before = month(week.monday()).and_then(|first| first.checked_sub_months(Months::new(1)));
    let months: BTreeSet<NaiveDate> =
        [before, month(week.monday()), month(week.sunday())].into_iter().flatten().collect();
    let due = |rule: &ReceptionRule| {
        let mut days = months.iter().filter_map(|month| rule.due(*month, days));
        let due = days.find(|day| week.contains(*day))?;
        let holds = |post: &&Position| post.slug == rule.post && post.valid.meets(due, due);
        let post = leaders.iter().find(holds).filter(|_| rule.per_month > 0)?;
        Some(ReceptionDue {
            position: post.id,
            name: post.titled(),
            due,
            is_announced: rule.announced.is_some(),
            per_month: rule.per_month,
            elsewhere: 0,
            basis: rules.basis.clone(),
        })
    };
    rules.rules.iter().filter_map(due).collect()
}

/// Whether a leader receives citizens in person by this entry.
pub fn receives(entry: &Entry, position: PositionId) -> bool {
    entry.standing.is_going()
        && entry.plan.kind == EntryKind::CitizenReception
        && entry.plan.attending.iter().any(|attending| attending.position == position)
}

/// What of that which is due the entries of the week do not hold.
pub fn missing<'d>(entries: &[Entry], due: &'d [ReceptionDue]) -> Vec<&'d ReceptionDue> {
    let lacks = |due: &&ReceptionDue| {
        let own = entries.iter().filter(|entry| receives(entry, due.position));
        let own = own.map(|entry| entry.plan.date).filter(|day| is_same_month(*day, due.due));
        let own: BTreeSet<NaiveDate> = own.collect();
        u32::try_from(own.len()).unwrap_or(u32::MAX).saturating_add(due.elsewhere) < due.per_month
    };
    due.iter().filter(lacks).collect()
}

/// Whether two days lie in one month.
pub fn is_same_month(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}
