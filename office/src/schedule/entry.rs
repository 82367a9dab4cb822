//! Creating, changing, moving and removing an entry; what is postponed or cancelled is
//! next door (`halt`).
//!
//! A published entry is never removed and never leaves its week: it is
//! postponed or cancelled with a reason that readers see.

mod halt;
mod row;

pub(super) use self::halt::halt_in;
pub use self::halt::{cancel_entry, postpone_entry, resume_entry};
pub(crate) use self::row::{insert_entry, rename_entry};
use self::row::{new_uid, replace_lists, standing_code};
use super::opened::{Opened, keep, opened, opened_one};
use super::series::{leave_day, retake_day};
use super::table;
use super::week::touch;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::store::{Tx, Writing};
use chrono::{DurationRound as _, NaiveDate, NaiveTime, TimeDelta};
use domain::calendar::hours::SessionPart;
use domain::calendar::is_supported;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::conflict::heaviest;
use domain::schedule::describe::differences;
use domain::schedule::{
    Conflict, Directory, Entry, EntryDraft, Plan, Save, Saved, Severity, Standing, conflicts,
};
use domain::{Deed, EntryId, PositionId, Problem, Refusal, text};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// Creates or changes an entry.
///
/// # Errors
/// Refused by rights, with issues by field, by conflicts, or stale.
pub async fn save_entry(desk: &Desk, save: Save) -> Result<Saved> {
    let (writing, saved) = save_entry_in(desk, save).await?;
    writing.commit().await?;
    Ok(saved)
}

/// The same for a verb that writes something else with it and commits both.
pub(crate) async fn save_entry_in(desk: &Desk, save: Save) -> Result<(Writing, Saved)> {
    desk.may(Deed::EditEntry)?;

    let typed = spoken::parse_date(&save.draft.date).filter(|day| is_supported(*day));
    let Opened { mut writing, book, old, others, week } =
        opened(desk, save.id.map(|id| (id, save.seen)), typed).await?;
    let db = &writing.tx;
    // A day that cannot be read is refused by the form.
    let day = typed.or(old.as_ref().map(|o| o.plan.date)).unwrap_or_else(|| desk.office.today());
    let named = named_in(&save.draft);
    let directory = book.directory(day, day, others.iter().chain(&old), &named);
    let plan = save.draft.check(&directory)?;
    let reason = text::reason("reason", &save.draft.reason, false)?;

    let deed = if old.is_none() { "schedule.create_entry" } else { "schedule.save_entry" };
    let saved =
        arrange(desk, db, deed, &directory, &others, old, plan, reason, &save.conflict_reason).await?;
    if let Some(was) = save.again.filter(|_| save.id.is_none()) {
        retake_day(db, was, saved.entry.id).await?;
        crate::request::back_on_board(desk, db, was, saved.entry.id).await?;
    }
    keep(desk, &mut writing, &book, week, &saved.entry);
    Ok((writing, saved))
}

/// Moves an entry to another day, part or start and keeps its length. One that is there
/// already is answered as it is.
///
/// # Errors
/// As [`save_entry`].
pub async fn move_entry(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    date: NaiveDate,
    part: SessionPart,
    start: Option<NaiveTime>,
    conflict_reason: &str,
) -> Result<Saved> {
    desk.may(Deed::EditEntry)?;

    supported("date", date)?;
    let (Opened { mut writing, book, others, week, .. }, old) =
        opened_one(desk, id, seen, Some(date)).await?;
    let db = &writing.tx;
    let directory = book.directory(date, date, others.iter().chain([&old]), &[]);
    let mut plan = old.plan.clone();
    plan.end = match (plan.start, plan.end, start) {
        (Some(from), Some(to), Some(start)) => {
            Some(start.overflowing_add_signed(to - from).0).filter(|end| *end > start)
        }
        _ => None,
    };
    plan.date = date;
    plan.part = part;
    plan.start = start;
    // Put where it stands, it stays as it is: nothing is there to be told of.
    if plan == old.plan && conflict_reason.trim().is_empty() {
        arrangeable(desk, &plan, &[])?;
        let going = old.standing.is_going();
        let found = if going { conflicts(&others, Some(old.id), &plan, &directory) } else { Vec::new() };
        return Ok(Saved { entry: old, conflicts: found });
    }
    // The moved plan passes through the form, so that one place judges it.
    let plan = EntryDraft::of(&plan).check(&directory)?;
    // What a publication told is no longer with the entry: this one is still to be told.
    let reason = old.reason.clone();

    let deed = "schedule.move_entry";
    let saved =
        arrange(desk, db, deed, &directory, &others, Some(old), plan, reason, conflict_reason).await?;
    keep(desk, &mut writing, &book, week, &saved.entry);
    writing.commit().await?;
    Ok(saved)
}

/// Removes an entry that was never published.
///
/// # Errors
/// [`Refusal::AlreadyPublished`], [`Refusal::HasMeeting`], refused by rights, or stale.
pub async fn remove_entry(desk: &Desk, id: EntryId, seen: i32) -> Result<()> {
    desk.may(Deed::EditEntry)?;

    let (Opened { writing, .. }, old) = opened_one(desk, id, seen, None).await?;
    remove_in(desk, &writing.tx, &old).await?;
    writing.commit().await
}

/// The same in the transaction of a verb that removes several.
pub(super) async fn remove_in(desk: &Desk, db: &Tx, old: &Entry) -> Result<()> {
    arrangeable(desk, &old.plan, &[])?;
    if old.published_in.is_some() {
        return Err(Refusal::AlreadyPublished.into());
    }
    if crate::meeting::has_meeting(db, old.id).await? {
        return Err(Refusal::HasMeeting.into());
    }
    leave_day(db, old.id).await?;
    crate::request::left_board(desk, db, old.id).await?;
    table::entry::Entity::delete_by_id(old.id.0).exec(db).await?;
    touch(db, IsoWeek::of(old.plan.date)).await?;
    let fields = FieldChange::between("content", old.plan.content.clone(), String::new());
    line(db, desk, "schedule.remove_entry", old, fields.into_iter().collect(), "").await
}

/// The conflicts of a plan that this person may not pass over.
fn judge(desk: &Desk, found: &[Conflict], reason: &str) -> std::result::Result<(), Refusal> {
    let passes = match heaviest(found) {
        Some(Severity::Refuse) => desk.actor.can(Deed::OverrideConflict) && !reason.is_empty(),
        Some(Severity::Reason) => !reason.is_empty(),
        _ => true,
    };
    if passes { Ok(()) } else { Err(Refusal::Conflicts(found.to_vec())) }
}

/// Judges and saves a plan, for a new entry or an old one; one that is resumed
/// takes place again.
#[allow(clippy::too_many_arguments)]
pub(super) async fn arrange(
    desk: &Desk,
    db: &Tx,
    deed: &str,
    directory: &Directory,
    others: &[Entry],
    old: Option<Entry>,
    plan: Plan,
    reason: String,
    conflict_reason: &str,
) -> Result<Saved> {
    let before = old.as_ref().map(|o| o.plan.positions()).unwrap_or_default();
    if !desk.actor.may_arrange(&before, &plan.positions()) {
        return Err(Refusal::NotYours.into());
    }
    let plan = with_moment(desk, plan);
    let week = IsoWeek::of(plan.date);
    if let Some(old) = &old
        && old.published_in.is_some()
        && IsoWeek::of(old.plan.date) != week
    {
        return Err(Refusal::field("date", Problem::OutsideWeek).into());
    }
    let standing = match &old {
        Some(old) if deed != "schedule.resume_entry" => old.standing.clone(),
        _ => Standing::Going,
    };
    let going = standing.is_going();
    let found =
        if going { conflicts(others, old.as_ref().map(|o| o.id), &plan, directory) } else { Vec::new() };
    let conflict_reason = text::reason("conflict_reason", conflict_reason, false)?;
    judge(desk, &found, &conflict_reason)?;
    let accepted = heaviest(&found).is_some_and(|s| s >= Severity::Reason);
    let conflict_reason = if accepted { conflict_reason } else { String::new() };

    let mut fields = differences(old.as_ref(), &plan, &reason, directory);
    let old_reason = old.as_ref().map(|o| o.conflict_reason.clone()).unwrap_or_default();
    fields.extend(FieldChange::between("conflict_reason", old_reason, conflict_reason.clone()));
    if let Some(old) = &old {
        let (before, after) = (standing_code(&old.standing), standing_code(&standing));
        fields.extend(FieldChange::between("standing", before.into(), after.into()));
    }
    let saved = match &old {
        None => insert_entry(db, &plan, &new_uid()?, &reason, &conflict_reason).await?,
        Some(old) => {
            let mut row = table::plan_columns(&plan);
            row.reason = Set(reason.clone());
            row.conflict_reason = Set(conflict_reason.clone());
            row.standing = Set(standing_code(&standing).to_owned());
            if going {
                row.halt_reason = Set(String::new());
                row.halt_by = Set(String::new());
                row.halt_at = Set(None);
                row.moved_to = Set(None);
            }
            row.version = Set(old.version + 1);
            table::entry::Entity::update_many()
                .set(row)
                .filter(table::entry::Column::Id.eq(old.id.0))
                .exec(db)
                .await?;
            replace_lists(db, old, &plan).await?;
            let version = old.version + 1;
            Entry { version, plan: plan.clone(), standing, reason, conflict_reason, ..old.clone() }
        }
    };
    touch(db, week).await?;
    if let Some(left) = old.as_ref().map(|o| IsoWeek::of(o.plan.date)).filter(|left| *left != week) {
        touch(db, left).await?;
    }
    line(db, desk, deed, &saved, fields, &saved.reason).await?;
    Ok(Saved { entry: saved, conflicts: found })
}

/// A consent without a moment was given now.
fn with_moment(desk: &Desk, mut plan: Plan) -> Plan {
    if let Some(agreed) = &mut plan.agreed {
        let minute = desk.now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(desk.now);
        agreed.at = agreed.at.or(Some(minute));
    }
    plan
}

/// The posts that a form names by number.
pub(super) fn named_in(draft: &EntryDraft) -> Vec<PositionId> {
    let typed = draft.leaders.keys().chain(draft.in_place_of.values()).chain([&draft.acting]);
    typed.filter_map(|number| number.parse().ok()).collect()
}

fn supported(field: &str, day: NaiveDate) -> std::result::Result<(), Refusal> {
    if is_supported(day) { Ok(()) } else { Err(Refusal::field(field, Problem::DateOutOfRange)) }
}

fn arrangeable(desk: &Desk, plan: &Plan, after: &[domain::PositionId]) -> std::result::Result<(), Refusal> {
    if desk.actor.may_arrange(&plan.positions(), after) { Ok(()) } else { Err(Refusal::NotYours) }
}

async fn line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    entry: &Entry,
    fields: Vec<FieldChange>,
    reason: &str,
) -> Result<()> {
    db.tell(Told::Entry(entry.id));
    let line = Line {
        deed,
        subject: Subject::Entry,
        id: entry.id.to_string(),
        title: &entry.plan.content,
        fields,
        reason,
        version: Some(entry.version),
    };
    journal::write(db, desk, line).await
}
