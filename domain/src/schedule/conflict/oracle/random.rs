//! Random days of a few leaders, rooms and cars, in an office with ways between places.

use super::*;
use crate::people::UnitKind;
use crate::schedule::buffer::Travel;
use crate::schedule::story::{an_entry, car, hour, room};

const PLACES: [&str; 4] = ["Phường Minh Tân", "Nhà văn hóa Trung Giang", "Sân bay", "Hội trường Tỉnh ủy"];

/// The story office with two localities, an airport and some ways between them.
pub(super) fn the_office() -> Directory {
    let mut office = crate::schedule::story::the_office();
    for code in ["minhtan", "huyen"] {
        let ward = office.units.iter_mut().find(|u| u.id == unit(code)).unwrap();
        ward.kind = UnitKind::Locality;
        ward.valid.to = None;
    }
    let (tan, airport) = (Stop::Locality(unit("minhtan")), Stop::Named("Sân bay".into()));
    let leg = |one, other, minutes| Leg { one, other, minutes };
    let legs = vec![leg(tan.clone(), Stop::Headquarters, 10), leg(airport, tan, 75)];
    office.travel = Travel { legs, usual: 40, preparation: 20, version: 1 };
    office
}

/// Entries among a few leaders, rooms and cars, so that they do collide.
pub(super) fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = (
        prop_oneof![4 => Just("2026-12-01"), 1 => Just("2026-12-02")],
        proptest::sample::select(&SessionPart::ALL[..]),
        proptest::option::weighted(0.7, (24_u32..90, proptest::option::weighted(0.7, 1_u32..20))),
        prop_oneof![
            3 => Just(EntryKind::WorkingMeeting),
            3 => proptest::sample::select(EntryKind::ALL),
        ],
        proptest::sample::subsequence(vec!["ct", "pcttt", "pct-kt", "tbcd"], 0..3),
        proptest::option::of(proptest::sample::select(vec!["r-a", "r-b"])),
        proptest::option::of(proptest::sample::select(vec!["v-1", "v-2", "v-6", "v-7"])),
        prop_oneof![5 => Just(0), 1 => Just(1), 1 => Just(2)],
        prop_oneof![2 => Just(""), 3 => proptest::sample::select(&PLACES[..])],
    );
    let entry = entry.prop_map(|(date, part, hours, kind, leaders, place, wheels, halted, words)| {
        let mut story = an_entry().on(date).in_the(part).of_kind(kind).prepared_by("stc");
        for slug in leaders {
            story = story.attended_by(slug);
        }
        let mut entry = match halted {
            0 => story.entry(),
            1 => story.postponed(None).entry(),
            _ => story.cancelled().entry(),
        };
        let quarter = |q: u32| hour(&format!("{:02}:{:02}", q / 4, q % 4 * 15));
        entry.plan.start = hours.map(|(start, _)| quarter(start));
        entry.plan.end = hours.and_then(|(start, long)| Some(quarter((start + long?).min(95))));
        entry.plan.room = place.map(room);
        entry.plan.vehicle = wheels.map(car);
        entry.plan.place = words.into();
        entry
    });
    proptest::collection::vec(entry, 1..9).prop_map(|mut entries| {
        for (id, entry) in (1..).zip(&mut entries) {
            entry.id = EntryId(id);
        }
        entries
    })
}
