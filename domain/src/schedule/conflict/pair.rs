//! What two entries of a day want at the same time: leaders, rooms, cars and
//! the people of the Office.
//!
//! An overlap that is certain is refused; without hours nobody can say that two
//! entries really meet, so a reason is enough. The one in whose place somebody
//! goes is free.

use super::{Conflict, ConflictKind, OtherEntry, Severity, place_of};
use crate::id::{PersonId, UnitId};
use crate::schedule::choice::EntryKind;
use crate::schedule::directory::Directory;
use crate::schedule::entry::{Entry, Plan};

/// Adds what `plan` and `other`, both of the same day, have in common while
/// both last.
pub(super) fn check(plan: &Plan, other: &Entry, directory: &Directory, found: &mut Vec<Conflict>) {
    let hours = directory.hours_on(plan.date);
    if !overlap(plan.minutes(&hours), other.plan.minutes(&hours)) {
        return;
    }
    let certain = (plan.certain_minutes(&hours), other.plan.certain_minutes(&hours));
    let hard = match certain {
        (Some(mine), Some(theirs)) if overlap(mine, theirs) => Severity::Refuse,
        _ => Severity::Reason,
    };
    let mut add = |severity, kind| {
        let with = Some(other_entry(other, directory));
        found.push(Conflict { severity, kind, with });
    };
    let theirs = &other.plan;
    let reception = [plan.kind, theirs.kind].contains(&EntryKind::CitizenReception);
    for name in both_attend(plan, theirs, directory) {
        if reception {
            add(Severity::Reason, ConflictKind::Reception { name: name.clone() });
        }
        add(hard, ConflictKind::Leader { name });
    }
    if let Some(room) = same(plan.room, theirs.room).and_then(|id| directory.room(id)) {
        add(hard, ConflictKind::Room { name: room.name.clone() });
    }
    if let Some(car) = same(plan.vehicle, theirs.vehicle).and_then(|id| directory.vehicle(id)) {
        add(hard, ConflictKind::Vehicle { plate: car.plate.clone() });
    } else if let Some(person) =
        same(driver(plan, directory), driver(theirs, directory)).and_then(|id| directory.person(id))
    {
        add(hard, ConflictKind::Driver { name: person.name.clone() });
    }
    for id in common(staff(plan), &staff(theirs)) {
        if let Some(person) = directory.person(id) {
            add(Severity::Warn, ConflictKind::Staff { name: person.name.clone() });
        }
    }
    for id in common(units(plan), &units(theirs)) {
        if let Some(unit) = directory.unit(id) {
            add(Severity::Warn, ConflictKind::Unit { name: unit.short_name.clone() });
        }
    }
}

fn overlap(one: (u32, u32), other: (u32, u32)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

pub(super) fn other_entry(other: &Entry, directory: &Directory) -> OtherEntry {
    OtherEntry {
        id: other.id,
        part: other.plan.part,
        start: other.plan.start,
        end: other.plan.end,
        content: other.plan.content.clone(),
        place: place_of(&other.plan, directory),
    }
}

/// Names of those who would be in two places, each once: by person, because
/// one person may hold two posts.
pub(super) fn both_attend(one: &Plan, other: &Plan, directory: &Directory) -> Vec<String> {
    let posts = |plan: &Plan| -> Vec<_> {
        plan.attending.iter().filter_map(|a| directory.leader(a.position)).collect()
    };
    let people: Vec<_> = posts(other).into_iter().map(|post| post.person).collect();
    let mut seen = Vec::new();
    let mut names = Vec::new();
    for post in posts(one) {
        if people.contains(&post.person) && !seen.contains(&post.person) {
            seen.push(post.person);
            names.push(post.titled());
        }
    }
    names
}

fn staff(plan: &Plan) -> Vec<PersonId> {
    [plan.office_leader, plan.specialist].into_iter().flatten().collect()
}

/// The units that send somebody: they have deputies for a second meeting, so
/// this is only worth a warning.
fn units(plan: &Plan) -> Vec<UnitId> {
    plan.remote_sites.iter().copied().chain(plan.preparing_unit).collect()
}

fn driver(plan: &Plan, directory: &Directory) -> Option<PersonId> {
    directory.vehicle(plan.vehicle?)?.driver
}

fn same<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.filter(|one| other.as_ref() == Some(one))
}

/// What both lists hold, each once.
fn common<T: Ord>(mut one: Vec<T>, other: &[T]) -> Vec<T> {
    one.retain(|item| other.contains(item));
    one.sort();
    one.dedup();
    one
}
