//! The next free times, in stories and against a search that tries everything.

use super::*;
use crate::calendar::spoken;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::schedule::conflict::conflicts;
use crate::schedule::story::{an_entry, day, hour, room, the_office};
use chrono::{Datelike, Days, Duration, Weekday};
use proptest::prelude::*;

fn from(date: &str, time: &str) -> NaiveDateTime {
    day(date).and_time(hour(time))
}

fn told(slots: &[Slot]) -> Vec<String> {
    let time = |t: Option<NaiveTime>| t.map(spoken::time).unwrap_or_default();
    slots
        .iter()
        .map(|s| format!("{} {} {}-{}", spoken::day_month(s.date), s.part.code(), time(s.start), time(s.end)))
        .collect()
}

#[test]
fn a_refused_meeting_is_offered_what_is_left_of_the_day_and_the_next_morning() {
    let office = the_office();
    let others = [
        an_entry().numbered(1).chaired_by("ct").at("08:00-11:00").entry(),
        an_entry().numbered(2).attended_by("pcttt").in_room("r-a").at("14:00-16:00").entry(),
    ];
    let plan = an_entry().chaired_by("ct").in_room("r-a").at("09:00-10:00").plan();
    let search = Search { from: from("2026-12-01", "08:00"), days: 7, at_most: 3 };
    let slots = free_slots(&others, &plan, &office, search);
    let expected = ["01/12 afternoon 16:00-17:00", "02/12 morning 07:30-08:30", "02/12 morning 08:30-09:30"];
    assert_eq!(told(&slots), expected);
}

#[test]
fn weekends_and_holidays_are_not_offered_and_a_worked_saturday_is() {
    let mut office = the_office();
    let plan = an_entry().chaired_by("ct").in_the(SessionPart::AllDay).plan();
    let row = |date: &str, kind| Holiday {
        date: day(date),
        name: "Ngày thử".into(),
        kind,
        source: String::new(),
        provisional: false,
    };
    office.holidays = vec![row("2026-12-07", HolidayKind::SwapOff), row("2026-12-12", HolidayKind::SwapWork)];
    let search = Search { from: from("2026-12-04", "00:00"), days: 14, at_most: 9 };
    let slots = free_slots(&[], &plan, &office, search);
    let days: Vec<_> = slots.iter().map(|slot| slot.date.day()).collect();
    assert_eq!(days, [4, 8, 9, 10, 11, 12, 14, 15, 16]);
}

#[test]
fn nobody_is_offered_a_day_on_which_the_post_is_held_by_somebody_else() {
    let mut office = the_office();
    office.leaders[0].valid.to = Some(day("2026-12-02"));
    let plan = an_entry().chaired_by("ct").in_the(SessionPart::AllDay).plan();
    let search = Search { from: from("2026-12-01", "00:00"), days: 7, at_most: 9 };
    assert_eq!(told(&free_slots(&[], &plan, &office, search)), ["01/12 all_day -", "02/12 all_day -"]);
}

#[test]
fn a_meeting_longer_than_half_a_day_lasts_over_noon() {
    let office = the_office();
    let plan = an_entry().chaired_by("ct").at("08:00-14:30").plan();
    let search = Search { from: from("2026-12-01", "00:00"), days: 1, at_most: 9 };
    assert_eq!(told(&free_slots(&[], &plan, &office, search)), ["01/12 morning 07:30-14:00"]);
}

#[test]
fn without_hours_half_days_are_offered() {
    let office = the_office();
    let others = [an_entry().numbered(1).chaired_by("ct").at("08:00-09:00").entry()];
    let plan = an_entry().attended_by("ct").plan();
    let search = Search { from: from("2026-12-01", "07:00"), days: 2, at_most: 9 };
    let expected = ["01/12 afternoon -", "02/12 morning -", "02/12 afternoon -"];
    assert_eq!(told(&free_slots(&others, &plan, &office, search)), expected);
}

#[test]
fn a_time_at_which_the_office_leader_serves_elsewhere_is_not_offered() {
    let office = the_office();
    let serves =
        an_entry().numbered(1).chaired_by("pct-nn").at("07:30-11:30").served_by("cvp", "cv-kt").entry();
    let plan = an_entry().chaired_by("ct").at("13:30-16:30").served_by("cvp", "cv-th").plan();
    let search = Search { from: from("2026-12-01", "07:00"), days: 2, at_most: 2 };
    let expected = ["01/12 afternoon 13:30-16:30", "02/12 morning 07:30-10:30"];
    assert_eq!(told(&free_slots(&[serves], &plan, &office, search)), expected);
}

#[test]
fn an_evening_without_hours_stays_an_evening() {
    let office = the_office();
    let others = [an_entry().numbered(1).chaired_by("ct").at("19:00-20:00").entry()];
    let plan = an_entry().chaired_by("ct").in_the(SessionPart::Evening).plan();
    let search = Search { from: from("2026-12-01", "07:00"), days: 2, at_most: 2 };
    assert_eq!(told(&free_slots(&others, &plan, &office, search)), ["02/12 evening -"]);
}

#[test]
fn a_slot_is_read_from_its_code() {
    for code in ["2026-12-08.afternoon.14:00.15:30", "2026-12-08.morning.08:30.", "2026-12-08.all_day.."] {
        assert_eq!(Slot::of_code(code).unwrap().code(), code);
    }
    for wrong in ["", "2026-12-08", "2026-12-08.noon..", "2026-13-08.morning..", "2026-12-08.morning.x."] {
        assert_eq!(Slot::of_code(wrong), None, "{wrong}");
    }
}

fn around(plan: &Plan, others: &[Entry], now: NaiveDateTime) -> Vec<String> {
    told(&slots_of_week(others, Some(EntryId(99)), plan, &the_office(), now, 3))
}

#[test]
fn around_a_plan_later_times_of_its_week_come_first_and_earlier_ones_fill_up() {
    let early = from("2026-11-20", "08:00");
    let others = [an_entry().numbered(1).chaired_by("ct").on("2026-12-04").at("08:00-17:00").entry()];
    let thursday = an_entry().chaired_by("ct").on("2026-12-03").at("10:30-11:30").plan();
    let expected =
        ["03/12 morning 10:30-11:30", "03/12 afternoon 13:30-14:30", "03/12 afternoon 14:30-15:30"];
    assert_eq!(around(&thursday, &others, early), expected);
    // Friday is full: what is left of it lies before.
    let friday = an_entry().chaired_by("ct").on("2026-12-04").at("14:00-16:00").plan();
    let expected = ["03/12 morning 07:30-09:30", "03/12 morning 09:30-11:30", "03/12 afternoon 13:30-15:30"];
    assert_eq!(around(&friday, &others, early), expected);
}

#[test]
fn what_is_over_is_not_offered() {
    let plan = an_entry().chaired_by("ct").on("2026-12-03").at("09:00-10:00").plan();
    let others = [an_entry().numbered(1).chaired_by("ct").on("2026-12-04").at("07:30-16:30").entry()];
    assert_eq!(
        around(&plan, &others, from("2026-12-03", "15:10")),
        ["03/12 afternoon 15:15-16:15"],
        "neither this morning nor Monday"
    );
    assert_eq!(around(&plan, &others, from("2026-12-09", "08:00")), Vec::<String>::new());
}

/// Every quarter of every day, asked from the scan.
fn one_by_one(others: &[Entry], plan: &Plan, office: &Directory, search: Search) -> Vec<Slot> {
    let long = plan.end.unwrap() - plan.start.unwrap();
    let mut slots: Vec<Slot> = Vec::new();
    let mut at = search.from;
    let over = search.from.date().and_time(NaiveTime::MIN) + Duration::days(i64::from(search.days));
    while at < over && slots.len() < search.at_most {
        let (start, end) = (at.time(), (at + long).time());
        let in_half = |from: &str, to: &str| hour(from) <= start && start < end && end <= hour(to);
        let weekend = matches!(at.weekday(), Weekday::Sat | Weekday::Sun);
        let slot =
            Slot { date: at.date(), part: SessionPart::of_time(start), start: Some(start), end: Some(end) };
        let heavy = || {
            let found = conflicts(others, None, &slot.of(plan), office);
            found.iter().any(|c| match c.severity {
                Severity::Refuse | Severity::Reason => true,
                Severity::Warn => c.with.is_some(),
                Severity::Note => false,
            })
        };
        if !weekend && (in_half("07:30", "11:30") || in_half("13:30", "17:00")) && !heavy() {
            slots.push(slot);
            at += long;
        } else {
            at += Duration::minutes(15);
        }
    }
    slots
}

fn some_entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = (
        0..5_u64,
        28_u32..68,
        proptest::option::of(1_u32..16),
        proptest::sample::subsequence(vec!["ct", "pcttt", "pct-kt"], 0..3),
        proptest::option::of(proptest::sample::select(vec!["r-a", "r-b"])),
        prop_oneof![5 => Just(false), 1 => Just(true)],
    );
    let entry = entry.prop_map(|(after, start, long, leaders, place, cancelled)| {
        let quarter = |q: u32| hour(&format!("{:02}:{:02}", q / 4, q % 4 * 15));
        let mut story = an_entry();
        for slug in leaders {
            story = story.attended_by(slug);
        }
        let mut entry = if cancelled { story.cancelled().entry() } else { story.entry() };
        entry.plan.date = entry.plan.date + Days::new(after);
        entry.plan.start = Some(quarter(start));
        entry.plan.end = long.map(|long| quarter(start + long));
        entry.plan.part = SessionPart::of_time(quarter(start));
        entry.plan.room = place.map(room);
        entry
    });
    proptest::collection::vec(entry, 0..14).prop_map(|mut entries| {
        for (id, entry) in (1..).zip(&mut entries) {
            entry.id = EntryId(id);
        }
        entries
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_slots_are_those_that_trying_every_quarter_finds(
        others in some_entries(), quarters in 1..12_i64, hour_of_day in 0..18_u32, at_most in 0..9_usize,
    ) {
        let office = the_office();
        let mut plan = an_entry().chaired_by("ct").in_room("r-a").at("08:00-09:00").plan();
        plan.end = plan.start.map(|start| start + Duration::minutes(15 * quarters));
        let from = day("2026-12-01").and_hms_opt(hour_of_day, 0, 0).unwrap();
        let search = Search { from, days: 5, at_most };
        prop_assert_eq!(free_slots(&others, &plan, &office, search), one_by_one(&others, &plan, &office, search));
    }
}
