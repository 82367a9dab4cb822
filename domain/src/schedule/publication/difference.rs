//! The list "what changed" between two publications of a week.

#[cfg(test)]
mod tests;

use super::{Face, Mark, Published, mark_of_new};
use crate::journal::FieldChange;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One line of the list "what changed" between two publications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which entry: its identity in feeds.
    pub uid: String,
    /// What happened to the entry.
    pub mark: Mark,
    /// The entry as it is, or as it last was when it is gone.
    pub face: Face,
    /// Old and new values.
    pub fields: Vec<FieldChange>,
    /// Whether the entry is no longer shown.
    pub gone: bool,
}

/// What changed from one publication to a later one, in the order of the week.
pub fn differences(old: &[Published], new: &[Published]) -> Vec<Difference> {
    let mut found: Vec<Difference> = new
        .iter()
        .filter_map(|now| match old.iter().find(|o| o.uid == now.uid) {
            None => Some(Difference {
                uid: now.uid.clone(),
                mark: mark_of_new(&now.face),
                face: now.face.clone(),
                fields: Vec::new(),
                gone: false,
            }),
            Some(before) => {
                let fields = now.face.changes_since(&before.face);
                (!fields.is_empty()).then(|| Difference {
                    uid: now.uid.clone(),
                    mark: now.mark,
                    face: now.face.clone(),
                    fields,
                    gone: false,
                })
            }
        })
        .collect();
    found.extend(old.iter().filter(|o| new.iter().all(|n| n.uid != o.uid)).map(|o| Difference {
        uid: o.uid.clone(),
        mark: Mark::Cancelled,
        face: o.face.clone(),
        fields: Vec::new(),
        gone: true,
    }));
    found.sort_by_key(|d| (d.face.date, d.face.part as u8, d.face.start.is_none(), d.face.start));
    found
}

/// How many entries differ in one step or another; `steps` are the differences of all
/// of them, the newest first. One that is gone in the end is not among them.
pub fn changed_entries<'a>(steps: impl IntoIterator<Item = &'a Difference>) -> usize {
    let mut seen = BTreeSet::new();
    steps.into_iter().filter(|d| seen.insert(d.uid.as_str()) && !d.gone).count()
}
