//! Any plan that can be kept fits into a form and comes out of it unchanged.

use super::*;
use crate::schedule::story::{an_entry, car, day, person, room, the_office, unit};
use proptest::prelude::*;

fn plans() -> impl Strategy<Value = Plan> {
    let words = "[a-zđàạ0-9<>&\"',.;:!?-]{1,8}( [a-zđàạ]{1,6}){0,3}";
    let maybe_words = prop_oneof![Just(String::new()), words];
    let roles: Vec<_> = LeaderRole::ALL.iter().copied().filter(|r| *r != LeaderRole::Chair).collect();
    let leaders = proptest::sample::subsequence(vec!["ct", "pcttt", "pct-kt", "pct-nn"], 0..4);
    let sites = proptest::sample::subsequence(vec!["stc", "sxd", "minhtan"], 0..3).prop_shuffle();
    let when = (
        0_u64..365,
        proptest::option::of((0_u32..1380, proptest::option::of(1_u32..59))),
        any::<bool>(),
        proptest::sample::select(&SessionPart::ALL[..]),
    );
    let who = (leaders, proptest::sample::select(roles), any::<[bool; 2]>(), sites);
    let what = (words, maybe_words.clone(), maybe_words.clone(), maybe_words.clone(), maybe_words);
    let choices = (
        proptest::sample::select(EntryKind::ALL),
        proptest::sample::select(Format::ALL),
        proptest::option::of(proptest::sample::select(InvitationMode::ALL)),
        proptest::sample::select(Visibility::ALL),
    );
    let named = any::<[bool; 6]>();
    (when, who, what, choices, named).prop_map(|(when, who, what, choices, named)| {
        let (days, hours, whole_day, part) = when;
        let (slugs, role, [chair, instead], sites) = who;
        let at = |minute: u32| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let start = hours.map(|(start, _)| at(start));
        let some = |index: usize| named[index];
        let mut story = an_entry();
        for (place, slug) in slugs.iter().enumerate() {
            story = match place {
                0 if chair => story.chaired_by(slug),
                0 if instead => story.delegated(slug, "pct-vx").agreed_by("Chủ tịch", "2026-11-30T02:15"),
                _ => story.with(slug, role),
            };
        }
        if some(0) {
            story = story.acted_for_by("pct-vx").agreed_by("Tỉnh ủy", "2026-11-30T17:59");
        }
        let (content, participants, place, public_wording, note) = what;
        let (kind, format, invitation, visibility) = choices;
        Plan {
            date: day("2026-01-01") + chrono::Days::new(days),
            part: match start {
                Some(start) if !whole_day => SessionPart::of_time(start),
                Some(_) => SessionPart::AllDay,
                None => part,
            },
            start,
            end: hours.and_then(|(start, long)| Some(at(start + long?))),
            kind,
            content,
            participants,
            host_unit: some(0).then(|| unit("ubnd")),
            preparing_unit: some(1).then(|| unit("stc")),
            room: some(2).then(|| room("r-b")),
            place,
            format,
            remote_sites: sites.into_iter().map(unit).collect(),
            office_leader: some(3).then(|| person("cvp")),
            specialist: some(4).then(|| person("cv-kt")),
            division: some(5).then(|| unit("sxd")),
            vehicle: some(2).then(|| car("v-6")),
            invitation,
            visibility,
            public_wording,
            note,
            ..story.plan()
        }
    })
}

proptest! {
    #[test]
    fn a_form_gives_back_the_plan_it_was_made_of(plan in plans()) {
        prop_assert_eq!(EntryDraft::of(&plan).check(&the_office()), Ok(plan));
    }
}
