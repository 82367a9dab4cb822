//! Working days: the ground of every deadline that the law counts in them.
//!
//! Monday to Friday, except the days of an editable table: holidays, days made
//! up for them, and swaps, where a Saturday is worked for a day off. The table
//! is given by the caller, with the source of each row; nothing is built in,
//! because holidays are decided anew each year.

#[cfg(test)]
mod tests;

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

impl Counting {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Ordinary, Self::ClearDays];

    /// The code name in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::ClearDays => "clear_days",
        }
    }

    /// The way of this code name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counting| counting.code() == code)
    }

    /// Its name on a screen.
    pub fn word(self) -> Word {
        match self {
            Self::Ordinary => Word::new(
                "Lùi đủ số ngày làm việc kể từ ngày họp",
                "So many working days back from the day of the meeting",
            ),
            Self::ClearDays => Word::new(
                "Đủ số ngày làm việc trọn vẹn ở giữa hai ngày",
                "So many whole working days between the two days",
            ),
        }
    }
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
