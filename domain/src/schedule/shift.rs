//! Where an entry stands on the board, and what becomes of its plan when it is
//! taken to another place there: another day, part of the day, or leader.
//!
//! It judges nothing; the plan that comes out goes through `conflicts` like any
//! other, in the browser and in the transaction.

use super::choice::LeaderRole;
use super::entry::{Attending, Plan};
use crate::calendar::hours::{SessionPart, WorkingHours};
use crate::id::PositionId;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::fmt;

#[cfg(test)]
mod tests;

/// A place on the board: a lane of a day in the column of a leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The day.
    pub date: NaiveDate,
    /// The lane.
    pub part: SessionPart,
    /// The column; `None` is that of entries without a leader.
    pub leader: Option<PositionId>,
}

/// As it is written in addresses: `2026-12-01.morning.3`, without a leader
/// `2026-12-01.morning`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.date, self.part.code())?;
        self.leader.map_or(Ok(()), |leader| write!(f, ".{leader}"))
    }
}

impl Place {
    /// Reads what [`fmt::Display`] writes; `None` when it is no place.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let mut words = code.split('.');
        let date = words.next()?.parse().ok()?;
        let part = words.next().and_then(SessionPart::of_code)?;
        let leader = match words.next() {
            Some(id) => Some(id.parse().ok()?),
            None => None,
        };
        words.next().is_none().then_some(Self { date, part, leader })
    }
}

impl Plan {
    /// The plan after it was taken from the column `from` to a place. In another lane
    /// an entry keeps its length and its distance from the beginning of the lane;
    /// who takes the place of another leader takes the role too.
    #[must_use]
    pub fn taken(&self, from: Option<PositionId>, to: Place, hours: &WorkingHours) -> Self {
        let (start, end) = self.times_in(to.part, hours);
        let mut plan = Self { date: to.date, part: to.part, start, end, ..self.clone() };
        if from != to.leader {
            plan.hand_over(from, to.leader);
        }
        plan
    }

    /// The plan with its end moved by some minutes; an entry lasts at least a quarter
    /// of an hour and ends on its day. Without a start there is nothing to measure from.
    #[must_use]
    pub fn lasting(&self, minutes: i64, hours: &WorkingHours) -> Self {
        let Some(start) = self.start else { return self.clone() };
        let (_, last) = self.minutes(hours);
        let end = self.end.or_else(|| NaiveTime::from_hms_opt(last / 60, last % 60, 0)).unwrap_or(start);
        let shortest = start.overflowing_add_signed(TimeDelta::minutes(15)).0;
        let moved = end.overflowing_add_signed(TimeDelta::minutes(minutes));
        let end = if moved.1 == 0 { moved.0.max(shortest) } else { end };
        Self { end: Some(end).filter(|end| *end > start), ..self.clone() }
    }

    fn times_in(&self, part: SessionPart, hours: &WorkingHours) -> (Option<NaiveTime>, Option<NaiveTime>) {
        if part == self.part {
            return (self.start, self.end);
        }
        let (Some(start), false) = (self.start, part == SessionPart::AllDay) else {
            return (None, None);
        };
        let (first, last) = part.bounds(hours);
        let offset = (start - self.part.bounds(hours).0).max(TimeDelta::zero());
        let (moved, days) = first.overflowing_add_signed(offset);
        let moved = if days == 0 && moved < last { moved } else { first };
        let end = self.end.map(|end| moved.overflowing_add_signed(end - start));
        (Some(moved), end.filter(|(end, days)| *days == 0 && *end > moved).map(|(end, _)| end))
    }

    fn hand_over(&mut self, from: Option<PositionId>, to: Option<PositionId>) {
        let was = self.attending.iter().position(|a| Some(a.position) == from);
        let is_there = self.attending.iter().any(|a| Some(a.position) == to);
        match (was, to) {
            (Some(at), Some(to)) if !is_there => {
                let old = self.attending[at];
                let in_place_of = old.in_place_of.filter(|original| *original != to);
                self.attending[at] = Attending { position: to, in_place_of, ..old };
            }
            (Some(at), _) => drop(self.attending.remove(at)),
            (None, Some(to)) if !is_there => {
                let role = match self.attending.iter().any(|a| a.role == LeaderRole::Chair) {
                    true => LeaderRole::Attend,
                    false => LeaderRole::Chair,
                };
                self.attending.push(Attending { position: to, role, in_place_of: None });
            }
            (None, _) => {}
        }
    }
}
