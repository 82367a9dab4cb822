//! What a feed carries and for how long.
//!
//! The window follows whole weeks, so that the bytes of a feed change when
//! something is published or a week ends, and not with every midnight.

use crate::calendar::week::IsoWeek;
use crate::schedule::choice::EntryKind;
use crate::schedule::publication::{Face, FaceStanding};
use chrono::{Days, NaiveDate};

/// Days that a feed looks back.
pub const DAYS_BACK: u64 = 90;
/// Days that a feed looks ahead.
pub const DAYS_AHEAD: u64 = 400;
/// Days for which a cancelled entry stays, so that clients hear of it.
pub const DAYS_CANCELLED: u64 = 30;

/// First and last day of the window around the week of `today`, both included,
/// widened to whole weeks.
pub fn window(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = |day| IsoWeek::of(day).monday();
    let sunday = |day| IsoWeek::of(day).sunday();
    let first = monday(today).checked_sub_days(Days::new(DAYS_BACK));
    let last = sunday(today).checked_add_days(Days::new(DAYS_AHEAD));
    (monday(first.unwrap_or(today)), sunday(last.unwrap_or(today)))
}

/// Whether a feed still carries this entry in the week of `today`: what was
/// cancelled or postponed stays for thirty days after its date.
pub fn carries(face: &Face, today: NaiveDate) -> bool {
    if face.standing == FaceStanding::Going {
        return true;
    }
    let monday = IsoWeek::of(today).monday();
    let last = face.date.checked_add_days(Days::new(DAYS_CANCELLED));
    last.is_none_or(|last| last >= monday)
}

/// Whether the entry makes its leaders busy in other people's calendars.
pub fn is_busy(face: &Face) -> bool {
    face.standing == FaceStanding::Going && !matches!(face.kind, EntryKind::OfficeWork)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::story::{Story, an_entry, day, the_office};
    use proptest::prelude::*;

    fn face(story: Story) -> Face {
        Face::of(&story.entry(), &the_office())
    }

    #[test]
    fn the_window_is_made_of_whole_weeks() {
        // Ninety days before Monday 30/11/2026 is Tuesday 01/09/2026; four hundred
        // after Sunday 06/12/2026 is Monday 10/01/2028.
        assert_eq!(window(day("2026-12-04")), (day("2026-08-31"), day("2028-01-16")));
    }

    #[test]
    fn what_was_called_off_stays_for_thirty_days() {
        let meeting = || an_entry().on("2026-12-03");
        let carried = |story: Story, today| carries(&face(story), day(today));
        assert!(carried(meeting().cancelled(), "2026-12-03"));
        // 02/01/2027, the thirtieth day after it, is the Saturday of its week.
        assert!(carried(meeting().cancelled(), "2027-01-03"));
        assert!(!carried(meeting().cancelled(), "2027-01-04"));
        assert!(!carried(meeting().postponed(None), "2027-01-04"));
        assert!(carried(meeting(), "2027-01-04"));
    }

    #[test]
    fn only_what_takes_place_makes_busy() {
        assert!(is_busy(&face(an_entry())));
        assert!(!is_busy(&face(an_entry().cancelled())));
        assert!(!is_busy(&face(an_entry().postponed(None))));
        assert!(!is_busy(&face(an_entry().of_kind(EntryKind::OfficeWork))));
    }

    proptest! {
        #[test]
        fn a_feed_stays_as_it_is_until_the_week_ends(days in 0_u64..20_000) {
            let today = day("1990-01-01") + Days::new(days);
            let monday = IsoWeek::of(today).monday();
            let (first, last) = window(today);
            let cancelled = face(an_entry().on("2026-12-03").cancelled());
            prop_assert_eq!(carries(&cancelled, today), carries(&cancelled, monday));
            prop_assert!(first <= today - Days::new(DAYS_BACK));
            prop_assert!(last >= today + Days::new(DAYS_AHEAD));
            prop_assert_eq!((first, last), window(monday));
        }
    }
}
