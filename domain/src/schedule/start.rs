//! Starting a week from what was before: another week, a template, the series that are due.
//!
//! The past proposes and a secretary ticks; nothing is taken unseen. What is taken is
//! judged by `conflicts` like any other entry, upon the week and upon what was ticked
//! before it: the same function in the browser and in the transaction.

mod source;
#[cfg(test)]
mod tests;

pub use source::Source;

use super::board::Board;
use super::choice::{EntryKind, LeaderRole};
use super::conflict::{Conflict, conflicts};
use super::directory::Directory;
use super::draft::EntryDraft;
use super::entry::{Attending, Entry, Plan, Standing};
use super::series::draft::Repeated;
use crate::calendar::spoken;
use crate::calendar::week::IsoWeek;
use crate::calendar::working_day::WorkingDays;
use crate::id::{EntryId, SeriesId, TemplateId};
use crate::refusal::{Issue, Refusal};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A set of entries under a name, from which weeks can begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Number of the row.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// Its entries; of their days only the weekday counts.
    pub entries: Vec<EntryDraft>,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Raised by each change.
    pub version: i32,
}

/// Why a proposal is not ticked from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// It is in the week already.
    There,
    /// It was postponed.
    Postponed,
    /// It was cancelled.
    Cancelled,
    /// It would fall on a day off.
    DayOff,
}

/// An entry that a week could begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its name within the source.
    pub key: String,
    /// What would be created.
    pub draft: EntryDraft,
    /// What speaks against it.
    pub note: Option<Note>,
    /// Whether it is ticked from the beginning.
    pub ticked: bool,
}

/// What the rules say to a proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// The plan, when the form has no issues.
    pub plan: Option<Plan>,
    /// What cannot be accepted, field by field.
    pub issues: Vec<Issue>,
    /// What stands in its way.
    pub conflicts: Vec<Conflict>,
}

/// Everything that the page of a beginning needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Starting {
    /// The week that begins.
    pub board: Board,
    /// Where the proposals come from.
    pub source: Source,
    /// The proposals in the order of the week.
    pub proposals: Vec<Proposal>,
    /// The templates that there are.
    pub templates: Vec<Template>,
}

/// One proposal that is to be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// Its key.
    pub key: String,
    /// Why a conflict is accepted.
    pub conflict_reason: String,
}

/// What a secretary sends to begin a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Where it comes from.
    pub source: Source,
    /// What is taken.
    pub picks: Vec<Pick>,
}

/// A proposal that was picked and could not be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// Its key.
    pub key: String,
    /// Its content.
    pub content: String,
    /// Why not.
    pub why: Refusal,
}

/// What became of a beginning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Started {
    /// The entries that were created.
    pub taken: Vec<Entry>,
    /// What was picked and not taken.
    pub left: Vec<Left>,
}

/// What became of a beginning that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// How many entries are gone again.
    pub removed: usize,
    /// Contents of those that somebody touched meanwhile, and that stay.
    pub kept: Vec<String>,
}

/// What another week proposes: its entries on the same weekdays, each with the
/// leader who was assigned first, because a delegation is of one day.
pub fn from_week(entries: &[Entry], week: IsoWeek, there: &[Entry], directory: &Directory) -> Vec<Proposal> {
    let proposals = entries.iter().map(|entry| {
        let draft = again(&entry.plan, week);
        let halted = match entry.standing {
            Standing::Going => None,
            Standing::Postponed(_) => Some(Note::Postponed),
            Standing::Cancelled(_) => Some(Note::Cancelled),
        };
        let note = note(&draft, there, directory);
        let note = note.filter(|n| *n == Note::There).or(halted).or(note);
        let ticked = note.is_none() && is_usual(entry.plan.kind);
        Proposal { key: entry.id.to_string(), draft, note, ticked }
    });
    proposals.collect()
}

/// What a template proposes.
pub fn from_template(
    template: &Template,
    week: IsoWeek,
    there: &[Entry],
    directory: &Directory,
) -> Vec<Proposal> {
    let proposals = template.entries.iter().enumerate().map(|(number, draft)| {
        let draft = on_weekday(draft, week);
        let note = note(&draft, there, directory);
        Proposal { key: number.to_string(), note, ticked: note.is_none(), draft }
    });
    proposals.collect()
}

/// What the series propose that are due in the week and were not taken yet.
pub fn from_series(
    series: &[Repeated],
    week: IsoWeek,
    there: &[Entry],
    directory: &Directory,
) -> Vec<Proposal> {
    let days = WorkingDays::new(&directory.holidays);
    let due = series.iter().flat_map(|one| {
        let due = one.due(week.monday(), week.sunday(), &days);
        due.into_iter().map(|(of, draft)| (series_key(one.id, of), draft))
    });
    let mut proposals: Vec<Proposal> = due
        .map(|(key, draft)| {
            let is_there = there.iter().any(|entry| is_same(&draft, &entry.plan));
            let note = is_there.then_some(Note::There);
            Proposal { key, note, ticked: note.is_none(), draft }
        })
        .collect();
    proposals.sort_by(|a, b| {
        let when = |p: &Proposal| (p.draft.date.clone(), p.draft.start.clone());
        when(a).cmp(&when(b))
    });
    proposals
}

/// The key of a day of a series: `3_2026-12-08`.
fn series_key(id: SeriesId, of: NaiveDate) -> String {
    format!("{id}_{of}")
}

/// Reads the key of a day of a series.
pub fn day_of_series(key: &str) -> Option<(SeriesId, NaiveDate)> {
    let (id, of) = key.split_once('_')?;
    Some((id.parse().ok()?, of.parse().ok()?))
}

/// What the rules say to each proposal in turn; `takes` tells whether it is then in the
/// week, and in the way of those after it.
pub fn judged(
    there: &[Entry],
    proposals: &[Proposal],
    directory: &Directory,
    takes: impl Fn(&Proposal, &[Conflict]) -> bool,
) -> Vec<Verdict> {
    let mut week = there.to_vec();
    let mut number = 0;
    let verdicts = proposals.iter().map(|proposal| {
        let plan = match proposal.draft.check(directory) {
            Ok(plan) => plan,
            Err(issues) => return Verdict { issues, ..Verdict::default() },
        };
        let conflicts = conflicts(&week, None, &plan, directory);
        if takes(proposal, &conflicts) {
            number -= 1;
            week.push(Entry::planned(EntryId(number), plan.clone(), "", ""));
        }
        Verdict { plan: Some(plan), conflicts, issues: Vec::new() }
    });
    verdicts.collect()
}

/// What comes each week without being asked for. Duty does, but with somebody else.
fn is_usual(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Briefing | EntryKind::OfficeWork)
}

/// The form of a plan for the same weekday of another week, undelegated.
pub fn again(plan: &Plan, week: IsoWeek) -> EntryDraft {
    let mut attending: Vec<Attending> = Vec::new();
    for one in &plan.attending {
        let role = match one.role {
            LeaderRole::Substitute => LeaderRole::Attend,
            role => role,
        };
        let whole = match one.in_place_of {
            Some(original) => Attending { position: original, role, in_place_of: None },
            None => *one,
        };
        if attending.iter().all(|a| a.position != whole.position) {
            attending.push(whole);
        }
    }
    let date = weekday_of(plan.date, week);
    EntryDraft::of(&Plan { date, attending, acting: None, agreed: None, ..plan.clone() })
}

fn on_weekday(draft: &EntryDraft, week: IsoWeek) -> EntryDraft {
    let date = spoken::parse_date(&draft.date).map_or(week.monday(), |day| weekday_of(day, week));
    EntryDraft { date: date.to_string(), ..draft.clone() }
}

fn weekday_of(day: NaiveDate, week: IsoWeek) -> NaiveDate {
    week.days()[day.weekday().num_days_from_monday() as usize]
}

fn note(draft: &EntryDraft, there: &[Entry], directory: &Directory) -> Option<Note> {
    if there.iter().any(|entry| is_same(draft, &entry.plan)) {
        return Some(Note::There);
    }
    let day = spoken::parse_date(&draft.date)?;
    let any_day =
        EntryKind::of_code(&draft.kind).is_some_and(|k| k.is_any_time() && k != EntryKind::OfficeWork);
    (!any_day && !WorkingDays::new(&directory.holidays).is_working(day)).then_some(Note::DayOff)
}

/// Whether a plan of the week is what the draft would create: the same words at the same
/// time for the same leaders, whoever goes in their place.
fn is_same(draft: &EntryDraft, plan: &Plan) -> bool {
    let stored = EntryDraft::of(plan);
    let leaders = |draft: &EntryDraft| -> BTreeSet<String> {
        let ids = draft.leaders.keys().map(|id| draft.in_place_of.get(id).unwrap_or(id));
        ids.cloned().collect()
    };
    let when = |draft: &EntryDraft| (draft.date.clone(), draft.part.clone(), draft.start.clone());
    when(draft) == when(&stored) && draft.content == stored.content && leaders(draft) == leaders(&stored)
}
