//! What units ask for on the leaders' calendar (đăng ký lịch), before it is an
//! entry: what for, with whom in the chair, when, and how that ended.
//!
//! Registration closes on a day of the week before; what comes later is marked,
//! not refused. A request that was decided stays as it is. The entry that an
//! accepted request becomes is judged in `schedule`.

mod draft;
mod placed;
mod placing;
mod rival;
mod rules;
mod state;

#[cfg(test)]
pub(crate) mod story;

pub use draft::{Chair, Choices, MINUTES, RequestDraft, SLOT_FIELDS, SlotDraft};
pub use placed::{Difference, Joined, Placed};
pub use placing::Placing;
pub use rival::{Rival, rivals};
pub use rules::{PER_WEEK, RequestRules, RulesDraft};
pub use state::{RequestState, RequestStep};

use crate::access::{Actor, Deed};
use crate::calendar::hours::SessionPart;
use crate::calendar::week::IsoWeek;
use crate::file::File;
use crate::id::{EntryId, PositionId, RequestId, RoomId, UnitId};
use crate::refusal::Refusal;
use crate::schedule::Conflict;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// A time that would suit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// The hour, when one is wished.
    pub start: Option<NaiveTime>,
}

/// What a unit wants; a checked [`RequestDraft`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Nội dung.
    pub content: String,
    /// What it is to decide or to achieve.
    pub purpose: String,
    /// The leader who is asked to chair.
    pub chair: PositionId,
    /// The time that is wished.
    pub wish: Slot,
    /// Times that would do as well, two at most, in the same week.
    pub alternatives: Vec<Slot>,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Thành phần.
    pub participants: String,
    /// One of the Office's rooms.
    pub room: Option<RoomId>,
    /// A place in words.
    pub place: String,
    /// Papers that are attached or will follow, in words.
    pub papers: String,
}

impl Wanted {
    /// The week that it is meant for.
    pub fn week(&self) -> IsoWeek {
        IsoWeek::of(self.wish.date)
    }

    /// The wish, then what would do as well.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        std::iter::once(&self.wish).chain(&self.alternatives)
    }
}

/// Who decided something, when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The name of who decided, as it was then.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The reason that was given, or empty.
    pub reason: String,
}

/// A request as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Number of the row.
    pub id: RequestId,
    /// The unit that asks.
    pub unit: UnitId,
    /// Its name in schedules.
    pub unit_name: String,
    /// What it wants.
    pub wanted: Wanted,
    /// The proposed chair, by title and name.
    pub chair_name: String,
    /// The name of the room, or empty.
    pub room_name: String,
    /// Where it stands.
    pub state: RequestState,
    /// Whether it came after the registration for its week had closed.
    pub late: bool,
    /// Who registered it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The last decision about it.
    pub decision: Option<Decision>,
    /// The entry that it became, while that is on the board.
    pub entry: Option<EntryId>,
    /// Where that entry stands now.
    pub placed: Option<Placed>,
    /// The request that it was merged into.
    pub merged_into: Option<RequestId>,
    /// What its unit may know of that request.
    pub joined: Option<Joined>,
    /// Raised by each save.
    pub version: i32,
}

impl Request {
    /// The state after a step by this person.
    ///
    /// # Errors
    /// A refusal of rights; [`Refusal::NotFound`] for the officer of another unit;
    /// [`Refusal::WrongRequestState`].
    pub fn after(&self, step: RequestStep, actor: &Actor) -> Result<RequestState, Refusal> {
        actor.may(step.deed())?;
        if step.deed() == Deed::RegisterRequest && actor.unit != Some(self.unit) {
            return Err(Refusal::NotFound);
        }
        step.from(self.state).ok_or(Refusal::WrongRequestState { state: self.state })
    }

    /// Room and place in words, as they are wished.
    pub fn place(&self) -> String {
        placed::place(&self.room_name, &self.wanted.place)
    }

    /// Whether its unit is to complete it, in this week or a later one: one whose week is
    /// over is left as it is.
    pub fn waits_for_unit(&self, this_week: IsoWeek) -> bool {
        self.state == RequestState::Returned && self.wanted.week() >= this_week
    }

    /// Whether this person may read its papers.
    pub fn is_read_by(&self, actor: &Actor) -> bool {
        actor.can(Deed::DecideRequest) || self.is_asked_by(actor)
    }

    /// Whether this person may add papers, or put newer versions in their place.
    pub fn takes_papers_of(&self, actor: &Actor) -> bool {
        self.is_asked_by(actor) && self.state.takes_papers()
    }

    /// Whether this person may take papers away: what was decided upon stays.
    pub fn gives_papers_to(&self, actor: &Actor) -> bool {
        self.is_asked_by(actor) && self.state.is_open()
    }

    fn is_asked_by(&self, actor: &Actor) -> bool {
        actor.can(Deed::RegisterRequest) && actor.unit == Some(self.unit)
    }

    /// The steps that this person can take now.
    pub fn steps(&self, actor: &Actor) -> Vec<RequestStep> {
        RequestStep::ALL.into_iter().filter(|step| self.after(*step, actor).is_ok()).collect()
    }
}

/// The requests of one unit, with what its form offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnRequests {
    /// The name of the unit.
    pub unit: String,
    /// Its requests, the newest first.
    pub requests: Vec<Request>,
    /// Their papers in files, all versions.
    pub files: Vec<File>,
    /// What the form offers.
    pub choices: Choices,
    /// When registration closes, and how much a unit may ask for.
    pub rules: RequestRules,
}

/// A request in the tray, with what stands in the way of each of its times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// The request.
    pub request: Request,
    /// Conflicts of the wish and of each alternative, while it waits.
    pub conflicts: Vec<Vec<Conflict>>,
    /// Times of its week when all concerned are free, if none of its own will do.
    pub free: Vec<crate::schedule::Slot>,
}

/// The tray of a week: what was asked for, decided or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tray {
    /// The week.
    pub week: IsoWeek,
    /// Its requests, in the order in which they came.
    pub requests: Vec<Waiting>,
    /// Their papers in files, all versions.
    pub files: Vec<File>,
    /// Weeks in which requests wait, and how many.
    pub open: Vec<(IsoWeek, u32)>,
    /// What the form of acceptance offers.
    pub choices: Choices,
    /// When registration closes.
    pub rules: RequestRules,
}
