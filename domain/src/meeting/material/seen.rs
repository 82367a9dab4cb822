//! Who of those whom a material is for has opened it: the Office sees it, so that nobody
//! sits in a meeting unprepared. The first and the last time are kept, nothing else.

use super::{Circle, Material, Near, Reader};
use crate::id::{FileId, PersonId, PositionId, UnitId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// That somebody opened a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The version.
    pub file: FileId,
    /// The name of who opened it.
    pub name: String,
    /// The unit that the person speaks for.
    pub unit: Option<UnitId>,
    /// The person.
    pub person: Option<PersonId>,
    /// The first time.
    pub first: DateTime<Utc>,
    /// The last time.
    pub last: DateTime<Utc>,
}

/// One whom a material is for, and what was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenBy {
    /// How the person or unit is called.
    pub name: String,
    /// The newest version that was opened, with the first and the last time.
    pub seen: Option<(u32, DateTime<Utc>, DateTime<Utc>)>,
}

/// What those whom a material is for have opened of it; its own unit is left out.
pub fn seen_by(material: &Material, circle: &Circle, chair: PositionId, openings: &[Opening]) -> Vec<SeenBy> {
    let reads = |reader: &&Reader| {
        let near = match reader {
            reader if reader.post == Some(chair) => Near::Chair,
            reader if reader.is_member => Near::Member,
            _ => Near::Invited,
        };
        let owes = reader.person.is_none() && reader.unit == Some(material.plan.unit);
        !owes && material.plan.access.reaches(near)
    };
    let seen = |reader: &Reader| {
        let own = |opening: &&Opening| {
            let person = reader.person.is_some() && reader.person == opening.person;
            let unit = reader.unit.is_some() && reader.unit == opening.unit;
            person || unit
        };
        let versions = openings.iter().filter(own).filter_map(|opening| {
            let file = material.files.iter().find(|file| file.id == opening.file)?;
            Some((file.version, opening.first, opening.last))
        });
        let seen: Vec<_> = versions.collect();
        let newest = seen.iter().map(|(version, ..)| *version).max()?;
        let of_newest = || seen.iter().filter(|(version, ..)| *version == newest);
        let first = of_newest().map(|(_, first, _)| *first).min()?;
        let last = of_newest().map(|(_, _, last)| *last).max()?;
        Some((newest, first, last))
    };
    let readers = circle.readers.iter().filter(reads);
    readers.map(|reader| SeenBy { name: reader.name.clone(), seen: seen(reader) }).collect()
}
