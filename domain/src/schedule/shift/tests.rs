use super::*;
use crate::schedule::story::{an_entry, day, hour, post};

fn place(date: &str, part: SessionPart, leader: Option<&str>) -> Place {
    Place { date: day(date), part, leader: leader.map(post) }
}

fn taken(plan: &Plan, from: Option<&str>, to: Place) -> Plan {
    plan.taken(from.map(post), to, &WorkingHours::default())
}

#[test]
fn on_another_day_only_the_day_changes() {
    let plan = an_entry().chaired_by("ct").at("08:30-10:00").plan();
    let moved = taken(&plan, Some("ct"), place("2026-12-03", SessionPart::Morning, Some("ct")));
    assert_eq!(moved, Plan { date: day("2026-12-03"), ..plan });
}

#[test]
fn in_another_lane_length_and_distance_from_its_beginning_stay() {
    let plan = an_entry().chaired_by("ct").at("08:30-10:00").plan();
    let to = |part| {
        let moved = taken(&plan, Some("ct"), place("2026-12-01", part, Some("ct")));
        (moved.start, moved.end)
    };
    // The morning begins at 07:30, the afternoon at 13:30, the evening at 18:00.
    assert_eq!(to(SessionPart::Afternoon), (Some(hour("14:30")), Some(hour("16:00"))));
    assert_eq!(to(SessionPart::Evening), (Some(hour("19:00")), Some(hour("20:30"))));
    assert_eq!(to(SessionPart::AllDay), (None, None));
}

#[test]
fn what_would_begin_after_its_lane_begins_with_it_and_nothing_passes_midnight() {
    let late = an_entry().at("11:20-12:00").plan();
    let moved = taken(&late, None, place("2026-12-01", SessionPart::Evening, None));
    assert_eq!((moved.start, moved.end), (Some(hour("18:00")), Some(hour("18:40"))));
    let long = an_entry().at("07:30-16:30").plan();
    let moved = taken(&long, None, place("2026-12-01", SessionPart::Evening, None));
    assert_eq!((moved.start, moved.end), (Some(hour("18:00")), None));
}

#[test]
fn another_leader_takes_the_role_and_nobody_stands_there_twice() {
    let plan = an_entry().chaired_by("ct").attended_by("pct-kt").plan();
    let to = |from, leader| {
        let moved = taken(&plan, from, place("2026-12-01", SessionPart::Morning, leader));
        moved.attending.iter().map(|a| (a.position, a.role)).collect::<Vec<_>>()
    };
    let (chair, attend) = (LeaderRole::Chair, LeaderRole::Attend);
    assert_eq!(to(Some("ct"), Some("pct-nn")), [(post("pct-nn"), chair), (post("pct-kt"), attend)]);
    assert_eq!(to(Some("ct"), Some("pct-kt")), [(post("pct-kt"), attend)]);
    assert_eq!(to(Some("pct-kt"), None), [(post("ct"), chair)]);
    let nobodys = an_entry().plan();
    let moved = taken(&nobodys, None, place("2026-12-01", SessionPart::Morning, Some("pct-nn")));
    assert_eq!(moved.attending[0].role, LeaderRole::Chair);
}

#[test]
fn who_takes_an_entry_back_is_in_nobodys_place() {
    let mut plan = an_entry().attended_by("pct-kt").plan();
    plan.attending[0].in_place_of = Some(post("ct"));
    let back = taken(&plan, Some("pct-kt"), place("2026-12-01", SessionPart::Morning, Some("ct")));
    assert_eq!(back.attending[0].in_place_of, None);
    let on = taken(&plan, Some("pct-kt"), place("2026-12-01", SessionPart::Morning, Some("pct-nn")));
    assert_eq!(on.attending[0].in_place_of, Some(post("ct")));
}

#[test]
fn the_end_moves_by_minutes_within_the_day() {
    let hours = WorkingHours::default();
    let plan = an_entry().at("08:30-10:00").plan();
    assert_eq!(plan.lasting(30, &hours).end, Some(hour("10:30")));
    assert_eq!(plan.lasting(-300, &hours).end, Some(hour("08:45")));
    assert_eq!(plan.lasting(24 * 60, &hours).end, Some(hour("10:00")));
    let open = an_entry().at("08:30").plan();
    // Without an end it lasts until the morning ends, at 11:30.
    assert_eq!(open.lasting(-15, &hours).end, Some(hour("11:15")));
    let untimed = an_entry().plan();
    assert_eq!(untimed.lasting(15, &hours), untimed);
}

#[test]
fn a_place_is_read_as_it_is_written() {
    for at in [
        place("2026-12-01", SessionPart::Morning, Some("ct")),
        place("2026-12-06", SessionPart::AllDay, None),
    ] {
        assert_eq!(Place::of_code(&at.to_string()), Some(at));
    }
    assert_eq!(place("2026-12-01", SessionPart::Evening, None).to_string(), "2026-12-01.evening");
    for wrong in [
        "",
        "2026-12-01",
        "2026-12-01.noon",
        "2026-13-01.morning",
        "2026-12-01.morning.ct",
        "2026-12-01.morning.1.2",
    ] {
        assert_eq!(Place::of_code(wrong), None, "{wrong}");
    }
}
