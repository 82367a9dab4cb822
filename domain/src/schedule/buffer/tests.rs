//! A day on the road in Minh Giang.

use super::*;
use crate::schedule::story::{an_entry, the_office, unit};
use proptest::prelude::*;

fn the_office_with_wards() -> Directory {
    let mut office = the_office();
    for ward in
        office.units.iter_mut().filter(|u| ["Minh Tân", "Trung Giang"].contains(&u.short_name.as_str()))
    {
        ward.kind = UnitKind::Locality;
        ward.valid.to = None;
    }
    office
}

fn ward(code: &str) -> Stop {
    Stop::Locality(unit(code))
}

fn the_table() -> Travel {
    let leg = |one, other, minutes| Leg { one, other, minutes };
    let legs = vec![leg(Stop::Headquarters, ward("minhtan"), 10), leg(Stop::Headquarters, ward("huyen"), 45)];
    Travel { legs, usual: 30, preparation: 15 }
}

#[test]
fn a_trip_to_a_commune_blocks_the_way_there_and_the_way_back() {
    let office = the_office_with_wards();
    let others = [
        an_entry().numbered(1).chaired_by("ct").in_room("r-a").at("08:00-09:00").saying("Giao ban").entry(),
        an_entry().numbered(2).chaired_by("ct").in_room("r-b").at("11:00-11:30").saying("Tiếp khách").entry(),
        an_entry().numbered(3).chaired_by("pcttt").in_room("r-c").at("11:00-11:30").entry(),
    ];
    let visit =
        an_entry().attended_by("ct").at("09:30-10:10").at_place("Hội trường phường Trung Giang").plan();
    let found = tight(&others, None, &visit, &office, &the_table());
    let told: Vec<_> = found.iter().map(|t| (t.with.0, t.severity, t.after, t.left, t.needed)).collect();
    assert_eq!(told, [(1, Severity::Reason, true, 30, 60), (2, Severity::Warn, false, 50, 60)]);
    assert_eq!(
        found[0].sentence(Locale::Vi),
        "Chủ tịch Đặng Hữu Khiêm chỉ có 30 phút từ “Giao ban” (kết thúc 9h) đến đây (9h30); cần 60 phút."
    );
    assert_eq!(
        found[1].sentence(Locale::En),
        "Chủ tịch Đặng Hữu Khiêm has only 50 minutes from this entry (ends 10:10) to “Tiếp khách” (11:00); 60 are needed."
    );
}

#[test]
fn a_room_beside_a_room_needs_no_way() {
    let office = the_office_with_wards();
    let others = [an_entry().chaired_by("ct").in_room("r-a").at("08:00-09:00").entry()];
    let next = an_entry().numbered(2).chaired_by("ct").in_room("r-b").at("09:00-10:00").plan();
    assert_eq!(tight(&others, None, &next, &office, &the_table()), []);
}

#[test]
fn what_overlaps_is_left_to_the_conflicts_and_what_is_cancelled_or_free_is_nothing() {
    let office = the_office_with_wards();
    let at = |story: crate::schedule::story::Story| story.chaired_by("ct").in_room("r-a").at("08:00-09:00");
    let others = [
        at(an_entry().numbered(1)).cancelled().entry(),
        at(an_entry().numbered(2)).of_kind(EntryKind::OfficeWork).entry(),
        at(an_entry().numbered(3)).at("09:00-11:00").entry(),
    ];
    let visit = an_entry().chaired_by("ct").at("09:10-10:00").at_place("phường Minh Tân").plan();
    assert_eq!(tight(&others, None, &visit, &office, &the_table()), []);
}

#[test]
fn places_that_name_no_locality_are_not_judged() {
    let office = the_office_with_wards();
    let place = |words: &str| stop_of(&an_entry().at_place(words).plan(), &office);
    assert_eq!(place("Trụ sở UBND phuong minh tan"), Some(ward("minhtan")));
    assert_eq!(place("Hội trường Tỉnh ủy"), None);
    assert_eq!(place(""), Some(Stop::Headquarters));
    let trip = an_entry().of_kind(EntryKind::BusinessTrip).at_place("phường Minh Tân").plan();
    assert_eq!(stop_of(&trip, &office), None);
}

#[test]
fn between_two_localities_without_a_row_the_way_leads_by_the_office() {
    let mut table = the_table();
    assert_eq!(table.minutes(ward("minhtan"), ward("huyen")), 55);
    assert_eq!(table.minutes(ward("minhtan"), ward("sxd")), 40);
    table.legs.push(Leg { one: ward("huyen"), other: ward("minhtan"), minutes: 20 });
    assert_eq!(table.minutes(ward("minhtan"), ward("huyen")), 20);
    assert_eq!(table.minutes(ward("minhtan"), ward("minhtan")), 0);
}

proptest! {
    #[test]
    fn who_is_late_one_way_round_is_late_the_other_way_round(
        start in 28_u32..60, other in 28_u32..60, long in 1_u32..6, way in 0_u32..90,
    ) {
        use crate::schedule::story::hour;
        let office = the_office_with_wards();
        let table = Travel { usual: way, preparation: 5, legs: Vec::new() };
        let quarter = |q: u32| hour(&format!("{:02}:{:02}", q / 4, q % 4 * 15));
        let mut here = an_entry().numbered(1).chaired_by("ct").in_room("r-a").at("08:00-09:00").entry();
        let mut there = an_entry().numbered(2).chaired_by("ct").at("08:00-09:00").at_place("phường Minh Tân").entry();
        for (entry, start) in [(&mut here, start), (&mut there, other)] {
            entry.plan.start = Some(quarter(start));
            entry.plan.end = Some(quarter(start + long));
        }
        let from_here = tight(&[there.clone()], Some(here.id), &here.plan, &office, &table);
        let from_there = tight(&[here.clone()], Some(there.id), &there.plan, &office, &table);
        let gap = (other.max(start) - other.min(start)) * 15;
        let apart = gap >= long * 15;
        prop_assert_eq!(from_here.len(), usize::from(apart && gap - long * 15 < way + 5));
        let seen = |all: &[Tight]| all.iter().map(|t| (t.severity, t.left, t.needed, t.ends)).collect::<Vec<_>>();
        prop_assert_eq!(seen(&from_here), seen(&from_there));
    }
}
