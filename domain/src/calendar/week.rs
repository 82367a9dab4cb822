//! The week of the schedule: Monday to Sunday, numbered as in ISO 8601, which
//! is the numbering on the schedules that provinces publish.
//!
//! A typed or addressed week ("2026-W49") is refused when that year has no such
//! week or lies outside [`YEARS`]. A week found from a day is always given.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The years that the Office can plan and look up: the lunar calendar was
/// checked against an independent ephemeris for each of their days.
pub const YEARS: RangeInclusive<i32> = 1968..=2053;

/// A week by ISO year and number, ordered by time, written "2026-W49".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    monday: NaiveDate,
}

/// Why a text or a pair of numbers is no week of the Office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeekError {
    /// Not of the form "2026-W49".
    #[error("a week is written like 2026-W49")]
    Malformed,
    /// The year has no week of this number (53 in most years, 0, 54 ...).
    #[error("the year {year} has no week {number}")]
    NoSuchWeek {
        /// The ISO year.
        year: i32,
        /// The number that it does not have.
        number: u32,
    },
    /// The year lies outside [`YEARS`].
    #[error("the year {year} is outside {} to {}", YEARS.start(), YEARS.end())]
    OutOfRange {
        /// The ISO year.
        year: i32,
    },
}

impl IsoWeek {
    /// The week of this number.
    ///
    /// # Errors
    /// [`WeekError::OutOfRange`], [`WeekError::NoSuchWeek`].
    pub fn new(year: i32, number: u32) -> Result<Self, WeekError> {
        if !YEARS.contains(&year) {
            return Err(WeekError::OutOfRange { year });
        }
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon)
            .map(|monday| Self { monday })
            .ok_or(WeekError::NoSuchWeek { year, number })
    }

    /// The week that the day lies in.
    pub fn of(date: NaiveDate) -> Self {
        let since_monday = u64::from(date.weekday().num_days_from_monday());
        let monday = date.checked_sub_days(Days::new(since_monday));
        Self { monday: monday.unwrap_or(date) }
    }

    /// The ISO year; around New Year it can differ from the year of a day.
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// The number in the ISO year, 1 to 53.
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// The first day.
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// The last day.
    pub fn sunday(self) -> NaiveDate {
        self.day(6)
    }

    /// The seven days, Monday first.
    pub fn days(self) -> [NaiveDate; 7] {
        [0, 1, 2, 3, 4, 5, 6].map(|after| self.day(after))
    }

    /// The week after. [`IsoWeek::is_supported`] tells whether it has an address.
    #[must_use]
    pub fn next(self) -> Self {
        Self { monday: self.day(7) }
    }

    /// The week before. [`IsoWeek::is_supported`] tells whether it has an address.
    #[must_use]
    pub fn previous(self) -> Self {
        let monday = self.monday.checked_sub_days(Days::new(7));
        Self { monday: monday.unwrap_or(self.monday) }
    }

    /// Whether the day lies in this week.
    pub fn contains(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// Whether the week can be typed and addressed, that is, its year lies in [`YEARS`].
    pub fn is_supported(self) -> bool {
        YEARS.contains(&self.year())
    }

    // Stands still at the end of what chrono can count, a quarter of a million years away.
    fn day(self, after: u64) -> NaiveDate {
        let day = self.monday.checked_add_days(Days::new(after));
        day.unwrap_or(self.monday)
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for IsoWeek {
    type Err = WeekError;

    /// Reads exactly the form that is written, so that a week has one address.
    fn from_str(text: &str) -> Result<Self, WeekError> {
        let (year, number) = text.split_once("-W").ok_or(WeekError::Malformed)?;
        let year = digits(year, 4).ok_or(WeekError::Malformed)?;
        let number = digits(number, 2).ok_or(WeekError::Malformed)?;
        Self::new(i32::from(year), u32::from(number))
    }
}

/// A number of exactly `len` digits; signs and spaces, which `parse` would allow, are not.
fn digits(text: &str, len: usize) -> Option<u16> {
    let clean = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    clean.then(|| text.parse().ok()).flatten()
}

impl Serialize for IsoWeek {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IsoWeek {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_demo_week_runs_from_30_november_to_6_december() {
        let week: IsoWeek = "2026-W49".parse().unwrap();
        assert_eq!((week.year(), week.number()), (2026, 49));
        assert_eq!(week.monday(), day("2026-11-30"));
        assert_eq!(week.sunday(), day("2026-12-06"));
        assert_eq!(week.days()[3], day("2026-12-03"));
        assert_eq!(week.previous().to_string(), "2026-W48");
    }

    #[test]
    fn the_year_of_a_week_is_the_one_with_its_thursday() {
        assert_eq!(IsoWeek::of(day("2027-01-03")).to_string(), "2026-W53");
        assert_eq!(IsoWeek::of(day("2024-12-30")).to_string(), "2025-W01");
        let last: IsoWeek = "2026-W53".parse().unwrap();
        assert_eq!(last.next().to_string(), "2027-W01");
    }

    #[test]
    fn weeks_that_a_year_does_not_have_are_refused() {
        let refused = |year, number| Err(WeekError::NoSuchWeek { year, number });
        assert_eq!("2027-W53".parse::<IsoWeek>(), refused(2027, 53));
        assert_eq!("2026-W00".parse::<IsoWeek>(), refused(2026, 0));
        assert_eq!("2026-W54".parse::<IsoWeek>(), refused(2026, 54));
        assert!("2026-W53".parse::<IsoWeek>().is_ok());
    }

    #[test]
    fn years_without_a_sure_lunar_date_are_refused() {
        for year in [1967, 2054, 9999] {
            let typed = format!("{year}-W10").parse::<IsoWeek>();
            assert_eq!(typed, Err(WeekError::OutOfRange { year }));
        }
        assert_eq!("1968-W01".parse::<IsoWeek>().unwrap().monday(), day("1968-01-01"));
        let last: IsoWeek = "2053-W52".parse().unwrap();
        assert!(last.is_supported() && !last.next().is_supported());
    }

    #[test]
    fn a_week_has_one_way_of_writing() {
        for text in [
            "",
            "2026",
            "2026-49",
            "2026W49",
            "2026-w49",
            "2026-W9",
            "2026-W049",
            " 2026-W49",
            "+026-W49",
            "2026-W+9",
            "2026-W4٩",
            "-W",
            "2026-W49-W01",
        ] {
            assert_eq!(text.parse::<IsoWeek>(), Err(WeekError::Malformed), "{text:?}");
        }
    }

    #[test]
    fn on_the_wire_a_week_is_its_text_and_a_bad_one_is_refused() {
        struct Wire(IsoWeek);
        impl fmt::Display for Wire {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.serialize(f)
            }
        }
        let read = |text: &'static str| {
            let wire: StrDeserializer<'_, Error> = text.into_deserializer();
            IsoWeek::deserialize(wire)
        };
        let week = read("2026-W49").unwrap();
        assert_eq!(Wire(week).to_string(), "2026-W49");
        let refusal = read("2027-W53").unwrap_err().to_string();
        assert_eq!(refusal, "the year 2027 has no week 53");
    }

    #[test]
    fn the_ends_of_counted_time_do_not_panic() {
        for edge in [NaiveDate::MIN, NaiveDate::MAX] {
            let week = IsoWeek::of(edge);
            assert!(week.next() >= week && week.previous() <= week);
            assert_eq!(week.days().len(), 7);
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_week_and_in_no_neighbour(ordinal in 718_432..749_800_i32) {
            let date = NaiveDate::from_num_days_from_ce_opt(ordinal).unwrap();
            let week = IsoWeek::of(date);
            prop_assert!(week.contains(date) && week.days().contains(&date));
            prop_assert!(!week.next().contains(date) && !week.previous().contains(date));
            prop_assert!(week.previous() < week && week < week.next());
            prop_assert_eq!(week.next().previous(), week);
            prop_assert_eq!(week.to_string().parse::<IsoWeek>(), Ok(week));
            prop_assert_eq!(IsoWeek::new(week.year(), week.number()), Ok(week));
        }

        #[test]
        fn no_text_makes_parsing_panic(text in "\\PC{0,12}") {
            if let Ok(week) = text.parse::<IsoWeek>() {
                prop_assert_eq!(week.to_string(), text);
            }
        }
    }
}
