//! What is answered: who comes with which title, who is to come instead and why, or why
//! nobody comes.

use super::{AnswerStep, Who};
use crate::access::Instead;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How many people one answer can name.
pub const COMING: usize = 20;

/// Somebody who comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// Full name.
    pub name: String,
    /// Title.
    pub title: String,
}

/// The names and titles in one line.
pub fn coming_text(coming: &[Coming]) -> String {
    joined(coming, "; ")
}

fn joined(coming: &[Coming], between: &str) -> String {
    coming.iter().map(|one| format!("{}, {}", one.name, one.title)).collect::<Vec<_>>().join(between)
}

/// An answer or a decision, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Which.
    pub step: AnswerStep,
    /// Who comes, or is to come instead.
    pub coming: Vec<Coming>,
    /// The reason, or empty.
    pub reason: String,
    /// The name of who gave it, as it was then.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The issue of the letter that it answers; 0 when there was none.
    pub issue: u32,
    /// The absent chair for whom it was decided.
    #[serde(default)]
    pub instead: Option<Instead>,
}

/// The form of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerDraft {
    /// One line for each who comes: name, comma, title.
    pub coming: String,
    /// The reason.
    pub reason: String,
}

impl AnswerDraft {
    /// The form of an answer that was given.
    pub fn of(answered: &Answered) -> Self {
        Self { coming: joined(&answered.coming, "\n"), reason: answered.reason.clone() }
    }

    /// Checks what was typed for a step: a unit says who comes, a deputy has a name.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, step: AnswerStep, who: &Who) -> Result<(Vec<Coming>, String), Vec<Issue>> {
        let mut issues = Issues::default();
        let (asks, owes) = match step {
            AnswerStep::Confirm => (true, matches!(who, Who::Unit(_))),
            AnswerStep::AskDeputy => (true, true),
            _ => (false, false),
        };
        let mut coming = Vec::new();
        if asks {
            coming = issues.take("coming", people(&self.coming));
            if owes && coming.is_empty() && issues.is_clean("coming") {
                issues.note("coming", Problem::Required);
            }
        }
        let reason = if step.needs_reason() {
            issues.needed_line("reason", &self.reason, text::LINE)
        } else {
            issues.take("reason", text::line(&self.reason, text::LINE))
        };
        issues.or((coming, reason))
    }
}

fn people(typed: &str) -> Result<Vec<Coming>, Problem> {
    let typed = text::paragraph(typed, text::PARAGRAPH)?;
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > COMING {
        return Err(Problem::TooManyPeople { max: COMING as u32 });
    }
    let mut coming = Vec::new();
    for line in lines {
        let (name, title) = line.split_once(',').map(|(n, t)| (n.trim(), t.trim())).unwrap_or_default();
        if name.is_empty() || title.is_empty() {
            return Err(Problem::NoTitle { line: line.chars().take(60).collect() });
        }
        coming.push(Coming { name: text::line(name, 200)?, title: text::line(title, 200)? });
    }
    Ok(coming)
}
