//! Days and hours as the Office writes them and as its secretaries type them.
//!
//! Screens use "08:30" and "Thứ Hai, 30/11/2026", running text "8h30", official
//! papers "07 giờ 30" (Decree 30/2020/NĐ-CP). Typed text is refused when it
//! could mean two things: a time needs its separator and two digits of minutes,
//! a year its four digits.

use crate::calendar::week::IsoWeek;
use crate::locale::{Locale, Word};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// "Thứ Hai" or "Monday".
pub fn weekday(locale: Locale, day: Weekday) -> &'static str {
    locale.say(match day {
        Weekday::Mon => Word::new("Thứ Hai", "Monday"),
        Weekday::Tue => Word::new("Thứ Ba", "Tuesday"),
        Weekday::Wed => Word::new("Thứ Tư", "Wednesday"),
        Weekday::Thu => Word::new("Thứ Năm", "Thursday"),
        Weekday::Fri => Word::new("Thứ Sáu", "Friday"),
        Weekday::Sat => Word::new("Thứ Bảy", "Saturday"),
        Weekday::Sun => Word::new("Chủ Nhật", "Sunday"),
    })
}

/// "T2" or "Mon"; Sunday is "CN".
pub fn weekday_short(locale: Locale, day: Weekday) -> &'static str {
    locale.say(match day {
        Weekday::Mon => Word::new("T2", "Mon"),
        Weekday::Tue => Word::new("T3", "Tue"),
        Weekday::Wed => Word::new("T4", "Wed"),
        Weekday::Thu => Word::new("T5", "Thu"),
        Weekday::Fri => Word::new("T6", "Fri"),
        Weekday::Sat => Word::new("T7", "Sat"),
        Weekday::Sun => Word::new("CN", "Sun"),
    })
}

/// "30/11/2026"; the same in both languages, day first.
pub fn date(day: NaiveDate) -> String {
    format!("{}/{}", day_month(day), day.year())
}

/// "30/11".
pub fn day_month(day: NaiveDate) -> String {
    format!("{:02}/{:02}", day.day(), day.month())
}

/// "Thứ Hai, 30/11/2026" or "Monday, 30/11/2026".
pub fn long_date(locale: Locale, day: NaiveDate) -> String {
    format!("{}, {}", weekday(locale, day.weekday()), date(day))
}

/// "T2 30/11" or "Mon 30/11".
pub fn short_date(locale: Locale, day: NaiveDate) -> String {
    let name = weekday_short(locale, day.weekday());
    format!("{name} {}", day_month(day))
}

/// "T4 18/12" in the year of today, "T4 18/12/2030" in another.
pub fn short_date_seen(locale: Locale, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        return short_date(locale, day);
    }
    format!("{} {}", weekday_short(locale, day.weekday()), date(day))
}

/// "51" in the year of the present week, "51/2030" in another.
pub fn week_seen(week: IsoWeek, present: IsoWeek) -> String {
    if week.year() == present.year() {
        return week.number().to_string();
    }
    format!("{}/{}", week.number(), week.year())
}

/// "08:30", as on screens and in both languages.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "8h30" and "14h" in running text; "8:30" and "14:00" in English.
pub fn brief_time(locale: Locale, time: NaiveTime) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (locale, minute) {
        (Locale::Vi, 0) => format!("{hour}h"),
        (Locale::Vi, _) => format!("{hour}h{minute:02}"),
        (Locale::En, _) => format!("{hour}:{minute:02}"),
    }
}

/// "07 giờ 30", as official papers have it; "07:30" in English.
pub fn document_time(locale: Locale, hour: NaiveTime) -> String {
    match locale {
        Locale::Vi => format!("{:02} giờ {:02}", hour.hour(), hour.minute()),
        Locale::En => time(hour),
    }
}

/// "14:36 02/12", the time of a publication within its year.
pub fn date_time(moment: NaiveDateTime) -> String {
    format!("{} {}", time(moment.time()), day_month(moment.date()))
}

/// Reads a time of day: "8h30", "8:30", "08 giờ 30", "14h", "7g30", "7 giờ 30'".
/// Everything else is `None`, also "24:00", "8h5" and "830".
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let (hour, rest) = leading_number(&text)?;
    let rest = rest.trim_start();
    // The third spelling is the second with its marks as separate characters.
    let words = ["giờ", "gio\u{31b}\u{300}", "gi\u{1a1}\u{300}", "gio", "g", "h"];
    let (minutes, alone) = match rest.strip_prefix(':') {
        Some(minutes) => (minutes, false),
        None => (words.iter().find_map(|word| rest.strip_prefix(word))?, true),
    };
    let minutes = minutes.trim_start();
    if minutes.is_empty() && alone {
        return NaiveTime::from_hms_opt(hour, 0, 0);
    }
    let (minute, tail) = leading_number(minutes)?;
    let two_digits = minutes.len() - tail.len() == 2;
    let ended = matches!(tail.trim_start(), "" | "'" | "’" | "′" | "p" | "ph" | "phút");
    if two_digits && ended { NaiveTime::from_hms_opt(hour, minute, 0) } else { None }
}

/// One or two digits, and what follows them.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(len)?;
    ((1..=2).contains(&len)).then_some((digits.parse().ok()?, rest))
}

/// Reads a day: "30/11/2026", "30-11-2026", "30.11.2026" or "2026-11-30". Other
/// forms and days that do not exist are `None`. Whether the Office can plan for
/// the day is another question: [`is_supported`](super::is_supported).
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let separator = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = text.split(separator).map(str::trim);
    let (first, middle, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) =
        if separator == '-' && first.len() == 4 { (first, middle, last) } else { (last, middle, first) };
    let year = number(year, 4..=4)?;
    let year = i32::try_from(year).ok()?;
    NaiveDate::from_ymd_opt(year, number(month, 1..=2)?, number(day, 1..=2)?)
}

fn number(text: &str, len: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let clean = len.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    clean.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn monday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
    }

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn days_are_written_in_both_languages() {
        assert_eq!(long_date(Locale::Vi, monday()), "Thứ Hai, 30/11/2026");
        assert_eq!(long_date(Locale::En, monday()), "Monday, 30/11/2026");
        assert_eq!(short_date(Locale::Vi, monday()), "T2 30/11");
        assert_eq!(short_date(Locale::En, monday()), "Mon 30/11");
        let sunday = NaiveDate::from_ymd_opt(2026, 12, 6).unwrap();
        assert_eq!(long_date(Locale::Vi, sunday), "Chủ Nhật, 06/12/2026");
        assert_eq!(short_date(Locale::Vi, sunday), "CN 06/12");
    }

    #[test]
    fn a_day_of_another_year_is_written_with_it() {
        let day = |text| parse_date(text).unwrap();
        let seen = |today| short_date_seen(Locale::Vi, day("18/12/2030"), day(today));
        assert_eq!(seen("01/01/2030"), "T4 18/12");
        assert_eq!(seen("18/12/2026"), "T4 18/12/2030");
        assert_eq!(seen("01/01/2031"), "T4 18/12/2030");
        assert_eq!(short_date_seen(Locale::En, day("18/12/2030"), monday()), "Wed 18/12/2030");
    }

    #[test]
    fn hours_are_written_for_screens_text_and_papers() {
        assert_eq!(time(at(8, 30)), "08:30");
        assert_eq!(brief_time(Locale::Vi, at(8, 30)), "8h30");
        assert_eq!(brief_time(Locale::Vi, at(8, 5)), "8h05");
        assert_eq!(brief_time(Locale::Vi, at(14, 0)), "14h");
        assert_eq!(brief_time(Locale::En, at(14, 0)), "14:00");
        assert_eq!(document_time(Locale::Vi, at(7, 30)), "07 giờ 30");
        assert_eq!(document_time(Locale::Vi, at(14, 0)), "14 giờ 00");
        assert_eq!(document_time(Locale::En, at(7, 30)), "07:30");
    }

    #[test]
    fn a_publication_is_dated_by_hour_and_day() {
        let wednesday = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
        assert_eq!(date_time(wednesday.and_time(at(14, 36))), "14:36 02/12");
    }

    #[test]
    fn hours_are_understood_as_secretaries_type_them() {
        for text in [
            "8h30",
            "8:30",
            "08:30",
            "08 giờ 30",
            "8g30",
            " 8H30 ",
            "8 giờ 30'",
            "8 GIỜ 30",
            "8 giờ 30 phút",
            "8 gio 30",
            "8h 30",
            "8 gio\u{31b}\u{300} 30",
            "8 gi\u{1a1}\u{300} 30",
        ] {
            assert_eq!(parse_time(text), Some(at(8, 30)), "{text:?}");
        }
        assert_eq!(parse_time("14h"), Some(at(14, 0)));
        assert_eq!(parse_time("14 giờ"), Some(at(14, 0)));
        assert_eq!(parse_time("7g30"), Some(at(7, 30)));
        assert_eq!(parse_time("0:00"), Some(at(0, 0)));
        assert_eq!(parse_time("23:59"), Some(at(23, 59)));
    }

    #[test]
    fn what_could_be_another_hour_is_refused() {
        for text in [
            "", "h", ":30", "8", "830", "0830", "8:", "8:5", "8h5", "8h300", "24:00", "8:60", "-8:30",
            "8:30 pm", "8:30:15", "108:30", "8h30h", "٨:٣٠", "8,30",
        ] {
            assert_eq!(parse_time(text), None, "{text:?}");
        }
    }

    #[test]
    fn days_are_understood_as_typed_and_as_browsers_send_them() {
        for text in ["30/11/2026", "2026-11-30", "30-11-2026", "30.11.2026", " 30/11/2026 "] {
            assert_eq!(parse_date(text), Some(monday()), "{text:?}");
        }
        let third = NaiveDate::from_ymd_opt(2026, 1, 3);
        assert_eq!(parse_date("3/1/2026"), third);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "",
            "30/11",
            "30/11/26",
            "31/11/2026",
            "29/02/2026",
            "00/11/2026",
            "11/30/2026",
            "2026/11/30",
            "30/11-2026",
            "30/11/2026/1",
            "+3/11/2026",
            "30/11/02026",
            "hôm nay",
        ] {
            assert_eq!(parse_date(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_typed_again(minutes in 0..1440_u32, after in 0..31_412_u64) {
            let hour = at(minutes / 60, minutes % 60);
            for locale in [Locale::Vi, Locale::En] {
                prop_assert_eq!(parse_time(&brief_time(locale, hour)), Some(hour));
                prop_assert_eq!(parse_time(&document_time(locale, hour)), Some(hour));
            }
            prop_assert_eq!(parse_time(&time(hour)), Some(hour));
            let day = NaiveDate::from_ymd_opt(1968, 1, 1).unwrap() + chrono::Days::new(after);
            prop_assert_eq!(parse_date(&date(day)), Some(day));
            prop_assert_eq!(parse_date(&day.to_string()), Some(day));
        }

        #[test]
        fn no_typing_makes_reading_panic(text in "[0-9hHgGiờ:/.'p -]{0,12}") {
            if let Some(day) = parse_date(&text) {
                prop_assert!((0..=9999).contains(&day.year()));
            }
            if let Some(hour) = parse_time(&text) {
                prop_assert_eq!(hour.second(), 0);
            }
        }
    }
}
