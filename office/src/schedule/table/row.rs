//! Entries and weeks out of their rows, and plans into theirs.

use super::{leader, site};
use crate::failure::{Failure, Result};
use chrono::{NaiveTime, Timelike};
use domain::EntryId;
use domain::calendar::hours::SessionPart;
use domain::schedule::{
    Agreed, Attending, Entry, EntryKind, Format, Halt, InvitationMode, LeaderRole, Plan, Standing,
    Visibility, WeekState,
};
use sea_orm::ActiveValue::Set;

pub(crate) fn week_state(row: &super::week::Model) -> WeekState {
    WeekState::of_code(&row.state).unwrap_or_default()
}

/// An entry out of its rows.
pub(crate) fn entry(
    row: super::entry::Model,
    leaders: &[leader::Model],
    sites: &[site::Model],
) -> Result<Entry> {
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
pub(crate) fn plan_columns(plan: &Plan) -> super::entry::ActiveModel {
    super::entry::ActiveModel {
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
