//! What the screens of invitations are given: everybody of one meeting for the Office and
//! the chair, and one's own invitations for everybody else.

use super::{Attendance, Gathering, Invitation, Invitee, Issued, Letter};
use crate::id::MeetingId;
use crate::journal::FieldChange;
use crate::schedule::Standing;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// How many stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// All who are on the list.
    pub listed: u32,
    /// Those who come, or whose deputy does.
    pub coming: u32,
    /// Those whose deputy waits for the chair.
    pub deputies: u32,
    /// Those who are excused.
    pub declined: u32,
    /// Those of whom an answer is still awaited.
    pub silent: u32,
    /// Those whom no letter named yet.
    pub unsent: u32,
}

impl Tally {
    /// Counts them; each stands in one of the five columns.
    pub fn of(invitees: &[Invitee]) -> Self {
        let mut tally = Self::default();
        for invitee in invitees {
            tally.listed += 1;
            *match invitee.attendance() {
                Attendance::Confirmed | Attendance::DeputyAgreed => &mut tally.coming,
                Attendance::DeputyAsked => &mut tally.deputies,
                Attendance::AbsentExcused => &mut tally.declined,
                Attendance::Invited | Attendance::DeputyRefused => &mut tally.silent,
                Attendance::Unsent => &mut tally.unsent,
            } += 1;
        }
        tally
    }
}

/// Everybody of one meeting and its letter, for the Office and the chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Who is invited, by part and name.
    pub invitees: Vec<Invitee>,
    /// The invitation as it stands.
    pub invitation: Invitation,
    /// The letter that it would be now.
    pub letter: Letter,
    /// The next number of the year.
    pub next: u32,
    /// Members of the body who are not invited yet.
    pub members: u32,
    /// What decides who may answer.
    pub gathering: Gathering,
}

impl People {
    /// What was changed since the letter went out and nobody was told.
    pub fn untold(&self) -> Vec<FieldChange> {
        self.invitation.last().map(|last| last.letter.changes(&self.letter)).unwrap_or_default()
    }

    /// Whether the last letter still says everything, to everybody.
    pub fn is_told(&self) -> bool {
        self.invitation.is_told(&self.letter, &self.invitees)
    }
}

/// One meeting that somebody is invited to: the letter that went out, and the own answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summons {
    /// The meeting.
    pub meeting: MeetingId,
    /// Number of the letter within its year.
    pub number: u32,
    /// The letter as it went out last.
    pub issued: Issued,
    /// What it changed of the one before.
    pub adjusted: Vec<FieldChange>,
    /// Whether time, place or chair differ by now from what the letter says.
    pub is_moved: bool,
    /// Whether the meeting takes place.
    pub standing: Standing,
    /// What decides who may answer.
    pub gathering: Gathering,
    /// Those whom the person answers for.
    pub own: Vec<Invitee>,
}

impl Summons {
    /// Whether an answer of the person is awaited at this moment of the clocks of Vietnam.
    pub fn waits(&self, now: NaiveDateTime) -> bool {
        !self.is_over(now) && self.standing.is_going() && self.own.iter().any(|invitee| invitee.waits)
    }

    /// Whether nothing can be answered any more.
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        now >= self.gathering.begins || !self.gathering.state.is_prepared()
    }
}

/// Deputies of one meeting who wait for its chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeputiesLeft {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub content: String,
    /// How many.
    pub count: u32,
}

/// The list of one's own invitations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summonses {
    /// Those to come, the nearest first; then those that are over, the last first.
    pub own: Vec<Summons>,
    /// What waits for the person as chair.
    pub deputies: Vec<DeputiesLeft>,
    /// How many wait for the person, answers and decisions.
    pub waiting: u32,
}
