//! Two people changed the same entry: what only one of them touched is taken from
//! that one.

use super::EntryDraft;

impl EntryDraft {
    /// What stands in `mine`, with those fields from `theirs` that `mine` left as they
    /// were in `base`. A field that both changed stays mine.
    #[must_use]
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        macro_rules! each {
            ($($field:ident)*) => {
                Self { $($field: untouched(&base.$field, &mine.$field, &theirs.$field)),* }
            };
        }
        each! {
            date part start end kind content leaders in_place_of participants host_unit preparing_unit
            room place format remote_sites office_leader specialist division vehicle invitation
            visibility public_wording note acting agreed_by agreed_at reason
        }
    }
}

fn untouched<T: PartialEq + Clone>(base: &T, mine: &T, theirs: &T) -> T {
    if base == mine { theirs.clone() } else { mine.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_keeps_what_only_they_touched() {
        let base = EntryDraft {
            content: "Họp giao ban".into(),
            start: "08:00".into(),
            place: "Phòng A".into(),
            leaders: [("1".to_owned(), "chair".to_owned())].into(),
            ..EntryDraft::default()
        };
        let mine =
            EntryDraft { content: "Họp giao ban khối".into(), place: "Phòng B".into(), ..base.clone() };
        let theirs = EntryDraft {
            start: "09:00".into(),
            place: "Hội trường".into(),
            leaders: [("2".to_owned(), "chair".to_owned())].into(),
            ..base.clone()
        };
        let merged = EntryDraft::merged(&base, &mine, &theirs);
        assert_eq!(merged.content, "Họp giao ban khối");
        assert_eq!(merged.start, "09:00");
        assert_eq!(merged.place, "Phòng B", "what both changed stays mine");
        assert_eq!(merged.leaders, theirs.leaders);
        assert_eq!(EntryDraft::merged(&base, &base, &theirs), theirs);
        assert_eq!(EntryDraft::merged(&base, &mine, &base), mine);
    }
}
