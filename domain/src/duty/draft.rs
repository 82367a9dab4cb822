//! The form of a row of the roster. A new one may be for several days, each of which
//! becomes a row of its own that can be changed alone.

use super::Duty;
use crate::access::optional_id;
use crate::calendar::day_off::day;
use crate::calendar::hours::SessionPart;
use crate::id::{DutyId, PersonId, PositionId};
use crate::people::{Position, Span};
use crate::refusal::{Issue, Problem};
use crate::schedule::Directory;
use crate::text::{self, Issues};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// How many days one form may fill.
pub const LONGEST: u32 = 31;
/// How many digits a hotline has: many are short ones, like 1022.
const DIGITS: RangeInclusive<usize> = 3..=15;

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DutyDraft {
    /// The day, or the first of several.
    pub date: String,
    /// The last of several days; empty for one day.
    pub to: String,
    /// A code of [`SessionPart`]; empty for the whole day.
    pub part: String,
    /// Number of the leader's position.
    pub duty_leader: String,
    /// Number of the Office leader.
    pub office_leader: String,
    /// Number of the specialist.
    pub specialist: String,
    /// Number of the driver.
    pub driver: String,
    /// A telephone number, or empty.
    pub hotline: String,
    /// A note.
    pub note: String,
}

/// What a valid form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyPlan {
    /// The days in their order.
    pub dates: Vec<NaiveDate>,
    /// The part of each day.
    pub part: SessionPart,
    /// The leader.
    pub leader: Option<PositionId>,
    /// The leader of the Office.
    pub office_leader: Option<PersonId>,
    /// The specialist.
    pub specialist: Option<PersonId>,
    /// The driver.
    pub driver: Option<PersonId>,
    /// The telephone number.
    pub hotline: String,
    /// The note.
    pub note: String,
}

impl DutyDraft {
    /// The form of a row as it is.
    pub fn of(duty: &Duty) -> Self {
        let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        Self {
            date: duty.date.to_string(),
            to: String::new(),
            part: duty.part.code().to_owned(),
            duty_leader: number(duty.leader.map(|id| id.0)),
            office_leader: number(duty.office_leader.map(|id| id.0)),
            specialist: number(duty.specialist.map(|id| id.0)),
            driver: number(duty.driver.map(|id| id.0)),
            hotline: duty.hotline.clone(),
            note: duty.note.clone(),
        }
    }

    /// Checks what was typed; `known` are the rows of these days, `own` the one that is
    /// being changed, which stays one day.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        own: Option<DutyId>,
        known: &[Duty],
        directory: &Directory,
    ) -> Result<DutyPlan, Vec<Issue>> {
        let mut issues = Issues::default();
        let dates = self.dates(own, &mut issues);
        let part = match self.part.trim() {
            "" => SessionPart::AllDay,
            code => SessionPart::of_code(code).unwrap_or_else(|| {
                issues.note("part", Problem::Unknown);
                SessionPart::AllDay
            }),
        };
        let overlaps =
            |a: SessionPart, b: SessionPart| a == b || a == SessionPart::AllDay || b == SessionPart::AllDay;
        let mut others = known.iter().filter(|row| Some(row.id) != own);
        if let Some(row) = others.find(|row| dates.contains(&row.date) && overlaps(row.part, part)) {
            issues.note("date", taken_by(row, directory));
        }
        let leader = issues.take("duty_leader", optional_id(&self.duty_leader)).map(PositionId);
        if let Some(id) = leader {
            let post = directory.leader(id).map(|post| (post.person_name.as_str(), post.valid));
            must_be_valid(&mut issues, "duty_leader", post, &dates);
        }
        let mut person = |field: &str, typed: &str| {
            let id = issues.take(field, optional_id(typed)).map(PersonId)?;
            let person = directory.person(id).map(|person| (person.name.as_str(), person.valid));
            must_be_valid(&mut issues, field, person, &dates);
            Some(id)
        };
        let plan = DutyPlan {
            part,
            leader,
            office_leader: person("office_leader", &self.office_leader),
            specialist: person("specialist", &self.specialist),
            driver: person("driver", &self.driver),
            hotline: issues.take("hotline", hotline(&self.hotline)),
            note: issues.take("note", text::line(&self.note, text::LINE)),
            dates,
        };
        if self.duty_leader.trim().is_empty() && self.office_leader.trim().is_empty() {
            issues.note("duty_leader", Problem::Required);
        }
        issues.or(plan)
    }

    fn dates(&self, own: Option<DutyId>, issues: &mut Issues) -> Vec<NaiveDate> {
        let Some(first) = issues.take("date", day(&self.date).map(Some)) else {
            return Vec::new();
        };
        if own.is_some() || self.to.trim().is_empty() {
            return vec![first];
        }
        let Some(last) = issues.take("to", day(&self.to).map(Some)) else {
            return vec![first];
        };
        let days = (last - first).num_days() + 1;
        if days < 1 {
            issues.note("to", Problem::EndBeforeStart);
        } else if days > i64::from(LONGEST) {
            issues.note("to", Problem::TooManyDays { max: LONGEST });
        } else {
            return first.iter_days().take_while(|day| *day <= last).collect();
        }
        vec![first]
    }
}

/// The telephone number that is answered, or nothing.
///
/// # Errors
/// As [`text::phone`].
pub fn hotline(typed: &str) -> Result<String, Problem> {
    text::phone(typed, DIGITS)
}

/// Who has the hours of a row already, as the roster names them.
fn taken_by(row: &Duty, directory: &Directory) -> Problem {
    let leader = row.leader.and_then(|id| directory.leader(id)).map(Position::titled);
    let office_leader = || row.office_leader.and_then(|id| directory.person(id)).map(|p| p.name.clone());
    let name = leader.or_else(office_leader);
    // Who has left since is in no directory of these days.
    name.map_or(Problem::Taken, |name| Problem::OnDuty { name, on: row.date })
}

/// Somebody who is known, and here on all of the days.
fn must_be_valid(issues: &mut Issues, field: &str, found: Option<(&str, Span)>, dates: &[NaiveDate]) {
    let Some((name, valid)) = found else {
        issues.note(field, Problem::Unknown);
        return;
    };
    let Some(date) = dates.iter().find(|date| !valid.contains(**date)) else {
        return;
    };
    match valid.to {
        Some(on) if on < *date => issues.note(field, Problem::Ended { name: name.to_owned(), on }),
        _ => issues.note(field, Problem::Unknown),
    }
}
