//! The iCalendar writer: events that may already be shown go in, the bytes that calendars poll
//! come out (RFC 5545, 7986, 6868; docs/decisions/0003-icalendar-bytes.md says why it is ours).
//!
//! The bytes are a pure function of the argument: no clock, no chance, one fixed order, so that
//! an unchanged feed keeps its ETag. Who may see what is decided before, by `domain::feed`; here
//! nothing is hidden, and nothing typed by a person can add a line.

mod calendar;
mod event;
mod line;
mod text;
mod value;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

pub use icalendar::{Class as FeedClass, EventStatus as FeedStatus};

/// The only time zone in which this system writes times.
pub const ZONE: &str = "Asia/Ho_Chi_Minh";

/// What the title of a cancelled event begins with, for the clients that ignore its status.
pub const CANCELLED_PREFIX: &str = "[HỦY] ";

/// How long a timed event is shown when its end is not later than its start.
const SHORTEST: TimeDelta = TimeDelta::minutes(30);

/// One calendar as it is published.
#[derive(Debug, Clone)]
pub struct Feed<'a> {
    /// What the calendar is called in the list of the one who subscribes.
    pub name: &'a str,
    /// The office that publishes; it stands in PRODID.
    pub office: &'a str,
    /// The version of this software; it stands in PRODID, so an upgrade moves the ETag once.
    pub product_version: &'a str,
    /// The colour that a client may give the calendar.
    pub colour: Option<FeedColour>,
    /// With an organizer the feed says METHOD:PUBLISH and each event names that organizer; with
    /// `None`, which is the rule for subscriptions, neither is written (RFC 5546, 3.2.1).
    pub publish_method: Option<Organizer<'a>>,
    /// The events in any order; the caller sees to it that each UID occurs once.
    pub events: &'a [FeedEvent],
}

/// The office's scheduling mailbox; never a person.
#[derive(Debug, Clone, Copy)]
pub struct Organizer<'a> {
    /// The name shown, without restriction of characters.
    pub name: &'a str,
    /// The address without `mailto:`.
    pub email: &'a str,
}

/// Colours by their CSS3 names, the only form that RFC 7986 (5.9) allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedColour {
    /// Red of the public calendar.
    Firebrick,
    /// Blue of a leader's calendar.
    SteelBlue,
    /// Green of a unit's calendar.
    SeaGreen,
    /// Gold of a room's calendar.
    DarkGoldenrod,
    /// Violet of a personal calendar.
    RebeccaPurple,
}

impl FeedColour {
    /// The CSS3 name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Firebrick => "firebrick",
            Self::SteelBlue => "steelblue",
            Self::SeaGreen => "seagreen",
            Self::DarkGoldenrod => "darkgoldenrod",
            Self::RebeccaPurple => "rebeccapurple",
        }
    }
}

/// One event, already cut down to what the reader of this feed may see.
///
/// Build it with [`FeedEvent::new`] and struct update syntax, so that further fields
/// (recurrence) do not touch the callers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEvent {
    /// The stored identity: printable ASCII, at most 255 octets; anything else is left out.
    pub uid: String,
    /// How often time, recurrence or status changed; below 0 is written as 0.
    pub sequence: i64,
    /// When the event came into being.
    pub created: DateTime<Utc>,
    /// When the event was last revised: both DTSTAMP and LAST-MODIFIED.
    pub revised: DateTime<Utc>,
    /// When it takes place.
    pub when: FeedTime,
    /// The title, without [`CANCELLED_PREFIX`], which the writer adds.
    pub summary: String,
    /// Room and building; left out when blank.
    pub location: String,
    /// Plain text, left out when blank.
    pub description: String,
    /// Confirmed, tentative or cancelled.
    pub status: FeedStatus,
    /// Whether the time counts as taken; a cancelled event never does.
    pub busy: bool,
    /// Public or private.
    pub class: FeedClass,
    /// Kinds of event, each a text of its own.
    pub categories: Vec<String>,
    /// The page of the event, `http` or `https`; anything else is left out.
    pub url: Option<String>,
    /// The link of an online meeting. It is repeated in the description, the only place where
    /// most clients show it; what is not an `http` or `https` address stands only there.
    pub conference: Option<String>,
}

impl FeedEvent {
    /// A confirmed, public, busy event with nothing but a title; created when it was revised.
    #[must_use]
    pub fn new(uid: String, revised: DateTime<Utc>, when: FeedTime, summary: String) -> Self {
        Self {
            uid,
            sequence: 0,
            created: revised,
            revised,
            when,
            summary,
            location: String::new(),
            description: String::new(),
            status: FeedStatus::Confirmed,
            busy: true,
            class: FeedClass::Public,
            categories: Vec::new(),
            url: None,
            conference: None,
        }
    }
}

/// When an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedTime {
    /// From one moment to another, on the clock of [`ZONE`]. An end that is not later than the
    /// start becomes start plus 30 minutes: RFC 5545 (3.8.2.2) forbids it, and clients drop it.
    Timed {
        /// The first moment.
        start: NaiveDateTime,
        /// The first moment after it.
        end: NaiveDateTime,
    },
    /// Whole days. A last day before the first becomes the first.
    AllDay {
        /// The first day.
        first: NaiveDate,
        /// The last day, itself included.
        last: NaiveDate,
    },
}

impl FeedTime {
    /// The moment by which events are ordered; a whole day comes first on its day.
    fn begins(self) -> NaiveDateTime {
        match self {
            Self::Timed { start, .. } => start,
            Self::AllDay { first, .. } => first.and_time(NaiveTime::MIN),
        }
    }

    /// The same time as it may be written: whole seconds, and an end later than the start. For
    /// whole days `last` becomes the day after, as DTEND wants it.
    fn writable(self) -> Self {
        match self {
            Self::Timed { start, end } => {
                let start = whole_seconds(start);
                let end = whole_seconds(end);
                let end = if end > start { end } else { start.checked_add_signed(SHORTEST).unwrap_or(end) };
                Self::Timed { start, end }
            }
            Self::AllDay { first, last } => {
                let last = first.max(last);
                let last = last.checked_add_days(Days::new(1)).unwrap_or(last);
                Self::AllDay { first, last }
            }
        }
    }
}

fn whole_seconds(time: NaiveDateTime) -> NaiveDateTime {
    time.with_nanosecond(0).unwrap_or(time)
}

/// Writes the feed: UTF-8, CRLF after every line, at most 75 octets per line, events by start
/// and then by UID.
#[must_use]
pub fn write(feed: &Feed<'_>) -> Vec<u8> {
    let mut events: Vec<&FeedEvent> = feed.events.iter().collect();
    events.sort_by_key(|event| (event.when.begins(), event.uid.as_str()));

    let mut lines = line::Lines::with_capacity(calendar::expected_size(feed));
    calendar::write_head(&mut lines, feed);
    for event in events {
        event::write_event(&mut lines, event, feed.publish_method);
    }
    calendar::write_tail(&mut lines);
    lines.into_bytes()
}
