//! The index says what the scan says, after whatever changes.

use super::*;
use crate::people::UnitKind;
use crate::schedule::choice::EntryKind;
use crate::schedule::conflict::conflicts;
use crate::schedule::story::{an_entry, car, day, hour, person, room, the_office, unit};
use chrono::Days;
use proptest::prelude::*;

fn an_odd_entry() -> impl Strategy<Value = Entry> {
    (
        0..3_u64,
        proptest::option::weighted(0.8, (24_u32..80, 1_u32..12)),
        prop_oneof![3 => Just(EntryKind::WorkingMeeting), 1 => proptest::sample::select(EntryKind::ALL)],
        proptest::sample::subsequence(vec!["ct", "pcttt", "pct-kt", "tbcd"], 0..3),
        proptest::option::of(proptest::sample::select(vec!["r-a", "r-b"])),
        proptest::option::of(proptest::sample::select(vec!["v-1", "v-2", "v-7"])),
        proptest::option::of(proptest::sample::select(vec!["stc", "sxd"])),
        proptest::option::of(proptest::sample::select(vec!["cv-th", "cv-kt"])),
        prop_oneof![5 => Just(false), 1 => Just(true)],
        proptest::sample::select(vec!["", "Minh Tân"]),
    )
        .prop_map(|(after, hours, kind, leaders, place, wheels, joins, serves, cancelled, words)| {
            let mut story = an_entry().of_kind(kind);
            for slug in leaders {
                story = story.attended_by(slug);
            }
            let mut entry = if cancelled { story.cancelled().entry() } else { story.entry() };
            entry.plan.date = entry.plan.date + Days::new(after);
            let quarter = |q: u32| hour(&format!("{:02}:{:02}", q / 4, q % 4 * 15));
            entry.plan.start = hours.map(|(start, _)| quarter(start));
            entry.plan.end = hours.map(|(start, long)| quarter(start + long));
            entry.plan.room = place.map(room);
            entry.plan.vehicle = wheels.map(car);
            entry.plan.preparing_unit = joins.map(unit);
            entry.plan.specialist = serves.map(person);
            entry.plan.place = words.into();
            entry
        })
}

proptest! {
    #[test]
    fn the_index_answers_as_the_scan_does_after_each_change(
        changes in proptest::collection::vec((1_i64..9, proptest::option::weighted(0.85, an_odd_entry())), 1..20),
        asked in an_odd_entry(),
    ) {
        let mut office = the_office();
        let ward = office.units.iter_mut().find(|known| known.id == unit("minhtan"));
        ward.unwrap().kind = UnitKind::Locality;
        let (mut index, mut list) = (EntryIndex::default(), Vec::<Entry>::new());
        for (id, change) in changes {
            let id = EntryId(id);
            let at = list.iter().position(|entry| entry.id == id);
            match (change, at) {
                (Some(entry), at) => {
                    let entry = Entry { id, ..entry };
                    index.put(entry.clone());
                    match at {
                        Some(at) => list[at] = entry,
                        None => list.push(entry),
                    }
                }
                (None, Some(at)) => {
                    prop_assert_eq!(index.remove(id), Some(list.remove(at)));
                }
                (None, None) => prop_assert_eq!(index.remove(id), None),
            }
            prop_assert_eq!(index.len(), list.len());
            let expected = conflicts(&list, Some(id), &asked.plan, &office);
            prop_assert_eq!(index.conflicts(Some(id), &asked.plan, &office), expected);
            for entry in &list {
                let expected = conflicts(&list, Some(entry.id), &entry.plan, &office);
                prop_assert_eq!(index.conflicts(Some(entry.id), &entry.plan, &office), expected);
            }
        }
    }
}

/// 100,000 entries on the days of a year: 274 a day, on which the leaders and
/// rooms of the office are wanted as often as one likes.
fn a_year() -> Vec<Entry> {
    let leaders = ["ct", "pcttt", "pct-kt", "pct-nn", "pct-vx"];
    let rooms = ["r-a", "r-b", "r-c", "r-kt"];
    (0..100_000_usize)
        .map(|number| {
            let start = 28 + (number / 365) as u32 % 36;
            let quarter = |q: u32| hour(&format!("{:02}:{:02}", q / 4, q % 4 * 15));
            let mut entry = an_entry().numbered(number as i64).attended_by(leaders[number % 5]).entry();
            entry.plan.date = day("2026-01-01") + Days::new((number % 365) as u64);
            entry.plan.start = Some(quarter(start));
            entry.plan.end = Some(quarter(start + 4));
            entry.plan.room = Some(room(rooms[number % 4]));
            entry
        })
        .collect()
}

#[test]
fn in_a_year_of_entries_the_index_looks_only_at_the_day() {
    let office = the_office();
    let year = a_year();
    let index: EntryIndex<&Entry> = year.iter().collect();
    let asked = an_entry().chaired_by("ct").in_room("r-a").on("2026-06-15").at("09:00-10:00").plan();
    let expected = conflicts(&year, None, &asked, &office);
    assert!(expected.len() > 10, "{}", expected.len());
    assert_eq!(index.conflicts(None, &asked, &office), expected);
    let of_the_day = year.iter().filter(|entry| entry.plan.date == asked.date).count();
    assert_eq!(index.days[&asked.date].values().flatten().count(), 2 * of_the_day);
    assert_eq!(index.days.len(), 365);
}

/// The time that one check takes is measured by `cargo test -p domain --release
/// -- --ignored --nocapture one_move`; a test cannot promise it on any machine.
#[test]
#[ignore = "a measurement, not a check of behaviour"]
fn one_move_in_a_year_of_entries() {
    let office = the_office();
    let index: EntryIndex<Entry> = a_year().into_iter().collect();
    let asked = an_entry().chaired_by("ct").in_room("r-a").on("2026-06-15").at("09:00-10:00").plan();
    let begun = std::time::Instant::now();
    let found: usize = (0..1000).map(|_| index.conflicts(None, &asked, &office).len()).sum();
    println!("{:?} a check, {} conflicts", begun.elapsed() / 1000, found / 1000);
}
