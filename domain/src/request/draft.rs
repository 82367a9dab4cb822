//! What an officer types to register a request, before it is judged. All
//! fields are texts, so that a refused form comes back as it was.

use super::{Slot, Wanted};
use crate::access::optional_id;
use crate::calendar::hours::SessionPart;
use crate::calendar::is_supported;
use crate::calendar::spoken;
use crate::calendar::week::IsoWeek;
use crate::facility::Room;
use crate::id::{PositionId, RoomId};
use crate::people::Span;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How long something may take, in minutes: from a quarter of an hour to a day.
pub const MINUTES: RangeInclusive<u32> = 15..=720;

/// The fields of the wish and of the two alternatives: day, part of the day, hour.
pub const SLOT_FIELDS: [[&str; 3]; 3] =
    [["date", "part", "start"], ["date_2", "part_2", "start_2"], ["date_3", "part_3", "start_3"]];

/// A leader who can be asked to chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chair {
    /// The post.
    pub id: PositionId,
    /// Title and name.
    pub name: String,
    /// From when to when the post is held.
    pub valid: Span,
}

/// What the form offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Leaders with a calendar, by precedence.
    pub chairs: Vec<Chair>,
    /// Rooms of the Office.
    pub rooms: Vec<Room>,
}

/// A time in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlotDraft {
    /// `2026-12-08` or empty.
    pub date: String,
    /// Part code; an hour says it better.
    pub part: String,
    /// "08:30", also "8h30"; or empty.
    pub start: String,
}

/// The form of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestDraft {
    /// Nội dung.
    pub content: String,
    /// What for.
    pub purpose: String,
    /// Number of the proposed chair's post.
    pub chair: String,
    /// The wish and two alternatives.
    pub slots: [SlotDraft; 3],
    /// Length in minutes.
    pub minutes: String,
    /// Thành phần.
    pub participants: String,
    /// Room number or empty.
    pub room: String,
    /// Place in words.
    pub place: String,
    /// Papers.
    pub papers: String,
}

impl SlotDraft {
    /// The form of a time.
    pub fn of(slot: &Slot) -> Self {
        Self {
            date: slot.date.to_string(),
            part: slot.part.code().to_owned(),
            start: slot.start.map(spoken::time).unwrap_or_default(),
        }
    }

    /// The time, when it is still to come and what takes these `minutes` ends on its day.
    pub(crate) fn check(
        &self,
        [date_field, part_field, start_field]: [&str; 3],
        minutes: &str,
        now: NaiveDateTime,
        issues: &mut Issues,
    ) -> Option<Slot> {
        let day = issues.take(date_field, day(&self.date, now.date()).map(Some));
        let hour = issues.take(start_field, hour(&self.start));
        let part = match hour {
            Some(hour) => Some(SessionPart::of_time(hour)),
            None if self.start.trim().is_empty() => {
                let chosen = issues.chosen(part_field, &self.part, SessionPart::of_code(&self.part));
                // A whole day is never over while it lasts: it comes last in their order.
                if day == Some(now.date())
                    && chosen.is_some_and(|part| part < SessionPart::of_time(now.time()))
                {
                    issues.note(part_field, Problem::PartPast);
                }
                chosen
            }
            // An hour was meant; what is wrong with it stands at its own field.
            None => SessionPart::of_code(&self.part),
        };
        let slot = Slot { date: day?, part: part?, start: hour };
        let minutes = length(minutes).unwrap_or_default();
        if let Some(problem) = slot.start.and_then(|start| misplaced(slot.date, start, minutes, now)) {
            issues.note(start_field, problem);
        }
        Some(slot)
    }
}

impl RequestDraft {
    /// The form of what is wanted.
    pub fn of(wanted: &Wanted) -> Self {
        let mut slots = wanted.slots().map(SlotDraft::of);
        let mut next = || slots.next().unwrap_or_default();
        Self {
            content: wanted.content.clone(),
            purpose: wanted.purpose.clone(),
            chair: wanted.chair.to_string(),
            slots: [next(), next(), next()],
            minutes: wanted.minutes.to_string(),
            participants: wanted.participants.clone(),
            room: wanted.room.map(|r| r.to_string()).unwrap_or_default(),
            place: wanted.place.clone(),
            papers: wanted.papers.clone(),
        }
    }

    /// Checks what was typed against what the office offers, and against the day and
    /// hour in Vietnam.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, choices: &Choices, now: NaiveDateTime) -> Result<Wanted, Vec<Issue>> {
        let mut issues = Issues::default();
        let content = issues.take("content", text::paragraph(&self.content, 2000));
        if self.content.trim().is_empty() {
            issues.note("content", Problem::Required);
        }
        let purpose = issues.take("purpose", text::paragraph(&self.purpose, 2000));
        let [wish, ..] = &self.slots;
        let wish = wish.check(SLOT_FIELDS[0], &self.minutes, now, &mut issues);
        let alternatives = self.alternatives(wish, now, &mut issues);
        let chair = self.chair(choices, wish, &mut issues);
        let minutes = issues.take("minutes", length(&self.minutes));
        let room = issues.take("room", optional_id(&self.room)).map(RoomId);
        if room.is_some_and(|id| !choices.rooms.iter().any(|r| r.id == id)) {
            issues.note("room", Problem::Unknown);
        }
        let wanted = Wanted {
            content,
            purpose,
            chair: chair.unwrap_or(PositionId(0)),
            // Without a day there is an issue, and this value goes nowhere.
            wish: wish.unwrap_or(Slot { date: now.date(), part: SessionPart::Morning, start: None }),
            alternatives,
            minutes,
            participants: issues.take("participants", text::paragraph(&self.participants, text::PARAGRAPH)),
            room,
            place: issues.take("place", text::line(&self.place, text::LINE)),
            papers: issues.take("papers", text::paragraph(&self.papers, text::PARAGRAPH)),
        };
        issues.or(wanted)
    }

    /// The alternatives that were filled in: of the same week, and none twice.
    fn alternatives(&self, wish: Option<Slot>, now: NaiveDateTime, issues: &mut Issues) -> Vec<Slot> {
        let mut known: Vec<Slot> = wish.into_iter().collect();
        let first = known.len();
        for (slot, fields) in self.slots.iter().zip(SLOT_FIELDS).skip(1) {
            if slot.date.trim().is_empty() && slot.start.trim().is_empty() {
                continue;
            }
            let Some(slot) = slot.check(fields, &self.minutes, now, issues) else { continue };
            if wish.is_some_and(|wish| !IsoWeek::of(wish.date).contains(slot.date)) {
                issues.note(fields[0], Problem::OtherWeek);
            } else if known.contains(&slot) {
                issues.note(fields[0], Problem::Repeated);
            }
            known.push(slot);
        }
        known.split_off(first)
    }

    fn chair(&self, choices: &Choices, wish: Option<Slot>, issues: &mut Issues) -> Option<PositionId> {
        let id = issues.take("chair", optional_id(&self.chair)).map(PositionId);
        match id {
            None if self.chair.trim().is_empty() => issues.note("chair", Problem::Required),
            None => {}
            Some(id) => match (choices.chairs.iter().find(|c| c.id == id), wish) {
                (None, _) => issues.note("chair", Problem::Unknown),
                (Some(chair), Some(wish)) if !chair.valid.contains(wish.date) => {
                    issues.note("chair", chair.gone(wish.date));
                }
                _ => {}
            },
        }
        id
    }
}

impl Chair {
    pub(crate) fn gone(&self, day: NaiveDate) -> Problem {
        match self.valid.to {
            Some(on) if on < day => Problem::Ended { name: self.name.clone(), on },
            _ => Problem::Unknown,
        }
    }
}

fn day(typed: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    let day = spoken::parse_date(typed).ok_or(Problem::NotADate)?;
    if !is_supported(day) {
        return Err(Problem::DateOutOfRange);
    }
    if day < today { Err(Problem::Past) } else { Ok(day) }
}

fn hour(typed: &str) -> Result<Option<NaiveTime>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    spoken::parse_time(typed).map(Some).ok_or(Problem::NotATime)
}

/// Why nothing of this length can start then.
fn misplaced(day: NaiveDate, start: NaiveTime, minutes: u32, now: NaiveDateTime) -> Option<Problem> {
    if day.and_time(start) < now {
        return Some(Problem::HourPast);
    }
    ends_next_day(start, minutes).then_some(Problem::EndsNextDay)
}

/// A length in minutes; whether it fits the day is judged at the start.
pub(super) fn length(typed: &str) -> Result<u32, Problem> {
    text::number(typed, MINUTES)
}

/// Whether midnight comes before the end, or with it: 24:00 is no hour of its day.
pub(super) fn ends_next_day(start: NaiveTime, minutes: u32) -> bool {
    let (_, beyond) = start.overflowing_add_signed(TimeDelta::minutes(minutes.into()));
    beyond != 0
}

#[cfg(test)]
mod tests;
