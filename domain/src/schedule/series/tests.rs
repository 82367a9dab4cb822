//! Series as offices have them, and the same days found by asking each day.

use super::*;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::schedule::story::day;
use proptest::prelude::*;

fn a_series(first: &str, rule: Rule, ends: Ends) -> Series {
    let (on_day_off, exceptions) = (OnDayOff::Keep, BTreeMap::new());
    Series { first: day(first), rule, ends, on_day_off, exceptions }
}

fn told(series: &Series, days: &WorkingDays) -> Vec<String> {
    let all = series.between(day("2026-01-01"), day("2030-12-31"), days);
    all.iter().map(|occurrence| occurrence.date.to_string()).collect()
}

fn holidays(dates: &[&str]) -> WorkingDays {
    let row = |date: &&str| Holiday {
        date: day(date),
        name: "Ngày thử".into(),
        kind: HolidayKind::Holiday,
        source: String::new(),
        provisional: false,
    };
    WorkingDays::new(&dates.iter().map(row).collect::<Vec<_>>())
}

/// Citizen reception on the first Thursday; 07/01/2027 is made a holiday here.
#[test]
fn reception_on_the_first_thursday_moves_to_the_next_working_day() {
    let rule = Rule::MonthlyByWeekday { every: 1, nth: 1, on: Weekday::Thu };
    let mut series = a_series("2026-12-01", rule, Ends::Count(3));
    let days = holidays(&["2027-01-07", "2027-01-08"]);
    assert_eq!(told(&series, &days), ["2026-12-03", "2027-01-07", "2027-02-04"]);
    series.on_day_off = OnDayOff::NextWorkingDay;
    assert_eq!(told(&series, &days), ["2026-12-03", "2027-01-11", "2027-02-04"]);
    series.on_day_off = OnDayOff::Skip;
    assert_eq!(told(&series, &days), ["2026-12-03", "2027-02-04"]);
}

#[test]
fn a_briefing_on_two_weekdays_begins_on_its_first_day_and_not_before() {
    let rule = Rule::Weekly { every: 2, on: vec![Weekday::Fri, Weekday::Mon] };
    let series = a_series("2026-12-02", rule, Ends::Until(day("2026-12-31")));
    let expected = ["2026-12-04", "2026-12-14", "2026-12-18", "2026-12-28"];
    assert_eq!(told(&series, &WorkingDays::default()), expected);
}

#[test]
fn months_without_the_day_and_years_without_the_leap_day_are_left_out() {
    let monthly = a_series("2026-12-31", Rule::MonthlyByDay { every: 1 }, Ends::Count(3));
    assert_eq!(told(&monthly, &WorkingDays::default()), ["2026-12-31", "2027-01-31", "2027-03-31"]);
    let last = Rule::MonthlyByWeekday { every: 1, nth: 0, on: Weekday::Fri };
    let last = a_series("2026-12-01", last, Ends::Count(2));
    assert_eq!(told(&last, &WorkingDays::default()), ["2026-12-25", "2027-01-29"]);
    let leap = a_series("2028-02-29", Rule::Yearly, Ends::Until(day("2040-01-01")));
    let years: Vec<_> = leap.days().map(|day| day.year()).collect();
    assert_eq!(years, [2028, 2032, 2036]);
}

#[test]
fn one_time_is_moved_and_one_cancelled_and_both_are_counted() {
    let rule = Rule::Weekly { every: 1, on: Vec::new() };
    let mut series = a_series("2026-12-01", rule, Ends::Count(4));
    series.exceptions.insert(day("2026-12-08"), Exception::Cancelled);
    series.exceptions.insert(day("2026-12-15"), Exception::MovedTo(day("2026-12-17")));
    let expected = ["2026-12-01", "2026-12-17", "2026-12-22"];
    assert_eq!(told(&series, &WorkingDays::default()), expected);
}

#[test]
fn what_cannot_repeat_is_said_and_has_no_days() {
    let weekly = |every| Rule::Weekly { every, on: Vec::new() };
    let fifth = Rule::MonthlyByWeekday { every: 1, nth: 6, on: Weekday::Mon };
    let before = Ends::Until(day("2026-11-30"));
    for (series, error) in [
        (a_series("2026-12-01", weekly(0), Ends::Count(1)), SeriesError::Never),
        (a_series("2026-12-01", fifth, Ends::Count(1)), SeriesError::NoSuchWeekday(6)),
        (a_series("2026-12-01", weekly(1), before), SeriesError::EndsFirst),
        (a_series("2026-12-01", weekly(1), Ends::Count(0)), SeriesError::EndsFirst),
        (a_series("1900-12-01", weekly(1), Ends::Count(1)), SeriesError::OutOfRange),
    ] {
        assert_eq!(series.check(), Err(error));
        assert_eq!(series.days().count(), 0);
    }
}

#[test]
fn only_a_later_day_of_the_series_splits_it() {
    let series = a_series("2026-12-01", Rule::Weekly { every: 1, on: Vec::new() }, Ends::Count(4));
    for not_here in ["2026-12-01", "2026-12-09", "2026-12-29"] {
        assert_eq!(series.split(day(not_here)), None, "{not_here}");
    }
}

fn some_series() -> impl Strategy<Value = Series> {
    let weekdays = || proptest::sample::select(vec![Weekday::Mon, Weekday::Thu, Weekday::Fri, Weekday::Sun]);
    let rule = prop_oneof![
        (1..4_u32, proptest::collection::vec(weekdays(), 0..3))
            .prop_map(|(every, on)| Rule::Weekly { every, on }),
        (1..4_u32).prop_map(|every| Rule::MonthlyByDay { every }),
        (1..4_u32, 0..6_u8, weekdays()).prop_map(|(every, nth, on)| Rule::MonthlyByWeekday {
            every,
            nth,
            on
        }),
        Just(Rule::Yearly),
    ];
    let ends = prop_oneof![
        (1..20_u32).prop_map(Ends::Count),
        (0..900_u64).prop_map(|after| Ends::Until(day("2027-12-31") + Days::new(after))),
    ];
    (0..700_u64, rule, ends).prop_map(|(after, rule, ends)| {
        let first = day("2026-01-01") + Days::new(after);
        Series { first, ..a_series("2026-01-01", rule, ends) }
    })
}

/// Whether the rule names this day, told from the day itself.
fn names(series: &Series, date: NaiveDate) -> bool {
    let first = series.first;
    let months = (date.year() - first.year()) * 12 + date.month0() as i32 - first.month0() as i32;
    match &series.rule {
        Rule::Weekly { every, on } => {
            let monday = |day: NaiveDate| day - Days::new(u64::from(day.weekday().num_days_from_monday()));
            let weeks = (monday(date) - monday(first)).num_days() / 7;
            let on: &[Weekday] = if on.is_empty() { &[first.weekday()] } else { on };
            weeks % i64::from(*every) == 0 && on.contains(&date.weekday())
        }
        Rule::MonthlyByDay { every } => months % *every as i32 == 0 && date.day() == first.day(),
        Rule::MonthlyByWeekday { every, nth, on } => {
            let is_last = (date + Days::new(7)).month() != date.month();
            let fits = if *nth == 0 { is_last } else { date.day0() / 7 + 1 == u32::from(*nth) };
            months % *every as i32 == 0 && date.weekday() == *on && fits
        }
        Rule::Yearly => (date.month(), date.day()) == (first.month(), first.day()),
    }
}

proptest! {
    #[test]
    fn the_days_are_those_that_the_rule_names(series in some_series()) {
        let until = day("2030-12-31");
        let asked = series.first.iter_days().take_while(|date| *date <= until).filter(|date| names(&series, *date));
        let expected: Vec<_> = match series.ends {
            Ends::Count(times) => asked.take(times as usize).collect(),
            Ends::Until(last) => asked.take_while(|date| *date <= last).collect(),
        };
        let days: Vec<_> = series.days().take_while(|date| *date <= until).collect();
        prop_assert_eq!(days, expected);
    }

    #[test]
    fn two_halves_have_the_days_and_exceptions_of_the_whole(mut series in some_series(), at in 1..12_usize, cancelled in 0..12_usize) {
        let all: Vec<_> = series.days().take(400).collect();
        if let Some(day) = all.get(cancelled) {
            series.exceptions.insert(*day, Exception::Cancelled);
        }
        if let Some(from) = all.get(at).copied() {
            let (first, second) = series.split(from).unwrap();
            let halves: Vec<_> = first.days().chain(second.days()).take(400).collect();
            prop_assert_eq!(&halves, &all);
            let (from, to) = (all[0], day("2031-12-31"));
            let days = WorkingDays::default();
            let mut parts = first.between(from, to, &days);
            parts.extend(second.between(from, to, &days));
            prop_assert_eq!(parts, series.between(from, to, &days));
        }
    }
}
