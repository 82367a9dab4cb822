//! Why a meeting is wanted (phiếu trình): need, content, chair, people, papers, time.

use super::{Meeting, is_meeting};
use crate::access::optional_id;
use crate::calendar::hours::SessionPart;
use crate::calendar::week::IsoWeek;
use crate::facility::Room;
use crate::id::{BodyId, PersonId, PositionId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::request::{Chair, MINUTES, SLOT_FIELDS, Slot, SlotDraft};
use crate::schedule::EntryKind;
use crate::text::{self, Issues};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// What the forms of meetings offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Leaders with a calendar, by precedence.
    pub chairs: Vec<Chair>,
    /// Rooms of the Office.
    pub rooms: Vec<Room>,
    /// Units that exist, with their names in schedules.
    pub units: Vec<(UnitId, String)>,
    /// People, with their units.
    pub persons: Vec<(PersonId, String)>,
    /// Bodies that exist.
    pub bodies: Vec<(BodyId, String)>,
}

impl Offer {
    /// Title and name of a chair.
    pub fn chair(&self, id: PositionId) -> String {
        self.chairs.iter().find(|chair| chair.id == id).map(|c| c.name.clone()).unwrap_or_default()
    }

    /// The name of a unit.
    pub fn unit(&self, id: UnitId) -> String {
        named(&self.units, id)
    }

    /// The name of a person.
    pub fn person(&self, id: PersonId) -> String {
        named(&self.persons, id)
    }

    /// The name of a body.
    pub fn body(&self, id: BodyId) -> String {
        named(&self.bodies, id)
    }
}

fn named<I: PartialEq + Copy>(list: &[(I, String)], id: I) -> String {
    list.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone()).unwrap_or_default()
}

/// What is proposed; a checked [`ProposalDraft`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What kind of meeting.
    pub kind: EntryKind,
    /// What it is about.
    pub content: String,
    /// The body that meets.
    pub body: Option<BodyId>,
    /// What it is needed for.
    pub purpose: String,
    /// The post that is to chair; once it is on the board, the one that does.
    pub chair: PositionId,
    /// Thành phần.
    pub participants: String,
    /// Tài liệu.
    pub papers: String,
    /// The time that is wished.
    pub wish: Slot,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Who keeps its papers and minutes.
    pub secretary: Option<PersonId>,
    /// Số phiếu trình.
    pub note_number: String,
}

/// The form of a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProposalDraft {
    /// Number of the proposing unit; an officer's own goes without saying.
    pub unit: String,
    /// Kind code.
    pub kind: String,
    /// What it is about.
    pub content: String,
    /// Number of the body, or empty.
    pub body: String,
    /// What it is needed for.
    pub purpose: String,
    /// Number of the chairing post.
    pub chair: String,
    /// Thành phần.
    pub participants: String,
    /// Tài liệu.
    pub papers: String,
    /// The time that is wished.
    pub slot: SlotDraft,
    /// Length in minutes.
    pub minutes: String,
    /// Number of the secretary, or empty.
    pub secretary: String,
    /// Số phiếu trình.
    pub note_number: String,
}

impl ProposalDraft {
    /// The form of a proposal as it is.
    pub fn of(meeting: &Meeting) -> Self {
        let proposal = &meeting.proposal;
        Self {
            unit: meeting.unit.to_string(),
            kind: proposal.kind.code().to_owned(),
            content: proposal.content.clone(),
            body: proposal.body.map(|b| b.to_string()).unwrap_or_default(),
            purpose: proposal.purpose.clone(),
            chair: proposal.chair.to_string(),
            participants: proposal.participants.clone(),
            papers: proposal.papers.clone(),
            slot: SlotDraft::of(&proposal.wish),
            minutes: proposal.minutes.to_string(),
            secretary: proposal.secretary.map(|s| s.to_string()).unwrap_or_default(),
            note_number: proposal.note_number.clone(),
        }
    }

    /// Checks what was typed against what is offered, and against the day and hour in
    /// Vietnam.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, offer: &Offer, now: NaiveDateTime) -> Result<Proposal, Vec<Issue>> {
        let mut issues = Issues::default();
        let kind = EntryKind::of_code(&self.kind).filter(|kind| is_meeting(*kind));
        let kind = issues.chosen("kind", &self.kind, kind);
        let content = issues.needed_line("content", &self.content, text::LINE);
        let purpose = issues.take("purpose", text::paragraph(&self.purpose, 2000));
        if self.purpose.trim().is_empty() {
            issues.note("purpose", Problem::Required);
        }
        let wish = self.slot.check(SLOT_FIELDS[0], &self.minutes, now, &mut issues);
        let chair = issues.take("chair", optional_id(&self.chair)).map(PositionId);
        match chair.map(|id| offer.chairs.iter().find(|c| c.id == id)) {
            None => issues.note("chair", Problem::Required),
            Some(None) => issues.note("chair", Problem::Unknown),
            Some(Some(chair)) => {
                if let Some(wish) = wish.filter(|wish| !chair.valid.contains(wish.date)) {
                    issues.note("chair", chair.gone(wish.date));
                }
            }
        }
        let mut known = |field: &str, typed: &str, is_known: &dyn Fn(i64) -> bool| {
            let id = issues.take(field, optional_id(typed));
            if id.is_some_and(|id| !is_known(id)) {
                issues.note(field, Problem::Unknown);
            }
            id
        };
        let body = known("body", &self.body, &|id| offer.bodies.iter().any(|(b, _)| b.0 == id));
        let secretary =
            known("secretary", &self.secretary, &|id| offer.persons.iter().any(|(p, _)| p.0 == id));
        let proposal = Proposal {
            kind: kind.unwrap_or(EntryKind::WorkingMeeting),
            content,
            body: body.map(BodyId),
            purpose,
            chair: chair.unwrap_or(PositionId(0)),
            participants: issues.take("participants", text::paragraph(&self.participants, text::PARAGRAPH)),
            papers: issues.take("papers", text::paragraph(&self.papers, text::PARAGRAPH)),
            // Without a day there is an issue, and this value goes nowhere.
            wish: wish.unwrap_or(Slot { date: now.date(), part: SessionPart::Morning, start: None }),
            minutes: issues.take("minutes", text::number(&self.minutes, MINUTES)),
            secretary: secretary.map(PersonId),
            note_number: issues.take("note_number", text::line(&self.note_number, 100)),
        };
        issues.or(proposal)
    }
}

impl Proposal {
    /// The week that it is meant for.
    pub fn week(&self) -> IsoWeek {
        IsoWeek::of(self.wish.date)
    }
}
