//! Materials (tài liệu họp): what a unit owes a meeting by when, what arrived of it, who
//! may read it, and whom the Office has to ask again.
//!
//! A line stands before anything has arrived; the file that is sent for it is its newest
//! version. Who may not see a line finds no file of it either.

mod archive;
mod circle;
mod draft;
mod kind;
mod pack;
mod seen;

#[cfg(test)]
mod tests;

pub use circle::{Circle, Near, Reader};
pub use draft::{MaterialDraft, MaterialPlan};
pub use kind::{Access, PaperKind};
pub use pack::{Owed, Pack, PackLine, Papers, PapersLeft, PrivateNote, in_order, shifted_within};
pub use seen::{Opening, SeenBy, seen_by};

use super::{Mark, MeetingState};
use crate::access::{Actor, Deed};
use crate::calendar::WorkingDays;
use crate::file::{File, newest};
use crate::id::{ItemId, MaterialId, MeetingId};
use crate::refusal::Refusal;
use crate::words::vietnam;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Something that somebody noted at a time: that it came another way, or that the unit
/// was asked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The name of who noted it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The words, or empty.
    pub text: String,
}

/// A line of material as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// Number of the row.
    pub id: MaterialId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item that it belongs to; `None` for the meeting as a whole.
    pub item: Option<ItemId>,
    /// What is owed.
    pub plan: MaterialPlan,
    /// The name of the unit that owes it, in schedules.
    pub unit_name: String,
    /// That it came another way: on paper, or through the document system.
    pub noted: Option<Noted>,
    /// When the unit was asked again, the first first.
    pub chased: Vec<Noted>,
    /// Who closed it to its readers, and when.
    pub closed: Option<(String, DateTime<Utc>)>,
    /// All versions of its file.
    pub files: Vec<File>,
    /// How near its time is, or whether it came in time.
    pub mark: Mark,
}

impl Material {
    /// The newest version of its file.
    pub fn file(&self) -> Option<&File> {
        newest(&self.files).into_iter().next_back()
    }

    /// When it came first, whichever way.
    pub fn received(&self) -> Option<DateTime<Utc>> {
        let files = self.files.iter().map(|file| file.at);
        files.chain(self.noted.as_ref().map(|noted| noted.at)).min()
    }

    /// Whether nothing has come yet.
    pub fn is_owed(&self) -> bool {
        self.received().is_none()
    }

    /// How near its time is now. What came is in time or not, whatever the time now;
    /// what has no time presses nobody.
    pub fn marked(&self, now: DateTime<Utc>, days: &WorkingDays, amber: u32) -> Mark {
        let day = |at: DateTime<Utc>| at.with_timezone(&vietnam()).date_naive();
        match (self.received(), self.plan.due) {
            (Some(at), Some(due)) if at > due => Mark::DoneLate,
            (Some(_), _) => Mark::Done,
            (None, Some(due)) if now > due => Mark::Red,
            (None, Some(due)) if day(now) >= days.before(day(due), amber) => Mark::Amber,
            (None, _) => Mark::Far,
        }
    }

    /// Whether the person speaks for the unit that owes it.
    pub fn is_owed_by(&self, actor: &Actor) -> bool {
        actor.speaks_for() == Some(self.plan.unit)
    }

    /// Whether it is kept that the person opens it: not of the Office, nor of the unit
    /// that sent it.
    pub fn tells_of(&self, actor: &Actor) -> bool {
        !actor.can(Deed::EditMeeting) && !self.is_owed_by(actor)
    }

    /// Whether the person may know of it: its unit and the Office always, others as its
    /// access says and until it is closed.
    pub fn is_seen_by(&self, actor: &Actor, near: Near) -> bool {
        let reached = self.closed.is_none() && self.plan.access.reaches(near);
        reached || near == Near::Office || self.is_owed_by(actor)
    }

    /// Whether its unit or the Office can send a file to a meeting in this state.
    ///
    /// # Errors
    /// [`Refusal::NotYours`] for a reader, [`Refusal::WrongMeetingState`] before the
    /// meeting is on the board or when it is not held.
    pub fn takes_files_of(&self, actor: &Actor, state: MeetingState) -> Result<(), Refusal> {
        self.belongs_to(actor)?;
        if state.is_on_board() { Ok(()) } else { Err(Refusal::WrongMeetingState { state }) }
    }

    /// Whether the person can close it to its readers, and open it again: from the day of
    /// the meeting on.
    ///
    /// # Errors
    /// [`Refusal::NotYours`] for a reader, [`Refusal::WrongMeetingState`] before the day.
    pub fn may_close(
        &self,
        actor: &Actor,
        state: MeetingState,
        day: NaiveDate,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        self.belongs_to(actor)?;
        if state.is_on_board() && day <= today { Ok(()) } else { Err(Refusal::WrongMeetingState { state }) }
    }

    /// Whether a new version owes a reason: it replaces one, and the agenda is closed.
    pub fn needs_reason(&self, is_frozen: bool) -> bool {
        is_frozen && !self.files.is_empty()
    }

    fn belongs_to(&self, actor: &Actor) -> Result<(), Refusal> {
        let own = self.is_owed_by(actor) || actor.can(Deed::EditMeeting);
        if own { Ok(()) } else { Err(Refusal::NotYours) }
    }
}
