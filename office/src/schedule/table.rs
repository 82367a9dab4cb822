//! How weeks, entries and publications are stored.

use crate::failure::{Failure, Result};
use chrono::{NaiveTime, Timelike};
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::schedule::{
    Agreed, Attending, Entry, EntryKind, Format, Halt, InvitationMode, LeaderRole, Plan, Publication,
    Standing, Visibility, WeekState,
};
use domain::{EntryId, PublicationId};
use sea_orm::ActiveValue::Set;

pub(crate) mod week {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "week")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub monday: Date,
        pub state: String,
        pub stepped_by: String,
        pub stepped_at: Option<DateTimeUtc>,
        pub returned: String,
        pub remark: String,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub uid: String,
        pub date: Date,
        pub part: String,
        pub start_minute: Option<i32>,
        pub end_minute: Option<i32>,
        pub kind: String,
        pub content: String,
        pub participants: String,
        pub host_unit_id: Option<i64>,
        pub preparing_unit_id: Option<i64>,
        pub room_id: Option<i64>,
        pub place: String,
        pub format: String,
        pub office_leader_id: Option<i64>,
        pub specialist_id: Option<i64>,
        pub division_id: Option<i64>,
        pub vehicle_id: Option<i64>,
        pub invitation: String,
        pub visibility: String,
        pub public_wording: String,
        pub note: String,
        pub standing: String,
        pub halt_reason: String,
        pub halt_by: String,
        pub halt_at: Option<DateTimeUtc>,
        pub moved_to: Option<Date>,
        pub reason: String,
        pub conflict_reason: String,
        pub published_in: Option<i32>,
        pub version: i32,
        pub acting_id: Option<i64>,
        pub agreed_by: String,
        pub agreed_at: Option<DateTimeUtc>,
        pub span_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod leader {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry_leader")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position_id: i64,
        pub role: String,
        pub in_place_of_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod site {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry_site")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit_id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod publication {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "publication")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub monday: Date,
        pub number: i32,
        pub at: DateTimeUtc,
        pub by: String,
        pub reason: String,
        pub remark: String,
        pub duty: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an account has seen of a week.
pub(crate) mod look {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "look")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub account_id: i64,
        pub monday: Date,
        pub number: i32,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod published {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "published_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub publication_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        pub date: Date,
        pub frozen: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod template {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "template")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub entries: String,
        pub made_by: String,
        pub made_at: DateTimeUtc,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<publication::Model> for Publication {
    fn from(row: publication::Model) -> Self {
        Self {
            id: PublicationId(row.id),
            week: IsoWeek::of(row.monday),
            number: row.number,
            at: row.at,
            by: row.by,
            reason: row.reason,
            remark: row.remark,
        }
    }
}

pub(crate) fn week_state(row: &week::Model) -> WeekState {
    WeekState::of_code(&row.state).unwrap_or_default()
}

/// An entry out of its rows.
pub(crate) fn entry(row: entry::Model, leaders: &[leader::Model], sites: &[site::Model]) -> Result<Entry> {
    let attending = leaders
        .iter()
        .filter(|l| l.entry_id == row.id)
        .map(|l| {
            Ok(Attending {
                position: l.position_id.into(),
                role: read(LeaderRole::of_code(&l.role), &l.role)?,
                in_place_of: l.in_place_of_id.map(Into::into),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let halt = || Halt {
        reason: row.halt_reason.clone(),
        by: row.halt_by.clone(),
        at: row.halt_at.unwrap_or_default(),
        moved_to: row.moved_to,
    };
    let standing = match row.standing.as_str() {
        "going" => Standing::Going,
        "postponed" => Standing::Postponed(halt()),
        "cancelled" => Standing::Cancelled(halt()),
        other => return Err(unread(other)),
    };
    Ok(Entry {
        id: EntryId(row.id),
        version: row.version,
        standing,
        reason: row.reason,
        conflict_reason: row.conflict_reason,
        published_in: row.published_in,
        span: row.span_id.map(EntryId),
        plan: Plan {
            date: row.date,
            part: read(SessionPart::of_code(&row.part), &row.part)?,
            start: row.start_minute.and_then(time),
            end: row.end_minute.and_then(time),
            kind: read(EntryKind::of_code(&row.kind), &row.kind)?,
            content: row.content,
            attending,
            participants: row.participants,
            host_unit: row.host_unit_id.map(Into::into),
            preparing_unit: row.preparing_unit_id.map(Into::into),
            room: row.room_id.map(Into::into),
            place: row.place,
            format: read(Format::of_code(&row.format), &row.format)?,
            remote_sites: sites.iter().filter(|s| s.entry_id == row.id).map(|s| s.unit_id.into()).collect(),
            office_leader: row.office_leader_id.map(Into::into),
            specialist: row.specialist_id.map(Into::into),
            division: row.division_id.map(Into::into),
            vehicle: row.vehicle_id.map(Into::into),
            invitation: InvitationMode::of_code(&row.invitation),
            visibility: read(Visibility::of_code(&row.visibility), &row.visibility)?,
            public_wording: row.public_wording,
            note: row.note,
            acting: row.acting_id.map(Into::into),
            agreed: (!row.agreed_by.is_empty()).then_some(Agreed { by: row.agreed_by, at: row.agreed_at }),
        },
    })
}

/// The columns of a plan.
pub(crate) fn plan_columns(plan: &Plan) -> entry::ActiveModel {
    entry::ActiveModel {
        date: Set(plan.date),
        part: Set(plan.part.code().to_owned()),
        start_minute: Set(plan.start.map(minute)),
        end_minute: Set(plan.end.map(minute)),
        kind: Set(plan.kind.code().to_owned()),
        content: Set(plan.content.clone()),
        participants: Set(plan.participants.clone()),
        host_unit_id: Set(plan.host_unit.map(|u| u.0)),
        preparing_unit_id: Set(plan.preparing_unit.map(|u| u.0)),
        room_id: Set(plan.room.map(|r| r.0)),
        place: Set(plan.place.clone()),
        format: Set(plan.format.code().to_owned()),
        office_leader_id: Set(plan.office_leader.map(|p| p.0)),
        specialist_id: Set(plan.specialist.map(|p| p.0)),
        division_id: Set(plan.division.map(|u| u.0)),
        vehicle_id: Set(plan.vehicle.map(|v| v.0)),
        invitation: Set(plan.invitation.map(|i| i.code()).unwrap_or_default().to_owned()),
        visibility: Set(plan.visibility.code().to_owned()),
        public_wording: Set(plan.public_wording.clone()),
        note: Set(plan.note.clone()),
        acting_id: Set(plan.acting.map(|p| p.0)),
        agreed_by: Set(plan.agreed.as_ref().map(|a| a.by.clone()).unwrap_or_default()),
        agreed_at: Set(plan.agreed.as_ref().and_then(|a| a.at)),
        ..Default::default()
    }
}

fn minute(time: NaiveTime) -> i32 {
    (time.hour() * 60 + time.minute()) as i32
}

fn time(minute: i32) -> Option<NaiveTime> {
    let minute = u32::try_from(minute).ok()?;
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

fn read<T>(value: Option<T>, stored: &str) -> Result<T> {
    value.ok_or_else(|| unread(stored))
}

fn unread(stored: &str) -> Failure {
    Failure::Other(format!("an entry holds the unknown value {stored}"))
}
