//! A publication: the frozen, numbered copy of a week, with its names.
//!
//! What readers see of an entry is its [`Face`]; what stays in the Office is
//! its [`Backstage`]. Differences between two publications are differences of
//! faces, so an internal change never shows.

mod difference;
mod face;
mod mark;
mod resumed;
mod span;

#[cfg(test)]
mod tests;

pub use difference::{Difference, changed_entries, differences};
pub use face::{Face, FaceStanding, LeaderName};
pub use mark::Mark;
pub use resumed::is_resumed;

use super::choice::Visibility;
use crate::calendar::week::IsoWeek;
use crate::id::{EntryId, PublicationId};
use crate::journal::FieldChange;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What stays in the Office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backstage {
    /// Leader of the Office in charge.
    pub office_leader: String,
    /// Specialist in charge.
    pub specialist: String,
    /// Telephone of the specialist.
    pub specialist_phone: String,
    /// Division.
    pub division: String,
    /// Plate of the car.
    pub vehicle: String,
    /// Driver.
    pub driver: String,
    /// Internal note.
    pub note: String,
}

/// A face with its identity and its history, as one publication holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Identity in feeds; never changes (RFC 5545, 3.8.4.7).
    pub uid: String,
    /// Raised when time or standing changes (RFC 5545, 3.8.7.4).
    pub sequence: i32,
    /// When it was first published.
    pub created: DateTime<Utc>,
    /// When the face last changed.
    pub revised: DateTime<Utc>,
    /// What readers see.
    pub face: Face,
    /// How it differs.
    pub mark: Mark,
    /// The publication that last changed it.
    pub changed_in: i32,
    /// Old values of what that publication changed.
    pub was: Vec<FieldChange>,
}

/// An entry of a publication with its internal part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedEntry {
    /// The entry of the working week it was copied from.
    pub entry: EntryId,
    /// Face, identity, history.
    pub published: Published,
    /// Who may know.
    pub visibility: Visibility,
    /// The public wording at that moment.
    pub public_wording: String,
    /// What stays in the Office.
    pub backstage: Backstage,
}

/// A publication of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Number of the row.
    pub id: PublicationId,
    /// Which week.
    pub week: IsoWeek,
    /// 1 is the first; n is "điều chỉnh lần n-1".
    pub number: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// Who published; internal.
    pub by: String,
    /// The reason; internal.
    pub reason: String,
    /// The line under the title.
    pub remark: String,
}

impl Publication {
    /// What those read of it who are signed in, but are not of the desk.
    pub fn trimmed(self) -> Self {
        Self { by: String::new(), reason: String::new(), ..self }
    }
}

impl Published {
    /// Whether a publication after the first one changed it.
    pub fn is_changed(&self) -> bool {
        self.mark != Mark::Kept && self.changed_in > 1
    }
}

/// The next copy of an entry: what publication `number` holds of it, given
/// what the one before held. An entry that did not change keeps its mark and
/// its history; in the first publication everything is kept.
pub fn next(before: Option<&Published>, face: Face, uid: &str, number: i32, now: DateTime<Utc>) -> Published {
    let Some(old) = before else {
        let fresh = Published {
            uid: uid.to_owned(),
            sequence: 0,
            created: now,
            revised: now,
            mark: Mark::Kept,
            changed_in: number,
            was: Vec::new(),
            face,
        };
        let mark = if number == 1 { mark_of_first(&fresh.face) } else { mark_of_new(&fresh.face) };
        return Published { mark, ..fresh };
    };
    let changes = face.changes_since(&old.face);
    if changes.is_empty() {
        // A reason mended later is not a change of the entry.
        let revised = if face.reason == old.face.reason { old.revised } else { now };
        return Published { face, revised, ..old.clone() };
    }
    let changed = |field: &str| changes.iter().any(|c| c.field == field);
    let mark = match face.standing {
        FaceStanding::Cancelled => Mark::Cancelled,
        FaceStanding::Postponed => Mark::Postponed,
        FaceStanding::Going if changed("leaders") && face.is_delegated() => Mark::Delegated,
        FaceStanding::Going => Mark::Adjusted,
    };
    let moved = ["date", "part", "start", "end", "standing"].into_iter().any(changed);
    Published {
        uid: old.uid.clone(),
        sequence: old.sequence + i32::from(moved),
        created: old.created,
        revised: now,
        mark,
        changed_in: number,
        was: changes,
        face,
    }
}

fn mark_of_first(face: &Face) -> Mark {
    match mark_of_new(face) {
        Mark::Added if face.is_delegated() => Mark::Delegated,
        Mark::Added => Mark::Kept,
        halted => halted,
    }
}

/// The mark of what an earlier publication does not know: nobody calls that added which
/// does not take place.
fn mark_of_new(face: &Face) -> Mark {
    match face.standing {
        FaceStanding::Cancelled => Mark::Cancelled,
        FaceStanding::Postponed => Mark::Postponed,
        FaceStanding::Going => Mark::Added,
    }
}
