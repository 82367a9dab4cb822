//! Places of Minh Giang, and the table of ways as it is typed.

use super::*;
use crate::people::Span;
use crate::refusal::{Issue, Problem};
use crate::schedule::story::{an_entry, day, the_office, unit};

/// The story office, with two wards that are localities, the second without its class.
fn the_office_with_wards() -> Directory {
    let mut office = the_office();
    for ward in &mut office.units {
        if ["Minh Tân", "Trung Giang"].contains(&ward.short_name.as_str()) {
            ward.kind = UnitKind::Locality;
            ward.valid.to = None;
        }
        if ward.short_name == "Minh Tân" {
            ward.short_name = "UBND phường Minh Tân".into();
        }
    }
    let airport =
        Leg { one: Stop::Headquarters, other: Stop::Named("Sân bay Lam Giang".into()), minutes: 60 };
    office.travel.legs.push(airport);
    office
}

fn ward(code: &str) -> Stop {
    Stop::Locality(unit(code))
}

fn place(words: &str) -> Option<Stop> {
    stop_of(&an_entry().at_place(words).plan(), &the_office_with_wards())
}

#[test]
fn a_place_is_known_by_the_name_of_its_locality() {
    assert_eq!(place("Trụ sở UBND phuong minh tan"), Some(ward("minhtan")));
    assert_eq!(place("Trường Tiểu học Minh Tân, cơ sở 2"), Some(ward("minhtan")), "without its class");
    assert_eq!(place("Công viên bờ sông, phường Trung Giang"), Some(ward("huyen")));
    assert_eq!(place("Minh Tânh"), None, "not a whole word");
    assert_eq!(place("Hội trường Tỉnh ủy"), None);
    assert_eq!(place(""), Some(Stop::Headquarters));
}

#[test]
fn a_place_with_rows_of_its_own_is_known_by_their_words() {
    let airport = Stop::Named("Sân bay Lam Giang".into());
    assert_eq!(place("Phòng khách A, sân bay Lam Giang"), Some(airport.clone()));
    assert_eq!(place("Sân bay Lam Giang, Minh Tân"), Some(airport), "the longer name says more");
}

#[test]
fn of_two_places_that_a_text_names_alike_none_is_taken() {
    let mut office = the_office_with_wards();
    office.travel.legs[0].other = Stop::Named("Tân Minh".into());
    let both = an_entry().at_place("Minh Tân hoặc Tân Minh").plan();
    assert_eq!(stop_of(&both, &office), None);
}

#[test]
fn a_locality_that_has_ended_names_no_place_any_more() {
    let mut office = the_office_with_wards();
    let ended = office.units.iter_mut().find(|u| u.id == unit("huyen")).unwrap();
    ended.valid = Span { from: None, to: Some(day("2025-06-30")) };
    assert_eq!(stop_of(&an_entry().at_place("Trung Giang").plan(), &office), None);
}

#[test]
fn a_room_is_at_the_seat_unless_its_location_says_otherwise() {
    let mut office = the_office_with_wards();
    let here = an_entry().in_room("r-a").at_place("phường Minh Tân").plan();
    assert_eq!(stop_of(&here, &office), Some(Stop::Headquarters));
    let away = an_entry().in_room("r-tcd").plan();
    let room = office.rooms.iter_mut().find(|room| Some(room.id) == away.room).unwrap();
    room.location = "Trụ sở Tiếp công dân tỉnh, phường Minh Tân".into();
    assert_eq!(stop_of(&away, &office), Some(ward("minhtan")));
    let online = Plan { format: Format::Online, ..away };
    assert_eq!(stop_of(&online, &office), Some(Stop::Headquarters));
}

#[test]
fn nobody_can_say_where_leave_or_a_trip_out_of_the_province_begins() {
    for kind in [EntryKind::BusinessTrip, EntryKind::Leave] {
        let away = an_entry().of_kind(kind).at_place("phường Minh Tân").plan();
        assert_eq!(stop_of(&away, &the_office_with_wards()), None);
    }
}

#[test]
fn between_two_places_without_a_row_the_way_leads_by_the_office() {
    let (home, tan, giang, far) = (Stop::Headquarters, ward("minhtan"), ward("huyen"), ward("sxd"));
    let leg = |one: &Stop, other: &Stop, minutes| Leg { one: one.clone(), other: other.clone(), minutes };
    let legs = vec![leg(&home, &tan, 10), leg(&giang, &home, 45)];
    let mut table = Travel { legs, usual: 30, preparation: 15, version: 1 };
    assert_eq!(table.minutes(&tan, &giang), 55);
    assert_eq!(table.minutes(&tan, &far), 40);
    assert_eq!(table.longest(), 105);
    table.legs.push(leg(&giang, &tan, 20));
    assert_eq!(table.minutes(&tan, &giang), 20);
    assert_eq!(table.minutes(&tan, &tan), 0);
}

fn row(one: &str, other: &str, minutes: &str) -> LegDraft {
    LegDraft { one: one.into(), other: other.into(), minutes: minutes.into() }
}

#[test]
fn a_table_is_typed_with_names_and_comes_back_with_them() {
    let units = the_office_with_wards().units;
    let draft = TravelDraft {
        usual: " 40 ".into(),
        preparation: "5".into(),
        legs: vec![
            row("trụ sở", "UBND phường Minh Tân", "10"),
            LegDraft::default(),
            row("Phuong Minh Tan", "trung giang", "25"),
            row("The Office", " Sân bay  Lam Giang ", "60"),
        ],
    };
    let table = draft.check(&units).unwrap();
    let ends: Vec<_> =
        table.legs.iter().map(|leg| (leg.one.clone(), leg.other.clone(), leg.minutes)).collect();
    let airport = Stop::Named("Sân bay Lam Giang".into());
    let expected = [
        (Stop::Headquarters, ward("minhtan"), 10),
        (ward("minhtan"), ward("huyen"), 25),
        (Stop::Headquarters, airport, 60),
    ];
    assert_eq!(ends, expected);
    assert_eq!((table.usual, table.preparation), (40, 5));
    let again = TravelDraft::of(&table, &units);
    assert_eq!(again.legs[1], row("phường Minh Tân", "Trung Giang", "25"));
    assert_eq!(again.check(&units), Ok(table));
}

#[test]
fn rows_that_make_no_sense_are_refused_where_they_stand() {
    let units = the_office_with_wards().units;
    let legs = vec![
        row("Trụ sở", "Minh Tân", "10"),
        row("Minh Tân", "", "x"),
        row("Minh Tân", "phường Minh Tân", "0"),
        row("UBND phường Minh Tân", "the office", "12"),
    ];
    let draft = TravelDraft { usual: "".into(), preparation: "241".into(), legs };
    let way = Problem::NotBetween { min: 1, max: 600 };
    let expected = [
        ("usual", Problem::Required),
        ("preparation", Problem::NotBetween { min: 0, max: 240 }),
        ("other.1", Problem::Required),
        ("way.1", way.clone()),
        ("way.2", way),
    ];
    let mut found = draft.check(&units).unwrap_err();
    let mut expected: Vec<_> =
        expected.into_iter().map(|(field, problem)| Issue::new(field, problem)).collect();
    expected.push(Issue::new("other.2", Problem::SamePlace));
    let name = "Trụ sở - phường Minh Tân".into();
    expected.push(Issue::new("other.3", Problem::TakenByRow { row: 1, name }));
    found.sort_by(|a, b| a.field.cmp(&b.field));
    expected.sort_by(|a, b| a.field.cmp(&b.field));
    assert_eq!(found, expected);
    let long = TravelDraft {
        usual: "30".into(),
        preparation: "0".into(),
        legs: (0..=MOST).map(|n| row("Trụ sở", &format!("Nơi {n}"), "10")).collect(),
    };
    let most = Problem::NotBetween { min: 0, max: 300 };
    assert_eq!(long.check(&units), Err(vec![Issue::new("ways", most)]));
}
