//! Working days: the ground of every deadline that the law counts in them.
//!
//! Monday to Friday, except the days of an editable table: holidays, days made
//! up for them, and swaps, where a Saturday is worked for a day off. The table
//! is given by the caller, with the source of each row; nothing is built in,
//! because holidays are decided anew each year.

use crate::locale::Word;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A row of the table of exceptional days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is called, in Vietnamese.
    pub name: String,
    /// What it does to work.
    pub kind: HolidayKind,
    /// The law or notice that it comes from.
    pub source: String,
    /// Whether the official notice is still awaited.
    #[serde(default)]
    pub provisional: bool,
}

/// What an exceptional day is. The order is the order of precedence when one
/// day is in the table twice: a day off is never turned into a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HolidayKind {
    /// A public holiday (Labour Code 2019, Article 112).
    #[serde(rename = "nghi_le")]
    Holiday,
    /// A day off for a holiday that fell on a weekly day off (Article 111.3).
    #[serde(rename = "nghi_bu")]
    MakeUp,
    /// A day off that is worked on another day.
    #[serde(rename = "nghi_hoan_doi")]
    SwapOff,
    /// A weekly day off that is worked for a [`HolidayKind::SwapOff`].
    #[serde(rename = "lam_bu")]
    SwapWork,
}

impl HolidayKind {
    /// All kinds, in the order of a choice.
    pub const ALL: [Self; 4] = [Self::Holiday, Self::MakeUp, Self::SwapOff, Self::SwapWork];

    /// Its code name in tables, forms and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Holiday => "nghi_le",
            Self::MakeUp => "nghi_bu",
            Self::SwapOff => "nghi_hoan_doi",
            Self::SwapWork => "lam_bu",
        }
    }

    /// The kind of this code name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name on a screen.
    pub fn word(self) -> Word {
        match self {
            Self::Holiday => Word::new("Nghỉ lễ", "Public holiday"),
            Self::MakeUp => Word::new("Nghỉ bù", "Make-up day off"),
            Self::SwapOff => Word::new("Nghỉ hoán đổi", "Swapped day off"),
            Self::SwapWork => Word::new("Làm bù", "Swapped working day"),
        }
    }

    /// Whether people work on such a day.
    pub fn is_working(self) -> bool {
        self == Self::SwapWork
    }
}

/// How "N working days before" is counted; a setting of the Office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// The N-th working day back from the day itself.
    #[default]
    Ordinary,
    /// Stricter: N whole working days lie between the two days.
    ClearDays,
}

/// The table of exceptional days, ready for counting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays {
    exceptions: Vec<Holiday>,
}

impl WorkingDays {
    /// Takes the rows in any order.
    pub fn new(holidays: &[Holiday]) -> Self {
        let mut exceptions = holidays.to_vec();
        exceptions.sort_by_key(|row| (row.date, row.kind));
        exceptions.dedup_by_key(|row| row.date);
        Self { exceptions }
    }

    /// The row that makes this day a day off; weekends have none.
    pub fn holiday_on(&self, date: NaiveDate) -> Option<&Holiday> {
        self.exception_on(date).filter(|row| !row.kind.is_working())
    }

    /// The row of this day, also when it makes a Saturday a working day.
    pub fn exception_on(&self, date: NaiveDate) -> Option<&Holiday> {
        let at = self.exceptions.binary_search_by_key(&date, |row| row.date);
        at.ok().and_then(|at| self.exceptions.get(at))
    }

    /// Whether the Office works on this day.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        match self.exception_on(date) {
            Some(row) => row.kind.is_working(),
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// Subtracts `n` working days: the latest day for what is due "at least `n`
    /// working days before" `date`. With 0 it is `date` itself, worked or not.
    pub fn before(&self, date: NaiveDate, n: u32) -> NaiveDate {
        self.count(date, n, |day| day.pred_opt())
    }

    /// As [`WorkingDays::before`], counted as the Office's setting says.
    pub fn before_counting(&self, date: NaiveDate, n: u32, counting: Counting) -> NaiveDate {
        match counting {
            Counting::Ordinary => self.before(date, n),
            Counting::ClearDays => self.before(date, n.saturating_add(1)),
        }
    }

    /// Adds `n` working days: the last day for what is due "within `n` working
    /// days after" `date`. With 0 it is `date` itself, worked or not.
    pub fn after(&self, date: NaiveDate, n: u32) -> NaiveDate {
        self.count(date, n, |day| day.succ_opt())
    }

    /// The day itself when it is worked, otherwise the next one that is.
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        if self.is_working(date) { date } else { self.after(date, 1) }
    }

    /// How many whole working days lie between two days, neither counted; 0
    /// when `to` is not later than `from`.
    pub fn clear_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let inner = from.iter_days().skip(1).take_while(|day| *day < to);
        inner.filter(|day| self.is_working(*day)).count()
    }

    fn count(&self, date: NaiveDate, n: u32, step: impl Fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
        let mut day = date;
        let mut left = n;
        while left > 0 {
            let Some(next) = step(&day) else { break };
            day = next;
            left -= u32::from(self.is_working(day));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, MapDeserializer, StrDeserializer};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn row(date: &str, kind: HolidayKind) -> Holiday {
        Holiday {
            date: day(date),
            name: "Ngày thử".to_owned(),
            kind,
            source: "Thông báo".to_owned(),
            provisional: false,
        }
    }

    /// The end of 2026 as it was decided: Culture Day, and a swap before 2 September.
    fn year_2026() -> WorkingDays {
        WorkingDays::new(&[
            row("2026-11-24", HolidayKind::Holiday),
            row("2026-08-31", HolidayKind::SwapOff),
            row("2026-08-22", HolidayKind::SwapWork),
            row("2026-09-01", HolidayKind::Holiday),
            row("2026-09-02", HolidayKind::Holiday),
        ])
    }

    #[test]
    fn invitations_leave_three_working_days_before_the_meeting() {
        let days = year_2026();
        assert_eq!(days.before(day("2026-11-30"), 3), day("2026-11-25"));
        let over_culture_day = days.before(day("2026-11-27"), 3);
        assert_eq!(over_culture_day, day("2026-11-23"));
    }

    #[test]
    fn conclusions_are_due_within_five_working_days() {
        let days = year_2026();
        assert_eq!(days.after(day("2026-11-30"), 5), day("2026-12-07"));
        assert_eq!(days.after(day("2026-12-01"), 5), day("2026-12-08"));
    }

    #[test]
    fn clear_days_ask_for_one_day_more() {
        let days = year_2026();
        let monday = day("2026-11-30");
        let ordinary = days.before_counting(monday, 3, Counting::Ordinary);
        let strict = days.before_counting(monday, 3, Counting::ClearDays);
        assert_eq!(ordinary, day("2026-11-25"));
        assert_eq!(strict, day("2026-11-23"));
        assert_eq!(days.clear_days_between(strict, monday), 3);
        assert_eq!(days.clear_days_between(monday, strict), 0);
    }

    #[test]
    fn a_swapped_saturday_is_worked_and_its_monday_is_not() {
        let days = year_2026();
        assert!(days.is_working(day("2026-08-22")));
        assert_eq!(days.holiday_on(day("2026-08-22")), None);
        let worked = days.exception_on(day("2026-08-22")).map(|row| row.kind);
        assert_eq!(worked, Some(HolidayKind::SwapWork));
        assert!(!days.is_working(day("2026-08-29")));
        assert!(!days.is_working(day("2026-08-31")));
        assert_eq!(days.after(day("2026-08-21"), 1), day("2026-08-22"));
        assert_eq!(days.after(day("2026-08-28"), 1), day("2026-09-03"));
        assert_eq!(days.before(day("2026-08-24"), 1), day("2026-08-22"));
    }

    #[test]
    fn citizen_reception_moves_to_the_next_working_day() {
        let days = year_2026();
        assert_eq!(days.on_or_after(day("2026-11-24")), day("2026-11-25"));
        assert_eq!(days.on_or_after(day("2026-11-28")), day("2026-11-30"));
        assert_eq!(days.on_or_after(day("2026-11-30")), day("2026-11-30"));
    }

    #[test]
    fn a_day_listed_twice_stays_off() {
        let off_last = [row("2026-08-22", HolidayKind::SwapWork), row("2026-08-22", HolidayKind::Holiday)];
        let days = WorkingDays::new(&off_last);
        assert!(!days.is_working(day("2026-08-22")));
        let found = days.holiday_on(day("2026-08-22")).map(|row| row.kind);
        assert_eq!(found, Some(HolidayKind::Holiday));
        assert_eq!(days.holiday_on(day("2026-08-23")), None);
    }

    #[test]
    fn counting_stops_at_the_end_of_counted_time() {
        let days = WorkingDays::default();
        assert_eq!(days.after(NaiveDate::MAX, 3), NaiveDate::MAX);
        assert_eq!(days.before(NaiveDate::MIN, 3), NaiveDate::MIN);
        assert_eq!(days.after(day("2026-11-28"), 0), day("2026-11-28"));
    }

    #[test]
    fn a_row_of_the_demo_is_read_and_is_final_unless_it_says_otherwise() {
        let fields = [
            ("date", "2027-05-03"),
            ("name", "Nghỉ bù Ngày Quốc tế lao động"),
            ("kind", "nghi_bu"),
            ("source", "Điều 111 khoản 3"),
        ];
        let wire = MapDeserializer::<_, Error>::new(fields.into_iter());
        let read = Holiday::deserialize(wire).unwrap();
        assert_eq!(read.kind, HolidayKind::MakeUp);
        for kind in HolidayKind::ALL {
            let wire: StrDeserializer<'_, Error> = kind.code().into_deserializer();
            assert_eq!(HolidayKind::deserialize(wire), Ok(kind));
            assert_eq!(HolidayKind::of_code(kind.code()), Some(kind));
        }
        assert_eq!(read.date, day("2027-05-03"));
        assert!(!read.provisional);
    }

    fn some_table() -> impl Strategy<Value = WorkingDays> {
        let kind = prop::sample::select(HolidayKind::ALL.to_vec());
        let row = (0..120_u64, kind).prop_map(|(after, kind)| Holiday {
            date: day("2026-10-01") + chrono::Days::new(after),
            ..row("2026-10-01", kind)
        });
        prop::collection::vec(row, 0..30).prop_map(|rows| WorkingDays::new(&rows))
    }

    proptest! {
        #[test]
        fn counted_days_are_worked_and_whole_days_lie_between(
            days in some_table(), offset in 0..120_u64, n in 1..15_u32,
        ) {
            let date = day("2026-10-01") + chrono::Days::new(offset);
            let (before, after) = (days.before(date, n), days.after(date, n));
            prop_assert!(days.is_working(before) && days.is_working(after));
            prop_assert_eq!(days.clear_days_between(before, date) as u32, n - 1);
            prop_assert_eq!(days.clear_days_between(date, after) as u32, n - 1);
            if days.is_working(date) {
                prop_assert_eq!(days.after(before, n), date);
                prop_assert_eq!(days.before(after, n), date);
            }
        }

        #[test]
        fn the_order_of_the_table_does_not_matter(
            kinds in prop::collection::vec(prop::sample::select(HolidayKind::ALL.to_vec()), 1..4),
        ) {
            let rows: Vec<_> = kinds.iter().map(|kind| row("2026-11-24", *kind)).collect();
            let turned: Vec<_> = rows.iter().rev().cloned().collect();
            prop_assert_eq!(WorkingDays::new(&rows), WorkingDays::new(&turned));
        }
    }
}
