//! The hours of the Office, which differ by province and season. The parts of a
//! day that a schedule is laid out in are in `hours/part.rs`.
//!
//! Hours that end before they begin and seasons that overlap are refused when
//! the table is made, so that every day has exactly one answer.

mod draft;
mod part;

pub use draft::HoursDraft;
pub use part::SessionPart;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// From an hour to an hour of one day.
pub type Span = (NaiveTime, NaiveTime);

const fn at(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// The working hours of a day: two halves with a pause between them. What is
/// typed goes through [`WorkingHours::new`], what is read is checked as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Halves", into = "Halves")]
pub struct WorkingHours {
    /// The hours of the morning.
    pub morning: Span,
    /// The hours of the afternoon.
    pub afternoon: Span,
}

#[derive(Serialize, Deserialize)]
struct Halves {
    morning: Span,
    afternoon: Span,
}

/// Why hours or seasons cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// A half ends before it begins, or the afternoon begins before the morning ends.
    #[error("working hours must follow each other")]
    OutOfOrder,
    /// A season ends before it begins.
    #[error("the season from {0} ends before it begins")]
    SeasonEndsFirst(NaiveDate),
    /// Two seasons claim the same day.
    #[error("two seasons claim {0}")]
    SeasonsOverlap(NaiveDate),
}

impl WorkingHours {
    /// Hours of a morning and an afternoon.
    ///
    /// # Errors
    /// [`HoursError::OutOfOrder`].
    pub fn new(morning: Span, afternoon: Span) -> Result<Self, HoursError> {
        let in_order = morning.0 < morning.1 && morning.1 <= afternoon.0;
        if in_order && afternoon.0 < afternoon.1 {
            Ok(Self { morning, afternoon })
        } else {
            Err(HoursError::OutOfOrder)
        }
    }

    /// Whether something from `start` to `end` keeps to the working hours: it
    /// neither begins nor ends outside of them. What lasts over the noon pause does.
    pub fn cover(self, start: NaiveTime, end: NaiveTime) -> bool {
        let begins = |(from, to): Span| from <= start && start < to;
        let ends = |(from, to): Span| from < end && end <= to;
        let halves = [self.morning, self.afternoon];
        start <= end && halves.into_iter().any(begins) && halves.into_iter().any(ends)
    }

    /// How many minutes lie between two hours, without the noon pause.
    pub fn minutes_between(self, start: NaiveTime, end: NaiveTime) -> u32 {
        let (noon, again) = (self.morning.1, self.afternoon.0);
        let pause = (end.min(again) - start.max(noon)).num_minutes().max(0);
        u32::try_from((end - start).num_minutes() - pause).unwrap_or(0)
    }
}

impl Default for WorkingHours {
    /// 07:30-11:30 and 13:30-17:00, until the Office sets its own.
    fn default() -> Self {
        Self { morning: (at(7, 30), at(11, 30)), afternoon: (at(13, 30), at(17, 0)) }
    }
}

impl TryFrom<Halves> for WorkingHours {
    type Error = HoursError;

    fn try_from(halves: Halves) -> Result<Self, HoursError> {
        Self::new(halves.morning, halves.afternoon)
    }
}

impl From<WorkingHours> for Halves {
    fn from(hours: WorkingHours) -> Self {
        Self { morning: hours.morning, afternoon: hours.afternoon }
    }
}

/// Hours that hold from one day to another instead of the usual ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The hours on these days.
    pub hours: WorkingHours,
}

/// The usual hours, and the seasons that have their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Rows", into = "Rows")]
pub struct HoursTable {
    usual: WorkingHours,
    seasons: Vec<Season>,
}

#[derive(Serialize, Deserialize)]
struct Rows {
    usual: WorkingHours,
    #[serde(default)]
    seasons: Vec<Season>,
}

impl HoursTable {
    /// Takes the seasons in any order.
    ///
    /// # Errors
    /// [`HoursError::SeasonEndsFirst`], [`HoursError::SeasonsOverlap`].
    pub fn new(usual: WorkingHours, mut seasons: Vec<Season>) -> Result<Self, HoursError> {
        if let Some(season) = seasons.iter().find(|season| season.to < season.from) {
            return Err(HoursError::SeasonEndsFirst(season.from));
        }
        seasons.sort_by_key(|season| season.from);
        for pair in seasons.windows(2) {
            if let [earlier, later] = pair
                && later.from <= earlier.to
            {
                return Err(HoursError::SeasonsOverlap(later.from));
            }
        }
        Ok(Self { usual, seasons })
    }

    /// The table with other usual hours.
    #[must_use]
    pub fn with_usual(self, usual: WorkingHours) -> Self {
        Self { usual, ..self }
    }

    /// The hours of a day.
    pub fn on(&self, date: NaiveDate) -> WorkingHours {
        let holds = |season: &&Season| (season.from..=season.to).contains(&date);
        let season = self.seasons.iter().find(holds);
        season.map_or(self.usual, |season| season.hours)
    }

    /// The hours that hold when no season does.
    pub fn usual(&self) -> WorkingHours {
        self.usual
    }

    /// The seasons, by their first day.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }
}

impl TryFrom<Rows> for HoursTable {
    type Error = HoursError;

    fn try_from(rows: Rows) -> Result<Self, HoursError> {
        Self::new(rows.usual, rows.seasons)
    }
}

impl From<HoursTable> for Rows {
    fn from(table: HoursTable) -> Self {
        Self { usual: table.usual, seasons: table.seasons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hours(morning: [u32; 2], afternoon: [u32; 2]) -> Result<WorkingHours, HoursError> {
        let span = |[from, to]: [u32; 2]| (at(from / 100, from % 100), at(to / 100, to % 100));
        WorkingHours::new(span(morning), span(afternoon))
    }

    fn season(from: &str, to: &str) -> Season {
        Season { from: day(from), to: day(to), hours: hours([700, 1130], [1330, 1700]).unwrap() }
    }

    #[test]
    fn the_noon_pause_is_not_counted() {
        let between = |from: (u32, u32), to: (u32, u32)| {
            WorkingHours::default().minutes_between(at(from.0, from.1), at(to.0, to.1))
        };
        assert_eq!(between((8, 0), (10, 0)), 120);
        assert_eq!(between((8, 0), (17, 0)), 420, "9 hours without 11:30-13:30");
        assert_eq!(between((8, 0), (12, 0)), 210);
        assert_eq!(between((13, 0), (14, 0)), 30);
        assert_eq!(between((12, 0), (13, 0)), 0);
        assert_eq!(between((14, 0), (13, 0)), 0, "an end before the start");
    }

    #[test]
    fn the_office_opens_at_half_past_seven_until_it_says_otherwise() {
        let usual = hours([730, 1130], [1330, 1700]).unwrap();
        assert_eq!(WorkingHours::default(), usual);
        assert_eq!(HoursTable::default().on(day("2026-11-30")), usual);
    }

    #[test]
    fn summer_has_its_own_hours_from_its_first_to_its_last_day() {
        let summer = season("2026-04-16", "2026-10-15");
        let table = HoursTable::new(WorkingHours::default(), vec![summer]).unwrap();
        let opens = |date| table.on(day(date)).morning.0;
        assert_eq!(opens("2026-04-15"), at(7, 30));
        assert_eq!(opens("2026-04-16"), at(7, 0));
        assert_eq!(opens("2026-10-15"), at(7, 0));
        assert_eq!(opens("2026-10-16"), at(7, 30));
    }

    #[test]
    fn a_table_with_two_answers_for_a_day_is_refused() {
        let table = |seasons| HoursTable::new(WorkingHours::default(), seasons);
        let (spring, summer) = ("2026-02-01", "2026-05-01");
        let overlapping = vec![season(summer, "2026-09-30"), season(spring, summer)];
        let refused = Err(HoursError::SeasonsOverlap(day(summer)));
        assert_eq!(table(overlapping), refused);
        let backwards = table(vec![season(summer, spring)]);
        assert_eq!(backwards, Err(HoursError::SeasonEndsFirst(day(summer))));
        let touching = vec![season(summer, "2026-09-30"), season(spring, "2026-04-30")];
        assert_eq!(table(touching).unwrap().seasons()[0].from, day(spring));
    }

    #[test]
    fn hours_that_run_backwards_are_refused() {
        let refused = Err(HoursError::OutOfOrder);
        assert_eq!(hours([1130, 730], [1330, 1700]), refused);
        assert_eq!(hours([730, 730], [1330, 1700]), refused);
        assert_eq!(hours([730, 1400], [1330, 1700]), refused);
        assert_eq!(hours([730, 1130], [1700, 1330]), refused);
        assert!(hours([730, 1200], [1200, 1630]).is_ok());
        let wire = Halves { morning: (at(11, 30), at(7, 30)), afternoon: (at(13, 30), at(17, 0)) };
        assert_eq!(WorkingHours::try_from(wire), refused);
    }

    #[test]
    fn a_meeting_keeps_to_the_hours_or_does_not() {
        let cover = |from, to| WorkingHours::default().cover(from, to);
        assert!(cover(at(7, 30), at(11, 30)));
        assert!(cover(at(8, 0), at(17, 0)));
        assert!(!cover(at(7, 0), at(8, 0)));
        assert!(!cover(at(11, 0), at(12, 0)));
        assert!(!cover(at(12, 0), at(13, 0)));
        assert!(!cover(at(16, 0), at(18, 0)));
        assert!(!cover(at(14, 0), at(9, 0)));
    }
}
