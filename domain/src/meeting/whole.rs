//! What the screens of meetings are given: one meeting with all that belongs to it,
//! the list of them, and what a schedule entry says about its own.

use super::{
    Asked, Body, Deadline, Item, ItemState, ItemStep, Meeting, MeetingStep, Neighbours, Offer, Pack, People,
    total,
};
use crate::access::{Actor, Instead};
use crate::calendar::hours::SessionPart;
use crate::id::{EntryId, MeetingId};
use crate::journal::Change;
use crate::schedule::{EntryKind, Standing};
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Which.
    pub step: MeetingStep,
    /// The name of who took it, as it was then.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The reason that was given, or empty.
    pub reason: String,
    /// The absent chair for whom it was taken.
    #[serde(default)]
    pub instead: Option<Instead>,
}

impl Taken {
    /// The day in Vietnam.
    pub fn day(&self) -> NaiveDate {
        self.at.with_timezone(&vietnam()).date_naive()
    }
}

/// What the entry says about its meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBoard {
    /// The entry.
    pub entry: EntryId,
    /// The version of the entry.
    pub version: i32,
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// Start, when the hour is known.
    pub start: Option<NaiveTime>,
    /// End, when known.
    pub end: Option<NaiveTime>,
    /// Room and place in words.
    pub place: String,
    /// Whether it takes place.
    pub standing: Standing,
}

/// One meeting with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// The meeting.
    pub meeting: Meeting,
    /// Its agenda: the main list, then the supplementary one.
    pub agenda: Vec<Item>,
    /// Items of its body that were accepted and wait for a meeting.
    pub backlog: Vec<Item>,
    /// What units were asked about its items.
    pub asked: Vec<Asked>,
    /// What the law wants by when.
    pub deadlines: Vec<Deadline>,
    /// How many minutes the board, or the proposal, gives it.
    pub given: u32,
    /// How many minutes a meeting of its kind lasts at most.
    pub longest: Option<u32>,
    /// Other meetings of the same body, to which an item can be carried: the next one
    /// first, what lies before it last.
    pub later: Vec<(MeetingId, String)>,
    /// What comes before and after it in the series of its body.
    pub beside: Neighbours,
    /// Whether its kind has an agenda to begin with.
    pub has_template: bool,
    /// Who is invited and what they answered, for the Office and the chair.
    pub people: Option<People>,
    /// What was done to it, the newest first.
    pub history: Vec<Change>,
    /// Its papers, as the person may see them.
    pub papers: Pack,
    /// What its forms offer.
    pub offer: Offer,
}

impl Dossier {
    /// How many minutes it is planned to last, on the board or by its agenda.
    pub fn planned(&self) -> u32 {
        self.given.max(total(&self.agenda))
    }

    /// How many minutes are planned, and how many its kind allows, when that is less.
    pub fn too_long(&self) -> Option<(u32, u32)> {
        let planned = self.planned();
        self.longest.filter(|longest| planned > *longest).map(|longest| (planned, longest))
    }
}

/// The meetings that somebody may know of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeetingList {
    /// The meetings: proposals that wait, then the latest day first.
    pub meetings: Vec<Meeting>,
    /// The bodies that can be filtered by.
    pub bodies: Vec<Body>,
    /// What the form of a proposal offers.
    pub offer: Offer,
}

/// What waits to come before a body: the Office sees all of it, an officer what is the
/// own unit's, with what the unit was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backlog {
    /// Items that are on their way, the oldest first.
    pub items: Vec<Item>,
    /// Questions to the own unit, or to all units.
    pub asked: Vec<Asked>,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// What the forms offer.
    pub offer: Offer,
}

impl Backlog {
    /// How many of the items wait for the person as the head of the unit.
    pub fn agreements(&self, actor: &Actor) -> u32 {
        let waits =
            |item: &&Item| item.state == ItemState::Presented && item.after(ItemStep::Agree, actor).is_ok();
        u32::try_from(self.items.iter().filter(waits).count()).unwrap_or(u32::MAX)
    }

    /// How many questions wait for the person's own unit.
    pub fn opinions(&self, actor: &Actor) -> u32 {
        let own = actor.answers_for();
        let waits = |asked: &&Asked| asked.reply.is_none() && own == Some(asked.unit);
        u32::try_from(self.asked.iter().filter(waits).count()).unwrap_or(u32::MAX)
    }
}

/// A schedule entry seen from the meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfEntry {
    /// The entry.
    pub entry: EntryId,
    /// What it is about.
    pub content: String,
    /// Its kind.
    pub kind: EntryKind,
    /// Its day.
    pub date: NaiveDate,
    /// Its meeting, when it has one.
    pub meeting: Option<MeetingId>,
}
