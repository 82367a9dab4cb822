//! The letter: what an invitation must state, taken from the meeting, its entry and its
//! invitees as they are now; what lacks; what differs from the letter that was issued.

use super::{InvitationPlan, Invitee, InviteePart};
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::id::MeetingId;
use crate::journal::FieldChange;
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::refusal::{Issue, Problem};
use crate::setting::Profile;
use crate::words::invitee_part;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// Ký hiệu of invitations where the office did not decide otherwise.
const USUAL_SYMBOL: &str = "GM-UBND";

/// Everything that an invitation states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// "Ủy ban nhân dân tỉnh Minh Giang".
    pub committee: String,
    /// "Minh Giang".
    pub place_name: String,
    /// "GM-UBND" as the office had it then; empty is the usual one.
    #[serde(default)]
    pub symbol: String,
    /// What the meeting is about.
    pub content: String,
    /// Name and title of the chair.
    pub chair: String,
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// The hour.
    pub start: Option<NaiveTime>,
    /// The end, when known.
    pub end: Option<NaiveTime>,
    /// Room and place.
    pub place: String,
    /// Who is invited, by part.
    pub invited: Vec<(InviteePart, Vec<String>)>,
    /// Specific requirements.
    pub requirements: Vec<String>,
    /// Name and title of the contact point.
    pub contact: String,
    /// Its telephone.
    pub contact_phone: String,
    /// Form of signing.
    pub signing: String,
    /// Title of the signer.
    pub signer_title: String,
    /// Name of the signer.
    pub signer: String,
    /// Nơi nhận.
    pub recipients: Vec<String>,
}

impl Letter {
    /// "512/GM-UBND"; below ten with a zero in front (Decree 30/2020/NĐ-CP).
    pub fn numbered(&self, number: u32) -> String {
        format!("{number:02}/{}", self.mark())
    }

    /// "GM-UBND", or as the office decided.
    pub fn mark(&self) -> &str {
        if self.symbol.is_empty() { USUAL_SYMBOL } else { &self.symbol }
    }

    /// The letter of a meeting as everything is now; `chair`, `contact` and `signer` are
    /// the names of those whom the meeting and the plan number.
    pub fn of(
        profile: &Profile,
        meeting: &Meeting,
        plan: &InvitationPlan,
        invitees: &[Invitee],
        [chair, contact, signer]: [String; 3],
    ) -> Self {
        let lines = |text: &str| {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        let invited = InviteePart::ALL.into_iter().filter_map(|part| {
            let of_part = invitees.iter().filter(|invitee| invitee.part == part);
            let names: Vec<String> = of_part.map(Invitee::titled).collect();
            (!names.is_empty()).then_some((part, names))
        });
        Self {
            committee: profile.committee_name.clone(),
            place_name: profile.place_name.clone(),
            symbol: profile.letter_symbol.clone(),
            content: meeting.proposal.content.clone(),
            chair,
            date: meeting.day(),
            part: meeting.part(),
            start: meeting.start(),
            end: meeting.board.as_ref().and_then(|board| board.end),
            place: meeting.board.as_ref().map(|board| board.place.clone()).unwrap_or_default(),
            invited: invited.collect(),
            requirements: lines(&plan.requirements),
            contact,
            contact_phone: plan.contact_phone.clone(),
            signing: plan.signing.clone(),
            signer_title: plan.signer_title.clone(),
            signer,
            recipients: lines(&plan.recipients),
        }
    }

    /// What it must state and does not.
    pub fn missing(&self) -> Vec<Issue> {
        let lacks = [
            ("chair", self.chair.is_empty()),
            ("invitees", self.invited.is_empty()),
            ("content", self.content.is_empty()),
            ("start", self.start.is_none()),
            ("place", self.place.is_empty()),
            ("requirements", self.requirements.is_empty()),
            ("contact", self.contact.is_empty()),
            ("contact_phone", self.contact_phone.is_empty()),
            ("signing", self.signing.is_empty()),
            ("signer_title", self.signer_title.is_empty()),
            ("signer", self.signer.is_empty()),
        ];
        let lacks = lacks.into_iter().filter(|(_, lacks)| *lacks);
        lacks.map(|(field, _)| Issue::new(field, Problem::Required)).collect()
    }

    /// What another letter of the same meeting says otherwise.
    pub fn changes(&self, later: &Letter) -> Vec<FieldChange> {
        FieldChange::all(self.told(), later.told())
    }

    /// Whether chair, time or place are other ones in `later`.
    pub fn is_moved(&self, later: &Letter) -> bool {
        let where_and_when = |letter: &Letter| {
            (letter.chair.clone(), letter.date, letter.start, letter.end, letter.place.clone())
        };
        where_and_when(self) != where_and_when(later)
    }

    fn told(&self) -> Vec<(&'static str, String)> {
        let time = |time: Option<NaiveTime>| time.map(spoken::time).unwrap_or_default();
        let invited = self
            .invited
            .iter()
            .map(|(part, names)| format!("{}: {}", Locale::Vi.say(invitee_part(*part)), names.join("; ")));
        vec![
            ("chair", self.chair.clone()),
            ("date", self.date.to_string()),
            ("start", time(self.start)),
            ("end", time(self.end)),
            ("place", self.place.clone()),
            ("content", self.content.clone()),
            ("invitees", invited.collect::<Vec<_>>().join(". ")),
            ("requirements", self.requirements.join("; ")),
            ("contact", self.contact.clone()),
            ("contact_phone", self.contact_phone.clone()),
            ("signing", self.signing.clone()),
            ("signer_title", self.signer_title.clone()),
            ("signer", self.signer.clone()),
            ("recipients", self.recipients.join("; ")),
        ]
    }
}

/// A letter as it went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// 1 for the letter, 2 for its first adjustment.
    pub issue: u32,
    /// What it says.
    pub letter: Letter,
    /// The name of who issued it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The invitation of a meeting: what is written into it, its number, its issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The meeting.
    pub meeting: MeetingId,
    /// What the Office writes into it.
    pub plan: InvitationPlan,
    /// Its number within its year, once it was issued.
    pub number: Option<u32>,
    /// Its issues, the first first.
    pub issues: Vec<Issued>,
    /// Raised by each save; 0 while there is none.
    pub version: i32,
}

impl Invitation {
    /// The last issue.
    pub fn last(&self) -> Option<&Issued> {
        self.issues.last()
    }

    /// What somebody has seen who looks at the letter that it would be: raised by each save
    /// of the letter, of the meeting and of its entry.
    pub fn stamp(&self, meeting: &Meeting) -> i32 {
        self.version + meeting.version + meeting.board.as_ref().map_or(0, |board| board.version)
    }

    /// Whether the last issue says what the letter says now, and went to all invitees: one
    /// who was taken off the list and put on it again has to be told again.
    pub fn is_told(&self, now: &Letter, invitees: &[Invitee]) -> bool {
        let same = self.last().is_some_and(|last| last.letter.changes(now).is_empty());
        same && invitees.iter().all(|invitee| invitee.since.is_some())
    }

    /// What the last issue changed of the one before it.
    pub fn adjusted(&self) -> Vec<FieldChange> {
        match self.issues.as_slice() {
            [.., before, last] => before.letter.changes(&last.letter),
            _ => Vec::new(),
        }
    }
}
