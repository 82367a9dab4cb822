//! What the pages of papers ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::meeting::{Material, MaterialDraft, Meeting, Pack, Papers, Shift};
use domain::{ItemId, MaterialId, MeetingId};
use leptos::prelude::*;

/// What the own unit owes, and the meetings with papers to read.
#[server(prefix = "/api/meeting", endpoint = "papers", input = Json, output = Json)]
pub async fn read_papers() -> Answer<Papers> {
    Ok(office::meeting::papers(&crate::visit::desk()?).await?)
}

/// The papers of a meeting.
#[server(prefix = "/api/meeting", endpoint = "pack", input = Json, output = Json)]
pub async fn read_pack(id: MeetingId) -> Answer<Pack> {
    Ok(office::meeting::pack(&crate::visit::desk()?, id).await?)
}

/// Adds a line.
#[server(prefix = "/api/meeting", endpoint = "add_material", input = Json, output = Json)]
pub async fn add_material(id: MeetingId, seen: i32, draft: MaterialDraft) -> Answer<Meeting> {
    Ok(office::meeting::add_material(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Changes a line.
#[server(prefix = "/api/meeting", endpoint = "change_material", input = Json, output = Json)]
pub async fn change_material(id: MaterialId, seen: i32, draft: MaterialDraft) -> Answer<Meeting> {
    Ok(office::meeting::change_material(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Moves a line.
#[server(prefix = "/api/meeting", endpoint = "move_material", input = Json, output = Json)]
pub async fn move_material(id: MaterialId, seen: i32, shift: Shift) -> Answer<Meeting> {
    Ok(office::meeting::move_material(&crate::visit::desk()?, id, seen, shift).await?)
}

/// Takes a line away.
#[server(prefix = "/api/meeting", endpoint = "remove_material", input = Json, output = Json)]
pub async fn remove_material(id: MaterialId, seen: i32) -> Answer<Meeting> {
    Ok(office::meeting::remove_material(&crate::visit::desk()?, id, seen).await?)
}

/// Notes that the unit was asked again.
#[server(prefix = "/api/meeting", endpoint = "remind_material", input = Json, output = Json)]
pub async fn remind_material(id: MaterialId, words: String) -> Answer<Material> {
    Ok(office::meeting::remind_material(&crate::visit::desk()?, id, &words).await?)
}

/// Notes that it came another way.
#[server(prefix = "/api/meeting", endpoint = "note_received", input = Json, output = Json)]
pub async fn note_received(id: MaterialId, words: String) -> Answer<Material> {
    Ok(office::meeting::note_received(&crate::visit::desk()?, id, &words).await?)
}

/// Keeps what the person notes about an item or a paper.
#[server(prefix = "/api/meeting", endpoint = "note_privately", input = Json, output = Json)]
pub async fn note_privately(
    meeting: MeetingId,
    item: Option<ItemId>,
    material: Option<MaterialId>,
    words: String,
) -> Answer<()> {
    Ok(office::meeting::note_privately(&crate::visit::desk()?, meeting, item, material, &words).await?)
}

/// Closes it to its readers, or opens it again.
#[server(prefix = "/api/meeting", endpoint = "close_material", input = Json, output = Json)]
pub async fn close_material(id: MaterialId, closed: bool) -> Answer<Material> {
    Ok(office::meeting::close_material(&crate::visit::desk()?, id, closed).await?)
}
