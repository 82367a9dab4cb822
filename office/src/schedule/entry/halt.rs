//! What does not take place, or takes place after all: it stays in its week with a
//! reason that readers see.

use super::row::standing_code;
use super::{arrange, arrangeable, line, supported};
use crate::desk::Desk;
use crate::failure::Result;
use crate::schedule::calendar::entries;
use crate::schedule::opened::{Opened, opened_one};
use crate::schedule::table;
use crate::schedule::week::touch;
use crate::store::Tx;
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::journal::FieldChange;
use domain::schedule::{Entry, Halt, Saved, Standing};
use domain::{Deed, EntryId, text};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// Postpones an entry: it stays visible with its reason.
///
/// # Errors
/// Refused by rights, without a reason, or stale.
pub async fn postpone_entry(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    reason: &str,
    moved_to: Option<NaiveDate>,
) -> Result<Entry> {
    desk.may(Deed::EditEntry)?;
    if let Some(day) = moved_to {
        supported("moved_to", day)?;
    }
    halt(desk, id, seen, reason, "schedule.postpone_entry", |halt| {
        Standing::Postponed(Halt { moved_to, ..halt })
    })
    .await
}

/// Cancels an entry: it stays visible with its reason.
///
/// # Errors
/// Refused by rights, without a reason, or stale.
pub async fn cancel_entry(desk: &Desk, id: EntryId, seen: i32, reason: &str) -> Result<Entry> {
    halt(desk, id, seen, reason, "schedule.cancel_entry", Standing::Cancelled).await
}

/// Lets a postponed or cancelled entry take place after all; one that does so
/// anyway stays as it is.
///
/// # Errors
/// Refused by rights, by conflicts that arose meanwhile, or stale.
pub async fn resume_entry(desk: &Desk, id: EntryId, seen: i32, conflict_reason: &str) -> Result<Saved> {
    desk.may(Deed::EditEntry)?;

    let (Opened { writing, book, .. }, old) = opened_one(desk, id, seen, None).await?;
    let db = &writing.tx;
    if old.standing.is_going() {
        return Ok(Saved { entry: old, conflicts: Vec::new() });
    }
    let day = old.plan.date;
    let others = entries(db, &book, day, day).await?;
    let directory = book.directory(day, day, others.iter().chain([&old]), &[]);
    let plan = old.plan.clone();

    let deed = "schedule.resume_entry";
    let saved =
        arrange(desk, db, deed, &directory, &others, Some(old), plan, String::new(), conflict_reason).await?;
    writing.commit().await?;
    Ok(saved)
}

async fn halt(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    reason: &str,
    deed: &str,
    standing: impl FnOnce(Halt) -> Standing,
) -> Result<Entry> {
    desk.may(Deed::EditEntry)?;
    let reason = text::reason("reason", reason, true)?;

    let (Opened { writing, .. }, old) = opened_one(desk, id, seen, None).await?;
    let entry = halt_in(desk, &writing.tx, old, &reason, deed, standing).await?;
    writing.commit().await?;
    Ok(entry)
}

/// The same in the transaction of a verb that halts several, with a reason that is one.
pub(in crate::schedule) async fn halt_in(
    desk: &Desk,
    db: &Tx,
    old: Entry,
    reason: &str,
    deed: &str,
    standing: impl FnOnce(Halt) -> Standing,
) -> Result<Entry> {
    arrangeable(desk, &old.plan, &old.plan.positions())?;
    let standing = standing(Halt {
        reason: reason.to_owned(),
        by: desk.actor.name.clone(),
        at: desk.now,
        moved_to: None,
    });
    let halt = standing.halt().cloned();

    let row = table::entry::ActiveModel {
        id: Set(old.id.0),
        standing: Set(standing_code(&standing).to_owned()),
        halt_reason: Set(reason.to_owned()),
        halt_by: Set(desk.actor.name.clone()),
        halt_at: Set(Some(desk.now)),
        moved_to: Set(halt.and_then(|h| h.moved_to)),
        version: Set(old.version + 1),
        ..Default::default()
    };
    row.update(db).await?;
    touch(db, IsoWeek::of(old.plan.date)).await?;
    let fields = FieldChange::between(
        "standing",
        standing_code(&old.standing).into(),
        standing_code(&standing).into(),
    );
    let entry = Entry { version: old.version + 1, standing, ..old };
    line(db, desk, deed, &entry, fields.into_iter().collect(), reason).await?;
    Ok(entry)
}
