//! The way between two entries of one day: whether a leader can be there in
//! time, by a table of places with minutes that the Office edits.
//!
//! Asked of entries that follow each other; those that overlap collide already
//! (`conflict`). A trip to a commune so blocks the way there and the way back. A
//! place that names no locality is not judged, nor is a trip out of the province:
//! nobody can say where it begins.

#[cfg(test)]
mod tests;

use super::choice::{EntryKind, Format};
use super::conflict::Severity;
use super::directory::Directory;
use super::entry::{Entry, Plan};
use crate::calendar::spoken;
use crate::id::{EntryId, UnitId};
use crate::locale::Locale;
use crate::people::UnitKind;
use crate::text::plain;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// A place that ways lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// The Office: its rooms, and what is joined online.
    Headquarters,
    /// A commune, ward or special zone.
    Locality(UnitId),
}

/// A row of the table, the same in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// One end.
    pub one: Stop,
    /// The other end.
    pub other: Stop,
    /// Minutes on the way.
    pub minutes: u32,
}

/// The table of ways, and what holds where it is silent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travel {
    /// The rows.
    pub legs: Vec<Leg>,
    /// Minutes between the Office and a locality without a row.
    pub usual: u32,
    /// Minutes that a leader needs before an entry at another place.
    pub preparation: u32,
}

impl Default for Travel {
    /// Half an hour to each locality, until the Office fills its table.
    fn default() -> Self {
        Self { legs: Vec::new(), usual: 30, preparation: 0 }
    }
}

impl Travel {
    /// Minutes from one place to another. Two localities without a row are as far
    /// from each other as the way by the Office.
    pub fn minutes(&self, one: Stop, other: Stop) -> u32 {
        if one == other {
            return 0;
        }
        let listed =
            |leg: &&Leg| (leg.one, leg.other) == (one, other) || (leg.one, leg.other) == (other, one);
        match self.legs.iter().find(listed) {
            Some(leg) => leg.minutes,
            None if one == Stop::Headquarters || other == Stop::Headquarters => self.usual,
            None => {
                let (there, back) =
                    (self.minutes(one, Stop::Headquarters), self.minutes(Stop::Headquarters, other));
                there.saturating_add(back)
            }
        }
    }
}

/// Two entries of a leader with too little time between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tight {
    /// [`Severity::Reason`] when the way alone is too long and both hours are
    /// certain, [`Severity::Warn`] otherwise.
    pub severity: Severity,
    /// "Chủ tịch Đặng Hữu Khiêm".
    pub name: String,
    /// The other entry.
    pub with: EntryId,
    /// Its content.
    pub content: String,
    /// Whether the other entry comes first.
    pub after: bool,
    /// When the earlier one ends.
    pub ends: NaiveTime,
    /// When the later one begins.
    pub begins: NaiveTime,
    /// Minutes needed, way and preparation.
    pub needed: u32,
    /// Minutes there are.
    pub left: u32,
}

impl Tight {
    /// The sentence for the one who plans.
    pub fn sentence(&self, locale: Locale) -> String {
        let (name, content) = (&self.name, &self.content);
        let (ends, begins) = (spoken::brief_time(locale, self.ends), spoken::brief_time(locale, self.begins));
        let (needed, left) = (self.needed, self.left);
        match (locale, self.after) {
            (Locale::Vi, true) => format!(
                "{name} chỉ có {left} phút từ \u{201c}{content}\u{201d} (kết thúc {ends}) đến đây ({begins}); cần {needed} phút."
            ),
            (Locale::Vi, false) => format!(
                "{name} chỉ có {left} phút từ đây (kết thúc {ends}) đến \u{201c}{content}\u{201d} ({begins}); cần {needed} phút."
            ),
            (Locale::En, true) => format!(
                "{name} has only {left} minutes from \u{201c}{content}\u{201d} (ends {ends}) to this entry ({begins}); {needed} are needed."
            ),
            (Locale::En, false) => format!(
                "{name} has only {left} minutes from this entry (ends {ends}) to \u{201c}{content}\u{201d} ({begins}); {needed} are needed."
            ),
        }
    }
}

/// Where an entry takes place, as far as the directory can tell.
pub fn stop_of(plan: &Plan, directory: &Directory) -> Option<Stop> {
    if plan.kind == EntryKind::BusinessTrip {
        return None;
    }
    let elsewhere = !plan.place.trim().is_empty();
    if plan.format == Format::Online || plan.room.is_some() || !elsewhere {
        return Some(Stop::Headquarters);
    }
    let place = plain(&plan.place);
    let here = directory.units.iter().filter(|unit| unit.kind == UnitKind::Locality);
    let named = here.filter(|unit| unit.valid.contains(plan.date)).filter_map(|unit| {
        let name = plain(&unit.short_name);
        let name = name.strip_prefix("ubnd ").unwrap_or(&name);
        (!name.is_empty() && place.contains(name)).then_some((name.len(), unit.id))
    });
    named.max().map(|(_, unit)| Stop::Locality(unit))
}

/// The entries of the same day between which and `plan` a leader has too little
/// time, the heaviest first. `id` is the entry being changed.
pub fn tight(
    others: &[Entry],
    id: Option<EntryId>,
    plan: &Plan,
    directory: &Directory,
    travel: &Travel,
) -> Vec<Tight> {
    let mut found = Vec::new();
    let Some(here) = stop_of(plan, directory).filter(|_| !plan.kind.is_free()) else { return found };
    for other in others {
        let busy = other.standing.is_going() && !other.plan.kind.is_free();
        if !busy || Some(other.id) == id || other.plan.date != plan.date {
            continue;
        }
        let there = stop_of(&other.plan, directory).filter(|there| *there != here);
        if let Some(there) = there {
            let way = travel.minutes(here, there);
            found.extend(between(plan, other, directory, way, travel.preparation));
        }
    }
    found.sort_by_key(|tight| (std::cmp::Reverse(tight.severity), tight.begins));
    found
}

fn between(plan: &Plan, other: &Entry, directory: &Directory, way: u32, preparation: u32) -> Option<Tight> {
    let hours = directory.hours_on(plan.date);
    let (mine, theirs) = (plan.minutes(&hours), other.plan.minutes(&hours));
    let after = theirs.1 <= mine.0;
    let (ends, begins) = if after { (theirs.1, mine.0) } else { (mine.1, theirs.0) };
    let left = begins.checked_sub(ends)?;
    let needed = way.saturating_add(preparation);
    if needed <= left {
        return None;
    }
    let name = shared(plan, &other.plan, directory)?;
    let exact = plan.is_exact() && other.plan.is_exact();
    let severity = if exact && left < way { Severity::Reason } else { Severity::Warn };
    let time = |minutes: u32| NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
    let (ends, begins) = (time(ends)?, time(begins)?);
    let (with, content) = (other.id, other.plan.content.clone());
    Some(Tight { severity, name, with, content, after, ends, begins, needed, left })
}

/// The first leader, by order on the plan, who is on both.
fn shared(one: &Plan, other: &Plan, directory: &Directory) -> Option<String> {
    let posts =
        |plan: &Plan| plan.attending.iter().filter_map(|a| directory.leader(a.position)).collect::<Vec<_>>();
    let theirs = posts(other);
    let both = posts(one).into_iter().find(|post| theirs.iter().any(|their| their.person == post.person))?;
    Some(format!("{} {}", both.short_title, both.person_name))
}
