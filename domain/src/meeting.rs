//! Meetings: why one is called, what its chair said to that, its agenda, its bodies,
//! and the days by which the law wants something done.
//!
//! A meeting that was agreed to has an entry on the board. The two are one thing: when,
//! where, under whom and whether it takes place is said by the entry alone, and read
//! from there. What leads to the board (requests) and conflicts are other rooms.

mod agenda;
mod body;
mod clock;
mod entry;
mod hour;
mod invite;
mod item;
mod item_draft;
mod material;
mod opinion;
mod proposal;
mod rules;
mod series;
mod state;
mod whole;

#[cfg(test)]
pub(crate) mod story;
#[cfg(test)]
mod tests;

pub use agenda::{Shift, is_other_section, shifted, starts, total};
pub use body::{Body, BodyDraft, Member};
pub use clock::{Deadline, Done, Mark, What, deadlines};
pub use hour::{Course, CourseLine, Hour, NotInSession, RealHours, RealHoursDraft, Turn};
pub use invite::{
    AnswerDraft, AnswerStep, Answered, Attendance, COMING, Coming, DeputiesLeft, Gathering, Invitation,
    InvitationDraft, InvitationPlan, InviteDraft, Invitee, InviteeDraft, InviteePart, Issued, Letter,
    LetterSheet, NUMBERS, NewInvitee, People, Summons, Summonses, Tally, Who, begins, coming_text,
    letter_number, letter_text,
};
pub use item::{AgreementDraft, Item, ItemKind, ItemState, ItemStep};
pub use item_draft::{ITEM_MINUTES, ItemDraft, ItemPlan};
pub use material::{
    Access, Circle, Material, MaterialDraft, MaterialPlan, Near, Noted, Opening, Owed, Pack, PackLine,
    PaperKind, Papers, PapersLeft, PrivateNote, Reader, SeenBy, in_order, seen_by, shifted_within,
};
pub use opinion::{Asked, OpinionDraft, Reply};
pub use proposal::{Offer, Proposal, ProposalDraft};
pub use rules::{CountingDraft, KINDS, MeetingRules, RuleDraft, Rules, is_meeting};
pub use series::{
    CHOSEN, Foreseen, MOST_SESSIONS, Neighbour, Neighbours, PlanDraft, Planning, Session, SessionDraft,
    Sessions,
};
pub use state::{MeetingState, MeetingStep};
pub use whole::{Backlog, Dossier, MeetingList, OfEntry, OnBoard, Taken};

use crate::access::{Actor, Deed};
use crate::calendar::hours::{SessionPart, WorkingHours};
use crate::id::{MeetingId, UnitId};
use crate::refusal::Refusal;
use crate::schedule::Standing;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// A meeting as it is kept, with the names of what it mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Number of the row.
    pub id: MeetingId,
    /// What was proposed.
    pub proposal: Proposal,
    /// The unit that proposed it.
    pub unit: UnitId,
    /// Its name in schedules.
    pub unit_name: String,
    /// The name of the body that meets, or empty.
    pub body_name: String,
    /// Its number among the meetings of its body, when it has one.
    pub session: Option<u32>,
    /// Title and name of the chair, as the board has it.
    pub chair_name: String,
    /// The name of who keeps its papers and minutes, or empty.
    pub secretary_name: String,
    /// How far it has come.
    pub state: MeetingState,
    /// Who did what to it and when, the first first.
    pub taken: Vec<Taken>,
    /// Its entry, when it has one.
    pub board: Option<OnBoard>,
    /// Who closed the agenda, and when.
    pub frozen: Option<(String, DateTime<Utc>)>,
    /// Raised by each save.
    pub version: i32,
}

impl Meeting {
    /// The day: that of the board, or the one that was wished.
    pub fn day(&self) -> NaiveDate {
        self.board.as_ref().map_or(self.proposal.wish.date, |board| board.date)
    }

    /// The part of the day.
    pub fn part(&self) -> SessionPart {
        self.board.as_ref().map_or(self.proposal.wish.part, |board| board.part)
    }

    /// When it begins, when an hour is known.
    pub fn start(&self) -> Option<NaiveTime> {
        self.board.as_ref().map_or(self.proposal.wish.start, |board| board.start)
    }

    /// How many minutes it is planned to last in the hours of its day, without the noon pause.
    pub fn minutes(&self, hours: WorkingHours) -> u32 {
        let span = self.board.as_ref().and_then(|board| board.start.zip(board.end));
        span.map_or(self.proposal.minutes, |(start, end)| hours.minutes_between(start, end))
    }

    /// Whether it takes place as the board says; one that has no entry yet does.
    pub fn is_going(&self) -> bool {
        self.board.as_ref().is_none_or(|board| board.standing.is_going())
    }

    /// Whether it takes place, with the reason when it does not.
    pub fn standing(&self) -> Standing {
        self.board.as_ref().map_or(Standing::Going, |board| board.standing.clone())
    }

    /// The last time that a step was taken since the meeting has its present place on
    /// the board.
    pub fn done(&self, step: MeetingStep) -> Option<&Taken> {
        let since = self.taken.iter().rposition(|taken| taken.step == MeetingStep::Schedule).unwrap_or(0);
        self.taken.iter().skip(since).rfind(|taken| taken.step == step)
    }

    /// The answer of the chair, when there is one.
    pub fn opinion(&self) -> Option<&Taken> {
        self.taken.iter().rfind(|taken| taken.step.deed() == Deed::GiveOpinion)
    }

    /// Whether the person may know of it: the Office, the chair, and the unit that
    /// proposed it.
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        let own_unit = actor.can(Deed::ProposeMeeting) && actor.unit == Some(self.unit);
        actor.can(Deed::EditMeeting) || self.is_chaired_by(actor) || own_unit
    }

    /// Whether the person holds the post that chairs it, or acts for its absent holder.
    pub fn is_chaired_by(&self, actor: &Actor) -> bool {
        actor.can(Deed::GiveOpinion) && actor.answers_as(self.proposal.chair)
    }

    /// Whether it waits for the word of this person as its chair.
    pub fn waits_for(&self, actor: &Actor) -> bool {
        self.state == MeetingState::Proposed && self.is_chaired_by(actor)
    }

    /// The state after a step by this person.
    ///
    /// # Errors
    /// A refusal of rights; [`Refusal::NotFound`] for whoever may not know of it;
    /// [`Refusal::WrongMeetingState`].
    pub fn after(&self, step: MeetingStep, actor: &Actor) -> Result<MeetingState, Refusal> {
        actor.may(step.deed())?;
        if !self.is_seen_by(actor) {
            return Err(Refusal::NotFound);
        }
        if step.deed() == Deed::GiveOpinion && !self.is_chaired_by(actor) {
            return Err(Refusal::NotYours);
        }
        step.from(self.state, self.is_going()).ok_or(Refusal::WrongMeetingState { state: self.state })
    }

    /// The steps that this person can take now.
    pub fn steps(&self, actor: &Actor) -> Vec<MeetingStep> {
        MeetingStep::ALL.into_iter().filter(|step| self.after(*step, actor).is_ok()).collect()
    }

    /// Whether its agenda can still be arranged by this person.
    ///
    /// # Errors
    /// A refusal of rights, [`Refusal::WrongMeetingState`] outside of the preparation,
    /// [`Refusal::AgendaFrozen`].
    pub fn may_arrange(&self, actor: &Actor) -> Result<(), Refusal> {
        self.may_add(actor)?;
        if self.frozen.is_some() { Err(Refusal::AgendaFrozen) } else { Ok(()) }
    }

    /// Whether something can still be added, at least to the supplementary list.
    ///
    /// # Errors
    /// A refusal of rights, [`Refusal::WrongMeetingState`] outside of the preparation.
    pub fn may_add(&self, actor: &Actor) -> Result<(), Refusal> {
        actor.may(Deed::EditMeeting)?;
        if self.state.is_prepared() { Ok(()) } else { Err(Refusal::WrongMeetingState { state: self.state }) }
    }

    /// Whether this person can say which session of a body it is.
    ///
    /// # Errors
    /// A refusal of rights, [`Refusal::WrongMeetingState`] before it is on the board.
    pub fn may_number(&self, actor: &Actor) -> Result<(), Refusal> {
        actor.may(Deed::EditMeeting)?;
        if self.state.is_on_board() { Ok(()) } else { Err(Refusal::WrongMeetingState { state: self.state }) }
    }

    /// What the law wants by when, as this office counts.
    pub fn deadlines(
        &self,
        rules: &MeetingRules,
        days: &crate::calendar::WorkingDays,
        today: NaiveDate,
    ) -> Vec<Deadline> {
        if !self.state.is_on_board() || !self.is_going() {
            return Vec::new();
        }
        let on = |step| self.done(step).map(|taken| taken.day());
        let done = Done {
            invitation: on(MeetingStep::Convene),
            papers: on(MeetingStep::Ready),
            held: matches!(self.state, MeetingState::Held | MeetingState::Concluded),
            conclusion: on(MeetingStep::Conclude),
        };
        deadlines(&rules.of(self.proposal.kind), rules, days, self.day(), today, &done)
    }
}
