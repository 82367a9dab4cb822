//! How meetings, their steps, items, bodies and questions are stored.

use crate::failure::{Failure, Result};
use chrono::{NaiveTime, Timelike};
use domain::access::Instead;
use domain::calendar::hours::SessionPart;
use domain::meeting::{ItemKind, ItemPlan, ItemState, MeetingState, MeetingStep, Proposal, Taken};
use domain::people::Span;
use domain::request::{Decision, Slot};
use domain::schedule::EntryKind;
use sea_orm::ActiveValue::Set;

macro_rules! entities {
    ($($(#[$doc:meta])* $name:ident = $table:literal { $($(#[$attr:meta])* $column:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        pub(crate) mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                $($(#[$attr])* pub $column: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    )*};
}

pub(crate) use entities;

entities! {
    body = "body" {
        #[sea_orm(primary_key)]
        id: i64,
        name: String,
        kind: String,
        chair_id: Option<i64>,
        unit_id: Option<i64>,
        secretary_id: Option<i64>,
        basis: String,
        valid_from: Option<Date>,
        valid_to: Option<Date>,
        version: i32,
    }
    member = "body_member" {
        #[sea_orm(primary_key, auto_increment = false)]
        body_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        person_id: i64,
        votes: bool,
    }
    meeting = "meeting" {
        #[sea_orm(primary_key)]
        id: i64,
        unit_id: i64,
        kind: String,
        content: String,
        body_id: Option<i64>,
        purpose: String,
        chair_id: i64,
        participants: String,
        papers: String,
        date: Date,
        part: String,
        start_minute: Option<i32>,
        minutes: i32,
        secretary_id: Option<i64>,
        note_number: String,
        state: String,
        entry_id: Option<i64>,
        frozen_by: String,
        frozen_at: Option<DateTimeUtc>,
        version: i32,
        session: Option<i32>,
    }
    step = "meeting_step" {
        #[sea_orm(primary_key)]
        id: i64,
        meeting_id: i64,
        step: String,
        by: String,
        at: DateTimeUtc,
        reason: String,
        instead: String,
    }
    item = "agenda_item" {
        #[sea_orm(primary_key)]
        id: i64,
        body_id: Option<i64>,
        meeting_id: Option<i64>,
        place: i32,
        unit_id: Option<i64>,
        content: String,
        section: String,
        kind: String,
        minutes: i32,
        presenter_unit_id: Option<i64>,
        presenter_id: Option<i64>,
        state: String,
        supplement: Option<String>,
        head: String,
        decided_by: String,
        decided_at: Option<DateTimeUtc>,
        reason: String,
        carried_from_id: Option<i64>,
        began_at: Option<DateTimeUtc>,
        ended_at: Option<DateTimeUtc>,
        version: i32,
        head_on: Option<Date>,
        head_by: String,
    }
    asked = "item_opinion" {
        #[sea_orm(primary_key)]
        id: i64,
        item_id: i64,
        unit_id: i64,
        question: String,
        due: Date,
        asked_by: String,
        asked_at: DateTimeUtc,
        agrees: Option<bool>,
        answer: String,
        answered_by: String,
        answered_at: Option<DateTimeUtc>,
    }
    template = "agenda_template" {
        #[sea_orm(primary_key, auto_increment = false)]
        kind: String,
        items: String,
        made_by: String,
        made_at: DateTimeUtc,
        version: i32,
    }
}

/// What was proposed, out of its row.
pub(super) fn proposal(row: &meeting::Model) -> Result<Proposal> {
    Ok(Proposal {
        kind: kind(&row.kind)?,
        content: row.content.clone(),
        body: row.body_id.map(Into::into),
        purpose: row.purpose.clone(),
        chair: row.chair_id.into(),
        participants: row.participants.clone(),
        papers: row.papers.clone(),
        wish: Slot {
            date: row.date,
            part: read(SessionPart::of_code(&row.part), &row.part)?,
            start: row.start_minute.and_then(time),
        },
        minutes: u32::try_from(row.minutes).unwrap_or_default(),
        secretary: row.secretary_id.map(Into::into),
        note_number: row.note_number.clone(),
    })
}

/// How long a body is in office.
pub(super) fn span(body: &body::Model) -> Span {
    Span { from: body.valid_from, to: body.valid_to }
}

/// The columns of a proposal.
pub(super) fn columns(proposal: &Proposal) -> meeting::ActiveModel {
    let minute = |t: NaiveTime| (t.hour() * 60 + t.minute()) as i32;
    meeting::ActiveModel {
        kind: Set(proposal.kind.code().to_owned()),
        content: Set(proposal.content.clone()),
        body_id: Set(proposal.body.map(|b| b.0)),
        purpose: Set(proposal.purpose.clone()),
        chair_id: Set(proposal.chair.0),
        participants: Set(proposal.participants.clone()),
        papers: Set(proposal.papers.clone()),
        date: Set(proposal.wish.date),
        part: Set(proposal.wish.part.code().to_owned()),
        start_minute: Set(proposal.wish.start.map(minute)),
        minutes: Set(proposal.minutes as i32),
        secretary_id: Set(proposal.secretary.map(|s| s.0)),
        note_number: Set(proposal.note_number.clone()),
        ..Default::default()
    }
}

/// How far a meeting has come.
pub(super) fn state(row: &meeting::Model) -> Result<MeetingState> {
    read(MeetingState::of_code(&row.state), &row.state)
}

/// A step out of its row.
pub(super) fn taken(row: step::Model) -> Result<Taken> {
    Ok(Taken {
        step: read(MeetingStep::of_code(&row.step), &row.step)?,
        by: row.by,
        at: row.at,
        reason: row.reason,
        instead: instead(&row.instead)?,
    })
}

/// For whom something was answered, out of its column.
pub(super) fn instead(stored: &str) -> Result<Option<Instead>> {
    Ok(if stored.is_empty() { None } else { Some(serde_json::from_str(stored)?) })
}

/// The column of it.
pub(super) fn instead_column(instead: Option<&Instead>) -> Result<String> {
    Ok(instead.map(serde_json::to_string).transpose()?.unwrap_or_default())
}

/// What an item is, out of its row.
pub(super) fn plan(row: &item::Model) -> Result<ItemPlan> {
    Ok(ItemPlan {
        content: row.content.clone(),
        section: row.section.clone(),
        kind: read(ItemKind::of_code(&row.kind), &row.kind)?,
        minutes: u32::try_from(row.minutes).unwrap_or_default(),
        unit: row.presenter_unit_id.map(Into::into),
        person: row.presenter_id.map(Into::into),
    })
}

/// The columns of what an item is.
pub(super) fn item_columns(plan: &ItemPlan) -> item::ActiveModel {
    item::ActiveModel {
        content: Set(plan.content.clone()),
        section: Set(plan.section.clone()),
        kind: Set(plan.kind.code().to_owned()),
        minutes: Set(plan.minutes as i32),
        presenter_unit_id: Set(plan.unit.map(|u| u.0)),
        presenter_id: Set(plan.person.map(|p| p.0)),
        ..Default::default()
    }
}

/// How far an item has come.
pub(super) fn item_state(row: &item::Model) -> Result<ItemState> {
    read(ItemState::of_code(&row.state), &row.state)
}

/// What was decided about an item.
pub(super) fn decision(row: &item::Model) -> Option<Decision> {
    let (by, reason) = (row.decided_by.clone(), row.reason.clone());
    row.decided_at.map(|at| Decision { by, at, reason })
}

/// The kind of a meeting or a body.
pub(super) fn kind(code: &str) -> Result<EntryKind> {
    read(EntryKind::of_code(code), code)
}

fn time(minute: i32) -> Option<NaiveTime> {
    let minute = u32::try_from(minute).ok()?;
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

fn read<T>(value: Option<T>, stored: &str) -> Result<T> {
    value.ok_or_else(|| Failure::Other(format!("a meeting holds the unknown value {stored}")))
}
