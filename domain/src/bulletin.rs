//! What the public may read: an allow-list, not a filter.
//!
//! [`show`] builds a new face out of the fields that may leave the Office; a
//! field that nobody thought of is absent. The bulletin stores its result and
//! has no way to the rest (Law 104/2016/QH13 on access to information; Law
//! 91/2025/QH15 on personal data; Law 117/2025/QH15 on state secrets).

#[cfg(test)]
mod tests;

use crate::calendar::week::IsoWeek;
use crate::duty::PublicDuty;
use crate::schedule::choice::{EntryKind, Format, LeaderRole, Visibility};
use crate::schedule::publication::{Difference, Face, LeaderName, Published};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// The public face of an entry, or `None` when the public may not know of it.
pub fn show(face: &Face, visibility: Visibility, public_wording: &str) -> Option<Face> {
    let wording = public_wording.trim();
    match visibility {
        Visibility::Internal => None,
        Visibility::Public => Some(Face {
            date: face.date,
            part: face.part,
            start: face.start,
            end: face.end,
            kind: face.kind,
            content: if wording.is_empty() { &face.content } else { wording }.to_owned(),
            leaders: face.leaders.clone(),
            participants: face.participants.clone(),
            place: face.place.clone(),
            host: face.host.clone(),
            preparing: face.preparing.clone(),
            format: face.format,
            remote_sites: face.remote_sites.clone(),
            invitation: face.invitation,
            standing: face.standing,
            moved_to: face.moved_to,
            reason: face.reason.clone(),
            acting: face.acting.clone(),
        }),
        Visibility::Restricted if wording.is_empty() => None,
        Visibility::Restricted => Some(Face {
            date: face.date,
            part: face.part,
            start: face.start,
            end: face.end,
            kind: EntryKind::WorkingMeeting,
            content: wording.to_owned(),
            leaders: face.leaders.iter().map(at_work).collect(),
            participants: String::new(),
            place: String::new(),
            host: String::new(),
            preparing: String::new(),
            format: Format::InPerson,
            remote_sites: Vec::new(),
            invitation: None,
            standing: face.standing,
            moved_to: None,
            reason: String::new(),
            acting: None,
        }),
    }
}

/// A leader of a restricted entry: that they are busy, not as what.
fn at_work(leader: &LeaderName) -> LeaderName {
    LeaderName { role: LeaderRole::Work, in_place_of: None, ..leader.clone() }
}

/// A leader whose week the public can read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulletinLeader {
    /// Name in addresses.
    pub slug: String,
    /// Full title.
    pub title: String,
    /// Title in schedules.
    pub short_title: String,
    /// Name.
    pub name: String,
}

/// A published week as the public reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BulletinWeek {
    /// Which week.
    pub week: IsoWeek,
    /// The publication shown and when it was published; `None`: nothing yet.
    pub publication: Option<(i32, DateTime<Utc>)>,
    /// All publications of the week, the first one first.
    pub publications: Vec<(i32, DateTime<Utc>)>,
    /// The line under the title.
    pub remark: String,
    /// Entries in the order of the week.
    pub entries: Vec<Published>,
    /// Leaders by precedence.
    pub leaders: Vec<BulletinLeader>,
    /// Who is on duty, as far as the public may know.
    pub duty: Vec<PublicDuty>,
    /// Holidays of the week.
    pub holidays: Vec<(NaiveDate, String)>,
}

/// What changed for the public between two publications of a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BulletinChanges {
    /// Which week.
    pub week: IsoWeek,
    /// The earlier publication.
    pub from: i32,
    /// The later one and its time.
    pub to: (i32, DateTime<Utc>),
    /// All publications of the week.
    pub publications: Vec<(i32, DateTime<Utc>)>,
    /// The differences in the order of the week.
    pub differences: Vec<Difference>,
}
