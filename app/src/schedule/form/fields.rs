//! The form of an entry as names and texts, and as the draft that is judged.

use crate::fields::Fields;
use crate::schedule::deed::seen;
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
    EntryDraft {
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
        reason: text("reason"),
    }
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
    }
}
