//! A published week as people read it who are signed in.

use super::publication::{Difference, Publication, PublishedEntry};
use crate::calendar::week::IsoWeek;
use crate::duty::PublishedDuty;
use crate::people::Position;
use chrono::{DateTime, Utc};
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
    /// Names and work telephones of those who look after the entries.
    pub contacts: Vec<(String, String)>,
    /// The rooms of the Office: nobody needs a map to them.
    pub rooms: Vec<String>,
    /// What is new since the person looked last.
    pub look: Look,
}

/// What somebody has seen of a week, and what changed after that.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// The publication that was seen last and when; nothing before the first look.
    pub seen: Option<(i32, DateTime<Utc>)>,
    /// What differs since then, among the entries that the phone shows.
    pub changes: Vec<Difference>,
}
