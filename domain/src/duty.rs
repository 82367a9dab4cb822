//! The duty roster (lịch trực): who is on duty on a day or a part of it.
//!
//! A roster belongs to the Office. Of a published one the public reads the leader on
//! duty, and the hotline when the Office says so; the specialist, the driver and notes
//! stay inside ([`show`] builds what may leave, as `bulletin::show` does for entries).

mod draft;
mod rules;

#[cfg(test)]
mod tests;

pub use draft::{DutyDraft, DutyPlan, LONGEST, hotline};
pub use rules::{DutyRules, DutyRulesDraft};

use crate::calendar::hours::SessionPart;
use crate::calendar::working_day::WorkingDays;
use crate::id::{DutyId, PersonId, PositionId};
use crate::schedule::Directory;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A row of the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Number of the row.
    pub id: DutyId,
    /// The day.
    pub date: NaiveDate,
    /// The part of the day; mostly all of it.
    pub part: SessionPart,
    /// The leader on duty.
    pub leader: Option<PositionId>,
    /// The leader of the Office on duty.
    pub office_leader: Option<PersonId>,
    /// The specialist on duty; internal.
    pub specialist: Option<PersonId>,
    /// The driver on duty; internal.
    pub driver: Option<PersonId>,
    /// The telephone number that is answered.
    pub hotline: String,
    /// A note; internal.
    pub note: String,
    /// Raised by each save.
    pub version: i32,
}

/// The roster of some days with what its form needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// The rows, by day and part.
    pub duties: Vec<Duty>,
    /// Who can be chosen, holidays included.
    pub directory: Directory,
    /// What of it the public reads.
    pub rules: DutyRules,
}

/// Days without work that nobody is on duty for: weekends and holidays are when a
/// roster matters most.
pub fn missing(days: &WorkingDays, duties: &[Duty], first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .filter(|day| !days.is_working(*day) && duties.iter().all(|duty| duty.date != *day))
        .collect()
}

/// A row of the roster as it was published, with the names of that moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishedDuty {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: String,
    /// "PCT", or empty when no leader is on duty.
    pub title: String,
    /// The leader's name.
    pub name: String,
    /// The leader of the Office.
    pub office_leader: String,
    /// The specialist.
    pub specialist: String,
    /// The driver.
    pub driver: String,
    /// The telephone number that is answered.
    pub hotline: String,
    /// The note.
    pub note: String,
}

impl PublishedDuty {
    /// A row with the names that it has now.
    pub fn of(duty: &Duty, directory: &Directory) -> Self {
        let leader = duty.leader.and_then(|id| directory.leader(id));
        let person = |id: Option<PersonId>| {
            let person = id.and_then(|id| directory.person(id));
            person.map(|person| person.name.clone()).unwrap_or_default()
        };
        Self {
            date: duty.date,
            part: duty.part.code().to_owned(),
            title: leader.map(|post| post.short_title.clone()).unwrap_or_default(),
            name: leader.map(|post| post.person_name.clone()).unwrap_or_default(),
            office_leader: person(duty.office_leader),
            specialist: person(duty.specialist),
            driver: person(duty.driver),
            hotline: duty.hotline.clone(),
            note: duty.note.clone(),
        }
    }

    /// Without what is for the desk only: the specialist, the driver, the note.
    #[must_use]
    pub fn trimmed(self) -> Self {
        Self { specialist: String::new(), driver: String::new(), note: String::new(), ..self }
    }
}

/// What the public reads of a row: an allow-list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDuty {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// "PCT".
    pub title: String,
    /// The leader's name.
    pub name: String,
    /// The telephone number, or empty when the Office keeps it to itself.
    pub hotline: String,
}

/// The public face of a row, or `None` when the public may not know of it.
pub fn show(duty: &PublishedDuty, rules: &DutyRules) -> Option<PublicDuty> {
    if !rules.public || duty.name.is_empty() {
        return None;
    }
    Some(PublicDuty {
        date: duty.date,
        part: SessionPart::of_code(&duty.part).unwrap_or(SessionPart::AllDay),
        title: duty.title.clone(),
        name: duty.name.clone(),
        hotline: if rules.hotline { duty.hotline.clone() } else { String::new() },
    })
}

/// A row that publishing now would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyChange {
    /// The row as it was published last, if it was.
    pub before: Option<PublishedDuty>,
    /// The row as it is now, if it still is.
    pub after: Option<PublishedDuty>,
}

/// What differs between two rosters, by day and part.
pub fn differences(old: &[PublishedDuty], new: &[PublishedDuty]) -> Vec<DutyChange> {
    let place = |duty: &PublishedDuty| (duty.date, duty.part.clone());
    let mut changes: Vec<DutyChange> = old
        .iter()
        .map(|before| DutyChange {
            before: Some(before.clone()),
            after: new.iter().find(|after| place(after) == place(before)).cloned(),
        })
        .filter(|change| change.before != change.after)
        .collect();
    let added = new.iter().filter(|after| old.iter().all(|before| place(before) != place(after)));
    changes.extend(added.map(|after| DutyChange { before: None, after: Some(after.clone()) }));
    changes.sort_by_key(|change| change.after.as_ref().or(change.before.as_ref()).map(place));
    changes
}
