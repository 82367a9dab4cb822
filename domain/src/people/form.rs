//! What the forms of units, persons and positions have in common.

use super::{Span, Unit};
use crate::access::optional_id;
use crate::calendar::spoken;
use crate::id::UnitId;
use crate::refusal::Problem;
use crate::text::Issues;
use chrono::NaiveDate;

pub(super) fn known_unit(issues: &mut Issues, typed: &str, units: &[Unit]) -> Option<UnitId> {
    let unit = issues.take("unit", optional_id(typed)).map(UnitId);
    if unit.is_some_and(|id| !units.iter().any(|u| u.id == id)) {
        issues.note("unit", Problem::Unknown);
    }
    unit
}

pub(crate) fn span(issues: &mut Issues, from: &str, to: &str) -> Span {
    let valid =
        Span { from: issues.take("from", optional_day(from)), to: issues.take("to", optional_day(to)) };
    if let (Some(first), Some(last)) = (valid.from, valid.to)
        && last < first
    {
        issues.note("to", Problem::EndBeforeStart);
    }
    valid
}

fn optional_day(typed: &str) -> Result<Option<NaiveDate>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    spoken::parse_date(typed).map(Some).ok_or(Problem::NotADate)
}

pub(crate) fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}
