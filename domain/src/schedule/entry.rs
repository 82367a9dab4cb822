//! One entry of the working week: who does what, when and where.

use super::choice::{EntryKind, Format, InvitationMode, LeaderRole, Visibility};
use crate::calendar::hours::{SessionPart, WorkingHours};
use crate::id::{EntryId, PersonId, PositionId, RoomId, UnitId, VehicleId};
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

/// Minutes that an entry takes at least when nobody said how long it lasts.
const SHORTEST: u32 = 30;

/// A leader on an entry. With `in_place_of` the original assignment is kept
/// beside the one who goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attending {
    /// Who goes.
    pub position: PositionId,
    /// As what.
    pub role: LeaderRole,
    /// Who was assigned first, when this is a delegation.
    pub in_place_of: Option<PositionId>,
}

/// Who agreed that somebody else goes or acts, and when. It stays in the Office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The name.
    pub by: String,
    /// When, to the minute; the moment of the save when nobody said it.
    pub at: Option<DateTime<Utc>>,
}

/// What is planned; a checked [`super::EntryDraft`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The day.
    pub date: NaiveDate,
    /// Sáng, Chiều, Tối or Cả ngày.
    pub part: SessionPart,
    /// Start, when the hour is known.
    pub start: Option<NaiveTime>,
    /// End, when known.
    pub end: Option<NaiveTime>,
    /// What it is.
    pub kind: EntryKind,
    /// Nội dung.
    pub content: String,
    /// Leaders in order of precedence.
    pub attending: Vec<Attending>,
    /// Thành phần.
    pub participants: String,
    /// Cơ quan tổ chức.
    pub host_unit: Option<UnitId>,
    /// Cơ quan chuẩn bị.
    pub preparing_unit: Option<UnitId>,
    /// One of the Office's rooms.
    pub room: Option<RoomId>,
    /// A place in words, when it is not one of the rooms (or to add to it).
    pub place: String,
    /// In person, hybrid or online.
    pub format: Format,
    /// Điểm cầu.
    pub remote_sites: Vec<UnitId>,
    /// Lãnh đạo Văn phòng phụ trách.
    pub office_leader: Option<PersonId>,
    /// Chuyên viên phụ trách.
    pub specialist: Option<PersonId>,
    /// Phòng theo dõi.
    pub division: Option<UnitId>,
    /// Xe.
    pub vehicle: Option<VehicleId>,
    /// What convenes it.
    pub invitation: Option<InvitationMode>,
    /// Who may know.
    pub visibility: Visibility,
    /// Neutral, truthful wording for the public; empty: the content itself.
    pub public_wording: String,
    /// Ghi chú nội bộ.
    pub note: String,
    /// Who acts while those on the entry are away.
    #[serde(default)]
    pub acting: Option<PositionId>,
    /// Who agreed to a delegation.
    #[serde(default)]
    pub agreed: Option<Agreed>,
}

impl Plan {
    /// The minutes of the day that the entry takes, `[from, to)`. Without an
    /// end it lasts until the end of its part of the day, and at least half an
    /// hour; without a start it takes the whole part.
    pub fn minutes(&self, hours: &WorkingHours) -> (u32, u32) {
        let (first, last) = self.part.bounds(hours);
        let minute = |t: NaiveTime| t.hour() * 60 + t.minute();
        let Some(start) = self.start else {
            return (minute(first), minute(last));
        };
        let start = minute(start);
        let end = match self.end {
            Some(end) => minute(end).max(start + 1),
            None => minute(last).max(start + SHORTEST),
        };
        (start, end)
    }

    /// The minutes that the entry takes beyond doubt: all of them when it is exact,
    /// half an hour when only its start is known. Leave and trips are blocks, so half
    /// a day of them is meant as it stands; other entries without an hour may still
    /// find room beside something else.
    pub fn certain_minutes(&self, hours: &WorkingHours) -> Option<(u32, u32)> {
        let is_block = matches!(self.kind, EntryKind::Leave | EntryKind::BusinessTrip);
        let (start, end) = self.minutes(hours);
        if self.is_exact() || (is_block && self.start.is_none()) {
            Some((start, end))
        } else {
            self.start.map(|_| (start, start + SHORTEST))
        }
    }

    /// Whether start and end are both known, or the whole day is meant.
    pub fn is_exact(&self) -> bool {
        self.part == SessionPart::AllDay || (self.start.is_some() && self.end.is_some())
    }

    /// Whether somebody goes in another's place, or acts for those who are away.
    pub fn is_delegated(&self) -> bool {
        self.acting.is_some() || self.attending.iter().any(|a| a.in_place_of.is_some())
    }

    /// The posts on the entry.
    pub fn positions(&self) -> Vec<PositionId> {
        self.attending.iter().map(|a| a.position).collect()
    }

    /// Order on a day: by hour, those without one after the timed ones of
    /// their part, whole days last.
    pub fn order(&self) -> (NaiveDate, u8, bool, Option<NaiveTime>) {
        let part = match self.part {
            SessionPart::Morning => 0,
            SessionPart::Afternoon => 1,
            SessionPart::Evening => 2,
            SessionPart::AllDay => 3,
        };
        (self.date, part, self.start.is_none(), self.start)
    }
}

/// Why an entry does not take place, said by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Halt {
    /// The reason; readers see it.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The new day, when a postponed entry has one.
    pub moved_to: Option<NaiveDate>,
}

/// Whether an entry takes place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It does.
    #[default]
    Going,
    /// Hoãn.
    Postponed(Halt),
    /// Hủy.
    Cancelled(Halt),
}

impl Standing {
    /// Whether the entry takes place.
    pub fn is_going(&self) -> bool {
        *self == Standing::Going
    }

    /// The reason, by and at of a halt.
    pub fn halt(&self) -> Option<&Halt> {
        match self {
            Standing::Going => None,
            Standing::Postponed(halt) | Standing::Cancelled(halt) => Some(halt),
        }
    }
}

/// An entry of the working week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Number of the row.
    pub id: EntryId,
    /// Raised by each save.
    pub version: i32,
    /// What is planned.
    pub plan: Plan,
    /// Whether it takes place.
    pub standing: Standing,
    /// Why it was last changed; readers see it. Empty once a publication has told it.
    pub reason: String,
    /// Why a conflict was accepted; internal.
    pub conflict_reason: String,
    /// The last publication of its week that held it.
    pub published_in: Option<i32>,
    /// The first day of the absence that it is a day of.
    #[serde(default)]
    pub span: Option<EntryId>,
}

impl Entry {
    /// An entry that was just planned.
    pub fn planned(id: EntryId, plan: Plan, reason: &str, conflict_reason: &str) -> Self {
        Self {
            id,
            version: 1,
            plan,
            standing: Standing::Going,
            reason: reason.to_owned(),
            conflict_reason: conflict_reason.to_owned(),
            published_in: None,
            span: None,
        }
    }
}
