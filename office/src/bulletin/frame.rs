//! What stands around every public page and changes a few times a year: the names of
//! the office and its days off. Read once under each stamp, which both raise.

use crate::desk::Office;
use crate::failure::Result;
use crate::setting;
use domain::calendar::working_day::Holiday;
use domain::setting::Profile;
use std::sync::{Arc, Mutex, PoisonError};

/// The last frame that was read, with its stamp.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf(Arc<Mutex<Option<Edition>>>);

/// A frame with the stamp that it was read under.
type Edition = (i64, Arc<Frame>);

/// The names and the days.
#[derive(Debug)]
pub struct Frame {
    /// The names of the office.
    pub profile: Arc<Profile>,
    /// Its days off, in order.
    pub holidays: Vec<Holiday>,
}

/// The frame as it is now.
///
/// # Errors
/// When the database fails.
pub async fn frame(office: &Office) -> Result<Arc<Frame>> {
    // The stamp comes first: what is read after it is at least as new.
    let stamp = office.stamp();
    let Shelf(shelf) = office.frame();
    let kept = shelf.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, frame)) = kept.filter(|(kept, _)| *kept == stamp) {
        return Ok(frame);
    }
    let frame = Arc::new(Frame {
        profile: Arc::new(setting::profile(office).await?),
        holidays: setting::holidays(office).await?.into_iter().map(|row| row.day).collect(),
    });
    *shelf.lock().unwrap_or_else(PoisonError::into_inner) = Some((stamp, Arc::clone(&frame)));
    Ok(frame)
}
