//! Days, hours and choices as they are typed.

use crate::calendar::{is_supported, spoken};
use crate::refusal::Problem;
use crate::text::Issues;
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike as _, Utc};

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

/// The end of an entry, which cannot lie on the next day: "24h" is an hour of nothing, but it
/// is known what was meant.
pub(super) fn end(typed: &str) -> Result<Option<NaiveTime>, Problem> {
    let from_midnight = || spoken::parse_time(&format!("00{}", typed.trim().strip_prefix("24")?));
    time(typed).map_err(|problem| if from_midnight().is_some() { Problem::EndsNextDay } else { problem })
}

/// Why an hour is no end for this start: before it, or meant after midnight, as "22h-1h" is.
pub(super) fn too_early(start: NaiveTime, end: NaiveTime) -> Problem {
    let at_night = start.hour() >= 18 && (end.hour() < 6 || (end.hour(), end.minute()) == (6, 0));
    if end == NaiveTime::MIN || at_night { Problem::EndsNextDay } else { Problem::EndBeforeStart }
}

/// A moment as browsers send it: `2026-12-01T09:30` on the clocks of Vietnam.
pub(super) fn moment(typed: &str) -> Result<Option<DateTime<Utc>>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (date, at) = typed.split_once(['T', ' ']).ok_or(Problem::NotATime)?;
    let date = day(date)?;
    let at = spoken::parse_time(at).ok_or(Problem::NotATime)?;
    let local = date.and_time(at).and_local_timezone(vietnam()).single().ok_or(Problem::NotATime)?;
    Ok(Some(local.to_utc()))
}

/// The same way back.
pub(super) fn local_moment(at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&vietnam()).naive_local();
    format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute())
}
