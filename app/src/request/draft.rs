//! Forms of this room as what the verbs take: the same reading for the
//! browser's program and for a plain POST.

use crate::fields::Fields;
use domain::request::{Placing, RequestDraft, SLOT_FIELDS, SlotDraft};
use domain::{Problem, Refusal, RequestId};

/// The form of a request.
pub fn request(fields: &Fields) -> RequestDraft {
    let slot = |[date, part, start]: [&str; 3]| SlotDraft {
        date: fields.text(date),
        part: fields.text(part),
        start: fields.text(start),
    };
    RequestDraft {
        content: fields.text("content"),
        purpose: fields.text("purpose"),
        chair: fields.text("chair"),
        slots: SLOT_FIELDS.map(slot),
        minutes: fields.text("minutes"),
        participants: fields.text("participants"),
        room: fields.text("room"),
        place: fields.text("place"),
        papers: fields.text("papers"),
    }
}

/// The form with which a request is accepted.
pub fn placing(fields: &Fields) -> Placing {
    Placing {
        date: fields.text("date"),
        part: fields.text("part"),
        start: fields.text("start"),
        minutes: fields.text("minutes"),
        chair: fields.text("chair"),
        room: fields.text("room"),
        place: fields.text("place"),
        conflict_reason: fields.text("conflict_reason"),
    }
}

/// The request that a form is about.
pub fn id(fields: &Fields) -> Result<RequestId, Refusal> {
    fields.row("id")?.map(RequestId).ok_or(Refusal::NotFound)
}

/// What is merged into what.
pub struct Merging {
    /// The requests that are merged, each with the version that was seen.
    pub merged: Vec<(RequestId, i32)>,
    /// The one that takes them; nothing when the reason names something else.
    pub into: Option<RequestId>,
}

/// The request of the form and those that are ticked ("7:2" is the second version
/// of request 7), and the one that takes them.
pub fn merging(fields: &Fields) -> Result<Merging, Refusal> {
    let unknown = || Refusal::field("merged_into", Problem::Unknown);
    let into = match fields.get("merged_into").trim() {
        "" => None,
        typed => Some(typed.parse::<RequestId>().map_err(|_| unknown())?),
    };
    let mut merged = vec![(id(fields)?, fields.number("seen"))];
    for ticked in fields.all("merged") {
        let (id, seen) = ticked.split_once(':').ok_or_else(unknown)?;
        merged.push((id.parse().map_err(|_| unknown())?, seen.parse().map_err(|_| unknown())?));
    }
    merged.retain(|(id, _)| Some(*id) != into);
    Ok(Merging { merged, into })
}
