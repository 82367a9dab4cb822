//! The papers of a meeting together, in the order of its agenda, and what of them a unit
//! owes or the Office misses.

use super::draft::{end_of_work, instant};
use super::{Material, SeenBy};
use crate::id::{ItemId, MaterialId, MeetingId, UnitId};
use crate::meeting::{Deadline, Mark, Meeting, MeetingState, Shift, What};
use crate::schedule::Standing;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The papers of one meeting as somebody sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub content: String,
    /// Its day.
    pub date: NaiveDate,
    /// When it begins, when known.
    pub start: Option<NaiveTime>,
    /// How far it has come.
    pub state: MeetingState,
    /// Whether it takes place.
    pub standing: Standing,
    /// Whether its agenda is closed.
    pub is_frozen: bool,
    /// Its version, as somebody who arranges the papers has seen it.
    pub version: i32,
    /// The items of the agenda in their order.
    pub heads: Vec<(ItemId, String)>,
    /// The materials: those of the whole meeting, then item by item.
    pub materials: Vec<Material>,
    /// When the law wants them, for a new line.
    pub usual_due: Option<DateTime<Utc>>,
    /// The units that can owe something; for the Office alone.
    pub units: Vec<(UnitId, String)>,
    /// Who opened what; for the Office alone.
    pub seen: Vec<(MaterialId, Vec<SeenBy>)>,
    /// What the person noted for himself.
    pub notes: Vec<PrivateNote>,
}

/// What a reader noted for himself, about an item or a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateNote {
    /// The item.
    pub item: Option<ItemId>,
    /// The paper.
    pub material: Option<MaterialId>,
    /// The words.
    pub words: String,
}

impl Pack {
    /// The materials of one item, or of the meeting as a whole.
    pub fn of(&self, item: Option<ItemId>) -> Vec<&Material> {
        self.materials.iter().filter(|material| material.item == item).collect()
    }

    /// What has not come, with the units that owe it; nothing of a meeting that does not
    /// take place.
    pub fn missing(&self) -> Vec<&Material> {
        let wanted = |material: &&Material| self.standing.is_going() && material.is_owed();
        self.materials.iter().filter(wanted).collect()
    }

    /// One's own note about an item or a paper; empty when there is none.
    pub fn note(&self, item: Option<ItemId>, material: Option<MaterialId>) -> &str {
        let own = self.notes.iter().find(|note| note.item == item && note.material == material);
        own.map_or("", |note| note.words.as_str())
    }

    /// Who opened a paper.
    pub fn seen_of(&self, material: MaterialId) -> &[SeenBy] {
        let found = self.seen.iter().find(|(known, _)| *known == material);
        found.map_or(&[], |(_, seen)| seen.as_slice())
    }

    /// Whether there is a file to read.
    pub fn has_files(&self) -> bool {
        self.materials.iter().any(|material| !material.files.is_empty())
    }

    /// When the law wants the papers: the end of the last day on which they are in time.
    pub fn due(deadlines: &[Deadline]) -> Option<DateTime<Utc>> {
        let papers = deadlines.iter().find(|due| due.what == What::Papers)?;
        instant(papers.latest, end_of_work())
    }
}

/// Materials in the order of the agenda; those of the whole meeting lead.
pub fn in_order(mut materials: Vec<Material>, agenda: &[ItemId]) -> Vec<Material> {
    let place = |item: Option<ItemId>| item.and_then(|item| agenda.iter().position(|known| *known == item));
    materials.sort_by_key(|material| place(material.item));
    materials
}

/// The materials that stand beside one, with it elsewhere among them. `None` when nothing
/// changes.
pub fn shifted_within(all: &[Material], id: MaterialId, shift: Shift) -> Option<Vec<MaterialId>> {
    let item = all.iter().find(|material| material.id == id)?.item;
    let mut beside: Vec<MaterialId> =
        all.iter().filter(|material| material.item == item).map(|material| material.id).collect();
    let from = beside.iter().position(|known| *known == id)?;
    let to = shift.from(from)?.min(beside.len() - 1);
    if to == from {
        return None;
    }
    let moved = beside.remove(from);
    beside.insert(to, moved);
    Some(beside)
}

/// A meeting with papers that somebody may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackLine {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub content: String,
    /// Its day.
    pub date: NaiveDate,
    /// Whether it takes place.
    pub standing: Standing,
    /// How many papers can be read.
    pub count: u32,
}

/// What a unit owes, with the meeting that wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The line.
    pub material: Material,
    /// What the meeting is about.
    pub content: String,
    /// Its day.
    pub date: NaiveDate,
    /// The item that it belongs to, or empty.
    pub item: String,
    /// How far the meeting has come.
    pub state: MeetingState,
    /// Whether the meeting takes place.
    pub standing: Standing,
    /// Whether its agenda is closed.
    pub is_frozen: bool,
}

impl Owed {
    /// A line with its meeting; `heads` are the items of agendas.
    pub fn of(meeting: &Meeting, material: Material, heads: &HashMap<ItemId, String>) -> Self {
        Self {
            content: meeting.proposal.content.clone(),
            date: meeting.day(),
            item: material.item.and_then(|item| heads.get(&item).cloned()).unwrap_or_default(),
            state: meeting.state,
            standing: meeting.standing(),
            is_frozen: meeting.frozen.is_some(),
            material,
        }
    }

    /// Whether it is still waited for: nobody waits for papers of a meeting that does
    /// not take place.
    pub fn is_wanted(&self) -> bool {
        self.material.is_owed() && self.standing.is_going()
    }

    /// What a list of them is sorted by: what presses comes first.
    pub fn presses(&self) -> impl Ord + use<> {
        let material = &self.material;
        (!self.is_wanted(), material.plan.due.is_none(), material.plan.due, material.id)
    }
}

/// What a person has to do with papers: those that the own unit owes, and those to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Papers {
    /// What the unit owes or has sent, what presses first.
    pub owed: Vec<Owed>,
    /// Meetings with papers to read, the next day first.
    pub packs: Vec<PackLine>,
}

impl Papers {
    /// How many lines are still waited for.
    pub fn missing(&self) -> usize {
        self.owed.iter().filter(|owed| owed.is_wanted()).count()
    }

    /// How many of them are over their time.
    pub fn late(&self) -> usize {
        self.owed.iter().filter(|owed| owed.is_wanted() && owed.material.mark == Mark::Red).count()
    }
}

/// What of a meeting's papers has not come although its time is near or over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PapersLeft {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub content: String,
    /// How many are over their time.
    pub late: u32,
    /// How many are due soon.
    pub soon: u32,
}

impl PapersLeft {
    /// What is missing of one meeting, when something presses.
    pub fn of(meeting: &Meeting, materials: &[Material]) -> Option<Self> {
        let count = |mark| {
            let marked = materials.iter().filter(|material| material.mark == mark).count();
            u32::try_from(marked).unwrap_or(u32::MAX)
        };
        let (late, soon) = (count(Mark::Red), count(Mark::Amber));
        let content = meeting.proposal.content.clone();
        (late + soon > 0).then_some(Self { meeting: meeting.id, content, late, soon })
    }
}
