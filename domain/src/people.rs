//! Units, persons, and the posts that persons hold from one day to another.
//!
//! A post is separate from its holder: a [`Position`] is one holder's time in
//! a post. Nothing is deleted; things end, and what was published under them
//! keeps the names it was published with. Sign-in lives in `access`.

mod form;
mod person;
mod position;
mod unit;

#[cfg(test)]
mod tests;

pub(crate) use form::{day_text, span};
pub use person::{Person, PersonDraft, Service};
pub use position::{Position, PositionDraft, Serving};
pub use unit::{Unit, UnitDraft, UnitKind};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days on which something is valid; open at either end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day, included.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Whether `day` lies in the span.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the span shares a day with `first..=last`.
    pub fn meets(&self, first: NaiveDate, last: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
    }
}
