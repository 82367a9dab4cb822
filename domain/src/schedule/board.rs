//! The working week as the secretaries' board holds it, and what the board
//! sends and hears back.

use super::conflict::Conflict;
use super::directory::Directory;
use super::draft::EntryDraft;
use super::entry::Entry;
use super::publication::Difference;
use super::reception::ReceptionDue;
use super::week::Week;
use crate::duty::{Duty, DutyChange};
use crate::id::{AccountId, EntryId};
use serde::{Deserialize, Serialize};

/// A working week with everything that its form needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// The week and its state.
    pub week: Week,
    /// Its entries, in the order of the week.
    pub entries: Vec<Entry>,
    /// What they can name.
    pub directory: Directory,
    /// Who is on duty, by day and part.
    pub duty: Vec<Duty>,
    /// Days of citizen reception that are due in the week.
    pub receptions: Vec<ReceptionDue>,
}

/// What publishing now would change against the last publication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The week and its state.
    pub week: Week,
    /// The number that the next publication will have.
    pub next_number: i32,
    /// What differs; of a first publication, everything is new.
    pub differences: Vec<Difference>,
    /// Differences that the public will see.
    pub public: Vec<Difference>,
    /// Duties that differ.
    pub duty: Vec<DutyChange>,
    /// Conflicts left in the week.
    pub conflicts: Vec<(EntryId, Conflict)>,
    /// Days of citizen reception that are due in the week and that it does not hold.
    pub receptions: Vec<ReceptionDue>,
    /// Whether there is anything to publish.
    pub changed: bool,
}

/// What a secretary sends to save an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Save {
    /// Which entry; `None` creates one.
    pub id: Option<EntryId>,
    /// The version that the person had seen.
    pub seen: i32,
    /// The removed entry that comes back as the new one: what it was made from is its again.
    pub again: Option<EntryId>,
    /// What was typed.
    pub draft: EntryDraft,
    /// Why a conflict is accepted, when there is one.
    pub conflict_reason: String,
}

/// What was saved, and the conflicts that were accepted with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The entry as it is now.
    pub entry: Entry,
    /// What still stands in its way.
    pub conflicts: Vec<Conflict>,
}

/// Somebody who has a week open just now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Their account.
    pub account: AccountId,
    /// The name that the journal keeps.
    pub name: String,
}
