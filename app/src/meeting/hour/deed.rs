//! The deeds of real hours as forms send them.

use super::api;
use crate::fields::Fields;
use crate::meeting::deed::page;
use crate::refused::Answer;
use domain::meeting::RealHoursDraft;
use domain::{ItemId, MeetingId, Refusal};

/// Whether a verb is one of these.
pub fn carries_out(verb: &str) -> bool {
    matches!(verb, "begin_item" | "end_item" | "note_hours")
}

/// Carries out the verb with what stands in the form; the answer is the page of the
/// meeting.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let meeting = MeetingId(fields.id("meeting").unwrap_or_default());
    let item = ItemId(fields.id("id").unwrap_or_default());
    let seen = fields.number("seen");
    let meeting = match verb {
        "begin_item" => api::begin_item(meeting, seen, item).await?,
        "end_item" => api::end_item(meeting, seen, item).await?,
        "note_hours" => api::note_hours(meeting, seen, item, draft(fields)).await?,
        _ => return Err(Refusal::NotFound.into()),
    };
    Ok(page(meeting.id))
}

/// The form of the hours of an item.
pub fn draft(fields: &Fields) -> RealHoursDraft {
    RealHoursDraft { began: fields.text("began"), ended: fields.text("ended") }
}
