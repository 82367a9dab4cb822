use super::*;
use crate::schedule::choice::EntryKind;
use crate::schedule::story::{Story, an_entry, day, hour, the_office};

/// What stands in the way of `new` beside `old`, heaviest first.
fn between(new: Story, old: Story) -> Vec<(Severity, ConflictKind)> {
    let old = old.numbered(7).entry();
    conflicts(&[old], None, &new.plan(), &the_office())
        .into_iter()
        .filter(|c| c.with.is_some())
        .map(|c| (c.severity, c.kind))
        .collect()
}

fn heaviest_between(new: Story, old: Story) -> Option<Severity> {
    between(new, old).into_iter().map(|(severity, _)| severity).max()
}

fn chairman(hours: &str) -> Story {
    an_entry().chaired_by("ct").at(hours)
}

fn chairman_all(part: SessionPart) -> Story {
    an_entry().chaired_by("ct").in_the(part)
}

#[test]
fn a_leader_is_not_expected_twice_at_one_time() {
    let other = an_entry().attended_by("ct").at("09:00-11:00").in_room("r-a").at_place("tầng 2");
    let other = other.numbered(7).entry();
    let found = conflicts(&[other], None, &chairman("08:00-09:30").plan(), &the_office());
    assert_eq!(
        found,
        [Conflict {
            severity: Severity::Refuse,
            kind: ConflictKind::Leader { name: "Chủ tịch Đặng Hữu Khiêm".into() },
            with: Some(OtherEntry {
                id: EntryId(7),
                part: SessionPart::Morning,
                start: Some(hour("09:00")),
                end: Some(hour("11:00")),
                content: "Họp về giải ngân vốn đầu tư công".into(),
                place: "r-a, tầng 2".into(),
            }),
        }]
    );
}

#[test]
fn one_meeting_may_begin_when_the_other_ends() {
    assert_eq!(between(chairman("08:00-09:30"), chairman("09:30-11:00")), []);
    assert_eq!(between(chairman("09:30-11:00"), chairman("08:00-09:30")), []);
    let tomorrow = chairman("08:00-09:30").on("2026-12-02");
    assert_eq!(between(chairman("08:00-09:30"), tomorrow), []);
}

#[test]
fn an_entry_does_not_collide_with_what_it_was_before() {
    let before = chairman("08:00-09:30").numbered(3).entry();
    let plan = chairman("08:30-10:00").plan();
    assert_eq!(conflicts(&[before], Some(EntryId(3)), &plan, &the_office()), []);
}

#[test]
fn how_sure_an_overlap_is_decides_how_much_it_weighs() {
    use SessionPart::{AllDay, Evening, Morning};
    let refuse = Some(Severity::Refuse);
    let reason = Some(Severity::Reason);
    let exact = || chairman("08:00-10:00");
    // A morning without hours may leave room for a meeting, so a reason is enough.
    assert_eq!(heaviest_between(exact(), chairman_all(Morning)), reason);
    assert_eq!(heaviest_between(chairman_all(Morning), chairman_all(Morning)), reason);
    assert_eq!(heaviest_between(exact(), chairman_all(Evening)), None);
    // Nobody knows when the first one ends, but its first half hour is certain.
    assert_eq!(heaviest_between(chairman("08:00"), chairman("08:00")), refuse);
    assert_eq!(heaviest_between(chairman("09:00"), exact()), refuse);
    assert_eq!(heaviest_between(chairman("08:00"), chairman("08:29")), refuse);
    assert_eq!(heaviest_between(chairman("08:00"), chairman("08:30")), reason);
    assert_eq!(heaviest_between(chairman("08:00"), chairman("11:30-12:00")), None);
    // A whole day is a whole day, its noon included.
    assert_eq!(heaviest_between(chairman("12:00-13:00"), chairman_all(AllDay)), refuse);
    assert_eq!(heaviest_between(chairman("19:00-20:00"), chairman_all(AllDay)), None);
}

#[test]
fn half_a_day_of_leave_or_of_a_trip_is_a_block() {
    for kind in [EntryKind::Leave, EntryKind::BusinessTrip] {
        let away = chairman_all(SessionPart::Morning).of_kind(kind);
        assert_eq!(heaviest_between(chairman("08:00-10:00"), away.clone()), Some(Severity::Refuse));
        assert_eq!(heaviest_between(chairman("14:00-15:00"), away), None);
    }
    let visit = chairman_all(SessionPart::Morning).of_kind(EntryKind::FieldVisit);
    assert_eq!(heaviest_between(chairman("08:00-10:00"), visit), Some(Severity::Reason));
}

#[test]
fn a_meeting_near_the_end_of_its_half_day_still_takes_half_an_hour() {
    assert_eq!(heaviest_between(chairman("11:15"), chairman("11:40-12:00")), Some(Severity::Refuse));
    assert_eq!(heaviest_between(chairman("11:15"), chairman("11:45-12:00")), None);
    let (from, to) = chairman("11:15").plan().minutes(&the_office().hours_on(day("2026-12-01")));
    assert_eq!((from, to), (11 * 60 + 15, 11 * 60 + 45));
}

#[test]
fn work_in_the_office_and_duty_leave_a_leader_free() {
    for kind in [EntryKind::OfficeWork, EntryKind::Duty] {
        let free = chairman_all(SessionPart::AllDay).of_kind(kind).in_room("r-a");
        let meeting = chairman("08:00-10:00").in_room("r-a");
        assert_eq!(between(meeting.clone(), free.clone()), []);
        assert_eq!(between(free, meeting), []);
    }
}

#[test]
fn what_does_not_take_place_is_in_nobodys_way() {
    let meeting = || chairman("08:00-10:00");
    assert_eq!(between(meeting(), meeting().postponed(None)), []);
    assert_eq!(between(meeting(), meeting().cancelled()), []);
    let both = [meeting().numbered(1).cancelled().entry(), meeting().numbered(2).entry()];
    assert_eq!(of_week(&both, &the_office()), []);
}

#[test]
fn one_person_with_two_posts_is_one_person() {
    let named = |name: &str| (Severity::Refuse, ConflictKind::Leader { name: name.into() });
    let head = an_entry().chaired_by("tbcd").at("09:00-10:00");
    assert_eq!(between(head.clone(), chairman("08:00-10:00")), [named("Trưởng Ban Chỉ đạo Đặng Hữu Khiêm")]);
    let both = chairman("08:00-10:00").attended_by("tbcd");
    assert_eq!(between(both, head), [named("Chủ tịch Đặng Hữu Khiêm")]);
}

#[test]
fn who_has_delegated_is_free_and_who_goes_is_not() {
    let delegated = || an_entry().delegated("pct-kt", "ct").at("08:00-10:00");
    assert_eq!(between(chairman("08:00-10:00"), delegated()), []);
    let deputy = an_entry().chaired_by("pct-kt").at("08:00-10:00");
    assert_eq!(heaviest_between(deputy, delegated()), Some(Severity::Refuse));
}

#[test]
fn rooms_cars_and_drivers_are_there_once() {
    let at = || an_entry().at("08:00-10:00");
    let refuse = |kind| [(Severity::Refuse, kind)];
    assert_eq!(
        between(at().in_room("r-a"), at().in_room("r-a")),
        refuse(ConflictKind::Room { name: "r-a".into() })
    );
    assert_eq!(between(at().in_room("r-a"), at().in_room("r-b")), []);
    assert_eq!(
        between(at().by_car("v-1"), at().by_car("v-1")),
        refuse(ConflictKind::Vehicle { plate: "v-1".into() })
    );
    assert_eq!(
        between(at().by_car("v-1"), at().by_car("v-7")),
        refuse(ConflictKind::Driver { name: "Hồ Lái Một".into() })
    );
    assert_eq!(between(at().by_car("v-1"), at().by_car("v-6")), []);
    let later = an_entry().in_the(SessionPart::Morning).in_room("r-a");
    assert_eq!(heaviest_between(at().in_room("r-a"), later), Some(Severity::Reason));
}

#[test]
fn those_who_serve_two_entries_are_only_a_warning() {
    let at = || an_entry().at("08:00-10:00");
    let mine = at().served_by("cvp", "cv-th").prepared_by("stc").joined_by("minhtan");
    let theirs = at().served_by("cvp", "cv-kt").prepared_by("sxd").joined_by("stc");
    let warn = |kind| (Severity::Warn, kind);
    assert_eq!(
        between(mine, theirs),
        [
            warn(ConflictKind::Staff { name: "Lê Văn Phòng".into() }),
            warn(ConflictKind::Unit { name: "STC".into() }),
        ]
    );
    let twice = || at().prepared_by("stc").joined_by("stc");
    assert_eq!(between(twice(), twice()), [warn(ConflictKind::Unit { name: "STC".into() })]);
}

#[test]
fn a_citizen_reception_is_not_overwritten_without_a_reason() {
    let reception = || chairman("07:30-11:30").of_kind(EntryKind::CitizenReception);
    let name = || "Chủ tịch Đặng Hữu Khiêm".to_owned();
    let expected = [
        (Severity::Refuse, ConflictKind::Leader { name: name() }),
        (Severity::Reason, ConflictKind::Reception { name: name() }),
    ];
    assert_eq!(between(chairman("08:00-10:00"), reception()), expected);
    assert_eq!(between(reception(), chairman("08:00-10:00")), expected);
    let deputy = an_entry().chaired_by("pct-kt").at("08:00-10:00");
    assert_eq!(between(deputy, reception()), []);
}

#[test]
fn the_list_of_a_week_tells_each_pair_once() {
    let week = [
        chairman("08:00-10:00").numbered(1).entry(),
        chairman("09:00-11:00").numbered(2).entry(),
        chairman("16:00-18:00").numbered(3).entry(),
    ];
    let listed: Vec<_> = of_week(&week, &the_office())
        .into_iter()
        .map(|(id, c)| (id.0, c.severity, c.with.map(|w| w.id.0)))
        .collect();
    assert_eq!(listed, [(1, Severity::Refuse, Some(2)), (3, Severity::Warn, None)]);
}
