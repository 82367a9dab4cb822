//! How requests are stored.

use crate::failure::{Failure, Result};
use chrono::{NaiveTime, Timelike};
use domain::calendar::hours::SessionPart;
use domain::request::{Decision, Request, RequestState, Slot, Wanted};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub unit_id: i64,
    pub monday: Date,
    pub content: String,
    pub purpose: String,
    pub chair_id: i64,
    pub date: Date,
    pub part: String,
    pub start_minute: Option<i32>,
    pub alternatives: String,
    pub minutes: i32,
    pub participants: String,
    pub room_id: Option<i64>,
    pub place: String,
    pub papers: String,
    pub state: String,
    pub late: bool,
    pub registered_by: String,
    pub registered_at: DateTimeUtc,
    pub decided_by: String,
    pub decided_at: Option<DateTimeUtc>,
    pub reason: String,
    pub entry_id: Option<i64>,
    pub left_entry_id: Option<i64>,
    pub merged_into_id: Option<i64>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A request out of its row, without the names of what it mentions, and without what
/// became of it.
pub(super) fn request(row: Model) -> Result<Request> {
    let wish = Slot {
        date: row.date,
        part: read(SessionPart::of_code(&row.part), &row.part)?,
        start: row.start_minute.and_then(time),
    };
    let decision =
        row.decided_at.map(|at| Decision { by: row.decided_by.clone(), at, reason: row.reason.clone() });
    Ok(Request {
        id: row.id.into(),
        unit: row.unit_id.into(),
        unit_name: String::new(),
        wanted: Wanted {
            content: row.content,
            purpose: row.purpose,
            chair: row.chair_id.into(),
            wish,
            alternatives: serde_json::from_str(&row.alternatives)?,
            minutes: u32::try_from(row.minutes).unwrap_or_default(),
            participants: row.participants,
            room: row.room_id.map(Into::into),
            place: row.place,
            papers: row.papers,
        },
        chair_name: String::new(),
        room_name: String::new(),
        state: read(RequestState::of_code(&row.state), &row.state)?,
        late: row.late,
        by: row.registered_by,
        at: row.registered_at,
        decision,
        entry: row.entry_id.map(Into::into),
        placed: None,
        merged_into: row.merged_into_id.map(Into::into),
        joined: None,
        version: row.version,
    })
}

/// The columns of what is wanted.
pub(super) fn columns(wanted: &Wanted) -> Result<ActiveModel> {
    let minute = |t: NaiveTime| (t.hour() * 60 + t.minute()) as i32;
    Ok(ActiveModel {
        monday: Set(wanted.week().monday()),
        content: Set(wanted.content.clone()),
        purpose: Set(wanted.purpose.clone()),
        chair_id: Set(wanted.chair.0),
        date: Set(wanted.wish.date),
        part: Set(wanted.wish.part.code().to_owned()),
        start_minute: Set(wanted.wish.start.map(minute)),
        alternatives: Set(serde_json::to_string(&wanted.alternatives)?),
        minutes: Set(wanted.minutes as i32),
        participants: Set(wanted.participants.clone()),
        room_id: Set(wanted.room.map(|r| r.0)),
        place: Set(wanted.place.clone()),
        papers: Set(wanted.papers.clone()),
        ..Default::default()
    })
}

/// The columns of a decision.
pub(super) fn decided(decision: &Decision) -> ActiveModel {
    ActiveModel {
        decided_by: Set(decision.by.clone()),
        decided_at: Set(Some(decision.at)),
        reason: Set(decision.reason.clone()),
        ..Default::default()
    }
}

fn time(minute: i32) -> Option<NaiveTime> {
    let minute = u32::try_from(minute).ok()?;
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

fn read<T>(value: Option<T>, stored: &str) -> Result<T> {
    value.ok_or_else(|| Failure::Other(format!("a request holds the unknown value {stored}")))
}
