//! The next times at which an entry would stand in nobody's way.
//!
//! A slot lies on a working day within the hours of that day, its leaders hold
//! their posts on it, and [`conflicts`](super::conflict::conflicts) would find nobody
//! and nothing of it in another entry, not even for a warning, and nothing else that
//! needs a reason. Slots follow each other without overlapping, the earliest first,
//! on quarters of an hour. Those of one week around a plan are in `slots/week.rs`.

#[cfg(test)]
mod tests;
mod week;

pub use week::{WeekSearch, slots_of_week};

use super::conflict::index::EntryIndex;
use super::conflict::{Conflict, Severity};
use super::directory::Directory;
use super::entry::{Entry, Plan};
use crate::calendar::hours::{SessionPart, WorkingHours};
use crate::calendar::spoken;
use crate::calendar::working_day::WorkingDays;
use crate::id::EntryId;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;

/// Minutes between the beginnings that are tried.
const STEP: u32 = 15;

/// A time for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// Start, when the entry has hours.
    pub start: Option<NaiveTime>,
    /// End, when the entry has one.
    pub end: Option<NaiveTime>,
}

impl Slot {
    /// The plan at this time.
    pub fn of(self, plan: &Plan) -> Plan {
        Plan { date: self.date, part: self.part, start: self.start, end: self.end, ..plan.clone() }
    }

    /// The slot in an address or a button: "2026-12-08.afternoon.14:00.15:30".
    pub fn code(self) -> String {
        let time = |time: Option<NaiveTime>| time.map(spoken::time).unwrap_or_default();
        format!("{}.{}.{}.{}", self.date, self.part.code(), time(self.start), time(self.end))
    }

    /// Reads [`Slot::code`].
    pub fn of_code(code: &str) -> Option<Self> {
        let parts: Vec<&str> = code.split('.').collect();
        let [date, part, start, end] = parts[..] else { return None };
        let time = |text: &str| match text {
            "" => Some(None),
            text => spoken::parse_time(text).map(Some),
        };
        let (date, part) = (date.parse().ok()?, SessionPart::of_code(part)?);
        Some(Self { date, part, start: time(start)?, end: time(end)? })
    }
}

/// Where slots are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// Nothing begins before.
    pub from: NaiveDateTime,
    /// How many calendar days are looked through, the first included.
    pub days: u32,
    /// How many slots are enough.
    pub at_most: usize,
}

/// The next free slots of `plan` among `others`, as long as it is now. An entry
/// without hours keeps its part when it takes the day or the evening, otherwise it
/// is offered mornings and afternoons. An entry with a start and no end gets
/// starts.
///
/// Only working hours are offered, so an entry in the evening that has hours is
/// moved into the day.
pub fn free_slots(others: &[Entry], plan: &Plan, directory: &Directory, search: Search) -> Vec<Slot> {
    let days = days(search);
    let near =
        |entry: &&Entry| days.first() <= Some(&entry.plan.date) && Some(&entry.plan.date) <= days.last();
    let index: EntryIndex<&Entry> = others.iter().filter(near).collect();
    free_slots_in(&index, None, plan, directory, search)
}

/// As [`free_slots`], among the entries of an index; `id` is the entry that moves.
pub fn free_slots_in<E: Borrow<Entry>>(
    index: &EntryIndex<E>,
    id: Option<EntryId>,
    plan: &Plan,
    directory: &Directory,
    search: Search,
) -> Vec<Slot> {
    let working = WorkingDays::new(&directory.holidays);
    let mut found: Vec<Slot> = Vec::new();
    for date in days(search) {
        if !working.is_working(date) || !all_in_office(plan, directory, date) {
            continue;
        }
        let hours = directory.hours_on(date);
        let earliest = if date == search.from.date() { search.from.time() } else { NaiveTime::MIN };
        for slot in tried(plan, date, &hours) {
            if found.len() == search.at_most {
                return found;
            }
            if begins(slot, &hours) < earliest || found.last().is_some_and(|last| overlap(last, &slot)) {
                continue;
            }
            let conflicts = index.conflicts(id, &slot.of(plan), directory);
            if conflicts.iter().all(is_light) {
                found.push(slot);
            }
        }
    }
    found
}

/// Whether a slot with this conflict is offered all the same.
fn is_light(conflict: &Conflict) -> bool {
    let most = if conflict.with.is_some() { Severity::Note } else { Severity::Warn };
    conflict.severity <= most
}

fn days(search: Search) -> Vec<NaiveDate> {
    search.from.date().iter_days().take(search.days as usize).collect()
}

/// Whether those who attend hold their posts on this day.
fn all_in_office(plan: &Plan, directory: &Directory, date: NaiveDate) -> bool {
    let mut posts = plan.attending.iter().filter_map(|a| directory.leader(a.position));
    posts.all(|post| post.valid.contains(date))
}

fn begins(slot: Slot, hours: &WorkingHours) -> NaiveTime {
    slot.start.unwrap_or(slot.part.bounds(hours).0)
}

/// Whether a slot begins before the one found last has ended.
fn overlap(last: &Slot, slot: &Slot) -> bool {
    let ends = last.end.or(last.start.map(|start| start + TimeDelta::minutes(30)));
    last.date == slot.date && ends.is_some_and(|end| slot.start.is_some_and(|start| start < end))
}

/// All slots of a day that lie within its hours, the earliest first.
fn tried(plan: &Plan, date: NaiveDate, hours: &WorkingHours) -> Vec<Slot> {
    let Some(start) = plan.start else {
        let parts: &[SessionPart] = match plan.part {
            SessionPart::AllDay => &[SessionPart::AllDay],
            SessionPart::Evening => &[SessionPart::Evening],
            SessionPart::Morning | SessionPart::Afternoon => &[SessionPart::Morning, SessionPart::Afternoon],
        };
        return parts.iter().map(|part| Slot { date, part: *part, start: None, end: None }).collect();
    };
    let long = plan.end.map(|end| end - start);
    let starts = (0..24 * 60 / STEP).filter_map(|quarter| {
        let minutes = quarter * STEP;
        NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
    });
    let slots = starts.filter_map(|start| {
        let end = match long {
            Some(long) => Some(start.overflowing_add_signed(long)).filter(|(_, over)| *over == 0)?.0,
            None => start + TimeDelta::minutes(i64::from(STEP)),
        };
        let part = if plan.part == SessionPart::AllDay { plan.part } else { SessionPart::of_time(start) };
        let fits = hours.cover(start, end) && !crosses_noon(start, end, hours);
        fits.then_some(Slot { date, part, start: Some(start), end: long.map(|_| end) })
    });
    slots.collect()
}

/// Whether it lasts over the noon pause although a half of the day is long enough.
fn crosses_noon(start: NaiveTime, end: NaiveTime, hours: &WorkingHours) -> bool {
    let halves = [hours.morning, hours.afternoon];
    let short = halves.iter().any(|(from, to)| end - start <= *to - *from);
    let starts_before = start < hours.morning.1 && end > hours.morning.1;
    short
        && starts_before
        && hours.morning.1.num_seconds_from_midnight() < hours.afternoon.0.num_seconds_from_midnight()
}
