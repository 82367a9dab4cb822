//! What the page of an absence asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use chrono::NaiveDate;
use domain::EntryId;
use domain::schedule::Entry;
use domain::schedule::absence::{AbsenceDraft, Absent, Ended, Recorded};
use leptos::prelude::*;

/// What takes place on the days of an absence.
#[server(prefix = "/api/schedule", endpoint = "absent", input = Json, output = Json)]
pub async fn absence_form(draft: AbsenceDraft) -> Answer<Absent> {
    Ok(office::schedule::absent(&crate::visit::desk()?, draft).await?)
}

/// The days of the absence that an entry is a day of.
#[server(prefix = "/api/schedule", endpoint = "absence_of", input = Json, output = Json)]
pub async fn absence_of(entry: EntryId) -> Answer<Vec<Entry>> {
    Ok(office::schedule::absence_of(&crate::visit::desk()?, entry).await?)
}

/// Ends an absence from a day on.
#[server(prefix = "/api/schedule", endpoint = "end_absence", input = Json, output = Json)]
pub async fn end_absence(entry: EntryId, seen: i32, from: NaiveDate, reason: String) -> Answer<Ended> {
    Ok(office::schedule::end_absence(&crate::visit::desk()?, entry, seen, from, &reason).await?)
}

/// Records an absence.
#[server(prefix = "/api/schedule", endpoint = "record_absence", input = Json, output = Json)]
pub async fn record_absence(draft: AbsenceDraft) -> Answer<Recorded> {
    Ok(office::schedule::record_absence(&crate::visit::desk()?, draft).await?)
}
