//! The way between two entries of a day that follow each other: whether a leader who
//! is on both can be there in time, by the table of ways (`schedule/buffer.rs`).
//!
//! Those that overlap collide already (`conflict/pair.rs`). A trip to a commune so
//! blocks the way there and the way back.

#[cfg(test)]
mod tests;

use super::pair::{both_attend, other_entry};
use super::{Conflict, ConflictKind, Severity};
use crate::schedule::buffer::{Stop, locality_name, stop_of};
use crate::schedule::directory::Directory;
use crate::schedule::entry::{Entry, Plan};

/// Adds those who cannot come from one of `plan` and `other`, both of the same day, to
/// the other in time.
///
/// [`Severity::Reason`] when the way alone is too long and both hours are certain,
/// [`Severity::Warn`] otherwise.
pub(super) fn check(plan: &Plan, other: &Entry, directory: &Directory, found: &mut Vec<Conflict>) {
    let travel = &directory.travel;
    let hours = directory.hours_on(plan.date);
    let (mine, theirs) = (plan.minutes(&hours), other.plan.minutes(&hours));
    let after = theirs.1 <= mine.0;
    let (ends, begins) = if after { (theirs.1, mine.0) } else { (mine.1, theirs.0) };
    // Places are asked for last: reading them out of words takes longest.
    let Some(left) = begins.checked_sub(ends).filter(|left| *left < travel.longest()) else { return };
    let names = both_attend(plan, &other.plan, directory);
    if names.is_empty() {
        return;
    }
    let (Some(here), Some(there)) = (stop_of(plan, directory), stop_of(&other.plan, directory)) else {
        return;
    };
    let way = travel.minutes(&here, &there);
    let preparation = travel.preparation;
    if here == there || way.saturating_add(preparation) <= left {
        return;
    }
    let exact = plan.is_exact() && other.plan.is_exact();
    let severity = if exact && left < way { Severity::Reason } else { Severity::Warn };
    let (from, to) = if after { (there, here) } else { (here, there) };
    for name in names {
        let (from, to) = (name_of(&from, directory), name_of(&to, directory));
        found.push(Conflict {
            severity,
            kind: ConflictKind::Way { name, from, to, way, preparation, left, after },
            with: Some(other_entry(other, directory)),
        });
    }
}

/// `None` for the seat of the Office, which has a word in each language.
fn name_of(stop: &Stop, directory: &Directory) -> Option<String> {
    match stop {
        Stop::Headquarters => None,
        Stop::Locality(id) => directory.unit(*id).map(|unit| locality_name(unit).to_owned()),
        Stop::Named(name) => Some(name.clone()),
    }
}
