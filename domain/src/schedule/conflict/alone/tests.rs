use super::*;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::schedule::conflict::conflicts;
use crate::schedule::story::{Story, an_entry, day, hour, the_office};

fn alone(new: Story) -> Vec<(Severity, ConflictKind)> {
    let found = conflicts(&[], None, &new.plan(), &the_office());
    found.into_iter().map(|c| (c.severity, c.kind)).collect()
}

#[test]
fn a_citizen_reception_is_not_handed_on_without_a_reason() {
    let reception = an_entry().at("08:00-10:00").of_kind(EntryKind::CitizenReception);
    assert_eq!(alone(reception.clone().chaired_by("ct")), []);
    assert_eq!(
        alone(reception.delegated("pct-kt", "ct")),
        [(Severity::Reason, ConflictKind::ReceptionDelegated)]
    );
}

#[test]
fn hours_outside_the_working_day_are_marked() {
    let warn = |kind| vec![(Severity::Warn, kind)];
    let outside = || warn(ConflictKind::OutsideHours { from: hour("07:30"), to: hour("17:00") });
    let pause = || warn(ConflictKind::NoonPause { from: hour("11:30"), to: hour("13:30") });
    let table = [
        ("07:30-11:30", vec![]),
        ("08:00-17:00", vec![]),
        ("11:29", vec![]),
        ("07:00-08:00", outside()),
        ("16:00-17:30", outside()),
        ("17:00", outside()),
        ("23:59", outside()),
        ("19:00-20:00", outside()),
        ("12:00-13:00", pause()),
        ("11:00-12:00", pause()),
        ("11:30", pause()),
    ];
    for (hours, expected) in table {
        assert_eq!(alone(an_entry().at(hours)), expected, "{hours}");
    }
    assert_eq!(alone(an_entry().in_the(SessionPart::Evening)), outside());
    assert_eq!(alone(an_entry().in_the(SessionPart::Afternoon)), []);
}

#[test]
fn some_kinds_are_ordinary_at_any_time() {
    for kind in EntryKind::ALL {
        let evening = alone(an_entry().of_kind(*kind).at("19:00-21:00"));
        let sunday = alone(an_entry().of_kind(*kind).on("2026-12-06"));
        let any_time = matches!(
            kind,
            EntryKind::BusinessTrip
                | EntryKind::Ceremony
                | EntryKind::UrgentMeeting
                | EntryKind::OfficeWork
                | EntryKind::Leave
                | EntryKind::Duty
        );
        assert_eq!((evening.is_empty(), sunday.is_empty()), (any_time, any_time), "{kind:?}");
    }
}

#[test]
fn days_off_and_holidays_are_marked_by_name() {
    let mut office = the_office();
    office.holidays = vec![Holiday {
        date: day("2026-12-01"),
        name: "Ngày lễ của tỉnh".into(),
        kind: HolidayKind::Holiday,
        source: String::new(),
        provisional: false,
    }];
    let kinds = |story: Story| -> Vec<_> {
        conflicts(&[], None, &story.plan(), &office).into_iter().map(|c| c.kind).collect()
    };
    // The day is told once, not the hour as well.
    assert_eq!(
        kinds(an_entry().at("19:00-20:00")),
        [ConflictKind::Holiday { name: "Ngày lễ của tỉnh".into() }]
    );
    assert_eq!(kinds(an_entry().on("2026-12-05")), [ConflictKind::DayOff]);
    assert_eq!(kinds(an_entry().on("2026-12-04")), []);
}

#[test]
fn a_chair_outside_the_portfolio_is_noted() {
    let about_farms = |slug| alone(an_entry().chaired_by(slug).prepared_by("snnmt"));
    let note = ConflictKind::Portfolio { name: "PCT Phan Đình Sách".into() };
    assert_eq!(about_farms("pct-kt"), [(Severity::Note, note)]);
    assert_eq!(about_farms("pct-nn"), []);
    assert_eq!(about_farms("ct"), [], "the head may chair everything");
    assert_eq!(alone(an_entry().attended_by("pct-kt").prepared_by("snnmt")), []);
}
