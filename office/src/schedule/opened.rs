//! Opening an entry to change it: the transaction, the entry as it is stored, and what
//! a verb judges by. A save that is based on an older version is refused here.

use super::book::Book;
use super::calendar::day_and_entry;
use super::table;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::store::{Engine, Writing};
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::journal::Subject;
use domain::schedule::Entry;
use domain::{EntryId, Refusal};
use sea_orm::{EntityTrait, QuerySelect};
use std::sync::Arc;

/// A transaction for the week of a day and that of an entry, with what a verb judges by.
pub(super) struct Opened {
    pub(super) writing: Writing,
    pub(super) book: Arc<Book>,
    /// The entry as it is stored.
    pub(super) old: Option<Entry>,
    /// All entries of the day.
    pub(super) others: Vec<Entry>,
}

/// Opens them when the person saw the entry in its present version.
pub(super) async fn opened(
    desk: &Desk,
    known: Option<(EntryId, i32)>,
    day: Option<NaiveDate>,
) -> Result<Opened> {
    let mut weeks: Vec<IsoWeek> = day.into_iter().map(IsoWeek::of).collect();
    // SQLite has one writer whatever the weeks are.
    if let (Some((id, _)), Engine::Postgres) = (known, desk.office.engine()) {
        weeks.extend(day_of(desk, id).await?.map(IsoWeek::of));
    }
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;
    let book = Book::open(&desk.office, db).await?;
    let mut others = day_and_entry(db, &book, day, known.map(|(id, _)| id)).await?;
    let mut old = None;
    if let Some((id, seen)) = known {
        let stored = others.iter().find(|e| e.id == id).cloned().ok_or(Refusal::NotFound)?;
        if stored.version != seen {
            let stale = journal::stale(db, Subject::Entry, &id.to_string(), seen, stored.version).await?;
            return Err(Refusal::Stale(Box::new(stale)).into());
        }
        old = Some(stored);
    }
    others.retain(|e| Some(e.plan.date) == day);
    Ok(Opened { writing, book, old, others })
}

pub(super) async fn opened_one(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    day: Option<NaiveDate>,
) -> Result<(Opened, Entry)> {
    let mut opened = opened(desk, Some((id, seen)), day).await?;
    let old = opened.old.take().ok_or(Refusal::NotFound)?;
    Ok((opened, old))
}

async fn day_of(desk: &Desk, id: EntryId) -> Result<Option<NaiveDate>> {
    Ok(table::entry::Entity::find_by_id(id.0)
        .select_only()
        .column(table::entry::Column::Date)
        .into_tuple()
        .one(desk.db())
        .await?)
}
