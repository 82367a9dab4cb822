//! Who is invited to a meeting, the numbered letter that invites them, and what they
//! answer.
//!
//! An invitee is a unit, a person or a guest without an account. Each answer is kept;
//! the last one says how it stands, all of them together are the chain from who was
//! invited over who was asked for to who comes.

mod answer;
mod chosen;
mod letter;
mod people;
mod plan;
mod step;
mod text;

#[cfg(test)]
pub(crate) mod story;
#[cfg(test)]
mod tests;

pub use answer::{AnswerDraft, Answered, COMING, Coming, coming_text};
pub use chosen::{InviteDraft, InviteeDraft, NewInvitee};
pub use letter::{Invitation, Issued, Letter};
pub use people::{DeputiesLeft, People, Summons, Summonses, Tally};
pub use plan::{InvitationDraft, InvitationPlan, NUMBERS, letter_number};
pub use step::{AnswerStep, Attendance, Gathering, begins};
pub use text::{LetterSheet, letter_text};

use crate::access::{Actor, Deed};
use crate::id::{InviteeId, ItemId, MeetingId, PersonId, UnitId};
use crate::refusal::Refusal;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// What somebody is invited as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InviteePart {
    /// Thành viên of the body that meets.
    Member,
    /// Dự.
    Attend,
    /// Báo cáo, trình bày.
    Present,
    /// Thư ký.
    Secretary,
    /// Khách mời.
    Guest,
}

impl InviteePart {
    /// All parts, in the order of the letter.
    pub const ALL: [InviteePart; 5] = [
        InviteePart::Member,
        InviteePart::Attend,
        InviteePart::Present,
        InviteePart::Secretary,
        InviteePart::Guest,
    ];

    /// The code under which the part is stored.
    pub fn code(self) -> &'static str {
        match self {
            InviteePart::Member => "member",
            InviteePart::Attend => "attend",
            InviteePart::Present => "present",
            InviteePart::Secretary => "secretary",
            InviteePart::Guest => "guest",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }
}

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A unit: it says who comes.
    Unit(UnitId),
    /// A person.
    Person(PersonId),
    /// Somebody without an account.
    Guest {
        /// E-mail address or empty.
        email: String,
        /// Telephone or empty.
        phone: String,
    },
}

impl Who {
    /// E-mail address and telephone of a guest; of others the office knows them.
    pub fn reach(&self) -> (String, String) {
        match self {
            Who::Guest { email, phone } => (email.clone(), phone.clone()),
            Who::Unit(_) | Who::Person(_) => Default::default(),
        }
    }
}

/// Somebody who is invited, with all answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitee {
    /// Number of the row.
    pub id: InviteeId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Who.
    pub who: Who,
    /// The unit whose officer or head answers.
    pub unit: Option<UnitId>,
    /// The name of the unit, of the person or of the guest.
    pub name: String,
    /// Title of a person, title or organisation of a guest.
    pub title: String,
    /// What as.
    pub part: InviteePart,
    /// The items that concern them; none means the whole agenda.
    pub items: Vec<ItemId>,
    /// The issue of the letter that first named them; `None` until then.
    pub since: Option<u32>,
    /// Whether an answer is awaited: to the letter, to its adjustment, or after a deputy
    /// was not agreed to.
    pub waits: bool,
    /// What was answered and decided, the first first.
    pub answers: Vec<Answered>,
    /// Raised by each save.
    pub version: i32,
}

impl Invitee {
    /// How it stands.
    pub fn attendance(&self) -> Attendance {
        let silent = if self.since.is_some() { Attendance::Invited } else { Attendance::Unsent };
        self.answers.last().map_or(silent, |last| last.step.leads_to())
    }

    /// Who comes by now: those whom the last answer names, once nothing more has to be
    /// decided about them.
    pub fn coming(&self) -> &[Coming] {
        let named = match self.attendance() {
            Attendance::Confirmed => AnswerStep::Confirm,
            Attendance::DeputyAgreed => AnswerStep::AskDeputy,
            _ => return &[],
        };
        let last = self.answers.iter().rfind(|answer| answer.step == named);
        last.map_or(&[], |answer| &answer.coming)
    }

    /// Name and title as the letter has them.
    pub fn titled(&self) -> String {
        if self.title.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.title) }
    }

    /// Whether the person answers for this invitee: who speaks for the unit, or the
    /// invited person.
    pub fn is_answered_by(&self, actor: &Actor) -> bool {
        let in_person = matches!(self.who, Who::Person(person) if actor.person == Some(person));
        in_person || self.unit.is_some() && actor.speaks_for() == self.unit
    }

    /// How it stands after a step by this person at a moment of the clocks of Vietnam.
    /// The Office notes answers for anybody; the chair's side decides about deputies.
    ///
    /// # Errors
    /// A refusal of rights; [`Refusal::NotFound`] for whoever may not know of it;
    /// [`Refusal::WrongMeetingState`] outside of the preparation, [`Refusal::Begun`],
    /// [`Refusal::WrongAnswer`].
    pub fn after(
        &self,
        step: AnswerStep,
        actor: &Actor,
        gathering: &Gathering,
        now: NaiveDateTime,
    ) -> Result<Attendance, Refusal> {
        actor.may(step.deed())?;
        let office = actor.can(Deed::EditMeeting);
        let own = self.since.is_some() && self.is_answered_by(actor);
        let chairs = gathering.is_chaired_by(actor);
        if !office && !own && !chairs {
            return Err(Refusal::NotFound);
        }
        if !office && !(if step.is_decision() { chairs } else { own }) {
            return Err(Refusal::NotYours);
        }
        if !gathering.state.is_prepared() {
            return Err(Refusal::WrongMeetingState { state: gathering.state });
        }
        if now >= gathering.begins {
            return Err(Refusal::Begun);
        }
        let state = self.attendance();
        step.from(state).ok_or(Refusal::WrongAnswer { state })
    }

    /// The steps that this person can take now.
    pub fn steps(&self, actor: &Actor, gathering: &Gathering, now: NaiveDateTime) -> Vec<AnswerStep> {
        AnswerStep::ALL.into_iter().filter(|step| self.after(*step, actor, gathering, now).is_ok()).collect()
    }
}
