//! Days that are worked and days that are not, told with the year 2026.

use super::*;
use proptest::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, MapDeserializer, StrDeserializer};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(date: &str, kind: HolidayKind) -> Holiday {
    Holiday {
        date: day(date),
        name: "Ngày thử".to_owned(),
        kind,
        source: "Thông báo".to_owned(),
        provisional: false,
    }
}

/// The end of 2026 as it was decided: Culture Day, and a swap before 2 September.
fn year_2026() -> WorkingDays {
    WorkingDays::new(&[
        row("2026-11-24", HolidayKind::Holiday),
        row("2026-08-31", HolidayKind::SwapOff),
        row("2026-08-22", HolidayKind::SwapWork),
        row("2026-09-01", HolidayKind::Holiday),
        row("2026-09-02", HolidayKind::Holiday),
    ])
}

#[test]
fn invitations_leave_three_working_days_before_the_meeting() {
    let days = year_2026();
    assert_eq!(days.before(day("2026-11-30"), 3), day("2026-11-25"));
    let over_culture_day = days.before(day("2026-11-27"), 3);
    assert_eq!(over_culture_day, day("2026-11-23"));
}

#[test]
fn conclusions_are_due_within_five_working_days() {
    let days = year_2026();
    assert_eq!(days.after(day("2026-11-30"), 5), day("2026-12-07"));
    assert_eq!(days.after(day("2026-12-01"), 5), day("2026-12-08"));
}

#[test]
fn clear_days_ask_for_one_day_more() {
    let days = year_2026();
    let monday = day("2026-11-30");
    let ordinary = days.before_counting(monday, 3, Counting::Ordinary);
    let strict = days.before_counting(monday, 3, Counting::ClearDays);
    assert_eq!(ordinary, day("2026-11-25"));
    assert_eq!(strict, day("2026-11-23"));
    assert_eq!(days.clear_days_between(strict, monday), 3);
    assert_eq!(days.clear_days_between(monday, strict), 0);
}

#[test]
fn a_swapped_saturday_is_worked_and_its_monday_is_not() {
    let days = year_2026();
    assert!(days.is_working(day("2026-08-22")));
    assert_eq!(days.holiday_on(day("2026-08-22")), None);
    let worked = days.exception_on(day("2026-08-22")).map(|row| row.kind);
    assert_eq!(worked, Some(HolidayKind::SwapWork));
    assert!(!days.is_working(day("2026-08-29")));
    assert!(!days.is_working(day("2026-08-31")));
    assert_eq!(days.after(day("2026-08-21"), 1), day("2026-08-22"));
    assert_eq!(days.after(day("2026-08-28"), 1), day("2026-09-03"));
    assert_eq!(days.before(day("2026-08-24"), 1), day("2026-08-22"));
}

#[test]
fn citizen_reception_moves_to_the_next_working_day() {
    let days = year_2026();
    assert_eq!(days.on_or_after(day("2026-11-24")), day("2026-11-25"));
    assert_eq!(days.on_or_after(day("2026-11-28")), day("2026-11-30"));
    assert_eq!(days.on_or_after(day("2026-11-30")), day("2026-11-30"));
}

#[test]
fn a_day_listed_twice_stays_off() {
    let off_last = [row("2026-08-22", HolidayKind::SwapWork), row("2026-08-22", HolidayKind::Holiday)];
    let days = WorkingDays::new(&off_last);
    assert!(!days.is_working(day("2026-08-22")));
    let found = days.holiday_on(day("2026-08-22")).map(|row| row.kind);
    assert_eq!(found, Some(HolidayKind::Holiday));
    assert_eq!(days.holiday_on(day("2026-08-23")), None);
}

#[test]
fn counting_stops_at_the_end_of_counted_time() {
    let days = WorkingDays::default();
    assert_eq!(days.after(NaiveDate::MAX, 3), NaiveDate::MAX);
    assert_eq!(days.before(NaiveDate::MIN, 3), NaiveDate::MIN);
    assert_eq!(days.after(day("2026-11-28"), 0), day("2026-11-28"));
}

#[test]
fn a_row_of_the_demo_is_read_and_is_final_unless_it_says_otherwise() {
    let fields = [
        ("date", "2027-05-03"),
        ("name", "Nghỉ bù Ngày Quốc tế lao động"),
        ("kind", "nghi_bu"),
        ("source", "Điều 111 khoản 3"),
    ];
    let wire = MapDeserializer::<_, Error>::new(fields.into_iter());
    let read = Holiday::deserialize(wire).unwrap();
    assert_eq!(read.kind, HolidayKind::MakeUp);
    for kind in HolidayKind::ALL {
        let wire: StrDeserializer<'_, Error> = kind.code().into_deserializer();
        assert_eq!(HolidayKind::deserialize(wire), Ok(kind));
        assert_eq!(HolidayKind::of_code(kind.code()), Some(kind));
    }
    assert_eq!(read.date, day("2027-05-03"));
    assert!(!read.provisional);
}

fn some_table() -> impl Strategy<Value = WorkingDays> {
    let kind = prop::sample::select(HolidayKind::ALL.to_vec());
    let row = (0..120_u64, kind).prop_map(|(after, kind)| Holiday {
        date: day("2026-10-01") + chrono::Days::new(after),
        ..row("2026-10-01", kind)
    });
    prop::collection::vec(row, 0..30).prop_map(|rows| WorkingDays::new(&rows))
}

proptest! {
    #[test]
    fn counted_days_are_worked_and_whole_days_lie_between(
        days in some_table(), offset in 0..120_u64, n in 1..15_u32,
    ) {
        let date = day("2026-10-01") + chrono::Days::new(offset);
        let (before, after) = (days.before(date, n), days.after(date, n));
        prop_assert!(days.is_working(before) && days.is_working(after));
        prop_assert_eq!(days.clear_days_between(before, date) as u32, n - 1);
        prop_assert_eq!(days.clear_days_between(date, after) as u32, n - 1);
        if days.is_working(date) {
            prop_assert_eq!(days.after(before, n), date);
            prop_assert_eq!(days.before(after, n), date);
        }
    }

    #[test]
    fn the_order_of_the_table_does_not_matter(
        kinds in prop::collection::vec(prop::sample::select(HolidayKind::ALL.to_vec()), 1..4),
    ) {
        let rows: Vec<_> = kinds.iter().map(|kind| row("2026-11-24", *kind)).collect();
        let turned: Vec<_> = rows.iter().rev().cloned().collect();
        prop_assert_eq!(WorkingDays::new(&rows), WorkingDays::new(&turned));
    }
}
