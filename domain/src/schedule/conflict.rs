//! What stands in the way of an entry: one function, called in the browser
//! while somebody types and again in the transaction that saves.
//!
//! Three outcomes: refuse (the Chief of Office may override with a reason),
//! need a reason, warn. "Làm việc tại cơ quan" and duty never conflict, and
//! neither does what is postponed or cancelled. Two entries are compared in
//! `conflict/pair.rs` while both last and in `conflict/way.rs` when one follows the
//! other, an entry with the calendar in `conflict/alone.rs`.

mod alone;
pub mod index;
mod pair;
mod way;

#[cfg(test)]
mod demo_week;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

use super::directory::Directory;
use super::entry::{Entry, Plan};
use crate::calendar::hours::SessionPart;
use crate::id::EntryId;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// How much a conflict weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something to know.
    Note,
    /// Saved, with a mark.
    Warn,
    /// Saved only with a reason.
    Reason,
    /// Refused; the Chief of Office may override with a reason.
    Refuse,
}

/// What collides.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// A leader is expected twice.
    Leader {
        /// "Chủ tịch Đặng Hữu Khiêm".
        name: String,
    },
    /// A room is taken.
    Room {
        /// Its name.
        name: String,
    },
    /// A car is taken.
    Vehicle {
        /// Its plate.
        plate: String,
    },
    /// A driver is expected twice, with two cars.
    Driver {
        /// The name.
        name: String,
    },
    /// A leader of the Office or a specialist serves two entries.
    Staff {
        /// The name.
        name: String,
    },
    /// A unit prepares or joins two entries.
    Unit {
        /// Short name.
        name: String,
    },
    /// A citizen reception of the same leader is overwritten.
    Reception {
        /// The leader.
        name: String,
    },
    /// Outside the working hours of that day.
    OutsideHours {
        /// Start of the working day.
        from: NaiveTime,
        /// End of the working day.
        to: NaiveTime,
    },
    /// In the noon pause of that day.
    NoonPause {
        /// Start of the pause.
        from: NaiveTime,
        /// End of the pause.
        to: NaiveTime,
    },
    /// On a weekly day off.
    DayOff,
    /// On a holiday.
    Holiday {
        /// Its name.
        name: String,
    },
    /// The subject lies in another leader's portfolio.
    Portfolio {
        /// Who looks after it.
        name: String,
    },
    /// A citizen reception is held by somebody else (Law 136/2025/QH15).
    ReceptionDelegated,
    /// A leader cannot be there in time from the entry before, or for the one after.
    Way {
        /// The leader.
        name: String,
        /// Where the earlier entry is; `None` is the seat of the Office.
        from: Option<String>,
        /// Where the later one is.
        to: Option<String>,
        /// Minutes on the way.
        way: u32,
        /// Minutes to prepare.
        preparation: u32,
        /// Minutes between the two entries.
        left: u32,
        /// Whether the other entry is the earlier one.
        after: bool,
    },
}

/// The other entry of a conflict, as a sentence needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OtherEntry {
    /// Which one.
    pub id: EntryId,
    /// Its part of the day.
    pub part: SessionPart,
    /// Its start.
    pub start: Option<NaiveTime>,
    /// Its end.
    pub end: Option<NaiveTime>,
    /// Its content.
    pub content: String,
    /// Where it is.
    pub place: String,
}

/// One conflict of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conflict {
    /// How much it weighs.
    pub severity: Severity,
    /// What collides.
    pub kind: ConflictKind,
    /// With which entry, when it is with one.
    pub with: Option<OtherEntry>,
}

/// All conflicts of `plan` with the other entries and with the calendar, the
/// heaviest first. `id` is the entry being changed, which is not compared
/// with itself.
pub fn conflicts(
    entries: &[Entry],
    id: Option<EntryId>,
    plan: &Plan,
    directory: &Directory,
) -> Vec<Conflict> {
    judged(entries.iter(), id, plan, directory)
}

/// [`conflicts`] with those of the entries that can matter, in their order.
fn judged<'e>(
    entries: impl Iterator<Item = &'e Entry>,
    id: Option<EntryId>,
    plan: &Plan,
    directory: &Directory,
) -> Vec<Conflict> {
    let mut found = Vec::new();
    alone::check(plan, directory, &mut found);
    if !plan.kind.is_free() {
        for other in entries.filter(|other| takes_time(other)) {
            if Some(other.id) != id && other.plan.date == plan.date {
                pair::check(plan, other, directory, &mut found);
                way::check(plan, other, directory, &mut found);
            }
        }
    }
    found.sort_by_key(|c| std::cmp::Reverse(c.severity));
    found
}

/// Every pair of entries that collide, once each, and those that collide with
/// the calendar, for the list beside the board.
pub fn of_week(entries: &[Entry], directory: &Directory) -> Vec<(EntryId, Conflict)> {
    let mut found = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if !entry.standing.is_going() {
            continue;
        }
        let later = &entries[at + 1..];
        found.extend(
            conflicts(later, Some(entry.id), &entry.plan, directory)
                .into_iter()
                .map(|conflict| (entry.id, conflict)),
        );
    }
    found.sort_by_key(|(_, c)| std::cmp::Reverse(c.severity));
    found
}

/// The heaviest of some conflicts.
pub fn heaviest(conflicts: &[Conflict]) -> Option<Severity> {
    conflicts.iter().map(|c| c.severity).max()
}

fn takes_time(entry: &Entry) -> bool {
    entry.standing.is_going() && !entry.plan.kind.is_free()
}

/// The place of an entry in words: its room, or what was typed.
pub fn place_of(plan: &Plan, directory: &Directory) -> String {
    match plan.room.and_then(|id| directory.room(id)) {
        Some(room) if plan.place.is_empty() => room.name.clone(),
        Some(room) => format!("{}, {}", room.name, plan.place),
        None => plan.place.clone(),
    }
}
