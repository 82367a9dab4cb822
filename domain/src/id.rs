//! Names for rows: one type per kind of thing, so that a room can never be
//! passed where a person is meant. On the wire they are plain numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self)
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A unit of the organisation tree.
    UnitId;
    /// A person.
    PersonId;
    /// A post held by a person from one day to another.
    PositionId;
    /// A meeting room.
    RoomId;
    /// An official car.
    VehicleId;
    /// A schedule entry.
    EntryId;
    /// A schedule request.
    RequestId;
    /// A template of a week.
    TemplateId;
    /// A series of entries.
    SeriesId;
    /// A meeting.
    MeetingId;
    /// A body that meets again and again.
    BodyId;
    /// An item of an agenda or of a backlog.
    ItemId;
    /// A question to a unit about an item.
    OpinionId;
    /// Somebody who is invited to a meeting.
    InviteeId;
    /// A material of a meeting.
    MaterialId;
    /// A row of the table of days off.
    HolidayId;
    /// A row of the duty roster.
    DutyId;
    /// A publication of a week.
    PublicationId;
    /// A file.
    FileId;
    /// A sign-in account.
    AccountId;
    /// A line of the journal.
    ChangeId;
}
