//! Reading the working week: the entries of some days.

use super::book::Book;
use super::table::{self, entry, leader, site};
use crate::failure::Result;
use chrono::NaiveDate;
use domain::EntryId;
use domain::schedule::Entry;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

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

/// One entry, or `None`.
pub(super) async fn one_entry(db: &impl ConnectionTrait, book: &Book, id: EntryId) -> Result<Option<Entry>> {
    let row = entry::Entity::find_by_id(id.0).one(db).await?;
    Ok(assemble(db, book, row.into_iter().collect()).await?.pop())
}

/// The entries of a day and one entry wherever it is, in one question.
pub(super) async fn day_and_entry(
    db: &impl ConnectionTrait,
    book: &Book,
    day: Option<NaiveDate>,
    id: Option<EntryId>,
) -> Result<Vec<Entry>> {
    let wanted = Condition::any()
        .add_option(day.map(|day| entry::Column::Date.eq(day)))
        .add_option(id.map(|id| entry::Column::Id.eq(id.0)));
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let rows = entry::Entity::find().filter(wanted).all(db).await?;
    assemble(db, book, rows).await
}

async fn assemble(db: &impl ConnectionTrait, book: &Book, rows: Vec<entry::Model>) -> Result<Vec<Entry>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = rows.iter().map(|r| r.id).collect();
    let leaders =
        leader::Entity::find().filter(leader::Column::EntryId.is_in(ids.iter().copied())).all(db).await?;
    let sites = site::Entity::find()
        .filter(site::Column::EntryId.is_in(ids))
        .order_by_asc(site::Column::UnitId)
        .all(db)
        .await?;
    let mut entries =
        rows.into_iter().map(|row| table::entry(row, &leaders, &sites)).collect::<Result<Vec<_>>>()?;
    for entry in &mut entries {
        entry.plan.attending.sort_by_key(|a| book.order(a.position));
    }
    entries.sort_by_key(|e| (e.plan.order(), e.id));
    Ok(entries)
}
