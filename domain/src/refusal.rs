//! Every "no" that the Office can say, as data.
//!
//! A refusal travels as a typed error from the rule to the screen; the words
//! are found at the very end (`words::refusal`). What is not a refusal is
//! broken: it is logged once at the edge and the person sees a reference.

use crate::calendar::week::IsoWeek;
use crate::journal::FieldChange;
use crate::meeting::{Attendance, ItemState, MeetingState, NotInSession};
use crate::request::RequestState;
use crate::schedule::Conflict;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Why a verb was not carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in, or the session has ended.
    #[error("sign-in needed")]
    SignInNeeded,
    /// E-mail address and password do not belong together, or the account is locked.
    #[error("wrong e-mail or password")]
    WrongPassword,
    /// Too many attempts; the next one is heard after this instant.
    #[error("too many attempts")]
    TooMany {
        /// When the next attempt is heard.
        until: DateTime<Utc>,
    },
    /// The person's roles do not include this deed.
    #[error("not allowed")]
    NotYours,
    /// There is no such thing, or it may not be seen by this person.
    #[error("not found")]
    NotFound,
    /// The entry was there, and somebody removed it.
    #[error("removed by {by}")]
    Removed {
        /// Who.
        by: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// Fields that cannot be accepted as they are.
    #[error("invalid input in {} field(s)", .0.len())]
    Invalid(Vec<Issue>),
    /// The entry collides with others.
    #[error("{} conflict(s)", .0.len())]
    Conflicts(Vec<Conflict>),
    /// Somebody else saved in between.
    #[error("stale: saw version {}, now {}", .0.seen, .0.current)]
    Stale(Box<Stale>),
    /// The step does not fit the state of the week.
    #[error("the week {week} is not in a state for this")]
    WrongState {
        /// The week concerned.
        week: IsoWeek,
    },
    /// The step does not fit the state of the request.
    #[error("the request is {}", .state.code())]
    WrongRequestState {
        /// The state that it is in.
        state: RequestState,
    },
    /// The unit has as many open requests for the week as the office allows.
    #[error("{max} open requests for {week} already")]
    TooManyRequests {
        /// The week concerned.
        week: IsoWeek,
        /// What the office allows.
        max: u32,
    },
    /// Bytes of a file that do not follow what is there.
    #[error("{received} bytes are there")]
    WrongOffset {
        /// How many are there.
        received: u64,
    },
    /// The step does not fit how far the meeting has come.
    #[error("the meeting is {}", .state.code())]
    WrongMeetingState {
        /// How far it has come.
        state: MeetingState,
    },
    /// The step does not fit how far the item has come.
    #[error("the item is {}", .state.code())]
    WrongItemState {
        /// How far it has come.
        state: ItemState,
    },
    /// The meeting has begun: invitations to it are not answered any more.
    #[error("the meeting has begun")]
    Begun,
    /// The step does not fit how the invitation stands.
    #[error("the invitation is {}", .state.code())]
    WrongAnswer {
        /// How it stands.
        state: Attendance,
    },
    /// The agenda was closed: what comes now goes to its supplementary list.
    #[error("the agenda is closed")]
    AgendaFrozen,
    /// Real hours belong to a meeting that is being held.
    #[error("the meeting is not in session: {0:?}")]
    NotInSession(NotInSession),
    /// The entry has a meeting: it is postponed or cancelled, never removed.
    #[error("the entry has a meeting")]
    HasMeeting,
    /// There is nothing that differs from the last publication.
    #[error("nothing to publish")]
    NothingToPublish,
    /// The entry was published: it is postponed or cancelled, never removed.
    #[error("already published")]
    AlreadyPublished,
    /// The question or its answer was lost on the way between browser and server: whether
    /// it was heard is not known.
    #[error("no connection")]
    NoConnection,
    /// Something other than the input failed; the log has it under this reference.
    #[error("broken, reference {reference}")]
    Broken {
        /// What the person can tell the administrator.
        reference: String,
    },
}

impl Refusal {
    /// Whether the server judged what was asked. Of what it did not, nobody here knows
    /// whether it was carried out.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        !matches!(self, Refusal::NoConnection | Refusal::Broken { .. })
    }

    /// A refusal for one field.
    pub fn field(field: impl Into<String>, problem: Problem) -> Self {
        Refusal::Invalid(vec![Issue::new(field, problem)])
    }
}

/// One field that cannot be accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Issue {
    /// An issue of `field`.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: field.into(), problem }
    }
}

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Empty where something is needed.
    Required,
    /// More characters than fit.
    TooLong {
        /// The greatest number of characters.
        max: usize,
        /// The number that was typed.
        is: usize,
    },
    /// Characters that no keyboard types (NUL, escape ...).
    ControlCharacters,
    /// Not a calendar day.
    NotADate,
    /// Not a time of day.
    NotATime,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// Neither an e-mail address nor a telephone number.
    NoWayToReach,
    /// A line that does not hold a name, a comma and a title.
    NoTitle {
        /// The line.
        line: String,
    },
    /// More people than one answer can name.
    TooManyPeople {
        /// The greatest number.
        max: u32,
    },
    /// A day outside the years that the lunar calendar here is right for.
    DateOutOfRange,
    /// A day outside the week that is being edited, although the entry was published in it.
    OutsideWeek,
    /// A day that is over.
    Past,
    /// A day that has not come.
    NotYet,
    /// An hour that has not come.
    HourNotYet,
    /// An hour of today that is over.
    HourPast,
    /// A part of today that is over.
    PartPast,
    /// An alternative in another week than the wish.
    OtherWeek,
    /// The same as what stands above it.
    Repeated,
    /// A way that ends where it begins.
    SamePlace,
    /// Not a whole number between two others.
    NotBetween {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// The end is not after the start.
    EndBeforeStart,
    /// An end without a start.
    EndWithoutStart,
    /// A start from which it would not end on its day.
    EndsNextDay,
    /// The hour does not lie in the chosen part of the day.
    NotInThisPart,
    /// A choice that is not on the list.
    Unknown,
    /// A unit, person or post that had ended by that day.
    Ended {
        /// What ended.
        name: String,
        /// Its last day.
        on: NaiveDate,
    },
    /// Somebody stands in for themselves, or twice.
    SubstituteForSelf,
    /// Exactly one chair is allowed.
    SecondChair,
    /// The value is already in use.
    Taken,
    /// The value belongs to something else.
    TakenBy {
        /// What has it.
        name: String,
    },
    /// A row of the same form has the value.
    TakenByRow {
        /// The row, counted from 1.
        row: usize,
        /// What it is about.
        name: String,
    },
    /// Somebody else is on duty in these hours.
    OnDuty {
        /// Who.
        name: String,
        /// The day.
        on: NaiveDate,
    },
    /// The number belongs to something else.
    NumberTaken {
        /// What has it.
        by: String,
        /// The next that nothing has.
        free: u32,
    },
    /// More days than one form may fill.
    TooManyDays {
        /// The greatest number.
        max: u32,
    },
    /// A day that is worked in any case cannot be worked for another one.
    WorkedAnyway,
    /// Another season claims one of these days.
    OtherSeason {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// Too short.
    WeakPassword {
        /// The least number of characters.
        min: usize,
    },
    /// A password that is among the first ones to be tried: a character or two over and
    /// over, or the name that it belongs to.
    Guessable {
        /// The least number of different characters.
        different: usize,
    },
    /// A file of a kind that is not kept.
    NotAPaper,
    /// A file whose contents are not what its name claims.
    OtherContent,
    /// A file without contents.
    EmptyFile,
    /// A file above the limit.
    TooLarge {
        /// The limit.
        megabytes: u32,
    },
    /// A file that did not arrive as it was sent.
    Damaged,
    /// As many as there may be.
    TooManyFiles {
        /// The greatest number.
        max: u32,
    },
    /// A material whose file has come: the file is taken away first.
    HasFiles,
    /// A unit cannot lie below itself.
    Circle,
    /// Nobody else could look after accounts and settings.
    LastAdministrator,
}

/// A save was based on an older version than the one that is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stale {
    /// The version the person had seen.
    pub seen: i32,
    /// The version that is stored now.
    pub current: i32,
    /// Who saved last.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What was changed since the version that the person had seen.
    pub changes: Vec<FieldChange>,
}
