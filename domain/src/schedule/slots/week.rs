//! Free times around a plan in its own week: what a form or a board, which knows the
//! entries of one week, can offer when something stands in the way.

use super::{Search, Slot, free_slots_in};
use crate::calendar::week::IsoWeek;
use crate::id::EntryId;
use crate::schedule::conflict::index::EntryIndex;
use crate::schedule::directory::Directory;
use crate::schedule::entry::{Entry, Plan};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Up to `at_most` free slots in the week of `plan`, none before `now`: those after the
/// plan, and when these are too few the nearest ones before it. `entries` are those of
/// the week, `id` is the entry that moves.
pub fn slots_of_week(
    entries: &[Entry],
    id: Option<EntryId>,
    plan: &Plan,
    directory: &Directory,
    now: NaiveDateTime,
    at_most: usize,
) -> Vec<Slot> {
    let mut search = WeekSearch::new(id, plan.clone(), directory, now, at_most);
    while search.look(entries, directory) {}
    search.found(directory)
}

/// The search of [`slots_of_week`], a day at a time: who has a frame to draw goes on after
/// it.
#[derive(Clone, Debug)]
pub struct WeekSearch {
    id: Option<EntryId>,
    plan: Plan,
    at_most: usize,
    earliest: NaiveDateTime,
    from: NaiveDateTime,
    later: Vec<Slot>,
    before: Vec<Slot>,
    /// The day that is looked at next, and whether it is about what lies before the plan.
    next: Option<(NaiveDate, bool)>,
}

impl WeekSearch {
    /// The beginning of a search.
    pub fn new(
        id: Option<EntryId>,
        plan: Plan,
        directory: &Directory,
        now: NaiveDateTime,
        at_most: usize,
    ) -> Self {
        let week = IsoWeek::of(plan.date);
        let earliest = now.max(week.monday().and_time(NaiveTime::MIN));
        let hours = directory.hours_on(plan.date);
        let wished = plan.date.and_time(plan.start.unwrap_or(plan.part.bounds(&hours).0));
        let from = earliest.max(wished);
        let next = (from.date() <= week.sunday()).then_some((from.date(), false));
        Self { id, plan, at_most, earliest, from, later: Vec::new(), before: Vec::new(), next }
    }

    /// Looks through one more day of these entries; says whether another one is left.
    pub fn look(&mut self, entries: &[Entry], directory: &Directory) -> bool {
        let Some((day, is_before)) = self.next else { return false };
        let (begin, at_most) = match is_before {
            true => (self.earliest, usize::MAX),
            false => (self.from, self.at_most - self.later.len()),
        };
        let from = begin.max(day.and_time(NaiveTime::MIN));
        let index: EntryIndex<&Entry> = entries.iter().filter(|entry| entry.plan.date == day).collect();
        let search = Search { from, days: 1, at_most };
        let found = free_slots_in(&index, self.id, &self.plan, directory, search);
        if is_before { &mut self.before } else { &mut self.later }.extend(found);
        self.next = self.after(day, is_before);
        self.next.is_some()
    }

    fn after(&self, day: NaiveDate, is_before: bool) -> Option<(NaiveDate, bool)> {
        if self.later.len() >= self.at_most {
            return None;
        }
        let last = if is_before { self.from.date() } else { IsoWeek::of(self.plan.date).sunday() };
        if day < last {
            return Some((day.succ_opt()?, is_before));
        }
        (!is_before && self.from != self.earliest).then_some((self.earliest.date(), true))
    }

    /// What was found so far.
    pub fn found(mut self, directory: &Directory) -> Vec<Slot> {
        let hours = directory.hours_on(self.plan.date);
        let begins = |slot: &Slot| slot.date.and_time(slot.start.unwrap_or(slot.part.bounds(&hours).0));
        let ends = |slot: &Slot| slot.date.and_time(slot.end.unwrap_or(slot.part.bounds(&hours).1));
        let first = self.later.first().map_or(self.from, begins);
        self.before.retain(|slot| begins(slot) < self.from && ends(slot) <= first.max(self.from));
        let too_many = self.before.len().saturating_sub(self.at_most.saturating_sub(self.later.len()));
        self.before.drain(..too_many);
        self.before.extend(self.later);
        self.before
    }
}
