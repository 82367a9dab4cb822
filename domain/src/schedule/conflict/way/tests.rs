//! A day on the road in Minh Giang.

use super::*;
use crate::people::UnitKind;
use crate::schedule::buffer::{Leg, Travel};
use crate::schedule::choice::EntryKind;
use crate::schedule::conflict::{conflicts, of_week};
use crate::schedule::story::{Story, an_entry, the_office, unit};

fn the_office_with_wards() -> Directory {
    let mut office = the_office();
    for ward in
        office.units.iter_mut().filter(|u| ["Minh Tân", "Trung Giang"].contains(&u.short_name.as_str()))
    {
        ward.kind = UnitKind::Locality;
        ward.valid.to = None;
    }
    let leg = |code, minutes| Leg { one: Stop::Headquarters, other: Stop::Locality(unit(code)), minutes };
    office.travel =
        Travel { legs: vec![leg("minhtan", 10), leg("huyen", 45)], usual: 30, preparation: 15, version: 1 };
    office
}

/// With which entry, how heavy, whether it comes first, minutes there are and needed.
type Told = (i64, Severity, bool, u32, u32);

fn told(others: &[Entry], new: Story) -> Vec<Told> {
    let found = conflicts(others, None, &new.plan(), &the_office_with_wards());
    let told = found.into_iter().filter_map(|conflict| match conflict.kind {
        ConflictKind::Way { way, preparation, left, after, .. } => {
            Some((conflict.with?.id.0, conflict.severity, after, left, way + preparation))
        }
        _ => None,
    });
    told.collect()
}

#[test]
fn a_trip_to_a_commune_blocks_the_way_there_and_the_way_back() {
    let others = [
        an_entry().numbered(1).chaired_by("ct").in_room("r-a").at("08:00-09:00").entry(),
        an_entry().numbered(2).chaired_by("ct").in_room("r-b").at("11:00-11:30").entry(),
        an_entry().numbered(3).chaired_by("pcttt").in_room("r-c").at("11:00-11:30").entry(),
    ];
    let visit = an_entry().attended_by("ct").at("09:30-10:10").at_place("Hội trường phường Trung Giang");
    // The way back fits without the quarter of an hour to prepare.
    assert_eq!(
        told(&others, visit),
        [(1, Severity::Reason, true, 30, 60), (2, Severity::Warn, false, 50, 60)]
    );
}

#[test]
fn it_is_said_who_has_to_come_from_where() {
    let briefing =
        an_entry().numbered(1).chaired_by("ct").attended_by("pcttt").in_room("r-a").at("08:00-09:00");
    let visit = an_entry().attended_by("pcttt").attended_by("ct").at("09:30-10:00").at_place("Minh Tân");
    let found = conflicts(&[briefing.entry()], None, &visit.plan(), &the_office_with_wards());
    assert_eq!(found, [], "ten minutes on the way and fifteen to prepare");
    let visit = an_entry().attended_by("pcttt").attended_by("ct").at("09:30-10:00").at_place("Trung Giang");
    let briefing =
        an_entry().numbered(1).chaired_by("ct").attended_by("pcttt").in_room("r-a").at("08:00-09:00");
    let found = conflicts(&[briefing.entry()], None, &visit.plan(), &the_office_with_wards());
    let names: Vec<_> = found
        .iter()
        .filter_map(|conflict| match &conflict.kind {
            ConflictKind::Way { name, from, to, .. } => Some((name.as_str(), from.as_deref(), to.as_deref())),
            _ => None,
        })
        .collect();
    let way = |name| (name, None, Some("Trung Giang"));
    assert_eq!(names, [way("PCT Thường trực Tạ Thị Minh Nguyệt"), way("Chủ tịch Đặng Hữu Khiêm")]);
}

#[test]
fn hours_that_nobody_gave_are_only_a_warning() {
    let morning = an_entry().numbered(1).chaired_by("ct").at_place("Trung Giang").entry();
    let noon = an_entry().chaired_by("ct").at("12:00-13:00");
    assert_eq!(told(&[morning], noon), [(1, Severity::Warn, true, 30, 60)]);
}

#[test]
fn a_room_beside_a_room_needs_no_way() {
    let others = [an_entry().chaired_by("ct").in_room("r-a").at("08:00-09:00").entry()];
    let next = an_entry().numbered(2).chaired_by("ct").in_room("r-b").at("09:00-10:00");
    assert_eq!(told(&others, next), []);
}

#[test]
fn what_overlaps_is_left_to_the_conflicts_and_what_is_cancelled_or_free_is_nothing() {
    let at = |story: Story| story.chaired_by("ct").in_room("r-a").at("08:00-09:00");
    let others = [
        at(an_entry().numbered(1)).cancelled().entry(),
        at(an_entry().numbered(2)).of_kind(EntryKind::OfficeWork).entry(),
        at(an_entry().numbered(3)).at("09:00-11:00").entry(),
    ];
    let visit = an_entry().chaired_by("ct").at("09:10-10:00").at_place("Trung Giang");
    assert_eq!(told(&others, visit), []);
    let work = an_entry().numbered(4).of_kind(EntryKind::OfficeWork).chaired_by("ct").at("09:10-10:00");
    assert_eq!(told(&[at(an_entry().numbered(5)).entry()], work.at_place("Trung Giang")), []);
}

#[test]
fn who_has_handed_on_has_no_way_and_who_goes_has() {
    let meeting = |slug| an_entry().numbered(1).chaired_by(slug).in_room("r-a").at("08:00-09:00").entry();
    let visit = || an_entry().delegated("pct-kt", "ct").at("09:10-10:00").at_place("Trung Giang");
    assert_eq!(told(&[meeting("ct")], visit()), []);
    assert_eq!(told(&[meeting("pct-kt")], visit()).len(), 1);
}

#[test]
fn the_list_of_a_week_tells_a_way_once() {
    let week = [
        an_entry().numbered(1).chaired_by("ct").in_room("r-a").at("08:00-09:00").entry(),
        an_entry().numbered(2).chaired_by("ct").at("09:10-10:00").at_place("Trung Giang").entry(),
    ];
    let told: Vec<_> = of_week(&week, &the_office_with_wards())
        .into_iter()
        .map(|(id, conflict)| (id.0, conflict.with.map(|other| other.id.0)))
        .collect();
    assert_eq!(told, [(1, Some(2))]);
}
