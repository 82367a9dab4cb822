//! The week of the demo office: people who know the trade made it without a
//! single collision, so the rules may not refuse any of it.

use super::*;
use crate::schedule::choice::{EntryKind, LeaderRole};
use crate::schedule::story::{an_entry, the_office};

const WEEK: &str = include_str!("../../../tests/data/week-49.txt");

fn week() -> Vec<Entry> {
    WEEK.lines().filter(|line| !line.starts_with('#')).map(read).collect()
}

fn read(line: &str) -> Entry {
    let cells: Vec<_> = line.split(" | ").collect();
    let [number, date, part, hours, kind, leaders, room, car, standing] = cells[..] else {
        panic!("nine cells are needed: {line}");
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
    match standing {
        "postponed" => story.postponed(None).entry(),
        "cancelled" => story.cancelled().entry(),
        _ => story.entry(),
    }
}

#[test]
fn nothing_of_the_demo_week_is_refused() {
    let (week, office) = (week(), the_office());
    assert_eq!(week.len(), 58);
    let heavy: Vec<_> = of_week(&week, &office)
        .into_iter()
        .filter(|(_, conflict)| conflict.severity >= Severity::Reason)
        .collect();
    assert_eq!(heavy, []);
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
