//! The course of a meeting: what is on, what is over, and when what waits will come, as
//! far as that can be told from the minutes planned and the hours noted.

use super::{RealHours, local};
use crate::id::{ItemId, MeetingId};
use crate::meeting::agenda::begins;
use crate::meeting::{Item, ItemState, Meeting};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

/// How far an item has come on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// It is to come.
    Waits,
    /// It is on.
    Runs,
    /// It is over.
    Over,
    /// Others began behind it, or the meeting ended without it.
    Skipped,
}

/// The hours of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// When it was to begin.
    pub planned: Option<NaiveTime>,
    /// How far it has come.
    pub turn: Turn,
    /// When it began, or will as it looks now.
    pub begins: Option<NaiveTime>,
    /// When it ended.
    pub ends: Option<NaiveTime>,
}

impl Hour {
    /// Minutes that it is late; below zero it is early.
    pub fn late(&self) -> Option<i64> {
        Some((self.begins? - self.planned?).num_minutes())
    }
}

/// One item of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLine {
    /// The item.
    pub item: ItemId,
    /// What it is about.
    pub content: String,
    /// Who presents it, in words.
    pub presenter: String,
    /// Whether whoever asked has to do with it.
    pub is_own: bool,
    /// Whether it was carried to another meeting.
    pub is_carried: bool,
    /// How long it takes.
    pub minutes: u32,
    /// When it began and ended, as it was noted.
    pub real: RealHours,
}

/// The agenda of a meeting by its hours, for whoever may see the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its day.
    pub date: NaiveDate,
    /// When it was to begin.
    pub start: Option<NaiveTime>,
    /// Whether its items do not go on.
    pub is_over: bool,
    /// The items in their order.
    pub lines: Vec<CourseLine>,
}

impl Course {
    /// The course of a meeting; `is_own` tells the items of whoever asks.
    pub fn of(meeting: &Meeting, agenda: &[Item], today: NaiveDate, is_own: impl Fn(&Item) -> bool) -> Self {
        let line = |item: &Item| CourseLine {
            item: item.id,
            content: item.plan.content.clone(),
            presenter: item.presenter.clone(),
            is_own: is_own(item),
            is_carried: item.state == ItemState::Carried,
            minutes: item.minutes(),
            real: item.real,
        };
        Self {
            meeting: meeting.id,
            date: meeting.day(),
            start: meeting.start(),
            is_over: meeting.is_over(today),
            lines: agenda.iter().map(line).collect(),
        }
    }

    /// Whether an hour of its day was noted.
    pub fn has_begun(&self) -> bool {
        self.current().is_some()
    }

    /// The hours as they look at this moment in Vietnam: what waits begins when what is
    /// on has had its minutes, and never in the past.
    pub fn hours(&self, now: NaiveDateTime) -> Vec<Hour> {
        let planned = begins(self.start, self.lines.iter().map(|line| line.minutes));
        let Some((current, began)) = self.current() else {
            let waits = |planned| Hour { planned, turn: Turn::Waits, begins: planned, ends: None };
            return planned.into_iter().map(waits).collect();
        };
        let is_over = self.is_over || now.date() > self.date;
        let mut at = to_minute(
            self.lines
                .get(current)
                .map_or(began, |line| line.real.ended.map_or(began + length(line.minutes), local)),
        );
        if now.date() == self.date {
            at = at.max(to_minute(now));
        }
        let places = self.lines.iter().zip(planned).enumerate();
        places
            .map(|(place, (line, planned))| match self.began(line) {
                Some(began) => {
                    let ended = line.real.ended.map(local).or_else(|| self.next_after(began, place));
                    let runs = place == current && ended.is_none() && !is_over;
                    Hour {
                        planned,
                        turn: if runs { Turn::Runs } else { Turn::Over },
                        begins: Some(to_minute(began).time()),
                        ends: ended.map(|at| to_minute(at).time()),
                    }
                }
                None if place < current || is_over || line.is_carried => {
                    Hour { planned, turn: Turn::Skipped, begins: None, ends: None }
                }
                None => {
                    let begins = Some(at).filter(|at| at.date() == self.date).map(|at| at.time());
                    at += length(line.minutes);
                    Hour { planned, turn: Turn::Waits, begins, ends: None }
                }
            })
            .collect()
    }

    /// The item that began last.
    fn current(&self) -> Option<(usize, NaiveDateTime)> {
        let began = self.lines.iter().enumerate();
        began
            .filter_map(|(place, line)| Some((place, self.began(line)?)))
            .max_by_key(|(place, at)| (*at, *place))
    }

    /// When an item began, if on the day on which the meeting is now.
    fn began(&self, line: &CourseLine) -> Option<NaiveDateTime> {
        line.real.began.map(local).filter(|at| at.date() == self.date)
    }

    /// When the next item began: with that the one before is over.
    fn next_after(&self, began: NaiveDateTime, place: usize) -> Option<NaiveDateTime> {
        let others = self.lines.iter().enumerate();
        let began_at = others.filter_map(|(other, line)| Some((self.began(line)?, other)));
        began_at.filter(|next| *next > (began, place)).min().map(|(at, _)| at)
    }
}

fn length(minutes: u32) -> TimeDelta {
    TimeDelta::minutes(minutes.into())
}

fn to_minute(at: NaiveDateTime) -> NaiveDateTime {
    at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at)
}
