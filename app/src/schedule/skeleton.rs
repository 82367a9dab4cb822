//! What the cards of a board stand in: the columns of the leaders, the days with their
//! lanes. It is drawn anew only when one of these is another.

use super::open::Open;
use super::words::*;
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::lunar::LunarDate;
use domain::calendar::working_day::WorkingDays;
use domain::duty::PublishedDuty;
use domain::people::Position;
use domain::schedule::Board;
use domain::{Locale, PositionId};
use leptos::prelude::*;

/// The lanes of a day in the order of the board.
const LANES: [SessionPart; 4] =
    [SessionPart::AllDay, SessionPart::Morning, SessionPart::Afternoon, SessionPart::Evening];

/// Columns and days of a board.
#[derive(Clone, PartialEq)]
pub(super) struct Skeleton {
    pub columns: Vec<Column>,
    pub days: Vec<Day>,
    /// Leaders as rows.
    pub turned: bool,
}

/// A column: a leader, or nobody yet.
#[derive(Clone, PartialEq)]
pub(super) struct Column {
    pub leader: Option<PositionId>,
    pub title: String,
    pub name: String,
    pub may_add: bool,
}

/// A day of the board.
#[derive(Clone, PartialEq)]
pub(super) struct Day {
    pub date: NaiveDate,
    pub lanes: Vec<SessionPart>,
    pub is_off: bool,
    pub lunar: Option<String>,
    /// The name of the holiday, or why it is a working day.
    pub holiday: Option<String>,
    /// Who is on duty, in words; empty when nobody is on a day off, `None` when nothing is
    /// to be said.
    pub on_duty: Option<String>,
}

/// The skeleton of the open week.
pub(super) fn skeleton(open: Open) -> Memo<Skeleton> {
    Memo::new(move |_| {
        let (only, turned) = open.sieve.with(|sieve| (sieve.leader, sieve.turned));
        open.board.with(|board| Skeleton {
            columns: columns(open, board, only),
            days: open.week.days().iter().map(|date| day(open.locale, board, *date)).collect(),
            turned,
        })
    })
}

impl Skeleton {
    /// The lanes of a week that is turned: those that any day has.
    pub fn lanes(&self) -> Vec<SessionPart> {
        LANES.into_iter().filter(|part| self.days.iter().any(|day| day.lanes.contains(part))).collect()
    }
}

fn columns(open: Open, board: &Board, only: Option<PositionId>) -> Vec<Column> {
    let actor = open.actor.get_value();
    let column = |p: &Position| Column {
        leader: Some(p.id),
        title: p.short_title.clone(),
        name: p.person_name.clone(),
        may_add: actor.may_arrange(&[], &[p.id]),
    };
    let shown = board.directory.leaders.iter().filter(|p| only.is_none_or(|only| only == p.id));
    let mut columns: Vec<Column> = shown.map(column).collect();
    if only.is_none() && board.entries.iter().any(|e| e.plan.attending.is_empty()) {
        // What has no leader yet stands in a column of its own, so that it is not forgotten.
        columns.push(Column {
            leader: None,
            title: String::new(),
            name: open.locale.say(NO_LEADER).to_owned(),
            may_add: actor.may_arrange(&[], &[]),
        });
    }
    columns
}

fn day(locale: Locale, board: &Board, date: NaiveDate) -> Day {
    let days = WorkingDays::new(&board.directory.holidays);
    let is_off = !days.is_working(date);
    let whole = board.entries.iter().any(|e| e.plan.date == date && e.plan.part == SessionPart::AllDay);
    Day {
        date,
        lanes: LANES.into_iter().filter(|part| *part != SessionPart::AllDay || whole).collect(),
        is_off,
        lunar: LunarDate::of(date).map(|l| format!("{} {}", l.short(locale), locale.say(LUNAR))),
        holiday: days.exception_on(date).map(|h| h.name.clone()),
        on_duty: on_duty(locale, board, date, is_off),
    }
}

fn on_duty(locale: Locale, board: &Board, date: NaiveDate, is_off: bool) -> Option<String> {
    let who = |duty: &PublishedDuty| match duty.name.is_empty() {
        true => duty.office_leader.clone(),
        false => format!("{} {}", duty.title, duty.name),
    };
    let of_day = board.duty.iter().filter(|duty| duty.date == date);
    let names: Vec<String> = of_day.map(|duty| who(&PublishedDuty::of(duty, &board.directory))).collect();
    match names.is_empty() {
        true => is_off.then(String::new),
        false => Some(format!("{} {}", locale.say(ON_DUTY), names.join(", "))),
    }
}
