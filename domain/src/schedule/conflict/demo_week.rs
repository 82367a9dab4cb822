//! The week of the demo office: people who know the trade made it without a
//! single collision, so the rules may not refuse any of it.

use super::*;
use crate::id::UnitId;
use crate::people::{Unit, UnitKind};
use crate::schedule::buffer::{Leg, Stop, Travel, stop_of};
use crate::schedule::choice::{EntryKind, LeaderRole};
use crate::schedule::story::{an_entry, the_office};

const WEEK: &str = include_str!("../../../tests/data/week-49.txt");

fn week() -> Vec<Entry> {
    WEEK.lines().filter(|line| !line.starts_with('#')).map(read).collect()
}

fn read(line: &str) -> Entry {
    let cells: Vec<_> = line.split(" | ").collect();
    let [number, date, part, hours, kind, leaders, room, car, standing, place] = cells[..] else {
        panic!("ten cells are needed: {line}");
    };
    let mut story =
        an_entry().numbered(number.parse().unwrap()).on(date).of_kind(EntryKind::of_code(kind).unwrap());
    if hours != "-" {
        story = story.at(hours);
    }
    story = story.in_the(SessionPart::of_code(part).unwrap());
    for leader in leaders.split(' ') {
        let (slug, role) = leader.split_once(':').unwrap();
        story = story.with(slug, LeaderRole::of_code(role).unwrap());
    }
    if room != "-" {
        story = story.in_room(room);
    }
    if car != "-" {
        story = story.by_car(car);
    }
    if place != "-" {
        story = story.at_place(place);
    }
    match standing {
        "postponed" => story.postponed(None).entry(),
        "cancelled" => story.cancelled().entry(),
        _ => story.entry(),
    }
}

/// The office with the localities of its province and some of the ways to them.
fn the_province() -> Directory {
    let mut office = the_office();
    let names = [
        "phường Minh Tân",
        "phường Trung Giang",
        "phường Bến Thượng",
        "phường Hòa Lợi Đông",
        "xã An Khê Hạ",
        "xã Long Thạnh Trung",
        "xã Tân Mỹ Sơn",
    ];
    let like = office.units[0].clone();
    office.units.extend((101..).zip(names).map(|(id, name)| Unit {
        id: UnitId(id),
        kind: UnitKind::Locality,
        short_name: format!("UBND {name}"),
        ..like.clone()
    }));
    let to = |id, minutes| Leg { one: Stop::Headquarters, other: Stop::Locality(UnitId(id)), minutes };
    office.travel = Travel { legs: vec![to(101, 10), to(106, 15)], usual: 40, preparation: 5, version: 1 };
    office
}

#[test]
fn nothing_of_the_demo_week_is_refused() {
    let (week, office) = (week(), the_province());
    assert_eq!(week.len(), 58);
    let heavy: Vec<_> = of_week(&week, &office)
        .into_iter()
        .filter(|(_, conflict)| conflict.severity >= Severity::Reason)
        .collect();
    assert_eq!(heavy, []);
}

#[test]
fn of_the_ways_of_the_demo_week_one_is_worth_a_warning() {
    let ways: Vec<_> = of_week(&week(), &the_province())
        .into_iter()
        .filter(|(_, conflict)| matches!(conflict.kind, ConflictKind::Way { .. }))
        .map(|(id, conflict)| (id.0, conflict.with.map(|other| other.id.0), conflict.severity, conflict.kind))
        .collect();
    // A quarter of an hour after the Monday briefing a Vice Chairman is on the way to a
    // commune, and has no time to prepare; the ceremony in the ward is nearer.
    let monday = ConflictKind::Way {
        name: "PCT Lương Quốc Trụ".into(),
        from: None,
        to: Some("xã Long Thạnh Trung".into()),
        way: 15,
        preparation: 5,
        left: 15,
        after: false,
    };
    assert_eq!(ways, [(1, Some(4), Severity::Warn, monday)]);
}

#[test]
fn of_the_demo_week_most_places_are_known() {
    let (week, office) = (week(), the_province());
    let mut unknown: Vec<_> = week
        .iter()
        .filter(|entry| takes_time(entry) && stop_of(&entry.plan, &office).is_none())
        .map(|entry| entry.plan.place.as_str())
        .collect();
    // Three trips and an afternoon of leave, which begin anywhere.
    let elsewhere = ["Hà Nội", "Hà Nội", "Hà Nội", ""];
    let bodies = ["Phòng họp Thường trực Tỉnh ủy", "Trụ sở Sở Y tế", "Hội trường Tỉnh ủy"];
    let mut expected: Vec<_> = bodies.into_iter().chain(elsewhere).collect();
    expected.sort();
    unknown.sort();
    assert_eq!(unknown, expected);
}

#[test]
fn one_more_meeting_of_the_chairman_is_refused_on_each_morning_he_has_one() {
    let (week, office) = (week(), the_office());
    let refused = |date: &str| {
        let plan = an_entry().chaired_by("ct").on(date).at("09:00-10:00").plan();
        heaviest(&conflicts(&week, None, &plan, &office)) == Some(Severity::Refuse)
    };
    for date in ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"] {
        assert!(refused(date), "{date}");
    }
    assert!(!refused("2026-12-05"));
}
