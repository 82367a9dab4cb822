//! Bodies that meet again and again: the committee itself, steering committees,
//! councils, task forces, with their members and standing secretary.

use super::{Offer, is_meeting};
use crate::access::optional_id;
use crate::id::{BodyId, PersonId, PositionId, UnitId};
use crate::people::Span;
use crate::people::{day_text, span};
use crate::refusal::{Issue, Problem};
use crate::schedule::EntryKind;
use crate::text::{self, Issues};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody who belongs to a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// Name and unit.
    pub name: String,
    /// Whether the person votes.
    pub votes: bool,
}

/// A body as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Number of the row.
    pub id: BodyId,
    /// Full name.
    pub name: String,
    /// The kind of its meetings.
    pub kind: EntryKind,
    /// The post that chairs it.
    pub chair: Option<PositionId>,
    /// Title and name of the chair, or empty.
    pub chair_name: String,
    /// Cơ quan thường trực.
    pub unit: Option<UnitId>,
    /// Its name, or empty.
    pub unit_name: String,
    /// Thư ký thường trực.
    pub secretary: Option<PersonId>,
    /// Name of the standing secretary, or empty.
    pub secretary_name: String,
    /// The decision that it was founded by.
    pub basis: String,
    /// Its members.
    pub members: Vec<Member>,
    /// Days on which it exists.
    pub valid: Span,
    /// Raised by each save.
    pub version: i32,
}

impl Body {
    /// Whether it exists on a day.
    pub fn exists(&self, day: NaiveDate) -> bool {
        self.valid.contains(day)
    }

    /// How many of its members vote.
    pub fn voters(&self) -> usize {
        self.members.iter().filter(|member| member.votes).count()
    }
}

/// The form of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BodyDraft {
    /// Full name.
    pub name: String,
    /// Kind code.
    pub kind: String,
    /// Number of the chairing post, or empty.
    pub chair: String,
    /// Number of the standing unit, or empty.
    pub unit: String,
    /// Number of the standing secretary, or empty.
    pub secretary: String,
    /// Founding decision.
    pub basis: String,
    /// Numbers of the members.
    pub members: Vec<String>,
    /// Numbers of those who vote.
    pub voters: Vec<String>,
    /// First day or empty.
    pub from: String,
    /// Last day or empty.
    pub to: String,
}

impl BodyDraft {
    /// The form of a body as it is.
    pub fn of(body: &Body) -> Self {
        let number = |votes: bool| {
            let members = body.members.iter().filter(move |m| !votes || m.votes);
            members.map(|m| m.person.to_string()).collect()
        };
        Self {
            name: body.name.clone(),
            kind: body.kind.code().to_owned(),
            chair: body.chair.map(|c| c.to_string()).unwrap_or_default(),
            unit: body.unit.map(|u| u.to_string()).unwrap_or_default(),
            secretary: body.secretary.map(|s| s.to_string()).unwrap_or_default(),
            basis: body.basis.clone(),
            members: number(false),
            voters: number(true),
            from: day_text(body.valid.from),
            to: day_text(body.valid.to),
        }
    }

    /// Checks what was typed; `others` are the names of the other bodies.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, id: Option<BodyId>, offer: &Offer) -> Result<Body, Vec<Issue>> {
        let mut issues = Issues::default();
        let name = issues.needed_line("name", &self.name, 200);
        if offer.bodies.iter().any(|(known, other)| Some(*known) != id && *other == name) {
            issues.note("name", Problem::Taken);
        }
        let kind = EntryKind::of_code(&self.kind).filter(|kind| is_meeting(*kind));
        let kind = issues.chosen("kind", &self.kind, kind);
        let mut known = |field: &str, typed: &str, is_known: &dyn Fn(i64) -> bool| {
            let id = issues.take(field, optional_id(typed));
            if id.is_some_and(|id| !is_known(id)) {
                issues.note(field, Problem::Unknown);
            }
            id
        };
        let chair = known("chair", &self.chair, &|id| offer.chairs.iter().any(|c| c.id.0 == id));
        let unit = known("unit", &self.unit, &|id| offer.units.iter().any(|(u, _)| u.0 == id));
        let is_person = |id: i64| offer.persons.iter().any(|(p, _)| p.0 == id);
        let secretary = known("secretary", &self.secretary, &is_person);
        let mut members: Vec<Member> = Vec::new();
        for typed in &self.members {
            let Some(person) = known("members", typed, &is_person).map(PersonId) else { continue };
            if members.iter().all(|member| member.person != person) {
                members.push(Member {
                    person,
                    name: offer.person(person),
                    votes: self.voters.iter().any(|voter| voter.trim() == typed.trim()),
                });
            }
        }
        let body = Body {
            id: id.unwrap_or(BodyId(0)),
            name,
            kind: kind.unwrap_or(EntryKind::SteeringBody),
            chair: chair.map(PositionId),
            chair_name: chair.map(|id| offer.chair(PositionId(id))).unwrap_or_default(),
            unit: unit.map(UnitId),
            unit_name: unit.map(|id| offer.unit(UnitId(id))).unwrap_or_default(),
            secretary: secretary.map(PersonId),
            secretary_name: secretary.map(|id| offer.person(PersonId(id))).unwrap_or_default(),
            basis: issues.take("basis", text::line(&self.basis, text::LINE)),
            members,
            valid: span(&mut issues, &self.from, &self.to),
            version: 0,
        };
        issues.or(body)
    }
}
