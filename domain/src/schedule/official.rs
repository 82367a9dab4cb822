//! A published week as people read it who are signed in.

use super::publication::{Publication, PublishedEntry};
use crate::calendar::week::IsoWeek;
use crate::duty::PublishedDuty;
use crate::people::Position;
use serde::{Deserialize, Serialize};

/// A published week with its internal part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficialWeek {
    /// Which week.
    pub week: IsoWeek,
    /// The publication shown, or `None` when there is none yet.
    pub publication: Option<Publication>,
    /// All publications of the week.
    pub publications: Vec<Publication>,
    /// Its entries, in the order of the week.
    pub entries: Vec<PublishedEntry>,
    /// Who is on duty, by day and part.
    pub duty: Vec<PublishedDuty>,
}

/// A leader's week on the phone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Phone {
    /// The published week, with the entries of this person only when they
    /// hold a post with a calendar.
    pub week: OfficialWeek,
    /// The posts that the person holds.
    pub posts: Vec<Position>,
    /// Names and work telephones of those who serve them.
    pub secretaries: Vec<(String, String)>,
}
