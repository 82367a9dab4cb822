//! The form of an item, on an agenda or in a backlog.

use super::{Item, ItemKind, Offer};
use crate::access::optional_id;
use crate::id::{PersonId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How long one item may take, in minutes.
pub const ITEM_MINUTES: RangeInclusive<u32> = 1..=480;

/// What an item is; a checked [`ItemDraft`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPlan {
    /// What it is about.
    pub content: String,
    /// The heading that it stands under, or empty.
    pub section: String,
    /// What it is for.
    pub kind: ItemKind,
    /// How long it takes.
    pub minutes: u32,
    /// The unit that presents it.
    pub unit: Option<UnitId>,
    /// Who presents it.
    pub person: Option<PersonId>,
}

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemDraft {
    /// What it is about.
    pub content: String,
    /// Heading.
    pub section: String,
    /// Kind code.
    pub item_kind: String,
    /// Length in minutes.
    pub minutes: String,
    /// Number of the presenting unit, or empty.
    pub presenter_unit: String,
    /// Number of the presenting person, or empty.
    pub presenter: String,
}

impl ItemDraft {
    /// The form of an item as it is.
    pub fn of(item: &Item) -> Self {
        Self::planned(&item.plan)
    }

    /// The form of a plan.
    pub fn planned(plan: &ItemPlan) -> Self {
        Self {
            content: plan.content.clone(),
            section: plan.section.clone(),
            item_kind: plan.kind.code().to_owned(),
            minutes: plan.minutes.to_string(),
            presenter_unit: plan.unit.map(|u| u.to_string()).unwrap_or_default(),
            presenter: plan.person.map(|p| p.to_string()).unwrap_or_default(),
        }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, offer: &Offer) -> Result<ItemPlan, Vec<Issue>> {
        let mut issues = Issues::default();
        let kind = issues.chosen("item_kind", &self.item_kind, ItemKind::of_code(&self.item_kind));
        let unit = issues.take("presenter_unit", optional_id(&self.presenter_unit)).map(UnitId);
        if unit.is_some_and(|id| !offer.units.iter().any(|(known, _)| *known == id)) {
            issues.note("presenter_unit", Problem::Unknown);
        }
        let person = issues.take("presenter", optional_id(&self.presenter)).map(PersonId);
        if person.is_some_and(|id| !offer.persons.iter().any(|(known, _)| *known == id)) {
            issues.note("presenter", Problem::Unknown);
        }
        let plan = ItemPlan {
            content: issues.needed_line("content", &self.content, text::LINE),
            section: issues.take("section", text::line(&self.section, 200)),
            kind: kind.unwrap_or_default(),
            minutes: issues.take("minutes", text::number(&self.minutes, ITEM_MINUTES)),
            unit,
            person,
        };
        issues.or(plan)
    }
}
