//! Taking a beginning back: what it brought goes again, unless somebody touched it since.

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::schedule::entry::remove_in;
use crate::schedule::open_week;
use crate::schedule::opened::{Opened, opened};
use crate::schedule::series::give_back;
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::{Entry, TakenBack};
use domain::{Deed, EntryId, Problem, Refusal};

/// Removes what a beginning brought: the entries in exactly these versions that nobody
/// read yet. Days of series are offered again.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], when nothing is named, or by rights.
pub async fn undo_start(desk: &Desk, iso: IsoWeek, brought: &[(EntryId, i32)]) -> Result<TakenBack> {
    desk.may(Deed::EditEntry)?;
    if brought.is_empty() {
        return Err(Refusal::field("taken", Problem::Required).into());
    }

    let Opened { writing, week, .. } = opened(desk, None, Some(iso.monday())).await?;
    let db = &writing.tx;
    let there = week.iter().flat_map(|(_, edition)| edition.entries.iter());
    let there: Vec<Entry> = there.map(|entry| Entry::clone(entry)).collect();
    let mut back = TakenBack::default();
    for (id, seen) in brought {
        let Some(entry) = there.iter().find(|entry| entry.id == *id) else { continue };
        let is_untouched = entry.version == *seen && entry.published_in.is_none();
        if is_untouched && !crate::meeting::has_meeting(db, entry.id).await? {
            give_back(db, entry.id).await?;
            remove_in(desk, db, entry).await?;
            back.removed += 1;
        } else {
            back.kept.push(entry.plan.content.clone());
        }
    }
    if back.removed == 0 {
        return Ok(back);
    }

    let fields = FieldChange::between("taken", back.removed.to_string(), String::new());
    let line = Line {
        deed: "schedule.undo_start",
        subject: Subject::Week,
        id: iso.to_string(),
        title: &iso.to_string(),
        fields: fields.into_iter().collect(),
        reason: "",
        version: Some(open_week(db, iso).await?.version),
    };
    journal::write(db, desk, line).await?;
    writing.commit().await?;
    Ok(back)
}
