//! The weeks that were opened last to be changed, with all their entries.
//!
//! A save must know what else there is on its day. Every change of an entry raises
//! the version of its week in the same transaction, so a week is read once for each of
//! its versions and kept; what other processes save is seen as well.

use domain::EntryId;
use domain::calendar::week::IsoWeek;
use domain::schedule::Entry;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Weeks that are kept; a secretary rarely plans further ahead.
const MOST: usize = 16;

/// What the entries of a week, and their order, depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// Of the week itself; 0 before anybody touched it.
    pub(super) week: i32,
    pub(super) book: i32,
    /// How many commits failed: what was kept before may never have been saved.
    pub(super) failures: u32,
}

/// The entries of a week in one of its versions.
#[derive(Clone, Debug)]
pub(super) struct Edition {
    pub(super) version: Version,
    pub(super) entries: Arc<Vec<Arc<Entry>>>,
}

/// The shelf of an office.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weeks(Arc<Mutex<HashMap<IsoWeek, Edition>>>);

impl Weeks {
    /// The entries, when exactly this version is kept.
    pub(super) fn get(&self, week: IsoWeek, version: Version) -> Option<Arc<Vec<Arc<Entry>>>> {
        let kept = self.open();
        let edition = kept.get(&week).filter(|edition| edition.version == version)?;
        Some(Arc::clone(&edition.entries))
    }

    /// Whether some version of the week had this entry.
    pub(super) fn had(&self, week: IsoWeek, entry: EntryId) -> bool {
        self.open().get(&week).is_some_and(|edition| edition.entries.iter().any(|e| e.id == entry))
    }

    /// Keeps an edition in the place of an older one.
    pub(super) fn put(&self, week: IsoWeek, edition: Edition) {
        let mut kept = self.open();
        if kept.len() >= MOST
            && !kept.contains_key(&week)
            && let Some(other) = kept.keys().next().copied()
        {
            kept.remove(&other);
        }
        kept.insert(week, edition);
    }

    fn open(&self) -> MutexGuard<'_, HashMap<IsoWeek, Edition>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
