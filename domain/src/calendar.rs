//! The calendar of the Office: weeks, working days, hours, lunar dates, and how
//! all of them are written and read.
//!
//! Every day here is a day of Việt Nam (UTC+7, no summer time); who holds an
//! instant turns it into a local day first. Days outside [`YEARS`] are refused
//! where they are typed, because the lunar date beside them could be wrong.

pub mod day_off;
pub mod hours;
pub mod legal_days;
pub mod lunar;
pub mod spoken;
pub mod week;
pub mod working_day;

pub use hours::{HoursError, HoursTable, Season, SessionPart, WorkingHours};
pub use lunar::{LunarDate, LunarError};
pub use week::{IsoWeek, WeekError, YEARS};
pub use working_day::{Counting, Holiday, HolidayKind, WorkingDays};

use chrono::{Datelike, NaiveDate};

/// Whether the day lies in [`YEARS`].
pub fn is_supported(date: NaiveDate) -> bool {
    YEARS.contains(&date.year())
}
