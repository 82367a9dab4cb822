//! Whether a change lets an entry take place after all.

use super::FaceStanding;
use crate::journal::FieldChange;

/// Whether these changes of an entry say that it takes place after all, having been
/// postponed or cancelled before.
pub fn is_resumed(changes: &[FieldChange]) -> bool {
    changes.iter().any(|change| change.field == "standing" && change.after == FaceStanding::Going.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::publication::Face;
    use crate::schedule::story::{Story, an_entry, the_office};

    fn changed(before: Story, after: Story) -> bool {
        let face = |story: Story| Face::of(&story.entry(), &the_office());
        is_resumed(&face(after).changes_since(&face(before)))
    }

    #[test]
    fn only_what_was_called_off_takes_place_after_all() {
        let meeting = || an_entry().at("08:00-10:00");
        assert!(changed(meeting().postponed(Some("2026-12-03")), meeting()));
        assert!(changed(meeting().cancelled(), meeting().at("09:00-10:00")));
        assert!(!changed(meeting(), meeting().cancelled()));
        assert!(!changed(meeting().postponed(None), meeting().cancelled()));
        assert!(!changed(meeting(), meeting().at("09:00-10:00")));
    }
}
