//! Days, hours and choices as they are typed.

use crate::calendar::{is_supported, spoken};
use crate::refusal::Problem;
use crate::text::Issues;
use chrono::{NaiveDate, NaiveTime};

pub(super) fn choice<T>(
    issues: &mut Issues,
    field: &str,
    code: &str,
    read: impl Fn(&str) -> Option<T>,
    fallback: T,
) -> T {
    read(code).unwrap_or_else(|| {
        let problem = if code.is_empty() { Problem::Required } else { Problem::Unknown };
        issues.note(field, problem);
        fallback
    })
}

pub(super) fn day(typed: &str) -> Result<NaiveDate, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    let day = spoken::parse_date(typed).ok_or(Problem::NotADate)?;
    if is_supported(day) { Ok(day) } else { Err(Problem::DateOutOfRange) }
}

pub(super) fn time(typed: &str) -> Result<Option<NaiveTime>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    spoken::parse_time(typed).map(Some).ok_or(Problem::NotATime)
}
