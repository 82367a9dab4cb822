//! Which month a lunation is: the rule of the Vietnamese calendar.
//!
//! The month with the winter solstice is the 11th. From one 11th month to the
//! next there are 12 or 13 months; of 13, the first in which the sun enters no
//! new twelfth of its way (no "trung khí") repeats the number before it.
//! Source: the rules as told by Hồ Ngọc Đức, "Computing the Vietnamese lunar
//! calendar" (Leipzig), in force since 1968 by Decision 121/CP of 08/08/1967.

use super::sky;
use chrono::{Datelike, NaiveDate};

/// The months from the 11th of one lunar year to the 10th of the next.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// The lunar year in which the span begins.
    year: i32,
    /// The new moon of the first month, the 11th of `year`.
    first: i32,
    /// How many months after the first the leap month is.
    leap: Option<i32>,
}

/// A month by its place in the year, before days are counted in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    /// The lunar year.
    pub year: i32,
    /// 1 to 12.
    pub number: u32,
    /// Whether it repeats the number of the month before.
    pub leap: bool,
}

impl Span {
    /// The span that begins with the 11th month of the lunar year.
    fn from(year: i32) -> Option<Self> {
        let first = moon_of_month_eleven(year)?;
        Some(Self::between(year, first, moon_of_month_eleven(year + 1)?))
    }

    fn between(year: i32, first: i32, next: i32) -> Self {
        let leap = (next - first == 13).then(|| leap_after(first));
        Self { year, first, leap }
    }

    /// The span that a month of this number and year lies in.
    pub(super) fn around(year: i32, number: u32) -> Option<Self> {
        Self::from(if number >= 11 { year } else { year - 1 })
    }

    /// The month that begins with new moon `k`, if it lies in this span.
    fn month(self, k: i32) -> Month {
        let after = k - self.first;
        let repeated = i32::from(self.leap.is_some_and(|leap| after >= leap));
        let place = after - repeated;
        Month {
            year: self.year + i32::from(place >= 2),
            number: (place + 10).rem_euclid(12).unsigned_abs() + 1,
            leap: self.leap == Some(after),
        }
    }

    /// The new moon that begins the month; `None` for a leap month that the year lacks.
    pub(super) fn moon(self, number: u32, leap: bool) -> Option<i32> {
        let place = i32::try_from((number + 1) % 12).ok()?;
        let after = match (self.leap, leap) {
            (Some(at), true) if at == place + 1 => at,
            (_, true) => return None,
            (Some(at), false) if place >= at => place + 1,
            (_, false) => place,
        };
        Some(self.first + after)
    }

    /// The leap month of the span.
    pub(super) fn leap_month(self) -> Option<Month> {
        Some(self.month(self.first + self.leap?))
    }
}

/// The month that begins with new moon `k` and holds days of the solar year.
pub(super) fn month_of(k: i32, solar_year: i32) -> Option<Month> {
    let eleventh = moon_of_month_eleven(solar_year)?;
    let span = if k < eleventh {
        let before = moon_of_month_eleven(solar_year - 1)?;
        Span::between(solar_year - 1, before, eleventh)
    } else {
        let after = moon_of_month_eleven(solar_year + 1)?;
        Span::between(solar_year, eleventh, after)
    };
    Some(span.month(k))
}

/// The new moon of the month with the winter solstice of the solar year.
fn moon_of_month_eleven(solar_year: i32) -> Option<i32> {
    let last_day = NaiveDate::from_ymd_opt(solar_year, 12, 31)?.num_days_from_ce();
    let (k, begins) = sky::moon_before(last_day);
    let solstice_was_before = sky::sun_sign(begins) >= 9;
    Some(if solstice_was_before { k - 1 } else { k })
}

fn leap_after(first: i32) -> i32 {
    let sign = |after: i32| sky::sun_sign(sky::new_moon_day(first + after));
    let mut begins = sign(1);
    for after in 1..12 {
        let ends = sign(after + 1);
        if begins == ends {
            return after;
        }
        begins = ends;
    }
    12
}
