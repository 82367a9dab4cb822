//! What the pages of this room ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use chrono::{NaiveDate, NaiveTime};
use domain::EntryId;
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::journal::Change;
use domain::schedule::{self, Entry, Save, Saved, Step, Week};
use leptos::prelude::*;

/// The working week.
#[server(prefix = "/api/schedule", endpoint = "board", input = Json, output = Json)]
pub async fn board(week: IsoWeek) -> Answer<schedule::Board> {
    Ok(office::schedule::board(&crate::visit::desk()?, week).await?)
}

/// What publishing now would change.
#[server(prefix = "/api/schedule", endpoint = "review", input = Json, output = Json)]
pub async fn review(week: IsoWeek) -> Answer<schedule::Review> {
    Ok(office::schedule::review(&crate::visit::desk()?, week).await?)
}

/// The publications of a week, and what is asked of its past.
#[server(prefix = "/api/schedule", endpoint = "look_back", input = Json, output = Json)]
pub async fn look_back(week: IsoWeek, asked: schedule::Asked) -> Answer<schedule::Lookback> {
    Ok(office::schedule::look_back(&crate::visit::desk()?, week, asked).await?)
}

/// Everything that was done to an entry.
#[server(prefix = "/api/schedule", endpoint = "history", input = Json, output = Json)]
pub async fn history(id: EntryId) -> Answer<Vec<Change>> {
    Ok(office::schedule::history(&crate::visit::desk()?, id).await?)
}

/// Creates or changes an entry.
#[server(prefix = "/api/schedule", endpoint = "save_entry", input = Json, output = Json)]
pub async fn save_entry(save: Save) -> Answer<Saved> {
    Ok(office::schedule::save_entry(&crate::visit::desk()?, save).await?)
}

/// Moves an entry.
#[server(prefix = "/api/schedule", endpoint = "move_entry", input = Json, output = Json)]
pub async fn move_entry(
    id: EntryId,
    seen: i32,
    date: NaiveDate,
    part: SessionPart,
    start: Option<NaiveTime>,
    conflict_reason: String,
) -> Answer<Saved> {
    let desk = crate::visit::desk()?;
    Ok(office::schedule::move_entry(&desk, id, seen, date, part, start, &conflict_reason).await?)
}

/// Postpones an entry.
#[server(prefix = "/api/schedule", endpoint = "postpone_entry", input = Json, output = Json)]
pub async fn postpone_entry(
    id: EntryId,
    seen: i32,
    reason: String,
    moved_to: Option<NaiveDate>,
) -> Answer<Entry> {
    Ok(office::schedule::postpone_entry(&crate::visit::desk()?, id, seen, &reason, moved_to).await?)
}

/// Cancels an entry.
#[server(prefix = "/api/schedule", endpoint = "cancel_entry", input = Json, output = Json)]
pub async fn cancel_entry(id: EntryId, seen: i32, reason: String) -> Answer<Entry> {
    Ok(office::schedule::cancel_entry(&crate::visit::desk()?, id, seen, &reason).await?)
}

/// Lets a postponed or cancelled entry take place after all.
#[server(prefix = "/api/schedule", endpoint = "resume_entry", input = Json, output = Json)]
pub async fn resume_entry(id: EntryId, seen: i32, conflict_reason: String) -> Answer<Saved> {
    Ok(office::schedule::resume_entry(&crate::visit::desk()?, id, seen, &conflict_reason).await?)
}

/// Removes an entry that was never published.
#[server(prefix = "/api/schedule", endpoint = "remove_entry", input = Json, output = Json)]
pub async fn remove_entry(id: EntryId, seen: i32) -> Answer<()> {
    Ok(office::schedule::remove_entry(&crate::visit::desk()?, id, seen).await?)
}

/// Takes a step of the week.
#[server(prefix = "/api/schedule", endpoint = "take_step", input = Json, output = Json)]
pub async fn take_step(week: IsoWeek, step: Step, seen: i32, reason: String) -> Answer<Week> {
    Ok(office::schedule::take_step(&crate::visit::desk()?, week, step, seen, &reason).await?)
}

/// Sets the line under the title of the week.
#[server(prefix = "/api/schedule", endpoint = "set_remark", input = Json, output = Json)]
pub async fn set_remark(week: IsoWeek, seen: i32, remark: String) -> Answer<Week> {
    Ok(office::schedule::set_remark(&crate::visit::desk()?, week, seen, &remark).await?)
}
