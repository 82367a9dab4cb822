//! Real hours: when an item of an agenda began and ended on the day of its meeting, as
//! whoever builds the agenda notes it, and until when that can be noted.
//!
//! What follows from them for the items that wait is counted in `course`.

mod course;

#[cfg(test)]
mod tests;

pub use course::{Course, CourseLine, Hour, Turn};

use super::{Item, Meeting, MeetingState};
use crate::access::{Actor, Deed};
use crate::calendar::spoken;
use crate::refusal::{Problem, Refusal};
use crate::schedule::Standing;
use crate::text::Issues;
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// When an item really began and ended; nothing until somebody said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RealHours {
    /// When it began.
    pub began: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended: Option<DateTime<Utc>>,
}

/// Why no hours are noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotInSession {
    /// The meeting is on a day that has not come.
    NotYet(NaiveDate),
    /// It was on a day that is over: an hour can be typed, "now" means nothing.
    Over(NaiveDate),
    /// It was postponed.
    Postponed,
    /// It was cancelled.
    Cancelled,
}

impl Meeting {
    /// Whether real hours can be noted by this person, from its day on until it is
    /// concluded.
    ///
    /// # Errors
    /// A refusal of rights, [`Refusal::WrongMeetingState`], [`Refusal::NotInSession`].
    pub fn may_note_hours(&self, actor: &Actor, today: NaiveDate) -> Result<(), Refusal> {
        actor.may(Deed::EditMeeting)?;
        if !self.state.is_prepared() && self.state != MeetingState::Held {
            return Err(Refusal::WrongMeetingState { state: self.state });
        }
        let why = match self.board.as_ref().map(|board| &board.standing) {
            Some(Standing::Postponed(_)) => NotInSession::Postponed,
            Some(Standing::Cancelled(_)) => NotInSession::Cancelled,
            _ if self.day() > today => NotInSession::NotYet(self.day()),
            _ => return Ok(()),
        };
        Err(Refusal::NotInSession(why))
    }

    /// Whether an item can begin or end at this moment.
    ///
    /// # Errors
    /// As [`Meeting::may_note_hours`]; also when the meeting was held or its day is over.
    pub fn may_begin_items(&self, actor: &Actor, today: NaiveDate) -> Result<(), Refusal> {
        self.may_note_hours(actor, today)?;
        if self.state == MeetingState::Held {
            return Err(Refusal::WrongMeetingState { state: self.state });
        }
        if self.day() < today {
            return Err(Refusal::NotInSession(NotInSession::Over(self.day())));
        }
        Ok(())
    }

    /// Whether its items do not go on.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        !self.is_going() || !self.state.is_prepared() || self.day() < today
    }
}

/// The form of the real hours of an item. An empty field takes an hour back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RealHoursDraft {
    /// When it began.
    pub began: String,
    /// When it ended.
    pub ended: String,
}

impl RealHoursDraft {
    /// The form of an item as it is.
    pub fn of(item: &Item) -> Self {
        let text =
            |at: Option<DateTime<Utc>>| at.map(|at| spoken::time(local(at).time())).unwrap_or_default();
        Self { began: text(item.real.began), ended: text(item.real.ended) }
    }

    /// Checks what was typed for an item of a meeting on this day. An hour that was not
    /// changed stays as exact as it was noted.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        known: RealHours,
        day: NaiveDate,
        now: NaiveDateTime,
    ) -> Result<RealHours, Vec<crate::refusal::Issue>> {
        let mut issues = Issues::default();
        let mut read = |field: &str, typed: &str, known: Option<DateTime<Utc>>| {
            if typed.trim().is_empty() {
                return None;
            }
            let Some(time) = spoken::parse_time(typed) else {
                issues.note(field, Problem::NotATime);
                return None;
            };
            if day.and_time(time) > now {
                issues.note(field, Problem::HourNotYet);
            }
            let at = on(day, time);
            let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
            known.filter(|known| Some(minute(*known)) == at.map(minute)).or(at)
        };
        let hours = RealHours {
            began: read("began", &self.began, known.began),
            ended: read("ended", &self.ended, known.ended),
        };
        match (hours.began, hours.ended) {
            (None, Some(_)) if self.began.trim().is_empty() => issues.note("ended", Problem::EndWithoutStart),
            (Some(began), Some(ended)) if ended < began => issues.note("ended", Problem::EndBeforeStart),
            _ => {}
        }
        issues.or(hours)
    }
}

/// A moment on the clocks of Vietnam.
fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&vietnam()).naive_local()
}

/// An hour of a day in Vietnam as a moment.
fn on(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    day.and_time(time).and_local_timezone(vietnam()).single().map(|at| at.to_utc())
}
