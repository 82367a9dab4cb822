//! What a unit is asked about an item, and what it answers, by a day.

use crate::access::optional_id;
use crate::calendar::spoken;
use crate::id::{ItemId, OpinionId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What a unit answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Whether it agrees.
    pub agrees: bool,
    /// What it says.
    pub text: String,
    /// The name of who answered.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A question to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Number of the row.
    pub id: OpinionId,
    /// The item.
    pub item: ItemId,
    /// What the item is about.
    pub content: String,
    /// The unit that is asked.
    pub unit: UnitId,
    /// Its name in schedules.
    pub unit_name: String,
    /// What it is asked.
    pub question: String,
    /// The last day for an answer.
    pub due: NaiveDate,
    /// Who asked.
    pub by: String,
    /// The answer, when there is one.
    pub reply: Option<Reply>,
}

impl Asked {
    /// Whether the day is over without an answer.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.reply.is_none() && today > self.due
    }
}

/// The form of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpinionDraft {
    /// Number of the unit.
    pub unit: String,
    /// What it is asked.
    pub question: String,
    /// `2026-12-08`.
    pub due: String,
}

impl OpinionDraft {
    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        units: &[(UnitId, String)],
        today: NaiveDate,
    ) -> Result<(UnitId, String, NaiveDate), Vec<Issue>> {
        let mut issues = Issues::default();
        let unit = issues.take("unit", optional_id(&self.unit)).map(UnitId);
        match unit {
            None => issues.note("unit", Problem::Required),
            Some(id) if !units.iter().any(|(known, _)| *known == id) => {
                issues.note("unit", Problem::Unknown);
            }
            Some(_) => {}
        }
        let question = issues.needed_line("question", &self.question, text::LINE);
        let due = match spoken::parse_date(&self.due) {
            Some(day) if day < today => Err(Problem::Past),
            Some(day) => Ok(day),
            None if self.due.trim().is_empty() => Err(Problem::Required),
            None => Err(Problem::NotADate),
        };
        let due = issues.take("due", due.map(Some));
        issues.or((unit.unwrap_or(UnitId(0)), question, due.unwrap_or(today)))
    }
}
