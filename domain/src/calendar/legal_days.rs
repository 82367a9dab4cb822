//! The days off of a year by law, as a first filling of the editable table.
//!
//! Fixed days and the lunar ones are certain; how the days of Tết lie around its first,
//! which day joins National Day, and what is swapped is decided anew each year. What is
//! not decided yet is marked as provisional; [`first_days`] knows the decisions for 2026.

use super::lunar::LunarDate;
use super::working_day::{Holiday, HolidayKind};
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::RangeInclusive;

/// The years that a new database begins with.
pub const FIRST_YEARS: RangeInclusive<i32> = 2026..=2027;

const ARTICLE_112: &str = "Bộ luật Lao động 2019, Điều 112";
const ARTICLE_111: &str = "Bộ luật Lao động 2019, Điều 111 khoản 3";
const CULTURE_DAY: &str = "Nghị quyết 28/2026/QH16 (hiệu lực 01/7/2026)";
const AWAITED: &str = "Bộ luật Lao động 2019, Điều 112; phương án cụ thể chờ thông báo chính thức";
const DECIDED: &str = "Bộ luật Lao động 2019, Điều 112; phương án nghỉ Tết, Quốc khánh năm 2026 đã công bố";
const SWAPPED: &str = "Phương án nghỉ Quốc khánh năm 2026: hoán đổi 31/8/2026 và 22/8/2026";

/// What a new database is filled with: the years [`FIRST_YEARS`], with what was decided.
pub fn first_days() -> Vec<Holiday> {
    let mut days: Vec<Holiday> = FIRST_YEARS.flat_map(of_year).collect();
    for day in days.iter_mut().filter(|day| day.date.year() == 2026 && day.provisional) {
        day.provisional = false;
        day.source = DECIDED.to_owned();
    }
    let swaps = [
        (8, 22, HolidayKind::SwapWork, "Làm bù cho ngày nghỉ 31/8/2026"),
        (8, 31, HolidayKind::SwapOff, "Nghỉ hoán đổi dịp Quốc khánh"),
    ];
    for (month, day, kind, name) in swaps {
        days.extend(row((2026, month, day), name, kind, SWAPPED));
    }
    days.sort_by_key(|day| day.date);
    days
}

/// The days off of a year by law, with those made up for, in order. Empty outside the
/// years that the lunar calendar here is right for.
pub fn of_year(year: i32) -> Vec<Holiday> {
    let lunar = |month, day| LunarDate { day, month, leap: false, year }.to_solar().ok();
    let (Some(tet), Some(kings)) = (lunar(1, 1), lunar(3, 10)) else {
        return Vec::new();
    };
    let fixed = |month, day, name| row((year, month, day), name, HolidayKind::Holiday, ARTICLE_112);
    let mut days: Vec<Holiday> = [
        fixed(1, 1, "Tết Dương lịch"),
        fixed(4, 30, "Ngày Chiến thắng"),
        fixed(5, 1, "Ngày Quốc tế lao động"),
        fixed(9, 2, "Quốc khánh"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if year >= 2026 {
        let day = row((year, 11, 24), "Ngày Văn hóa Việt Nam", HolidayKind::Holiday, CULTURE_DAY);
        days.extend(day);
    }
    days.push(holiday(kings, "Giỗ Tổ Hùng Vương (10/3 âm lịch)", ARTICLE_112, false));
    days.extend(days_of_tet(tet));
    let national = NaiveDate::from_ymd_opt(year, 9, 2);
    if let Some(beside) = national.and_then(beside_national_day) {
        days.push(holiday(beside, "Quốc khánh (ngày liền kề)", AWAITED, true));
    }
    let made_up = made_up(&days);
    days.extend(made_up);
    days.sort_by_key(|day| day.date);
    days
}

/// The last day of the old year and the first four of the new one.
fn days_of_tet(first: NaiveDate) -> Vec<Holiday> {
    let names = [
        "Ngày cuối năm âm lịch (Tết Nguyên đán)",
        "Mùng 1 Tết Nguyên đán",
        "Mùng 2 Tết Nguyên đán",
        "Mùng 3 Tết Nguyên đán",
        "Mùng 4 Tết Nguyên đán",
    ];
    let from = first.pred_opt().unwrap_or(first);
    from.iter_days().zip(names).map(|(day, name)| holiday(day, name, AWAITED, true)).collect()
}

/// The day before or after National Day, so that it joins a weekend where one is near.
fn beside_national_day(day: NaiveDate) -> Option<NaiveDate> {
    match day.weekday() {
        Weekday::Mon | Weekday::Thu | Weekday::Sun => day.succ_opt(),
        _ => day.pred_opt(),
    }
}

/// A holiday on a weekly day off is made up on the next working day.
fn made_up(holidays: &[Holiday]) -> Vec<Holiday> {
    let is_weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut made_up: Vec<Holiday> = Vec::new();
    let mut lost: Vec<&Holiday> = holidays.iter().filter(|day| is_weekend(day.date)).collect();
    lost.sort_by_key(|day| day.date);
    for holiday in lost {
        let is_taken = |day: NaiveDate| holidays.iter().chain(&made_up).any(|known| known.date == day);
        let free = holiday.date.iter_days().take(14).find(|day| !is_weekend(*day) && !is_taken(*day));
        made_up.extend(free.map(|date| Holiday {
            date,
            name: format!("Nghỉ bù: {}", holiday.name),
            kind: HolidayKind::MakeUp,
            source: ARTICLE_111.to_owned(),
            provisional: holiday.provisional,
        }));
    }
    made_up
}

fn holiday(date: NaiveDate, name: &str, source: &str, provisional: bool) -> Holiday {
    Holiday {
        date,
        name: name.to_owned(),
        kind: HolidayKind::Holiday,
        source: source.to_owned(),
        provisional,
    }
}

fn row((year, month, day): (i32, u32, u32), name: &str, kind: HolidayKind, source: &str) -> Option<Holiday> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Holiday { kind, ..holiday(date, name, source, false) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::working_day::WorkingDays;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Days off in a row around a day, weekends included.
    fn rest(days: &WorkingDays, around: &str) -> (String, String) {
        let edge = |step: fn(&NaiveDate) -> Option<NaiveDate>| {
            let mut last = day(around);
            while let Some(next) = step(&last).filter(|next| !days.is_working(*next)) {
                last = next;
            }
            last.to_string()
        };
        (edge(NaiveDate::pred_opt), edge(NaiveDate::succ_opt))
    }

    #[test]
    fn the_year_2026_is_as_it_was_announced() {
        let days = WorkingDays::new(&first_days());
        let from_to = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(rest(&days, "2026-02-17"), from_to("2026-02-14", "2026-02-22"));
        assert_eq!(rest(&days, "2026-04-26"), from_to("2026-04-25", "2026-04-27"));
        assert_eq!(rest(&days, "2026-09-02"), from_to("2026-08-29", "2026-09-02"));
        assert!(days.is_working(day("2026-08-22")), "a Saturday is worked for Monday the 31st");
        assert!(!days.is_working(day("2026-11-24")));
        let open = first_days().into_iter().filter(|d| d.date.year() == 2026 && d.provisional).count();
        assert_eq!(open, 0);
    }

    #[test]
    fn what_is_not_decided_for_2027_says_so() {
        let days = first_days();
        let of = |date: &str| days.iter().find(|d| d.date == day(date)).unwrap();
        for date in ["2027-02-05", "2027-02-06", "2027-02-09", "2027-02-10", "2027-09-03"] {
            assert!(of(date).provisional, "{date}");
        }
        for date in ["2027-01-01", "2027-04-16", "2027-04-30", "2027-05-01", "2027-05-03", "2027-11-24"] {
            assert!(!of(date).provisional, "{date}");
        }
        assert_eq!(of("2027-05-03").kind, HolidayKind::MakeUp);
        assert!(of("2027-02-06").name.starts_with("Mùng 1 Tết"));
    }

    #[test]
    fn each_year_has_eleven_days_and_since_2026_twelve() {
        for year in 2021..=2050 {
            let days = of_year(year);
            let holidays = days.iter().filter(|d| d.kind == HolidayKind::Holiday).count();
            assert_eq!(holidays, if year < 2026 { 11 } else { 12 }, "{year}");
            assert!(days.iter().all(|d| !d.source.is_empty() && !d.name.is_empty()));
            let mut dates: Vec<_> = days.iter().map(|d| d.date).collect();
            dates.dedup();
            assert_eq!(dates.len(), days.len(), "no day of {year} twice");
            let worked = days.iter().filter(|d| !matches!(d.date.weekday(), Weekday::Sat | Weekday::Sun));
            assert_eq!(worked.count(), holidays, "each holiday of {year} is a day without work");
        }
        assert!(of_year(1900).is_empty());
    }

    #[test]
    fn first_days_are_unique() {
        let mut dates: Vec<_> = first_days().into_iter().map(|d| d.date).collect();
        let all = dates.len();
        dates.dedup();
        assert_eq!(dates.len(), all);
    }
}
