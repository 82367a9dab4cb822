//! The form of a line of material.

use super::{Access, Material, PaperKind};
use crate::access::optional_id;
use crate::calendar::spoken;
use crate::id::{ItemId, UnitId};
use crate::meeting::Item;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// What is owed; a checked [`MaterialDraft`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialPlan {
    /// What it is called.
    pub title: String,
    /// The kind of document.
    pub kind: PaperKind,
    /// The unit that owes it.
    pub unit: UnitId,
    /// Until when it is in time.
    pub due: Option<DateTime<Utc>>,
    /// Whom it is for.
    pub access: Access,
    /// What the unit is to know, or empty.
    pub note: String,
}

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MaterialDraft {
    /// Number of the item, or empty for the meeting as a whole.
    pub item: String,
    /// Title.
    pub title: String,
    /// Kind code.
    pub kind: String,
    /// Number of the unit.
    pub unit: String,
    /// `2026-12-08`, or empty.
    pub due_date: String,
    /// `17:00`.
    pub due_time: String,
    /// Access code.
    pub access: String,
    /// Note.
    pub note: String,
}

impl MaterialDraft {
    /// The form of a line as it is.
    pub fn of(material: &Material) -> Self {
        let plan = &material.plan;
        Self {
            item: material.item.map(|item| item.to_string()).unwrap_or_default(),
            title: plan.title.clone(),
            kind: plan.kind.code().to_owned(),
            unit: plan.unit.to_string(),
            access: plan.access.code().to_owned(),
            note: plan.note.clone(),
            ..Self::due(plan.due)
        }
    }

    /// An empty form that is due at this time.
    pub fn due(due: Option<DateTime<Utc>>) -> Self {
        let local = due.map(|due| due.with_timezone(&vietnam()).naive_local());
        Self {
            due_date: local.map(|at| at.date().to_string()).unwrap_or_default(),
            due_time: local.map(|at| spoken::time(at.time())).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        units: &[(UnitId, String)],
        agenda: &[Item],
    ) -> Result<(Option<ItemId>, MaterialPlan), Vec<Issue>> {
        let mut issues = Issues::default();
        let item = issues.take("material_item", optional_id(&self.item)).map(ItemId);
        if item.is_some_and(|id| !agenda.iter().any(|item| item.id == id)) {
            issues.note("material_item", Problem::Unknown);
        }
        let kind = issues.chosen("paper_kind", &self.kind, PaperKind::of_code(&self.kind));
        let access = issues.chosen("access", &self.access, Access::of_code(&self.access));
        let unit = issues.take("owed_by", optional_id(&self.unit)).map(UnitId);
        match unit {
            None if issues.is_clean("owed_by") => issues.note("owed_by", Problem::Required),
            Some(id) if !units.iter().any(|(known, _)| *known == id) => {
                issues.note("owed_by", Problem::Unknown);
            }
            _ => {}
        }
        let plan = MaterialPlan {
            title: issues.needed_line("material_title", &self.title, text::LINE),
            kind: kind.unwrap_or_default(),
            unit: unit.unwrap_or(UnitId(0)),
            due: self.due_at(&mut issues),
            access: access.unwrap_or_default(),
            note: issues.take("material_note", text::line(&self.note, text::LINE)),
        };
        issues.or((item, plan))
    }

    /// Until when, on the clocks of Vietnam; a day without an hour ends at five.
    fn due_at(&self, issues: &mut Issues) -> Option<DateTime<Utc>> {
        let day = match (self.due_date.trim(), spoken::parse_date(&self.due_date)) {
            ("", _) => return None,
            (_, None) => {
                issues.note("due_date", Problem::NotADate);
                return None;
            }
            (_, Some(day)) => day,
        };
        let time = match (self.due_time.trim(), spoken::parse_time(&self.due_time)) {
            ("", _) => end_of_work(),
            (_, Some(time)) => time,
            (_, None) => {
                issues.note("due_time", Problem::NotATime);
                return None;
            }
        };
        instant(day, time)
    }
}

/// A time on the clocks of Vietnam.
pub(super) fn instant(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    day.and_time(time).and_local_timezone(vietnam()).single().map(|at| at.to_utc())
}

/// Five o'clock in the afternoon.
pub(super) fn end_of_work() -> NaiveTime {
    NaiveTime::from_hms_opt(17, 0, 0).unwrap_or_default()
}
