//! Reading the working week: the entries of some days.

use super::book::Book;
use super::table::{self, entry, leader, site};
use crate::failure::Result;
use crate::journal;
use chrono::NaiveDate;
use domain::journal::Subject;
use domain::schedule::{Entry, EntryKind};
use domain::{EntryId, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Entries of the days, in the order of the week, their leaders by precedence.
pub(super) async fn entries(
    db: &impl ConnectionTrait,
    book: &Book,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Entry>> {
    let rows = entry::Entity::find().filter(entry::Column::Date.between(first, last)).all(db).await?;
    assemble(db, book, rows).await
}

/// Citizen receptions of the days.
pub(super) async fn citizen_receptions(
    db: &impl ConnectionTrait,
    book: &Book,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Entry>> {
    let rows = entry::Entity::find()
        .filter(entry::Column::Date.between(first, last))
        .filter(entry::Column::Kind.eq(EntryKind::CitizenReception.code()))
        .all(db)
        .await?;
    assemble(db, book, rows).await
}

/// One entry, or `None`.
pub(super) async fn one_entry(db: &impl ConnectionTrait, book: &Book, id: EntryId) -> Result<Option<Entry>> {
    let row = entry::Entity::find_by_id(id.0).one(db).await?;
    Ok(assemble(db, book, row.into_iter().collect()).await?.pop())
}

/// One entry; of one that is gone, who removed it.
pub(super) async fn known_entry(db: &impl ConnectionTrait, book: &Book, id: EntryId) -> Result<Entry> {
    if let Some(entry) = one_entry(db, book, id).await? {
        return Ok(entry);
    }
    let last = journal::last(db, Subject::Entry, &[id.0]).await?;
    Err(last.map_or(Refusal::NotFound, |(by, at)| Refusal::Removed { by, at }).into())
}

/// Entries by their numbers, their leaders in no order.
pub(crate) async fn entries_named(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = i64>,
) -> Result<Vec<Entry>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = entry::Entity::find().filter(entry::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let leaders = leader::Entity::find().filter(leader::Column::EntryId.is_in(ids)).all(db).await?;
    rows.into_iter().map(|row| table::entry(row, &leaders, &[])).collect()
}

async fn assemble(db: &impl ConnectionTrait, book: &Book, rows: Vec<entry::Model>) -> Result<Vec<Entry>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = rows.iter().map(|r| r.id).collect();
    let leaders =
        leader::Entity::find().filter(leader::Column::EntryId.is_in(ids.iter().copied())).all(db).await?;
    let sites = site::Entity::find().filter(site::Column::EntryId.is_in(ids)).all(db).await?;
    let mut entries =
        rows.into_iter().map(|row| table::entry(row, &leaders, &sites)).collect::<Result<Vec<_>>>()?;
    for entry in &mut entries {
        put_in_order(book, entry);
    }
    entries.sort_by_key(|e| (e.plan.order(), e.id));
    Ok(entries)
}

/// Leaders by precedence, remote sites by their number.
pub(super) fn put_in_order(book: &Book, entry: &mut Entry) {
    entry.plan.attending.sort_by_key(|a| book.order(a.position));
    entry.plan.remote_sites.sort_unstable_by_key(|unit| unit.0);
    entry.plan.remote_sites.dedup();
}
