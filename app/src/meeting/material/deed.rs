//! The deeds about papers as forms send them. The answer is where to go on: the page of
//! the meeting for the Office, the page of papers for a unit.

use super::api;
use crate::fields::Fields;
use crate::meeting::deed::page;
use crate::refused::Answer;
use domain::meeting::{MaterialDraft, Shift};
use domain::{ItemId, MaterialId, MeetingId, Refusal};

/// What a unit owes and somebody may read.
pub const PAPERS: &str = "/desk/papers";

const VERBS: [&str; 8] = [
    "note_privately",
    "add_material",
    "change_material",
    "move_material",
    "remove_material",
    "remind_material",
    "note_received",
    "close_material",
];

/// Whether the verb is one about papers.
pub fn carries_out(verb: &str) -> bool {
    VERBS.contains(&verb)
}

/// Carries out the verb with what stands in the form.
///
/// # Errors
/// The verb's refusal; [`Refusal::NotFound`] for a verb that does not exist.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let id = MaterialId(fields.id("id").unwrap_or_default());
    let seen = fields.number("seen");
    let meeting = fields.id("meeting").map(MeetingId);
    let to = meeting.map_or_else(|| PAPERS.to_owned(), page);
    match verb {
        "note_privately" => {
            let meeting = meeting.ok_or(Refusal::NotFound)?;
            let (item, paper) = match fields.get("id").split_once('-') {
                Some(("item", id)) => (id.parse().ok().map(ItemId), None),
                Some(("paper", id)) => (None, id.parse().ok().map(MaterialId)),
                _ => return Err(Refusal::NotFound.into()),
            };
            api::note_privately(meeting, item, paper, fields.text("private_note")).await?;
            return Ok(format!("{PAPERS}/{meeting}"));
        }
        "add_material" => {
            let meeting = meeting.ok_or(Refusal::NotFound)?;
            api::add_material(meeting, seen, draft(fields)).await.map(drop)
        }
        "change_material" => api::change_material(id, seen, draft(fields)).await.map(drop),
        "move_material" => {
            let shift = if fields.get("shift") == "up" { Shift::Up } else { Shift::Down };
            api::move_material(id, seen, shift).await.map(drop)
        }
        "remove_material" => api::remove_material(id, seen).await.map(drop),
        "remind_material" => api::remind_material(id, fields.text("chase")).await.map(drop),
        "note_received" => api::note_received(id, fields.text("received")).await.map(drop),
        "close_material" => api::close_material(id, fields.get("closed") == "true").await.map(drop),
        _ => Err(Refusal::NotFound.into()),
    }?;
    Ok(to)
}

/// The form of a line.
pub fn draft(fields: &Fields) -> MaterialDraft {
    let text = |name| fields.text(name);
    MaterialDraft {
        item: text("material_item"),
        title: text("material_title"),
        kind: text("paper_kind"),
        unit: text("owed_by"),
        due_date: text("due_date"),
        due_time: text("due_time"),
        access: text("access"),
        note: text("material_note"),
    }
}
