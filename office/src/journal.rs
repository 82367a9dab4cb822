//! What happened, written in the transaction of the deed itself.
//!
//! Lines are added and never changed. The list of everything is for the Chief
//! of Office; the history of one entry is for whoever may see the entry.

mod table;

use crate::desk::Desk;
use crate::failure::Result;
use crate::schedule::table::entry;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::week::IsoWeek;
use domain::journal::{Change, FieldChange, Subject};
use domain::{Deed, Refusal, Stale};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// One deed, about to be written down.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) deed: &'a str,
    pub(crate) subject: Subject,
    pub(crate) id: String,
    pub(crate) title: &'a str,
    pub(crate) fields: Vec<FieldChange>,
    pub(crate) reason: &'a str,
    /// The version of the thing after the deed.
    pub(crate) version: Option<i32>,
}

pub(crate) async fn write(db: &impl ConnectionTrait, desk: &Desk, line: Line<'_>) -> Result<()> {
    let title: String = line.title.chars().take(200).collect();
    table::Entity::insert(table::ActiveModel {
        at: Set(desk.now),
        account_id: Set(desk.actor.account.map(|a| a.0)),
        actor: Set(desk.actor.name.clone()),
        deed: Set(line.deed.to_owned()),
        subject: Set(line.subject.code().to_owned()),
        subject_id: Set(line.id),
        title: Set(title),
        fields: Set(serde_json::to_string(&line.fields)?),
        reason: Set(line.reason.to_owned()),
        version: Set(line.version),
        ..Default::default()
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Refuses what is based on an older version of a thing, with what was done since.
pub(crate) async fn not_stale(
    db: &impl ConnectionTrait,
    subject: Subject,
    id: impl std::fmt::Display,
    seen: i32,
    current: i32,
) -> Result<()> {
    if seen == current {
        return Ok(());
    }
    Err(Refusal::Stale(Box::new(stale(db, subject, &id.to_string(), seen, current).await?)).into())
}

/// What was done to a thing since the version that somebody had seen.
pub(crate) async fn stale(
    db: &impl ConnectionTrait,
    subject: Subject,
    id: &str,
    seen: i32,
    current: i32,
) -> Result<Stale> {
    let lines = table::Entity::find()
        .filter(table::Column::Subject.eq(subject.code()))
        .filter(table::Column::SubjectId.eq(id))
        .filter(table::Column::Version.gt(seen))
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    let mut changes: Vec<FieldChange> = Vec::new();
    for line in &lines {
        for change in serde_json::from_str::<Vec<FieldChange>>(&line.fields)? {
            match changes.iter_mut().find(|c| c.field == change.field) {
                Some(known) => known.after = change.after,
                None => changes.push(change),
            }
        }
    }
    changes.retain(|c| c.before != c.after);
    // A version that never was has nothing after it; then the last line tells who was there.
    let last = match lines.last() {
        Some(line) => Some(line.clone()),
        None => {
            table::Entity::find()
                .filter(table::Column::Subject.eq(subject.code()))
                .filter(table::Column::SubjectId.eq(id))
                .order_by_desc(table::Column::Id)
                .one(db)
                .await?
        }
    };
    Ok(Stale {
        seen,
        current,
        by: last.as_ref().map(|l| l.actor.clone()).unwrap_or_default(),
        at: last.map(|l| l.at).unwrap_or_default(),
        changes,
    })
}

/// Who last did something to one of these things, and when.
pub(crate) async fn last(
    db: &impl ConnectionTrait,
    subject: Subject,
    ids: &[i64],
) -> Result<Option<(String, DateTime<Utc>)>> {
    let line = table::Entity::find()
        .filter(table::Column::Subject.eq(subject.code()))
        .filter(table::Column::SubjectId.is_in(ids.iter().map(i64::to_string)))
        .order_by_desc(table::Column::Id)
        .one(db)
        .await?;
    Ok(line.map(|line| (line.actor, line.at)))
}

/// The history of one thing, newest first.
pub(crate) async fn of(db: &impl ConnectionTrait, subject: Subject, id: &str) -> Result<Vec<Change>> {
    let lines = table::Entity::find()
        .filter(table::Column::Subject.eq(subject.code()))
        .filter(table::Column::SubjectId.eq(id))
        .order_by_desc(table::Column::Id)
        .limit(200)
        .all(db)
        .await?;
    lines.into_iter().map(table::change).collect()
}

/// The history of several things of a kind, newest first.
pub(crate) async fn of_several(
    db: &impl ConnectionTrait,
    subject: Subject,
    ids: &[i64],
) -> Result<Vec<Change>> {
    let lines = table::Entity::find()
        .filter(table::Column::Subject.eq(subject.code()))
        .filter(table::Column::SubjectId.is_in(ids.iter().map(i64::to_string)))
        .order_by_desc(table::Column::Id)
        .limit(200)
        .all(db)
        .await?;
    lines.into_iter().map(table::change).collect()
}

/// What was done to a week and to these entries after one moment and until another, the
/// first deed first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    week: IsoWeek,
    entries: &BTreeSet<i64>,
    after: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Change>> {
    let about = |subject: Subject, ids: Vec<String>| {
        Condition::all()
            .add(table::Column::Subject.eq(subject.code()))
            .add(table::Column::SubjectId.is_in(ids))
    };
    let lines = table::Entity::find()
        .filter(
            Condition::any()
                .add(about(Subject::Entry, entries.iter().map(i64::to_string).collect()))
                .add(about(Subject::Week, vec![week.to_string()])),
        )
        .filter(table::Column::At.gt(after))
        .filter(table::Column::At.lte(until))
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    lines.into_iter().map(table::change).collect()
}

/// The lines that a page of the list shows.
pub const PAGE: u64 = 50;

/// What happened in the Office, newest first, for the Chief of Office.
/// `before` continues a list below the line with that number.
///
/// # Errors
/// Refused without [`Deed::ReadJournal`].
pub async fn list(desk: &Desk, subject: Option<Subject>, before: Option<i64>) -> Result<Vec<Change>> {
    desk.may(Deed::ReadJournal)?;
    let mut query = table::Entity::find().order_by_desc(table::Column::Id).limit(PAGE);
    if let Some(subject) = subject {
        query = query.filter(table::Column::Subject.eq(subject.code()));
    }
    if let Some(before) = before {
        query = query.filter(table::Column::Id.lt(before));
    }
    let mut lines: Vec<Change> =
        query.all(desk.db()).await?.into_iter().map(table::change).collect::<Result<_>>()?;
    let about = |line: &Change| match line.subject {
        Subject::Entry => line.subject_id.parse::<i64>().ok(),
        _ => None,
    };
    let days: HashMap<i64, NaiveDate> = entry::Entity::find()
        .select_only()
        .columns([entry::Column::Id, entry::Column::Date])
        .filter(entry::Column::Id.is_in(lines.iter().filter_map(about)))
        .into_tuple::<(i64, NaiveDate)>()
        .all(desk.db())
        .await?
        .into_iter()
        .collect();
    for line in &mut lines {
        line.day = about(line).and_then(|id| days.get(&id).copied());
    }
    Ok(lines)
}
