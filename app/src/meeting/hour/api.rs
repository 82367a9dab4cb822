//! What the hours of an agenda ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::meeting::{Course, Meeting, RealHoursDraft};
use domain::{ItemId, MeetingId};
use leptos::prelude::*;

/// The agenda by its hours.
#[server(prefix = "/api/meeting", endpoint = "course", input = Json, output = Json)]
pub async fn read_course(id: MeetingId) -> Answer<Course> {
    Ok(office::meeting::course(&crate::visit::desk()?, id).await?)
}

/// An item begins now.
#[server(prefix = "/api/meeting", endpoint = "begin_item", input = Json, output = Json)]
pub async fn begin_item(id: MeetingId, seen: i32, item: ItemId) -> Answer<Meeting> {
    Ok(office::meeting::begin_item(&crate::visit::desk()?, id, seen, item).await?)
}

/// An item is over now.
#[server(prefix = "/api/meeting", endpoint = "end_item", input = Json, output = Json)]
pub async fn end_item(id: MeetingId, seen: i32, item: ItemId) -> Answer<Meeting> {
    Ok(office::meeting::end_item(&crate::visit::desk()?, id, seen, item).await?)
}

/// Keeps hours as they were typed.
#[server(prefix = "/api/meeting", endpoint = "note_hours", input = Json, output = Json)]
pub async fn note_hours(id: MeetingId, seen: i32, item: ItemId, draft: RealHoursDraft) -> Answer<Meeting> {
    Ok(office::meeting::note_hours(&crate::visit::desk()?, id, seen, item, draft).await?)
}
