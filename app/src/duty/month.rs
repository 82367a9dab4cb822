//! A month of the roster: whole weeks, so that a pattern can be copied from one to the
//! next, and the months beside it.

use super::words::MONTH;
use chrono::{Datelike, Months, NaiveDate};
use domain::Locale;
use domain::calendar::is_supported;
use domain::calendar::week::IsoWeek;

/// The address of the page.
pub const PATH: &str = "/desk/duty";

/// A month by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Reads "2026-12".
    pub fn parse(typed: &str) -> Option<Self> {
        let first: NaiveDate = format!("{}-01", typed.trim()).parse().ok()?;
        is_supported(first).then_some(Self(first))
    }

    /// "2026-12", as an address has it.
    pub fn code(self) -> String {
        format!("{}-{:02}", self.0.year(), self.0.month())
    }

    /// "Tháng 12/2026" or "December 2026".
    pub fn said(self, locale: Locale) -> String {
        let month = u8::try_from(self.0.month()).ok().and_then(|number| chrono::Month::try_from(number).ok());
        match (locale, month) {
            (Locale::En, Some(month)) => format!("{} {}", month.name(), self.0.year()),
            _ => format!("{} {:02}/{}", locale.say(MONTH), self.0.month(), self.0.year()),
        }
    }

    /// The address of its page.
    pub fn address(self) -> String {
        format!("{PATH}?month={}", self.code())
    }

    /// The month before, as far as the calendar goes.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub_months(Months::new(1)).filter(|day| is_supported(*day)).map(Self)
    }

    /// The month after, as far as the calendar goes.
    pub fn next(self) -> Option<Self> {
        self.0.checked_add_months(Months::new(1)).filter(|day| is_supported(*day)).map(Self)
    }

    /// The weeks that have a day of the month.
    pub fn weeks(self) -> Vec<IsoWeek> {
        let end = self.0.checked_add_months(Months::new(1)).unwrap_or(self.0);
        let mut weeks = vec![IsoWeek::of(self.0)];
        while let Some(next) = weeks.last().map(|week| week.next()).filter(|week| week.monday() < end) {
            weeks.push(next);
        }
        weeks
    }

    /// The first and the last day of those weeks.
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        let weeks = self.weeks();
        let last = weeks.last().map_or(self.0, |week| week.sunday());
        (IsoWeek::of(self.0).monday(), last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let december = Month::parse("2026-12").unwrap();
        let (first, last) = december.span();
        assert_eq!((first.to_string(), last.to_string()), ("2026-11-30".into(), "2027-01-03".into()));
        assert_eq!(december.weeks().len(), 5);
        assert_eq!(december.next().unwrap().code(), "2027-01");
        assert_eq!(december.previous().unwrap().said(Locale::Vi), "Tháng 11/2026");
        assert_eq!(december.next().unwrap().said(Locale::Vi), "Tháng 01/2027");
        assert_eq!(december.said(Locale::En), "December 2026");
        assert_eq!(Month::of("2026-12-31".parse().unwrap()), december);
        let february = Month::parse("2027-02").unwrap();
        assert_eq!(february.weeks().len(), 4, "it begins on a Monday and ends on a Sunday");
    }

    #[test]
    fn what_is_no_month_is_none() {
        for typed in ["", "2026", "2026-13", "1900-01", "2026-12-01", "tháng 12"] {
            assert_eq!(Month::parse(typed), None, "{typed:?}");
        }
        assert_eq!(Month::parse("1968-01").unwrap().previous(), None);
    }
}
