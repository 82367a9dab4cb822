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
    let week = IsoWeek::of(plan.date);
    let earliest = now.max(week.monday().and_time(NaiveTime::MIN));
    let hours = directory.hours_on(plan.date);
    let wished = plan.date.and_time(plan.start.unwrap_or(plan.part.bounds(&hours).0));
    let from = earliest.max(wished);
    let index: EntryIndex<&Entry> = entries.iter().collect();
    let look = |from: NaiveDateTime, last: NaiveDate, at_most| {
        let days = (last - from.date()).num_days() + 1;
        let days = u32::try_from(days).unwrap_or(0);
        free_slots_in(&index, id, plan, directory, Search { from, days, at_most })
    };
    let later = look(from, week.sunday(), at_most);
    if later.len() >= at_most || from == earliest {
        return later;
    }
    let begins = |slot: &Slot| slot.date.and_time(slot.start.unwrap_or(slot.part.bounds(&hours).0));
    let ends = |slot: &Slot| slot.date.and_time(slot.end.unwrap_or(slot.part.bounds(&hours).1));
    let first = later.first().map_or(from, begins);
    let mut before = look(earliest, from.date(), usize::MAX);
    before.retain(|slot| begins(slot) < from && ends(slot) <= first.max(from));
    let too_many = before.len().saturating_sub(at_most - later.len());
    before.drain(..too_many);
    before.extend(later);
    before
}
