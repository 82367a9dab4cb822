//! The meetings of one body as a series: what comes before and after a meeting, and the
//! next ones planned at once, by a rule or on chosen days.
//!
//! The rule is that of entries that come again (`schedule::series`). Each planned meeting
//! has its number within the series; a day can be moved or left out before anything
//! exists. A meeting that exists already can be given a number, too (`place`). What stands in the way of each is judged in `schedule`.

mod place;
mod plan;
#[cfg(test)]
mod tests;

pub use place::SessionDraft;
pub use plan::{Foreseen, PlanDraft, Planning, Session, Sessions};

use super::Meeting;
use crate::id::MeetingId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most meetings that are planned at once.
pub const MOST_SESSIONS: u32 = 24;

/// The highest number of a session.
const LAST_NUMBER: u32 = 9999;

/// The code of days that are typed instead of a rule.
pub const CHOSEN: &str = "chosen";

/// Another meeting of the same series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// The meeting.
    pub id: MeetingId,
    /// Its number within the series, when it has one.
    pub session: Option<u32>,
    /// Its day.
    pub date: NaiveDate,
    /// What it is about.
    pub content: String,
}

/// Where a meeting stands among those of its body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbours {
    /// The one before it that takes place.
    pub previous: Option<Neighbour>,
    /// The one after it that takes place.
    pub next: Option<Neighbour>,
}

impl Neighbours {
    /// Those of a meeting among all of its body.
    pub fn of(meeting: &Meeting, all: &[Meeting]) -> Self {
        let key = |one: &Meeting| (one.day(), one.start(), one.id);
        let others =
            || all.iter().filter(|one| one.id != meeting.id && one.state.is_on_board() && one.is_going());
        let short = |one: &Meeting| Neighbour {
            id: one.id,
            session: one.session,
            date: one.day(),
            content: one.proposal.content.clone(),
        };
        Self {
            previous: others().filter(|one| key(one) < key(meeting)).max_by_key(|one| key(one)).map(short),
            next: others().filter(|one| key(one) > key(meeting)).min_by_key(|one| key(one)).map(short),
        }
    }
}
