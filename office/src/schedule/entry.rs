//! Creating, changing, moving, postponing, cancelling an entry.
//!
//! A published entry is never removed and never leaves its week: it is
//! postponed or cancelled with a reason that readers see.

use super::calendar::entries;
use super::opened::{Opened, opened, opened_one};
use super::table::{self, leader, site};
use super::week::touch;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use chrono::{NaiveDate, NaiveTime};
use domain::calendar::hours::SessionPart;
use domain::calendar::is_supported;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::conflict::heaviest;
use domain::schedule::{
    Conflict, Directory, Entry, EntryDraft, Halt, Plan, Save, Saved, Severity, Standing, conflicts,
};
use domain::{Deed, EntryId, Locale, PersonId, PositionId, Problem, Refusal, UnitId, text, words};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    QueryFilter,
};

/// Creates or changes an entry.
///
/// # Errors
/// Refused by rights, with issues by field, by conflicts, or stale.
pub async fn save_entry(desk: &Desk, save: Save) -> Result<Saved> {
    desk.may(Deed::EditEntry)?;

    let typed = spoken::parse_date(&save.draft.date).filter(|day| is_supported(*day));
    let Opened { writing, book, old, others } =
        opened(desk, save.id.map(|id| (id, save.seen)), typed).await?;
    let db = &writing.tx;
    // A day that cannot be read is refused by the form.
    let day = typed.or(old.as_ref().map(|o| o.plan.date)).unwrap_or_else(|| desk.office.today());
    let named = named_in(&save.draft);
    let directory = book.directory(day, day, others.iter().chain(&old), &named);
    let plan = save.draft.check(&directory)?;
    let reason = text::line(&save.draft.reason, text::LINE).map_err(|p| Refusal::field("reason", p))?;

    let deed = if old.is_none() { "schedule.create_entry" } else { "schedule.save_entry" };
    let saved =
        arrange(desk, db, deed, &directory, &others, old, plan, reason, &save.conflict_reason).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Moves an entry to another day, part or start and keeps its length.
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
    let (Opened { writing, book, others, .. }, old) = opened_one(desk, id, seen, Some(date)).await?;
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
    // The moved plan passes through the form, so that one place judges it.
    let plan = EntryDraft::of(&plan).check(&directory)?;
    let reason = old.reason.clone();

    let deed = "schedule.move_entry";
    let saved =
        arrange(desk, db, deed, &directory, &others, Some(old), plan, reason, conflict_reason).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Postpones an entry: it stays visible with its reason.
///
/// # Errors
/// Refused by rights, without a reason, or stale.
pub async fn postpone_entry(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    reason: &str,
    moved_to: Option<NaiveDate>,
) -> Result<Entry> {
    desk.may(Deed::EditEntry)?;
    if let Some(day) = moved_to {
        supported("moved_to", day)?;
    }
    halt(desk, id, seen, reason, "schedule.postpone_entry", |halt| {
        Standing::Postponed(Halt { moved_to, ..halt })
    })
    .await
}

/// Cancels an entry: it stays visible with its reason.
///
/// # Errors
/// Refused by rights, without a reason, or stale.
pub async fn cancel_entry(desk: &Desk, id: EntryId, seen: i32, reason: &str) -> Result<Entry> {
    halt(desk, id, seen, reason, "schedule.cancel_entry", Standing::Cancelled).await
}

/// Lets a postponed or cancelled entry take place after all; one that does so
/// anyway stays as it is.
///
/// # Errors
/// Refused by rights, by conflicts that arose meanwhile, or stale.
pub async fn resume_entry(desk: &Desk, id: EntryId, seen: i32, conflict_reason: &str) -> Result<Saved> {
    desk.may(Deed::EditEntry)?;

    let (Opened { writing, book, .. }, old) = opened_one(desk, id, seen, None).await?;
    let db = &writing.tx;
    if old.standing.is_going() {
        return Ok(Saved { entry: old, conflicts: Vec::new() });
    }
    let day = old.plan.date;
    let others = entries(db, &book, day, day).await?;
    let directory = book.directory(day, day, others.iter().chain([&old]), &[]);
    let plan = old.plan.clone();

    let deed = "schedule.resume_entry";
    let saved =
        arrange(desk, db, deed, &directory, &others, Some(old), plan, String::new(), conflict_reason).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Removes an entry that was never published.
///
/// # Errors
/// [`Refusal::AlreadyPublished`], refused by rights, or stale.
pub async fn remove_entry(desk: &Desk, id: EntryId, seen: i32) -> Result<()> {
    desk.may(Deed::EditEntry)?;

    let (Opened { writing, .. }, old) = opened_one(desk, id, seen, None).await?;
    let db = &writing.tx;
    arrangeable(desk, &old.plan, &[])?;
    if old.published_in.is_some() {
        return Err(Refusal::AlreadyPublished.into());
    }
    table::entry::Entity::delete_by_id(id.0).exec(db).await?;
    touch(db, IsoWeek::of(old.plan.date)).await?;
    let fields = FieldChange::between("content", old.plan.content.clone(), String::new());
    line(db, desk, "schedule.remove_entry", &old, fields.into_iter().collect(), "").await?;
    writing.commit().await
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
async fn arrange(
    desk: &Desk,
    db: &DatabaseTransaction,
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
    let conflict_reason =
        text::line(conflict_reason, text::LINE).map_err(|p| Refusal::field("conflict_reason", p))?;
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

/// Writes a new entry with its lists.
pub(crate) async fn insert_entry(
    db: &impl ConnectionTrait,
    plan: &Plan,
    uid: &str,
    reason: &str,
    conflict_reason: &str,
) -> Result<Entry> {
    let mut row = table::plan_columns(plan);
    row.uid = Set(uid.to_owned());
    row.standing = Set("going".to_owned());
    row.halt_reason = Set(String::new());
    row.halt_by = Set(String::new());
    row.reason = Set(reason.to_owned());
    row.conflict_reason = Set(conflict_reason.to_owned());
    row.version = Set(1);
    let row = table::entry::Entity::insert(row).exec_with_returning(db).await?;
    let id = EntryId(row.id);
    insert_lists(db, id, plan).await?;
    Ok(Entry {
        id,
        version: 1,
        plan: plan.clone(),
        standing: Standing::Going,
        reason: reason.to_owned(),
        conflict_reason: conflict_reason.to_owned(),
        published_in: None,
    })
}

/// Gives an entry a name in feeds that is known beforehand, before anybody read it.
pub(crate) async fn rename_entry(desk: &Desk, id: EntryId, uid: &str) -> Result<()> {
    let Opened { writing, .. } = opened(desk, None, None).await?;
    table::entry::Entity::update_many()
        .col_expr(table::entry::Column::Uid, Expr::value(uid))
        .filter(table::entry::Column::Id.eq(id.0))
        .filter(table::entry::Column::PublishedIn.is_null())
        .exec(&writing.tx)
        .await?;
    writing.commit().await
}

/// Writes the lists of an entry anew when they are not what they were.
async fn replace_lists(db: &impl ConnectionTrait, old: &Entry, plan: &Plan) -> Result<()> {
    if old.plan.attending == plan.attending && old.plan.remote_sites == plan.remote_sites {
        return Ok(());
    }
    let id = old.id;
    leader::Entity::delete_many().filter(leader::Column::EntryId.eq(id.0)).exec(db).await?;
    site::Entity::delete_many().filter(site::Column::EntryId.eq(id.0)).exec(db).await?;
    insert_lists(db, id, plan).await
}

async fn insert_lists(db: &impl ConnectionTrait, id: EntryId, plan: &Plan) -> Result<()> {
    if !plan.attending.is_empty() {
        leader::Entity::insert_many(plan.attending.iter().map(|a| leader::ActiveModel {
            entry_id: Set(id.0),
            position_id: Set(a.position.0),
            role: Set(a.role.code().to_owned()),
            in_place_of_id: Set(a.in_place_of.map(|p| p.0)),
        }))
        .exec_without_returning(db)
        .await?;
    }
    let mut sites: Vec<i64> = plan.remote_sites.iter().map(|u| u.0).collect();
    sites.sort_unstable();
    sites.dedup();
    if !sites.is_empty() {
        site::Entity::insert_many(
            sites.into_iter().map(|unit| site::ActiveModel { entry_id: Set(id.0), unit_id: Set(unit) }),
        )
        .exec_without_returning(db)
        .await?;
    }
    Ok(())
}

async fn halt(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    reason: &str,
    deed: &str,
    standing: impl FnOnce(Halt) -> Standing,
) -> Result<Entry> {
    desk.may(Deed::EditEntry)?;
    let reason = text::line(reason, text::LINE).map_err(|p| Refusal::field("reason", p))?;
    if reason.is_empty() {
        return Err(Refusal::field("reason", Problem::Required).into());
    }

    let (Opened { writing, .. }, old) = opened_one(desk, id, seen, None).await?;
    let db = &writing.tx;
    arrangeable(desk, &old.plan, &old.plan.positions())?;
    let standing =
        standing(Halt { reason: reason.clone(), by: desk.actor.name.clone(), at: desk.now, moved_to: None });
    let halt = standing.halt().cloned();

    let row = table::entry::ActiveModel {
        id: Set(id.0),
        standing: Set(standing_code(&standing).to_owned()),
        halt_reason: Set(reason.clone()),
        halt_by: Set(desk.actor.name.clone()),
        halt_at: Set(Some(desk.now)),
        moved_to: Set(halt.and_then(|h| h.moved_to)),
        version: Set(old.version + 1),
        ..Default::default()
    };
    row.update(db).await?;
    touch(db, IsoWeek::of(old.plan.date)).await?;
    let fields = FieldChange::between(
        "standing",
        standing_code(&old.standing).into(),
        standing_code(&standing).into(),
    );
    let entry = Entry { version: old.version + 1, standing, ..old };
    line(db, desk, deed, &entry, fields.into_iter().collect(), &reason).await?;
    writing.commit().await?;
    Ok(entry)
}

/// The posts that a form names by number.
fn named_in(draft: &EntryDraft) -> Vec<PositionId> {
    let typed = draft.leaders.keys().chain(draft.in_place_of.values());
    typed.filter_map(|number| number.parse().ok()).collect()
}

fn supported(field: &str, day: NaiveDate) -> std::result::Result<(), Refusal> {
    if is_supported(day) { Ok(()) } else { Err(Refusal::field(field, Problem::DateOutOfRange)) }
}

fn arrangeable(desk: &Desk, plan: &Plan, after: &[domain::PositionId]) -> std::result::Result<(), Refusal> {
    if desk.actor.may_arrange(&plan.positions(), after) { Ok(()) } else { Err(Refusal::NotYours) }
}

/// What a save changes, field by field, with names instead of numbers.
fn differences(old: Option<&Entry>, plan: &Plan, reason: &str, directory: &Directory) -> Vec<FieldChange> {
    let before = old.map(|o| described(&o.plan, directory)).unwrap_or_default();
    described(plan, directory)
        .into_iter()
        .filter_map(|(field, after)| {
            let before = before.iter().find(|(f, _)| *f == field);
            FieldChange::between(field, before.map(|(_, b)| b.clone()).unwrap_or_default(), after)
        })
        .chain(old.and_then(|o| FieldChange::between("reason", o.reason.clone(), reason.to_owned())))
        .collect()
}

/// Every field of a plan as the journal keeps it.
fn described(plan: &Plan, directory: &Directory) -> Vec<(&'static str, String)> {
    let unit = |id: UnitId| directory.unit(id).map(|u| u.short_name.clone()).unwrap_or_default();
    let person = |id: PersonId| directory.person(id).map(|p| p.name.clone()).unwrap_or_default();
    let leader = |id: PositionId| {
        directory.leader(id).map(|l| format!("{} {}", l.short_title, l.person_name)).unwrap_or_default()
    };
    let leaders: Vec<String> = plan
        .attending
        .iter()
        .map(|a| {
            let role = Locale::Vi.say(words::leader_role(a.role));
            match a.in_place_of {
                Some(original) => format!("{} ({role}: {})", leader(a.position), leader(original)),
                None => format!("{} ({role})", leader(a.position)),
            }
        })
        .collect();
    let sites: Vec<String> = plan.remote_sites.iter().map(|id| unit(*id)).collect();
    let time = |t: Option<NaiveTime>| t.map(spoken::time).unwrap_or_default();
    vec![
        ("date", plan.date.to_string()),
        ("part", plan.part.code().into()),
        ("start", time(plan.start)),
        ("end", time(plan.end)),
        ("kind", plan.kind.code().into()),
        ("content", plan.content.clone()),
        ("leaders", leaders.join("; ")),
        ("participants", plan.participants.clone()),
        ("host_unit", plan.host_unit.map(unit).unwrap_or_default()),
        ("preparing_unit", plan.preparing_unit.map(unit).unwrap_or_default()),
        ("room", plan.room.and_then(|r| directory.room(r)).map(|r| r.name.clone()).unwrap_or_default()),
        ("place", plan.place.clone()),
        ("format", plan.format.code().into()),
        ("remote_sites", sites.join(", ")),
        ("office_leader", plan.office_leader.map(person).unwrap_or_default()),
        ("specialist", plan.specialist.map(person).unwrap_or_default()),
        ("division", plan.division.map(unit).unwrap_or_default()),
        (
            "vehicle",
            plan.vehicle.and_then(|v| directory.vehicle(v)).map(|v| v.plate.clone()).unwrap_or_default(),
        ),
        ("invitation", plan.invitation.map(|i| i.code()).unwrap_or_default().into()),
        ("visibility", plan.visibility.code().into()),
        ("public_wording", plan.public_wording.clone()),
        ("note", plan.note.clone()),
    ]
}

async fn line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    entry: &Entry,
    fields: Vec<FieldChange>,
    reason: &str,
) -> Result<()> {
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

fn standing_code(standing: &Standing) -> &'static str {
    match standing {
        Standing::Going => "going",
        Standing::Postponed(_) => "postponed",
        Standing::Cancelled(_) => "cancelled",
    }
}

/// A name for feeds that tells nothing: random, not computed from the entry
/// (RFC 7986, 5.3).
fn new_uid() -> std::result::Result<String, Failure> {
    let bytes = crate::access::random::<16>()?;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    Ok(format!("{hex}@giaoban"))
}
