//! Units and persons to choose from in a form, in this room and in others.

use crate::visit::use_today;
use chrono::NaiveDate;
use domain::people::{Person, Span, Unit};

/// Whether the last day has passed.
pub fn has_ended(valid: Span, today: NaiveDate) -> bool {
    valid.to.is_some_and(|to| to < today)
}

/// Units to choose from: those that exist today, and the chosen one.
pub fn unit_choices(units: &[Unit], chosen: &str) -> Vec<(String, String)> {
    let today = use_today();
    units
        .iter()
        .filter(|u| !has_ended(u.valid, today) || u.id.to_string() == chosen)
        .map(|u| (u.id.to_string(), u.name.clone()))
        .collect()
}

/// Persons to choose from: those who work here today and fit, and the chosen one.
pub fn person_choices(
    persons: &[Person],
    chosen: &str,
    fits: impl Fn(&Person) -> bool,
) -> Vec<(String, String)> {
    let today = use_today();
    persons
        .iter()
        .filter(|p| (fits(p) && !has_ended(p.valid, today)) || p.id.to_string() == chosen)
        .map(|p| {
            let name = if p.title.is_empty() { p.name.clone() } else { format!("{}, {}", p.name, p.title) };
            (p.id.to_string(), name)
        })
        .collect()
}
