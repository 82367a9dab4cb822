//! A leader's leave or trip of some days: one form, an entry for each day, somebody who
//! acts meanwhile, and the entries of those days that are handed over to them.
//!
//! Leave spares days off, a trip does not. The days are entries like any other, and
//! `conflicts` judges them after the handing over.

#[cfg(test)]
mod tests;

use super::choice::{EntryKind, Format, LeaderRole, Visibility};
use super::conflict::{Conflict, conflicts};
use super::directory::Directory;
use super::draft::EntryDraft;
use super::entry::{Agreed, Attending, Entry, Plan};
use crate::calendar::hours::SessionPart;
use crate::calendar::working_day::WorkingDays;
use crate::calendar::{is_supported, spoken};
use crate::id::{EntryId, PositionId};
use crate::refusal::{Issue, Problem};
use crate::text::{Issues, not_chosen};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest absence of one form, in days.
pub const LONGEST: u32 = 60;

/// What a secretary types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AbsenceDraft {
    /// Position number of the leader who is away.
    pub leader: String,
    /// Kind code: leave or trip.
    pub kind: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// What readers of each day see; empty: the name of the kind.
    pub content: String,
    /// Where, for a trip.
    pub place: String,
    /// Visibility code.
    pub visibility: String,
    /// Position number of the one who acts.
    pub acting: String,
    /// Who agreed.
    pub agreed_by: String,
    /// When.
    pub agreed_at: String,
    /// Entries that are handed over, each with the version that was seen ("7:2").
    pub delegate: Vec<String>,
    /// Why published entries change; readers see it.
    pub reason: String,
    /// Why a conflict is accepted.
    pub conflict_reason: String,
}

/// The days of an absence, as far as the first question asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Who is away.
    pub leader: PositionId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// What the form of an absence needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Absent {
    /// Everybody and everything that can be named on these days.
    pub directory: Directory,
    /// What takes place on these days, of all leaders.
    pub entries: Vec<Entry>,
}

/// What was recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The new entries, one for each day.
    pub days: Vec<Entry>,
    /// Entries that were handed over.
    pub delegated: Vec<Entry>,
}

/// What became of an absence that was ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// Days that readers know, with the reason for which they are cancelled.
    pub cancelled: Vec<Entry>,
    /// Days that nobody read, and that are gone.
    pub removed: Vec<NaiveDate>,
}

/// The days of one absence that still take place from a day on, in order.
pub fn days_left(entries: &[Entry], from: NaiveDate) -> Vec<&Entry> {
    let mut left: Vec<&Entry> =
        entries.iter().filter(|entry| entry.standing.is_going() && entry.plan.date >= from).collect();
    left.sort_by_key(|entry| (entry.plan.date, entry.id));
    left
}

impl AbsenceDraft {
    /// Who is away and when.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn span(&self) -> Result<Span, Vec<Issue>> {
        let mut issues = Issues::default();
        let mut day = |field: &str, typed: &str| {
            let read = spoken::parse_date(typed).filter(|day| is_supported(*day));
            if read.is_none() {
                let empty = typed.trim().is_empty();
                issues.note(field, if empty { Problem::Required } else { Problem::NotADate });
            }
            read.unwrap_or_default()
        };
        let (from, to) = (day("from", &self.from), day("to", &self.to));
        let days = (to - from).num_days() + 1;
        if issues.is_empty() && days < 1 {
            issues.note("to", Problem::EndBeforeStart);
        } else if issues.is_empty() && days > i64::from(LONGEST) {
            issues.note("to", Problem::NotBetween { min: 1, max: LONGEST });
        }
        let leader = self.leader.trim().parse().ok().map(PositionId);
        if leader.is_none() {
            issues.note("leader", Problem::Required);
        }
        issues.or(Span { leader: leader.unwrap_or(PositionId(0)), from, to })
    }

    /// The plan of each day.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn plans(&self, directory: &Directory) -> Result<Vec<Plan>, Vec<Issue>> {
        let Span { leader, from, to } = self.span()?;
        let kind = EntryKind::of_code(&self.kind).filter(|kind| is_absence(*kind));
        let Some(kind) = kind else {
            return Err(vec![Issue::new("kind", not_chosen(&self.kind))]);
        };
        if directory.leader(leader).is_none() {
            return Err(vec![Issue::new("leader", Problem::Unknown)]);
        }
        let (role, usual) = match kind {
            EntryKind::Leave => (LeaderRole::Leave, "Nghỉ phép"),
            _ => (LeaderRole::Travel, "Đi công tác"),
        };
        let content = if self.content.trim().is_empty() { usual } else { &self.content };
        let visibility =
            if self.visibility.is_empty() { Visibility::Internal.code() } else { &self.visibility };
        let draft = EntryDraft {
            part: SessionPart::AllDay.code().into(),
            kind: kind.code().into(),
            content: content.to_owned(),
            leaders: [(leader.to_string(), role.code().to_owned())].into(),
            place: self.place.clone(),
            format: Format::InPerson.code().into(),
            visibility: visibility.to_owned(),
            acting: self.acting.clone(),
            agreed_by: self.agreed_by.clone(),
            agreed_at: self.agreed_at.clone(),
            reason: self.reason.clone(),
            ..EntryDraft::default()
        };
        let working = WorkingDays::new(&directory.holidays);
        let counts = |day: &NaiveDate| kind == EntryKind::BusinessTrip || working.is_working(*day);
        let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).filter(counts).collect();
        if days.is_empty() {
            return Err(vec![Issue::new("to", Problem::Required)]);
        }
        days.into_iter()
            .map(|day| EntryDraft { date: day.to_string(), ..draft.clone() }.check(directory))
            .collect()
    }
}

/// What the rules say while the form is being filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// Of each entry that is handed over.
    pub handed: Vec<(EntryId, Vec<Conflict>)>,
    /// Of each day, after the handing over.
    pub days: Vec<(NaiveDate, Vec<Conflict>)>,
}

/// Judges a form over what takes place on its days; a form with issues says nothing yet.
pub fn judged(draft: &AbsenceDraft, absent: &Absent) -> Judged {
    let (Ok(plans), Ok(span)) = (draft.plans(&absent.directory), draft.span()) else {
        return Judged::default();
    };
    let mut entries = absent.entries.clone();
    let mut judged = Judged::default();
    let acting = draft.acting.parse().ok().map(PositionId);
    for number in 0..entries.len() {
        let entry = &entries[number];
        let chosen = draft.delegate.contains(&format!("{}:{}", entry.id, entry.version));
        let Some(to) = acting.filter(|_| chosen) else { continue };
        let plan = entry.plan.handed_over(span.leader, to, None);
        judged.handed.push((entry.id, conflicts(&entries, Some(entry.id), &plan, &absent.directory)));
        entries[number].plan = plan;
    }
    for plan in plans.iter().filter(|plan| !is_away(&absent.entries, span.leader, plan.date)) {
        judged.days.push((plan.date, conflicts(&entries, None, plan, &absent.directory)));
    }
    judged
}

/// Whether an entry of this kind says that its leaders are away.
pub fn is_absence(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Leave | EntryKind::BusinessTrip)
}

/// Whether the entry can be handed over by this leader: it takes place, they are on it,
/// and it is not itself an absence.
pub fn can_be_handed_over(entry: &Entry, leader: PositionId) -> bool {
    let plan = &entry.plan;
    entry.standing.is_going() && !is_absence(plan.kind) && plan.attending.iter().any(|a| a.position == leader)
}

/// Whether the leader is known to be away on that day already.
pub fn is_away(entries: &[Entry], leader: PositionId, day: NaiveDate) -> bool {
    entries.iter().any(|entry| {
        let plan = &entry.plan;
        entry.standing.is_going()
            && plan.date == day
            && plan.part == SessionPart::AllDay
            && is_absence(plan.kind)
            && plan.attending.iter().any(|a| a.position == leader)
    })
}

impl Plan {
    /// The plan with `to` in the place of `from`, who stays named. The chair stays the
    /// chair's; who only attends is substituted.
    #[must_use]
    pub fn handed_over(&self, from: PositionId, to: PositionId, agreed: Option<Agreed>) -> Self {
        let Some(at) = self.attending.iter().position(|a| a.position == from) else {
            return self.clone();
        };
        let mut plan = self.clone();
        let old = plan.attending[at];
        let original = old.in_place_of.filter(|original| *original != to).unwrap_or(from);
        match plan.attending.iter().position(|a| a.position == to) {
            Some(known) => {
                let chairs = old.role == LeaderRole::Chair;
                let there = &mut plan.attending[known];
                there.in_place_of = there.in_place_of.or(Some(original));
                if chairs {
                    there.role = LeaderRole::Chair;
                }
                plan.attending.remove(at);
            }
            None => {
                let role = match old.role {
                    LeaderRole::Attend => LeaderRole::Substitute,
                    role => role,
                };
                plan.attending[at] = Attending { position: to, role, in_place_of: Some(original) };
            }
        }
        plan.agreed = agreed.or(plan.agreed);
        plan
    }
}
