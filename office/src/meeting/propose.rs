//! Proposing a meeting: a unit of the province or a division of the Office says what for.

use super::line::{keep, line, note_step};
use super::names::Names;
use super::read;
use super::table::{columns, meeting};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::Subject;
use domain::meeting::{Meeting, MeetingState, MeetingStep, Offer, ProposalDraft};
use domain::{Deed, MeetingId, Problem, Refusal, UnitId};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

/// Proposes a meeting; it waits for what its chair says.
///
/// # Errors
/// Refused without [`Deed::ProposeMeeting`] or with issues by field.
pub async fn propose_meeting(desk: &Desk, draft: ProposalDraft) -> Result<Meeting> {
    desk.may(Deed::ProposeMeeting)?;

    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let offer = names.offer(desk.today());
    let unit = unit(desk, &draft, &offer)?;
    let proposal = draft.check(&offer, desk.local_now())?;

    let row = meeting::ActiveModel {
        unit_id: Set(unit.0),
        state: Set(MeetingState::Proposed.code().to_owned()),
        frozen_by: Set(String::new()),
        version: Set(1),
        ..columns(&proposal)
    };
    let row = meeting::Entity::insert(row).exec_with_returning(db).await?;
    note_step(db, desk, row.id.into(), MeetingStep::Change, "").await?;
    let meeting = read::one(db, &names, row.id.into()).await?;
    line(db, desk, "meeting.propose_meeting", None, &meeting, "").await?;
    writing.commit().await?;
    Ok(meeting)
}

/// Changes a proposal that its chair has not answered.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn change_proposal(desk: &Desk, id: MeetingId, seen: i32, draft: ProposalDraft) -> Result<Meeting> {
    desk.may(Deed::ProposeMeeting)?;

    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = read::one(db, &names, id).await?;
    let state = old.after(MeetingStep::Change, &desk.actor)?;
    journal::not_stale(db, Subject::Meeting, old.id, seen, old.version).await?;
    let offer = names.offer(desk.today());
    let unit = unit(desk, &draft, &offer)?;
    let proposal = draft.check(&offer, desk.local_now())?;

    let row = meeting::ActiveModel {
        unit_id: Set(unit.0),
        state: Set(state.code().to_owned()),
        ..columns(&proposal)
    };
    keep(db, &old, row).await?;
    let meeting = read::one(db, &names, id).await?;
    line(db, desk, "meeting.change_proposal", Some(&old), &meeting, "").await?;
    writing.commit().await?;
    Ok(meeting)
}

/// The unit that proposes: the Office says which, an officer speaks for the own one.
pub(super) fn unit(desk: &Desk, draft: &ProposalDraft, offer: &Offer) -> Result<UnitId> {
    own_or(desk, &draft.unit, offer)
}

/// The unit that was typed by the Office, or the own one.
pub(super) fn own_or(desk: &Desk, typed: &str, offer: &Offer) -> Result<UnitId> {
    if !desk.actor.can(Deed::EditMeeting) {
        return Ok(desk.actor.unit.ok_or_else(|| Refusal::field("unit", Problem::Required))?);
    }
    let typed = match typed.trim() {
        "" => desk.actor.unit.ok_or(Problem::Required),
        typed => typed.parse::<UnitId>().map_err(|_| Problem::Unknown),
    };
    let known = typed.and_then(|id| {
        offer.units.iter().find(|(known, _)| *known == id).map(|(id, _)| *id).ok_or(Problem::Unknown)
    });
    Ok(known.map_err(|problem| Refusal::field("unit", problem))?)
}
