//! What happened: who did what to which thing, when, with old and new values.
//!
//! A line is written in the transaction of the deed itself; it is never
//! changed and never removed.

use crate::id::ChangeId;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field's code name (see `words::field`).
    pub field: String,
    /// What it said before.
    pub before: String,
    /// What it says now.
    pub after: String,
}

impl FieldChange {
    /// A change of `field`, or `None` when both texts are the same.
    pub fn between(field: &str, before: String, after: String) -> Option<Self> {
        (before != after).then(|| Self { field: field.to_owned(), before, after })
    }

    /// What differs between two descriptions of a thing; what one of them does not name is
    /// empty in it.
    pub fn all(before: Vec<(&str, String)>, after: Vec<(&str, String)>) -> Vec<Self> {
        let of = |all: &[(&str, String)], field: &str| {
            let known = all.iter().find(|(known, _)| *known == field);
            known.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let gone = before.iter().filter(|(field, _)| after.iter().all(|(known, _)| known != field));
        let fields = after.iter().chain(gone).map(|(field, _)| *field);
        fields.filter_map(|field| Self::between(field, of(&before, field), of(&after, field))).collect()
    }
}

/// The kind of thing that a line of the journal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A schedule entry.
    Entry,
    /// A schedule request.
    Request,
    /// A week.
    Week,
    /// A template of a week.
    Template,
    /// A series of entries.
    Series,
    /// A meeting.
    Meeting,
    /// The letter that invites to a meeting.
    Invitation,
    /// Somebody who is invited to a meeting.
    Invitee,
    /// A body that meets.
    Body,
    /// An item of a backlog.
    Item,
    /// A unit.
    Unit,
    /// A person.
    Person,
    /// A position.
    Position,
    /// Which secretary serves which leader.
    Serving,
    /// A sign-in account.
    Account,
    /// A sign-in session.
    Session,
    /// A setting of the office.
    Setting,
    /// A row of the table of days off.
    DayOff,
    /// A row of the duty roster.
    Duty,
}

impl Subject {
    /// All kinds, in the order of the journal's filter.
    pub const ALL: [Subject; 19] = [
        Subject::Entry,
        Subject::Request,
        Subject::Week,
        Subject::Template,
        Subject::Series,
        Subject::Meeting,
        Subject::Invitation,
        Subject::Invitee,
        Subject::Body,
        Subject::Item,
        Subject::Unit,
        Subject::Person,
        Subject::Position,
        Subject::Serving,
        Subject::Account,
        Subject::Session,
        Subject::Setting,
        Subject::DayOff,
        Subject::Duty,
    ];

    /// The code under which the kind is stored.
    pub fn code(self) -> &'static str {
        match self {
            Subject::Entry => "entry",
            Subject::Request => "request",
            Subject::Week => "week",
            Subject::Template => "template",
            Subject::Series => "series",
            Subject::Meeting => "meeting",
            Subject::Invitation => "invitation",
            Subject::Invitee => "invitee",
            Subject::Body => "body",
            Subject::Item => "item",
            Subject::Unit => "unit",
            Subject::Person => "person",
            Subject::Position => "position",
            Subject::Serving => "serving",
            Subject::Account => "account",
            Subject::Session => "session",
            Subject::Setting => "setting",
            Subject::DayOff => "day_off",
            Subject::Duty => "duty",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Number of the line.
    pub id: ChangeId,
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who did it, as it was then.
    pub actor: String,
    /// What was done (`schedule.move_entry` ...).
    pub deed: String,
    /// What kind of thing it was done to.
    pub subject: Subject,
    /// Which one: a row number, or `2026-W49` for a week.
    pub subject_id: String,
    /// A few words that name the thing for a reader.
    pub title: String,
    /// Old and new values.
    pub fields: Vec<FieldChange>,
    /// The reason that was given, or empty.
    pub reason: String,
    /// The day that an entry stands on now, when it is one that still is.
    pub day: Option<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_value_is_no_change() {
        assert_eq!(FieldChange::between("place", "A".into(), "A".into()), None);
        let change = FieldChange::between("place", "A".into(), "B".into()).unwrap();
        assert_eq!((change.before.as_str(), change.after.as_str()), ("A", "B"));
    }
}
