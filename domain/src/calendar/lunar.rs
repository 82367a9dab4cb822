//! The lunar date that stands beside each day of a Vietnamese schedule.
//!
//! Computed for the meridian 105° E, so it differs from Chinese tables on some
//! days (Tết of 2030, the leap months of 1985 and 1987). Days outside
//! [`YEARS`](super::YEARS) are refused rather than guessed. The sky is in
//! `lunar/sky.rs`, the rule of the months in `lunar/year.rs`.

mod sky;
mod year;

use super::{YEARS, is_supported};
use crate::locale::Locale;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use year::{Month, Span};

const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const BRANCHES: [&str; 12] =
    ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// A day of the lunar calendar. Only [`LunarDate::to_solar`] tells whether a
/// date that was put together by hand exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LunarDate {
    /// 1 to 29 or 30.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// Whether the month repeats the number of the one before (tháng nhuận).
    pub leap: bool,
    /// The lunar year, named by the solar year in which its Tết falls.
    pub year: i32,
}

/// Why a lunar date has no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LunarError {
    /// The day lies outside the supported years.
    #[error("outside the years {} to {}", YEARS.start(), YEARS.end())]
    OutOfRange,
    /// Months are 1 to 12.
    #[error("there is no lunar month {0}")]
    NoSuchMonth(u32),
    /// The year does not repeat this month.
    #[error("the lunar year {year} has no leap month {month}")]
    NoLeapMonth {
        /// The lunar year.
        year: i32,
        /// The month that it does not repeat.
        month: u32,
    },
    /// Days are 1 to 29, or to 30 in some months.
    #[error("this lunar month has no day {0}")]
    NoSuchDay(u32),
}

impl LunarDate {
    /// The lunar date of a day; `None` outside the supported years.
    pub fn of(date: NaiveDate) -> Option<Self> {
        if !is_supported(date) {
            return None;
        }
        let today = date.num_days_from_ce();
        let (moon, first) = sky::moon_before(today);
        let Month { year, number, leap } = year::month_of(moon, date.year())?;
        Some(Self { day: u32::try_from(today - first + 1).ok()?, month: number, leap, year })
    }

    /// The day of the solar calendar.
    ///
    /// # Errors
    /// A [`LunarError`] when the calendar has no such date, among others a leap
    /// month in a year that does not repeat it.
    pub fn to_solar(self) -> Result<NaiveDate, LunarError> {
        let Self { day, month, leap, year } = self;
        if !(1..=12).contains(&month) {
            return Err(LunarError::NoSuchMonth(month));
        }
        // January 1968 still belongs to the lunar year 1967.
        if !YEARS.contains(&year) && year != *YEARS.start() - 1 {
            return Err(LunarError::OutOfRange);
        }
        let span = Span::around(year, month).ok_or(LunarError::OutOfRange)?;
        let moon = span.moon(month, leap).ok_or(LunarError::NoLeapMonth { year, month })?;
        let first = sky::new_moon_day(moon);
        let length = sky::new_moon_day(moon + 1) - first;
        let after = match i32::try_from(day) {
            Ok(day) if (1..=length).contains(&day) => day - 1,
            _ => return Err(LunarError::NoSuchDay(day)),
        };
        NaiveDate::from_num_days_from_ce_opt(first + after)
            .filter(|date| is_supported(*date))
            .ok_or(LunarError::OutOfRange)
    }

    /// "22/10", for narrow places; a leap month says so: "1/6 nhuận".
    pub fn short(self, locale: Locale) -> String {
        format!("{}/{}{}", self.day, self.month, self.leap_mark(locale))
    }

    /// The date with the name of its year: "22/10 Bính Ngọ".
    ///
    /// In Vietnamese, days and months that have a name of their own are called
    /// by it, and then no slash is used: "mùng 1 tháng Giêng Bính Ngọ", "rằm
    /// tháng 7 Ất Tỵ", "29 tháng Chạp Ất Tỵ", "mùng 1 tháng 6 nhuận Ất Tỵ".
    pub fn long(self, locale: Locale) -> String {
        let year = year_name(self.year);
        let named = self.day <= 10 || self.day == 15 || self.month == 1 || self.month == 12;
        if locale == Locale::En || !named {
            return format!("{} {year}", self.short(locale));
        }
        let day = match self.day {
            15 => "rằm".to_owned(),
            day @ 1..=10 => format!("mùng {day}"),
            day => day.to_string(),
        };
        let month = match self.month {
            1 => "Giêng".to_owned(),
            12 => "Chạp".to_owned(),
            month => month.to_string(),
        };
        format!("{day} tháng {month}{} {year}", self.leap_mark(locale))
    }

    fn leap_mark(self, locale: Locale) -> &'static str {
        match (self.leap, locale) {
            (false, _) => "",
            (true, Locale::Vi) => " nhuận",
            (true, Locale::En) => " leap",
        }
    }
}

/// The name of a lunar year in the cycle of sixty (can chi): 2026 is "Bính Ngọ".
pub fn year_name(year: i32) -> String {
    let stem = STEMS[(year.rem_euclid(10) as usize + 6) % 10];
    let branch = BRANCHES[(year.rem_euclid(12) as usize + 8) % 12];
    format!("{stem} {branch}")
}

/// The number of the month that the lunar year repeats, if it repeats one;
/// `None` also outside the supported years.
pub fn leap_month(year: i32) -> Option<u32> {
    if !YEARS.contains(&year) {
        return None;
    }
    [Span::around(year, 1), Span::around(year, 11)]
        .into_iter()
        .flatten()
        .filter_map(Span::leap_month)
        .find(|month| month.year == year)
        .map(|month| month.number)
}

#[cfg(test)]
mod tests;
