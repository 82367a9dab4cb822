//! The place of a meeting on the board: a new entry for what was agreed to, or an entry
//! that is there already and gets its meeting.

use super::line::{keep, line, note_step};
use super::names::Names;
use super::read;
use super::table::meeting;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::schedule;
use crate::store::Tx;
use domain::journal::Subject;
use domain::meeting::{Meeting, MeetingState, MeetingStep, OfEntry, Proposal, is_meeting};
use domain::request::{Placing, Slot};
use domain::schedule::{Entry, LeaderRole, Save};
use domain::{Deed, EntryId, MeetingId, Problem, Refusal, UnitId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// Puts a meeting on the board: the entry and the meeting are one transaction, and the
/// entry is judged like any other. A meeting whose entry was postponed or cancelled gets
/// a new one; the old one stays for readers.
///
/// # Errors
/// Refused by rights or state, with issues by field, by conflicts, or stale.
pub async fn schedule_meeting(desk: &Desk, id: MeetingId, seen: i32, placing: Placing) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let names = Names::read(desk.db()).await?;
    let old = read::one(desk.db(), &names, id).await?;
    old.after(MeetingStep::Schedule, &desk.actor)?;
    journal::not_stale(desk.db(), Subject::Meeting, old.id, seen, old.version).await?;
    let draft = old.entry(&placing).map_err(|issue| vec![issue])?;

    let save = Save { draft, conflict_reason: placing.conflict_reason, ..Save::default() };
    let (writing, saved) =
        schedule::save_entry_in(desk, save).await.map_err(|no| no.at(Placing::own_field))?;
    let db = &writing.tx;
    let meeting = join(db, desk, &names, &old, saved.entry.id, &saved.entry.conflict_reason).await?;
    writing.commit().await?;
    Ok(meeting)
}

/// What an entry says about its meeting.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`]; [`Refusal::NotFound`] for an unknown entry.
pub async fn meeting_of_entry(desk: &Desk, entry: EntryId) -> Result<OfEntry> {
    desk.may(Deed::EditMeeting)?;
    let known = schedule::working_entry(desk, entry).await?;
    Ok(OfEntry {
        entry,
        kind: known.plan.kind,
        date: known.plan.date,
        content: known.plan.content,
        meeting: of(desk.db(), entry).await?,
    })
}

/// Makes the meeting of an entry that has none; an entry that has one keeps it.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`] or for leaders that the person does not serve,
/// for an entry that is no meeting, has no chair or names no unit.
pub async fn found_meeting(desk: &Desk, entry: EntryId) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let known = schedule::entries_named(db, [entry.0]).await?.pop().ok_or(Refusal::NotFound)?;
    if let Some(id) = of(db, entry).await? {
        return read::one(db, &names, id).await;
    }
    let on = known.plan.positions();
    if !desk.actor.may_arrange(&on, &on) {
        return Err(Refusal::NotYours.into());
    }
    let (unit, proposal) = proposed_by(&known, desk.actor.unit)?;

    let row = meeting::ActiveModel {
        unit_id: Set(unit.0),
        state: Set(MeetingState::Draft.code().to_owned()),
        entry_id: Set(Some(entry.0)),
        frozen_by: Set(String::new()),
        version: Set(1),
        ..super::table::columns(&proposal)
    };
    let row = meeting::Entity::insert(row).exec_with_returning(db).await?;
    note_step(db, desk, row.id.into(), MeetingStep::Schedule, "").await?;
    let meeting = read::one(db, &names, row.id.into()).await?;
    line(db, desk, "meeting.found_meeting", None, &meeting, "").await?;
    writing.commit().await?;
    Ok(meeting)
}

/// Gives an agreed meeting an entry that is on the board already; the demo office does.
pub(crate) async fn settle(desk: &Desk, id: MeetingId, entry: EntryId) -> Result<Meeting> {
    let writing = desk.write().await?;
    let names = Names::read(&writing.tx).await?;
    let old = read::one(&writing.tx, &names, id).await?;
    let meeting = join(&writing.tx, desk, &names, &old, entry, "").await?;
    writing.commit().await?;
    Ok(meeting)
}

/// The meeting of an entry.
pub(super) async fn of(db: &impl ConnectionTrait, entry: EntryId) -> Result<Option<MeetingId>> {
    let id: Option<i64> = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::Column::EntryId.eq(entry.0))
        .into_tuple()
        .one(db)
        .await?;
    Ok(id.map(MeetingId))
}

async fn join(
    db: &Tx,
    desk: &Desk,
    names: &Names,
    old: &Meeting,
    entry: EntryId,
    why: &str,
) -> Result<Meeting> {
    let row = meeting::ActiveModel {
        state: Set(MeetingState::Draft.code().to_owned()),
        entry_id: Set(Some(entry.0)),
        ..Default::default()
    };
    keep(db, old, row).await?;
    note_step(db, desk, old.id, MeetingStep::Schedule, why).await?;
    let meeting = read::one(db, names, old.id).await?;
    line(db, desk, "meeting.schedule_meeting", Some(old), &meeting, why).await?;
    Ok(meeting)
}

/// What an entry would have been proposed as, and by whom.
fn proposed_by(entry: &Entry, own: Option<UnitId>) -> Result<(UnitId, Proposal)> {
    let plan = &entry.plan;
    let missing = |field: &str, problem| Refusal::field(field, problem);
    if !is_meeting(plan.kind) {
        return Err(missing("kind", Problem::Unknown).into());
    }
    let chair = plan.attending.iter().find(|a| a.role == LeaderRole::Chair).or(plan.attending.first());
    let chair = chair.ok_or_else(|| missing("chair", Problem::Required))?.position;
    let unit = plan.division.or(plan.preparing_unit).or(plan.host_unit).or(own);
    let unit = unit.ok_or_else(|| missing("preparing_unit", Problem::Required))?;
    let minutes = match (plan.start, plan.end) {
        (Some(start), Some(end)) => u32::try_from((end - start).num_minutes()).unwrap_or_default(),
        _ => 0,
    };
    let proposal = Proposal {
        kind: plan.kind,
        content: plan.content.clone(),
        body: None,
        purpose: String::new(),
        chair,
        participants: plan.participants.clone(),
        papers: String::new(),
        wish: Slot { date: plan.date, part: plan.part, start: plan.start },
        minutes,
        secretary: plan.specialist,
        note_number: String::new(),
    };
    Ok((unit, proposal))
}
