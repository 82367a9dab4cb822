//! The form of an entry as names and texts, and as the draft that is judged.

use crate::fields::Fields;
use crate::schedule::deed::seen;
use crate::schedule::offer::at_slot;
use domain::EntryId;
use domain::schedule::{EntryDraft, Save};

/// The role of a leader: `leader-` and the number of the post.
pub(in crate::schedule) const LEADER: &str = "leader-";
/// In whose place: `instead-` and the number of the post of the one who goes.
pub(in crate::schedule) const INSTEAD: &str = "instead-";

/// The draft that stands in a form.
pub(in crate::schedule) fn draft_of(fields: &Fields) -> EntryDraft {
    let text = |name| fields.text(name);
    let chosen = |prefix| fields.keyed(prefix).filter(|(_, code)| !code.is_empty()).collect();
    let typed = EntryDraft {
        date: text("date"),
        part: text("part"),
        start: text("start"),
        end: text("end"),
        kind: text("kind"),
        content: text("content"),
        leaders: chosen(LEADER),
        in_place_of: chosen(INSTEAD),
        participants: text("participants"),
        host_unit: text("host_unit"),
        preparing_unit: text("preparing_unit"),
        room: text("room"),
        place: text("place"),
        format: text("format"),
        remote_sites: sorted(fields.all("remote_sites")),
        office_leader: text("office_leader"),
        specialist: text("specialist"),
        division: text("division"),
        vehicle: text("vehicle"),
        invitation: text("invitation"),
        visibility: text("visibility"),
        public_wording: text("public_wording"),
        note: text("note"),
        acting: text("acting"),
        agreed_by: text("agreed_by"),
        agreed_at: text("agreed_at"),
        reason: text("reason"),
    };
    at_slot(fields, typed)
}

/// The fields of a form that this draft fills in, for the entry of this version.
pub(in crate::schedule) fn fields_of(
    id: Option<EntryId>,
    seen: i32,
    draft: &EntryDraft,
    conflict_reason: &str,
) -> Fields {
    let mut fields = Vec::new();
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    put("id", &id.map(|id| id.to_string()).unwrap_or_default());
    put("seen", &seen.to_string());
    put("conflict_reason", conflict_reason);
    for (name, value) in [
        ("date", &draft.date),
        ("part", &draft.part),
        ("start", &draft.start),
        ("end", &draft.end),
        ("kind", &draft.kind),
        ("content", &draft.content),
        ("participants", &draft.participants),
        ("host_unit", &draft.host_unit),
        ("preparing_unit", &draft.preparing_unit),
        ("room", &draft.room),
        ("place", &draft.place),
        ("format", &draft.format),
        ("office_leader", &draft.office_leader),
        ("specialist", &draft.specialist),
        ("division", &draft.division),
        ("vehicle", &draft.vehicle),
        ("invitation", &draft.invitation),
        ("visibility", &draft.visibility),
        ("public_wording", &draft.public_wording),
        ("note", &draft.note),
        ("acting", &draft.acting),
        ("agreed_by", &draft.agreed_by),
        ("agreed_at", &draft.agreed_at),
        ("reason", &draft.reason),
    ] {
        put(name, value);
    }
    for site in &draft.remote_sites {
        put("remote_sites", site);
    }
    for (post, role) in &draft.leaders {
        put(&format!("{LEADER}{post}"), role);
    }
    for (post, original) in &draft.in_place_of {
        put(&format!("{INSTEAD}{post}"), original);
    }
    Fields(fields)
}

/// The order of the boxes says nothing; sorted, two drafts can be compared.
pub(super) fn sorted(mut sites: Vec<String>) -> Vec<String> {
    sites.sort();
    sites
}

/// What the form asks to be saved.
pub(in crate::schedule) fn save_of(fields: &Fields) -> Save {
    Save {
        id: fields.id("id").map(EntryId),
        seen: seen(fields),
        draft: draft_of(fields),
        conflict_reason: fields.text("conflict_reason"),
        ..Save::default()
    }
}
