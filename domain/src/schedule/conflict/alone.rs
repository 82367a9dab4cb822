//! What an entry meets in the calendar and in the portfolios, whatever else
//! happens that day.

#[cfg(test)]
mod tests;

use super::{Conflict, ConflictKind, Severity};
use crate::calendar::hours::SessionPart;
use crate::calendar::working_day::WorkingDays;
use crate::people::Position;
use crate::schedule::choice::{EntryKind, LeaderRole};
use crate::schedule::directory::Directory;
use crate::schedule::entry::Plan;
use crate::text::plain;
use chrono::{NaiveTime, TimeDelta};

/// Adds the conflicts of an entry with hours, days, the rule of citizen
/// reception and portfolios.
pub(super) fn check(plan: &Plan, directory: &Directory, found: &mut Vec<Conflict>) {
    let mut add = |severity, kind| {
        let with = None;
        found.push(Conflict { severity, kind, with });
    };
    if !plan.kind.is_any_time()
        && let Some(kind) = day(plan, directory).or_else(|| hours(plan, directory))
    {
        add(Severity::Warn, kind);
    }
    let delegated = plan.attending.iter().any(|a| a.in_place_of.is_some());
    if plan.kind == EntryKind::CitizenReception && delegated {
        add(Severity::Reason, ConflictKind::ReceptionDelegated);
    }
    if let Some(name) = other_portfolio(plan, directory) {
        add(Severity::Note, ConflictKind::Portfolio { name });
    }
}

fn day(plan: &Plan, directory: &Directory) -> Option<ConflictKind> {
    let days = WorkingDays::new(&directory.holidays);
    if let Some(holiday) = days.holiday_on(plan.date) {
        let name = holiday.name.clone();
        Some(ConflictKind::Holiday { name })
    } else {
        (!days.is_working(plan.date)).then_some(ConflictKind::DayOff)
    }
}

fn hours(plan: &Plan, directory: &Directory) -> Option<ConflictKind> {
    let hours = directory.hours_on(plan.date);
    let (start, end) = match plan.start {
        // Nobody said how long it lasts, so only its beginning is judged.
        Some(start) => (start, plan.end.unwrap_or_else(|| a_minute_after(start))),
        None if plan.part == SessionPart::Evening => plan.part.bounds(&hours),
        None => return None,
    };
    if hours.cover(start, end) {
        return None;
    }
    let (from, to) = (hours.morning.0, hours.afternoon.1);
    if from <= start && start <= end && end <= to {
        let (from, to) = (hours.morning.1, hours.afternoon.0);
        Some(ConflictKind::NoonPause { from, to })
    } else {
        Some(ConflictKind::OutsideHours { from, to })
    }
}

fn a_minute_after(time: NaiveTime) -> NaiveTime {
    time.overflowing_add_signed(TimeDelta::minutes(1)).0
}

/// The leader whose portfolio names the preparing department, when somebody
/// else chairs. The head of the committee may chair everything.
fn other_portfolio(plan: &Plan, directory: &Directory) -> Option<String> {
    let chair = plan.attending.iter().find(|a| a.role == LeaderRole::Chair)?;
    let chair = directory.leader(chair.position)?;
    let head = directory.leaders.iter().map(|l| l.precedence).min()?;
    if chair.precedence == head {
        return None;
    }
    let unit = directory.unit(plan.preparing_unit?)?;
    let field = plain(unit.name.strip_prefix("Sở ")?);
    let looks_after = |portfolio: &str| {
        let portfolio = plain(portfolio);
        field.split(" va ").flat_map(|f| f.split(", ")).any(|f| portfolio.contains(f.trim()))
    };
    if looks_after(&chair.portfolio) {
        return None;
    }
    directory
        .leaders
        .iter()
        .find(|l| l.precedence != head && l.id != chair.id && looks_after(&l.portfolio))
        .map(Position::titled)
}
