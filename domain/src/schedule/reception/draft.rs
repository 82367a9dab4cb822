//! The form of the rules of reception: a row for each leader.

use super::{ReceptionRule, ReceptionRules};
use crate::people::Position;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::Weekday;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is typed for one post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RowDraft {
    /// A number; empty asks nothing.
    pub per_month: String,
    /// "1" to "4", "0" for the last one, or empty when no day is announced.
    pub nth: String,
    /// "1" for Monday to "7".
    pub weekday: String,
}

/// The form of [`ReceptionRules`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceptionDraft {
    /// The law or decision.
    pub basis: String,
    /// Rows by the post's name in addresses.
    pub rows: BTreeMap<String, RowDraft>,
}

impl ReceptionDraft {
    /// The form of the rules as they are.
    pub fn of(rules: &ReceptionRules) -> Self {
        let row = |rule: &ReceptionRule| RowDraft {
            per_month: rule.per_month.to_string(),
            nth: rule.announced.map(|(nth, _)| nth.to_string()).unwrap_or_default(),
            weekday: rule.announced.map(|(_, on)| on.number_from_monday().to_string()).unwrap_or_default(),
        };
        let rows = rules.rules.iter().map(|rule| (rule.post.clone(), row(rule)));
        Self { basis: rules.basis.clone(), rows: rows.collect() }
    }

    /// Checks what somebody typed. The fields of a row are `per_month.ct`, `nth.ct` and
    /// `weekday.ct`.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, leaders: &[Position]) -> Result<ReceptionRules, Vec<Issue>> {
        let mut issues = Issues::default();
        let basis = issues.needed_line("basis", &self.basis, text::LINE);
        let mut rules = Vec::new();
        for (post, row) in &self.rows {
            let field = |name: &str| format!("{name}.{post}");
            if !leaders.iter().any(|leader| leader.slug == *post) {
                issues.note(&field("per_month"), Problem::Unknown);
            }
            let per_month = match row.per_month.trim() {
                "" => 0,
                typed => issues.take(&field("per_month"), text::number(typed, 0..=4)),
            };
            let announced = match row.nth.trim() {
                "" => None,
                typed => {
                    let nth = issues.take(&field("nth"), text::number(typed, 0..=4));
                    let on = weekday(&row.weekday);
                    if on.is_none() {
                        issues.note(&field("weekday"), Problem::Required);
                    }
                    on.zip(u8::try_from(nth).ok()).map(|(on, nth)| (nth, on))
                }
            };
            if per_month > 0 {
                rules.push(ReceptionRule { post: post.clone(), per_month, announced });
            }
        }
        issues.or(ReceptionRules { rules, basis, version: 0 })
    }
}

fn weekday(typed: &str) -> Option<Weekday> {
    let number: u8 = typed.trim().parse().ok()?;
    Weekday::try_from(number.checked_sub(1)?).ok()
}
