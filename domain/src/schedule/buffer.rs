//! Places, the ways between them and the minutes that these take: a table that the
//! Office edits, and what it says about an entry.
//!
//! A place that names no locality and no row of the table is not judged, nor are leave
//! and trips out of the province: nobody can say where they begin. Two entries of one day
//! are judged by it in `conflict/way.rs`.

mod draft;
#[cfg(test)]
mod tests;

pub use draft::{LegDraft, MOST, SEAT, TravelDraft, name_of};

use super::choice::{EntryKind, Format};
use super::directory::Directory;
use super::entry::Plan;
use crate::id::UnitId;
use crate::people::{Unit, UnitKind};
use crate::text::{folded, plain};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a locality's name begins with, and a place often leaves out.
const CLASSES: [&str; 4] = ["phuong ", "xa ", "dac khu ", "thi tran "];

/// A place that ways lead to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// The Office: its rooms, and what is joined online.
    Headquarters,
    /// A commune, ward or special zone.
    Locality(UnitId),
    /// Anywhere that has rows of its own: "Sân bay Minh Giang".
    Named(String),
}

/// A row of the table, the same in both directions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Minutes between the Office and a place without a row.
    pub usual: u32,
    /// Minutes that a leader needs before an entry at another place.
    pub preparation: u32,
    /// Raised by each save.
    pub version: i32,
}

impl Default for Travel {
    /// Half an hour to each locality, until the Office fills its table.
    fn default() -> Self {
        Self { legs: Vec::new(), usual: 30, preparation: 0, version: 0 }
    }
}

impl Travel {
    /// Minutes from one place to another. Two places without a row are as far from
    /// each other as the way by the Office.
    pub fn minutes(&self, one: &Stop, other: &Stop) -> u32 {
        if one == other {
            return 0;
        }
        let joins =
            |leg: &&Leg| (&leg.one, &leg.other) == (one, other) || (&leg.other, &leg.one) == (one, other);
        let home = Stop::Headquarters;
        match self.legs.iter().find(joins) {
            Some(leg) => leg.minutes,
            None if *one == home || *other == home => self.usual,
            None => self.minutes(one, &home).saturating_add(self.minutes(&home, other)),
        }
    }

    /// More time than this between two entries is enough whatever the places are.
    pub fn longest(&self) -> u32 {
        let way = self.legs.iter().map(|leg| leg.minutes).fold(self.usual, u32::max);
        way.saturating_mul(2).saturating_add(self.preparation)
    }
}

/// Where an entry takes place, as far as the directory can tell. A room of the
/// Office may stand elsewhere; its location says so.
pub fn stop_of(plan: &Plan, directory: &Directory) -> Option<Stop> {
    if matches!(plan.kind, EntryKind::BusinessTrip | EntryKind::Leave) {
        return None;
    }
    let room = plan.room.and_then(|id| directory.room(id));
    match room {
        _ if plan.format == Format::Online => Some(Stop::Headquarters),
        Some(room) => stop_named(&room.location, plan.date, directory).or(Some(Stop::Headquarters)),
        None if plan.place.trim().is_empty() => Some(Stop::Headquarters),
        None => stop_named(&plan.place, plan.date, directory),
    }
}

/// The place that a text names: the longest name that stands in it. Of two that are
/// as long nobody can say which is meant.
fn stop_named(text: &str, date: NaiveDate, directory: &Directory) -> Option<Stop> {
    let text = plain(text);
    let ends = directory.travel.legs.iter().flat_map(|leg| [&leg.one, &leg.other]);
    let rows = ends.filter_map(|stop| match stop {
        Stop::Named(name) => Some((name_in(&text, name)?, stop.clone())),
        _ => None,
    });
    let localities = directory
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Locality && unit.valid.contains(date))
        .filter_map(|unit| Some((locality_in(&text, unit)?, Stop::Locality(unit.id))));
    let found: Vec<_> = rows.chain(localities).collect();
    let longest = found.iter().map(|(length, _)| *length).max()?;
    let mut named = found.into_iter().filter(|(length, _)| *length == longest).map(|(_, stop)| stop);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// How much of the text is this locality's name, with its class or without.
fn locality_in(text: &str, unit: &Unit) -> Option<usize> {
    name_in(text, locality_name(unit)).or_else(|| name_in(text, bare_name(unit)?))
}

/// "Minh Tân" of "UBND phường Minh Tân". One word alone is too little.
fn bare_name(unit: &Unit) -> Option<&str> {
    let name = locality_name(unit);
    let class = CLASSES.iter().find(|class| {
        let mut letters = folded(name);
        class.chars().all(|letter| letters.next() == Some(letter))
    })?;
    let words = class.split_whitespace().count();
    name.splitn(words + 1, ' ').nth(words).filter(|bare| bare.contains(' '))
}

/// "phường Minh Tân" of "UBND phường Minh Tân".
pub(in crate::schedule) fn locality_name(unit: &Unit) -> &str {
    let name = unit.short_name.trim();
    ["UBND ", "Ubnd ", "ubnd "].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name)
}

/// How long a name is that stands in a text without marks, as whole words.
fn name_in(text: &str, name: &str) -> Option<usize> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = None;
    for (at, here) in text.char_indices() {
        if !is_word(before) && is_word(Some(here)) {
            let mut rest = text[at..].chars();
            let mut length = 0;
            let fits = folded(name).all(|wanted| {
                length += 1;
                rest.next() == Some(wanted)
            });
            if fits && length > 0 && !is_word(rest.next()) {
                return Some(length);
            }
        }
        before = Some(here);
    }
    None
}
