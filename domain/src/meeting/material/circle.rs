//! The circle of a meeting: who takes part in it, and how near somebody stands to it.

use crate::access::{Actor, Deed};
use crate::id::{PersonId, PositionId, UnitId};
use crate::meeting::Meeting;
use serde::{Deserialize, Serialize};

/// How near somebody stands to a meeting; the nearer, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// Takes no part in it.
    Nobody,
    /// Is invited, or speaks for a unit that takes part.
    Invited,
    /// Belongs to the body that meets, or is a leader who takes part.
    Member,
    /// Chairs it.
    Chair,
    /// Prepares it.
    Office,
}

/// One who takes part: a person, a unit, or a person for whom the unit reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// The post, for leaders.
    pub post: Option<PositionId>,
    /// The person.
    pub person: Option<PersonId>,
    /// The unit whose officers and head read for it.
    pub unit: Option<UnitId>,
    /// How the person or unit is called.
    pub name: String,
    /// Whether the person belongs to the body, or is a leader who takes part.
    pub is_member: bool,
}

/// All who take part in a meeting beside the Office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle {
    /// Those who take part, in the order in which they were found.
    pub readers: Vec<Reader>,
}

impl Circle {
    /// Adds somebody who is not in it yet; a unit whose person is there stands there
    /// already.
    pub fn add(&mut self, reader: Reader) {
        let known = self.readers.iter_mut().find(|known| {
            let person = reader.person.is_some() && known.person == reader.person;
            let unit = reader.person.is_none() && reader.unit.is_some() && known.unit == reader.unit;
            person || unit
        });
        match known {
            Some(known) => {
                known.is_member |= reader.is_member;
                known.post = known.post.or(reader.post);
            }
            None => self.readers.push(reader),
        }
    }

    /// How near somebody stands to the meeting.
    pub fn near(&self, actor: &Actor, meeting: &Meeting) -> Near {
        if !actor.can(Deed::ReadMeeting) {
            return Near::Nobody;
        }
        if actor.can(Deed::EditMeeting) {
            return Near::Office;
        }
        if meeting.is_chaired_by(actor) {
            return Near::Chair;
        }
        let near = |reader: &Reader| {
            let person = reader.person.is_some() && reader.person == actor.person;
            let post = reader.post.is_some_and(|post| actor.holds.contains(&post));
            let unit = reader.unit.is_some() && reader.unit == actor.speaks_for();
            match (person || post, unit) {
                (true, _) if reader.is_member => Near::Member,
                (true, _) | (_, true) => Near::Invited,
                _ => Near::Nobody,
            }
        };
        self.readers.iter().map(near).max().unwrap_or(Near::Nobody)
    }
}
