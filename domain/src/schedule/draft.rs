//! What a secretary types into the form of an entry, before it is judged.
//!
//! All fields are texts, as a form sends them, so that nothing typed is ever
//! lost: a refused form comes back as it was, with an issue beside the field.

mod merge;
mod named;
mod typed;

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;

use super::choice::{EntryKind, Format, InvitationMode, LeaderRole, Visibility};
use super::directory::Directory;
use super::entry::{Agreed, Attending, Plan};
use crate::access::optional_id;
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::id::{PositionId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::{NaiveDate, NaiveTime};
use named::Named;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use typed::{choice, day, end, local_moment, moment, time, too_early};

/// The form of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryDraft {
    /// `2026-12-01`.
    pub date: String,
    /// Part code.
    pub part: String,
    /// "08:30", also "8h30"; or empty.
    pub start: String,
    /// The same.
    pub end: String,
    /// Kind code.
    pub kind: String,
    /// Nội dung.
    pub content: String,
    /// Role code by number of the leader's position; empty: not there.
    pub leaders: BTreeMap<String, String>,
    /// Original position by number of the one who goes.
    pub in_place_of: BTreeMap<String, String>,
    /// Thành phần.
    pub participants: String,
    /// Unit number.
    pub host_unit: String,
    /// Unit number.
    pub preparing_unit: String,
    /// Room number.
    pub room: String,
    /// Place in words.
    pub place: String,
    /// Format code.
    pub format: String,
    /// Unit numbers.
    pub remote_sites: Vec<String>,
    /// Person number.
    pub office_leader: String,
    /// Person number.
    pub specialist: String,
    /// Unit number.
    pub division: String,
    /// Vehicle number.
    pub vehicle: String,
    /// Invitation code or empty.
    pub invitation: String,
    /// Visibility code.
    pub visibility: String,
    /// Public wording.
    pub public_wording: String,
    /// Internal note.
    pub note: String,
    /// Position number of the one who acts.
    pub acting: String,
    /// Who agreed to a delegation.
    pub agreed_by: String,
    /// When: `2026-12-01T09:30` on the clocks of Vietnam, or empty.
    pub agreed_at: String,
    /// Why it is changed after publication; readers see it.
    pub reason: String,
}

impl EntryDraft {
    /// An empty form for a leader's half-day.
    pub fn blank(date: NaiveDate, part: SessionPart, leader: Option<PositionId>) -> Self {
        let mut draft = Self {
            date: date.to_string(),
            part: part.code().to_owned(),
            kind: EntryKind::WorkingMeeting.code().to_owned(),
            format: Format::InPerson.code().to_owned(),
            visibility: Visibility::Internal.code().to_owned(),
            ..Self::default()
        };
        if let Some(leader) = leader {
            draft.leaders.insert(leader.to_string(), LeaderRole::Chair.code().to_owned());
        }
        draft
    }

    /// The form of an entry as it is.
    pub fn of(plan: &Plan) -> Self {
        let time = |t: Option<NaiveTime>| t.map(spoken::time).unwrap_or_default();
        let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
        Self {
            date: plan.date.to_string(),
            part: plan.part.code().to_owned(),
            start: time(plan.start),
            end: time(plan.end),
            kind: plan.kind.code().to_owned(),
            content: plan.content.clone(),
            leaders: plan
                .attending
                .iter()
                .map(|a| (a.position.to_string(), a.role.code().to_owned()))
                .collect(),
            in_place_of: plan
                .attending
                .iter()
                .filter_map(|a| Some((a.position.to_string(), a.in_place_of?.to_string())))
                .collect(),
            participants: plan.participants.clone(),
            host_unit: id(plan.host_unit.map(|u| u.0)),
            preparing_unit: id(plan.preparing_unit.map(|u| u.0)),
            room: id(plan.room.map(|r| r.0)),
            place: plan.place.clone(),
            format: plan.format.code().to_owned(),
            remote_sites: plan.remote_sites.iter().map(UnitId::to_string).collect(),
            office_leader: id(plan.office_leader.map(|p| p.0)),
            specialist: id(plan.specialist.map(|p| p.0)),
            division: id(plan.division.map(|u| u.0)),
            vehicle: id(plan.vehicle.map(|v| v.0)),
            invitation: plan.invitation.map(|i| i.code()).unwrap_or_default().to_owned(),
            visibility: plan.visibility.code().to_owned(),
            public_wording: plan.public_wording.clone(),
            note: plan.note.clone(),
            acting: id(plan.acting.map(|p| p.0)),
            agreed_by: plan.agreed.as_ref().map(|a| a.by.clone()).unwrap_or_default(),
            agreed_at: plan.agreed.as_ref().and_then(|a| a.at).map(local_moment).unwrap_or_default(),
            reason: String::new(),
        }
    }

    /// Checks what was typed against the directory of the week.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, directory: &Directory) -> Result<Plan, Vec<Issue>> {
        let mut issues = Issues::default();
        let date = issues.take("date", day(&self.date).map(Some));
        let part = choice(&mut issues, "part", &self.part, SessionPart::of_code, SessionPart::Morning);
        let (start, end) = self.times(part, &mut issues);
        let kind = choice(&mut issues, "kind", &self.kind, EntryKind::of_code, EntryKind::WorkingMeeting);
        let content = issues.take("content", text::paragraph(&self.content, 2000));
        if self.content.trim().is_empty() {
            issues.note("content", Problem::Required);
        }
        let named = Named { directory, date };
        let mut plan = Plan {
            date: date.unwrap_or_default(),
            part,
            start,
            end,
            kind,
            content,
            attending: self.attending(&named, &mut issues),
            participants: issues.take("participants", text::paragraph(&self.participants, text::PARAGRAPH)),
            host_unit: named.unit(&mut issues, "host_unit", &self.host_unit),
            preparing_unit: named.unit(&mut issues, "preparing_unit", &self.preparing_unit),
            room: named.room(&mut issues, &self.room),
            place: issues.take("place", text::line(&self.place, text::LINE)),
            format: choice(&mut issues, "format", &self.format, Format::of_code, Format::InPerson),
            remote_sites: self.sites(&named, &mut issues),
            office_leader: named.person(&mut issues, "office_leader", &self.office_leader),
            specialist: named.person(&mut issues, "specialist", &self.specialist),
            division: named.unit(&mut issues, "division", &self.division),
            vehicle: named.vehicle(&mut issues, &self.vehicle),
            invitation: (!self.invitation.is_empty()).then(|| {
                choice(
                    &mut issues,
                    "invitation",
                    &self.invitation,
                    InvitationMode::of_code,
                    InvitationMode::SeparateLetter,
                )
            }),
            visibility: choice(
                &mut issues,
                "visibility",
                &self.visibility,
                Visibility::of_code,
                Visibility::Internal,
            ),
            public_wording: issues.take("public_wording", text::paragraph(&self.public_wording, 2000)),
            note: issues.take("note", text::paragraph(&self.note, text::PARAGRAPH)),
            acting: self.acting(&named, &mut issues),
            agreed: self.agreed(&mut issues),
        };
        // A consent goes with the delegation.
        if !plan.is_delegated() {
            plan.agreed = None;
        }
        issues.take("reason", text::line(&self.reason, text::LINE));
        issues.or(plan)
    }

    fn times(&self, part: SessionPart, issues: &mut Issues) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let start = issues.take("start", time(&self.start));
        let end = issues.take("end", end(&self.end));
        match (start, end) {
            (None, Some(_)) if self.start.trim().is_empty() => {
                issues.note("start", Problem::EndWithoutStart);
            }
            (Some(start), Some(end)) if end <= start => issues.note("end", too_early(start, end)),
            _ => {}
        }
        let elsewhere = |start| part != SessionPart::AllDay && SessionPart::of_time(start) != part;
        if start.is_some_and(elsewhere) {
            issues.note("part", Problem::NotInThisPart);
        }
        (start, end)
    }

    fn sites(&self, named: &Named, issues: &mut Issues) -> Vec<UnitId> {
        let mut sites = Vec::new();
        for typed in &self.remote_sites {
            let site = named.unit(issues, "remote_sites", typed);
            sites.extend(site.filter(|site| !sites.contains(site)));
        }
        sites
    }

    fn attending(&self, named: &Named, issues: &mut Issues) -> Vec<Attending> {
        let mut attending: Vec<(i32, Attending)> = Vec::new();
        for (key, code) in self.leaders.iter().filter(|(_, code)| !code.is_empty()) {
            // "01" would name the leader of "1" a second time.
            let position = key.parse().ok().map(PositionId).filter(|id| id.to_string() == *key);
            let leader = position.and_then(|id| named.directory.leader(id));
            let (Some(leader), Some(role)) = (leader, LeaderRole::of_code(code)) else {
                issues.note("leaders", Problem::Unknown);
                continue;
            };
            named.must_be_valid(issues, "leaders", &leader.person_name, leader.valid);
            let original = self.in_place_of.get(key).map_or("", String::as_str);
            let in_place_of = issues.take("leaders", optional_id(original)).map(PositionId);
            if let Some(original) = in_place_of {
                if named.directory.leader(original).is_none() {
                    issues.note("leaders", Problem::Unknown);
                } else if original == leader.id || self.goes(original) {
                    issues.note("leaders", Problem::SubstituteForSelf);
                }
            }
            attending.push((leader.precedence, Attending { position: leader.id, role, in_place_of }));
        }
        let chairs = attending.iter().filter(|(_, a)| a.role == LeaderRole::Chair).count();
        if chairs > 1 {
            issues.note("leaders", Problem::SecondChair);
        }
        attending.sort_by_key(|(precedence, a)| (*precedence, a.position));
        attending.into_iter().map(|(_, a)| a).collect()
    }

    fn acting(&self, named: &Named, issues: &mut Issues) -> Option<PositionId> {
        let id = issues.take("acting", optional_id(&self.acting)).map(PositionId)?;
        match named.directory.leader(id) {
            Some(_) if self.goes(id) => issues.note("acting", Problem::SubstituteForSelf),
            Some(leader) => named.must_be_valid(issues, "acting", &leader.person_name, leader.valid),
            None => issues.note("acting", Problem::Unknown),
        }
        Some(id)
    }

    fn agreed(&self, issues: &mut Issues) -> Option<Agreed> {
        let by = issues.take("agreed_by", text::line(&self.agreed_by, text::LINE));
        let at = issues.take("agreed_at", moment(&self.agreed_at));
        if by.is_empty() && at.is_some() {
            issues.note("agreed_by", Problem::Required);
        }
        (!by.is_empty()).then_some(Agreed { by, at })
    }

    fn goes(&self, position: PositionId) -> bool {
        self.leaders.get(&position.to_string()).is_some_and(|code| !code.is_empty())
    }
}
