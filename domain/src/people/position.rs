//! Posts and their holders, and which secretary serves which of them.
//!
//! A post has one holder at a time; a new holder is a new row with the same
//! name in addresses.

use super::form::{day_text, known_unit, span};
use super::{Person, Span, Unit};
use crate::access::optional_id;
use crate::id::{PersonId, PositionId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One holder's time in a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Number of the row.
    pub id: PositionId,
    /// The post's name in addresses (`ct`, `pcttt`); its holders share it.
    pub slug: String,
    /// Full title ("Chủ tịch Ủy ban nhân dân tỉnh").
    pub title: String,
    /// Title in schedules ("Chủ tịch").
    pub short_title: String,
    /// Who holds it.
    pub person: PersonId,
    /// The holder's name.
    pub person_name: String,
    /// The unit of the post.
    pub unit: UnitId,
    /// Order of precedence, 1 first.
    pub precedence: i32,
    /// Fields in charge, separated by `;`.
    pub portfolio: String,
    /// Whether the post has a column in the weekly schedule.
    pub has_calendar: bool,
    /// The leader of the Office who serves this post.
    pub office_leader: Option<PersonId>,
    /// Who acts when the holder is away.
    pub acting: Option<PositionId>,
    /// First and last day.
    pub valid: Span,
    /// Raised by each save.
    pub version: i32,
}

impl Position {
    /// "Chủ tịch Đặng Hữu Khiêm".
    pub fn titled(&self) -> String {
        format!("{} {}", self.short_title, self.person_name)
    }
}

/// Which secretary serves which leader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Serving {
    /// The secretary.
    pub secretary: PersonId,
    /// The secretary's name.
    pub secretary_name: String,
    /// The secretary's work telephone or empty.
    pub secretary_phone: String,
    /// The leader served.
    pub position: PositionId,
}

/// A form for a position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PositionDraft {
    /// The post's name in addresses.
    pub slug: String,
    /// Full title.
    pub title: String,
    /// Title in schedules.
    pub short_title: String,
    /// Number of the holder.
    pub person: String,
    /// Number of the unit.
    pub unit: String,
    /// Order of precedence.
    pub precedence: String,
    /// Portfolio.
    pub portfolio: String,
    /// "on" when the post has a calendar.
    pub has_calendar: String,
    /// Number of the Office leader or empty.
    pub office_leader: String,
    /// Number of the position that acts, or empty.
    pub acting: String,
    /// First day or empty.
    pub from: String,
    /// Last day or empty.
    pub to: String,
}

impl PositionDraft {
    /// The form of a position as it is.
    pub fn of(position: &Position) -> Self {
        Self {
            slug: position.slug.clone(),
            title: position.title.clone(),
            short_title: position.short_title.clone(),
            person: position.person.to_string(),
            unit: position.unit.to_string(),
            precedence: position.precedence.to_string(),
            portfolio: position.portfolio.clone(),
            has_calendar: if position.has_calendar { "on" } else { "" }.to_owned(),
            office_leader: position.office_leader.map(|p| p.to_string()).unwrap_or_default(),
            acting: position.acting.map(|p| p.to_string()).unwrap_or_default(),
            from: day_text(position.valid.from),
            to: day_text(position.valid.to),
        }
    }

    /// Checks what was typed. Two holders of one post may not overlap.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        id: Option<PositionId>,
        persons: &[Person],
        units: &[Unit],
        positions: &[Position],
    ) -> Result<Position, Vec<Issue>> {
        let mut issues = Issues::default();
        let slug = issues.needed_line("slug", &self.slug, 40);
        if !slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            issues.note("slug", Problem::Unknown);
        }
        let title = issues.needed_line("title", &self.title, 200);
        let short_title = issues.needed_line("short_title", &self.short_title, 60);
        let holder = issues.take("person", optional_id(&self.person)).map(PersonId);
        let person = persons.iter().find(|p| Some(p.id) == holder);
        if self.person.trim().is_empty() {
            issues.note("person", Problem::Required);
        } else if holder.is_some() && person.is_none() {
            issues.note("person", Problem::Unknown);
        }
        let unit = known_unit(&mut issues, &self.unit, units);
        if unit.is_none() && self.unit.trim().is_empty() {
            issues.note("unit", Problem::Required);
        }
        let precedence = self.precedence.trim().parse::<i32>().ok().filter(|p| (1..1000).contains(p));
        if self.precedence.trim().is_empty() {
            issues.note("precedence", Problem::Required);
        } else if precedence.is_none() {
            issues.note("precedence", Problem::Unknown);
        }
        let portfolio = issues.take("portfolio", text::paragraph(&self.portfolio, 1000));
        let office_leader = issues.take("office_leader", optional_id(&self.office_leader)).map(PersonId);
        if office_leader.is_some_and(|o| !persons.iter().any(|p| p.id == o)) {
            issues.note("office_leader", Problem::Unknown);
        }
        let acting = issues.take("acting", optional_id(&self.acting)).map(PositionId);
        if acting.is_some_and(|a| !positions.iter().any(|p| p.id == a)) {
            issues.note("acting", Problem::Unknown);
        } else if acting.is_some() && acting == id {
            issues.note("acting", Problem::SubstituteForSelf);
        }
        let valid = span(&mut issues, &self.from, &self.to);
        let far = (NaiveDate::MIN, NaiveDate::MAX);
        let (first, last) = (valid.from.unwrap_or(far.0), valid.to.unwrap_or(far.1));
        let overlapping =
            positions.iter().any(|p| Some(p.id) != id && p.slug == slug && p.valid.meets(first, last));
        if overlapping {
            issues.note("from", Problem::Taken);
        }
        issues.or(Position {
            id: id.unwrap_or(PositionId(0)),
            slug,
            title,
            short_title,
            person: holder.unwrap_or(PersonId(0)),
            person_name: person.map(|p| p.name.clone()).unwrap_or_default(),
            unit: unit.unwrap_or(UnitId(0)),
            precedence: precedence.unwrap_or(0),
            portfolio,
            has_calendar: !self.has_calendar.is_empty(),
            office_leader,
            acting,
            valid,
            version: 0,
        })
    }
}
