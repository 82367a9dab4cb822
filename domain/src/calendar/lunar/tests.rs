use super::*;
use proptest::prelude::*;

/// Solar day, lunar date ("N": leap month) and, where given, the year's name.
/// Chosen where a Chinese or Korean table would be wrong, around leap months,
/// at Tết and on days that the Office's demo shows.
const KNOWN: &str = "
    1968-01-29 1/1/1968 Mậu Thân
    1984-11-23 1/11/1984
    1984-12-22 1/12/1984
    1985-01-21 1/1/1985 Ất Sửu
    1985-02-20 1/2/1985
    1985-03-21 1/2N/1985
    1985-04-20 1/3/1985
    1987-07-26 1/7/1987
    1987-08-24 1/7N/1987
    1987-09-23 1/8/1987
    2004-03-21 1/2N/2004
    2007-02-17 1/1/2007 Đinh Hợi
    2007-02-18 2/1/2007
    2012-05-21 1/4N/2012
    2014-10-24 1/9N/2014
    2017-06-24 1/6/2017
    2017-07-23 1/6N/2017
    2017-08-22 1/7/2017
    2018-02-16 1/1/2018 Mậu Tuất
    2020-01-25 1/1/2020 Canh Tý
    2020-05-23 1/4N/2020
    2020-06-21 1/5/2020
    2020-12-14 1/11/2020
    2021-02-12 1/1/2021 Tân Sửu
    2023-01-22 1/1/2023 Quý Mão
    2023-02-20 1/2/2023 Quý Mão
    2023-03-22 1/2N/2023
    2023-04-20 1/3/2023
    2024-02-10 1/1/2024 Giáp Thìn
    2024-06-20 15/5/2024
    2025-01-29 1/1/2025 Ất Tỵ
    2025-04-07 10/3/2025
    2025-06-25 1/6/2025
    2025-07-25 1/6N/2025
    2025-08-23 1/7/2025
    2025-09-06 15/7/2025
    2026-02-16 29/12/2025
    2026-02-17 1/1/2026 Bính Ngọ
    2026-04-26 10/3/2026
    2026-11-24 16/10/2026
    2026-11-30 22/10/2026
    2027-02-06 1/1/2027 Đinh Mùi
    2027-04-16 10/3/2027
    2028-06-23 1/5N/2028
    2030-02-02 1/1/2030 Canh Tuất
    2030-02-03 2/1/2030
    2031-04-21 1/3N/2031
    2033-12-22 1/11N/2033
    2034-02-19 1/1/2034 Giáp Dần
    2053-02-18 1/1/2053
";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn lunar(text: &str) -> LunarDate {
    let mut parts = text.split('/');
    let mut next = || parts.next().unwrap();
    let (day, month, year) = (next(), next(), next());
    LunarDate {
        day: day.parse().unwrap(),
        month: month.trim_end_matches('N').parse().unwrap(),
        leap: month.ends_with('N'),
        year: year.parse().unwrap(),
    }
}

fn every_supported_day() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_yo_opt(*YEARS.start(), 1).unwrap();
    first.iter_days().take_while(|date| is_supported(*date))
}

#[test]
fn fifty_known_days_are_right_both_ways() {
    let known = KNOWN.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut checked = 0;
    for line in known {
        let mut parts = line.splitn(3, ' ');
        let date = day(parts.next().unwrap());
        let expected = lunar(parts.next().unwrap());
        assert_eq!(LunarDate::of(date), Some(expected), "{line}");
        assert_eq!(expected.to_solar(), Ok(date), "{line}");
        if let Some(name) = parts.next() {
            assert_eq!(year_name(expected.year), name);
        }
        checked += 1;
    }
    assert_eq!(checked, 50);
}

#[test]
fn leap_months_fall_where_the_vietnamese_calendar_has_them() {
    let expected = [
        (1968, 7),
        (1971, 5),
        (1974, 4),
        (1976, 8),
        (1979, 6),
        (1982, 4),
        (1985, 2),
        (1987, 7),
        (1990, 5),
        (1993, 3),
        (1995, 8),
        (1998, 5),
        (2001, 4),
        (2004, 2),
        (2006, 7),
        (2009, 5),
        (2012, 4),
        (2014, 9),
        (2017, 6),
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2028, 5),
        (2031, 3),
        (2033, 11),
        (2036, 6),
        (2039, 5),
        (2042, 2),
        (2044, 7),
        (2047, 5),
        (2050, 3),
        (2052, 8),
    ];
    let found: Vec<_> = YEARS.filter_map(|year| leap_month(year).map(|month| (year, month))).collect();
    assert_eq!(found, expected);
    assert_eq!((leap_month(1966), leap_month(2055)), (None, None));
}

#[test]
fn every_day_comes_back_from_its_lunar_date() {
    for date in every_supported_day() {
        let lunar = LunarDate::of(date).unwrap();
        assert_eq!(lunar.to_solar(), Ok(date), "{lunar:?}");
    }
}

#[test]
fn each_day_follows_the_one_before() {
    let all: Vec<_> = every_supported_day().filter_map(LunarDate::of).collect();
    assert_eq!(all.len(), 31_412);
    for pair in all.windows(2) {
        let [today, tomorrow] = [pair[0], pair[1]];
        if tomorrow.day != 1 {
            let expected = LunarDate { day: today.day + 1, ..today };
            assert_eq!(tomorrow, expected);
            continue;
        }
        assert!(matches!(today.day, 29 | 30), "{today:?}");
        let repeats = tomorrow.leap && !today.leap && tomorrow.month == today.month;
        let counts_on = !tomorrow.leap && tomorrow.month == today.month % 12 + 1;
        assert!(repeats || counts_on, "{today:?} then {tomorrow:?}");
        let turns = i32::from(today.month == 12 && counts_on);
        assert_eq!(tomorrow.year, today.year + turns);
    }
}

#[test]
fn tet_eve_may_be_the_29th_or_the_30th() {
    assert_eq!(LunarDate::of(day("2026-02-16")), Some(lunar("29/12/2025")));
    assert_eq!(lunar("30/12/2025").to_solar(), Err(LunarError::NoSuchDay(30)));
    assert_eq!(LunarDate::of(day("2024-02-09")), Some(lunar("30/12/2023")));
}

#[test]
fn a_leap_month_that_the_year_does_not_have_is_refused() {
    let refused = |year, month| Err(LunarError::NoLeapMonth { year, month });
    assert_eq!(lunar("1/6N/2026").to_solar(), refused(2026, 6));
    assert_eq!(lunar("1/5N/2025").to_solar(), refused(2025, 5));
    assert_eq!(lunar("1/10N/1984").to_solar(), refused(1984, 10));
    assert_eq!(lunar("1/6N/2025").to_solar(), Ok(day("2025-07-25")));
}

#[test]
fn dates_that_no_calendar_has_are_refused() {
    assert_eq!(lunar("1/0/2026").to_solar(), Err(LunarError::NoSuchMonth(0)));
    assert_eq!(lunar("1/13/2026").to_solar(), Err(LunarError::NoSuchMonth(13)));
    assert_eq!(lunar("0/1/2026").to_solar(), Err(LunarError::NoSuchDay(0)));
    assert_eq!(lunar("31/1/2026").to_solar(), Err(LunarError::NoSuchDay(31)));
    let far = lunar("4294967295/1/2026").to_solar();
    assert_eq!(far, Err(LunarError::NoSuchDay(u32::MAX)));
    assert!(!year_name(i32::MIN).is_empty() && !year_name(i32::MAX).is_empty());
}

#[test]
fn days_outside_the_checked_years_are_refused() {
    assert_eq!(LunarDate::of(day("1967-12-31")), None);
    assert_eq!(LunarDate::of(day("1968-01-01")), Some(lunar("2/12/1967")));
    assert_eq!(LunarDate::of(day("2053-12-31")), Some(lunar("22/11/2053")));
    assert_eq!(LunarDate::of(day("2054-01-01")), None);
    assert_eq!(LunarDate::of(NaiveDate::MIN), None);
    let outside = ["1/12/1967", "23/11/2053", "1/1/2054", "1/1/-2147483648", "1/1/2147483647"];
    for text in outside {
        let refused = lunar(text).to_solar();
        assert_eq!(refused, Err(LunarError::OutOfRange), "{text}");
    }
}

#[test]
fn dates_are_said_as_in_vietnam() {
    let long = |text| lunar(text).long(Locale::Vi);
    assert_eq!(lunar("22/10/2026").short(Locale::Vi), "22/10");
    assert_eq!(long("22/10/2026"), "22/10 Bính Ngọ");
    assert_eq!(long("1/1/2026"), "mùng 1 tháng Giêng Bính Ngọ");
    assert_eq!(long("10/3/2026"), "mùng 10 tháng 3 Bính Ngọ");
    assert_eq!(long("11/3/2026"), "11/3 Bính Ngọ");
    assert_eq!(long("15/7/2025"), "rằm tháng 7 Ất Tỵ");
    assert_eq!(long("15/1/2025"), "rằm tháng Giêng Ất Tỵ");
    assert_eq!(long("29/12/2025"), "29 tháng Chạp Ất Tỵ");
    assert_eq!(long("1/6N/2025"), "mùng 1 tháng 6 nhuận Ất Tỵ");
    assert_eq!(long("22/6N/2025"), "22/6 nhuận Ất Tỵ");
    assert_eq!(lunar("1/6N/2025").short(Locale::Vi), "1/6 nhuận");
}

#[test]
fn in_english_dates_stay_numbers() {
    assert_eq!(lunar("1/1/2026").long(Locale::En), "1/1 Bính Ngọ");
    assert_eq!(lunar("1/6N/2025").short(Locale::En), "1/6 leap");
}

proptest! {
    #[test]
    fn no_lunar_date_makes_the_calendar_panic(
        day in 0..40_u32, month in 0..15_u32, leap: bool, year in 1900..2100_i32,
    ) {
        let typed = LunarDate { day, month, leap, year };
        if let Ok(date) = typed.to_solar() {
            prop_assert_eq!(LunarDate::of(date), Some(typed));
        }
    }

    #[test]
    fn the_names_of_the_years_come_back_after_sixty_and_not_before(
        year in -3000..3000_i32, later in 1..60_i32,
    ) {
        prop_assert_eq!(year_name(year), year_name(year + 60));
        prop_assert_ne!(year_name(year), year_name(year + later));
    }
}
