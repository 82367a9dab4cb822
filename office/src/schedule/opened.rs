//! Opening an entry to change it: the transaction, the entry as it is stored, and what
//! a verb judges by. A save that is based on an older version is refused here.

use super::book::Book;
use super::calendar::{entries, known_entry, put_in_order};
use super::shelf::{Edition, Version};
use super::table;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::setting;
use crate::store::{Engine, Tx, Writing};
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::journal::Subject;
use domain::schedule::Entry;
use domain::{EntryId, Refusal};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QuerySelect, Statement};
use std::sync::Arc;

/// A transaction for the week of a day and that of an entry, with what a verb judges by.
pub(super) struct Opened {
    pub(super) writing: Writing,
    pub(super) book: Arc<Book>,
    /// The entry as it is stored.
    pub(super) old: Option<Entry>,
    /// All entries of the day.
    pub(super) others: Vec<Entry>,
    /// The week of the day, as it was opened.
    pub(super) week: Option<(IsoWeek, Edition)>,
}

/// Opens them when the person saw the entry in its present version.
pub(super) async fn opened(
    desk: &Desk,
    known: Option<(EntryId, i32)>,
    day: Option<NaiveDate>,
) -> Result<Opened> {
    // Another process may have taken the entry to a week that nobody waited for.
    match opened_at(desk, known, day, true).await? {
        Some(opened) => Ok(opened),
        None => Ok(opened_at(desk, known, day, false).await?.ok_or(Refusal::NotFound)?),
    }
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

/// `None` when the entry is not in the week where the shelf had it.
async fn opened_at(
    desk: &Desk,
    known: Option<(EntryId, i32)>,
    day: Option<NaiveDate>,
    trusts_shelf: bool,
) -> Result<Option<Opened>> {
    let week = day.map(IsoWeek::of);
    let mut weeks: Vec<IsoWeek> = week.into_iter().collect();
    let mut is_near = false;
    // SQLite has one writer whatever the weeks are.
    if let (Some((id, _)), Engine::Postgres) = (known, desk.office.engine()) {
        is_near = trusts_shelf && week.is_some_and(|week| desk.office.weeks().had(week, id));
        if !is_near {
            weeks.extend(day_of(desk, id).await?.map(IsoWeek::of));
        }
    }
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;
    let (book, week) = match week {
        Some(week) => {
            let (book, edition) = edition(desk, db, week).await?;
            (book, Some((week, edition)))
        }
        None => (Book::open(&desk.office, db).await?, None),
    };
    let of_week = week.as_ref().map(|(_, edition)| edition.entries.as_slice()).unwrap_or_default();
    let mut old = None;
    if let Some((id, seen)) = known {
        let stored = match of_week.iter().find(|e| e.id == id) {
            Some(entry) => Entry::clone(entry),
            None if is_near => return Ok(None),
            None => known_entry(db, &book, id).await?,
        };
        journal::not_stale(db, Subject::Entry, id, seen, stored.version).await?;
        old = Some(stored);
    }
    let of_day = of_week.iter().filter(|e| Some(e.plan.date) == day);
    let others = of_day.map(|e| Entry::clone(e)).collect();
    Ok(Some(Opened { writing, book, old, others, week }))
}

/// The book and the week as they stand, from their shelves when these are fresh.
async fn edition(desk: &Desk, db: &Tx, iso: IsoWeek) -> Result<(Arc<Book>, Edition)> {
    let (book_version, week_version) = versions(db, iso).await?;
    let book = Book::of_version(&desk.office, db, book_version).await?;
    let version = Version { week: week_version, book: book_version, failures: desk.office.failures() };
    if let Some(entries) = desk.office.weeks().get(iso, version) {
        return Ok((book, Edition { version, entries }));
    }
    let read = entries(db, &book, iso.monday(), iso.sunday()).await?;
    let edition = Edition { version, entries: Arc::new(read.into_iter().map(Arc::new).collect()) };
    desk.office.weeks().put(iso, edition.clone());
    Ok((book, edition))
}

/// Puts the week with the saved entry on the shelf as soon as the save is kept. The verb
/// has raised the version of the week once.
pub(super) fn keep(
    desk: &Desk,
    writing: &mut Writing,
    book: &Book,
    week: Option<(IsoWeek, Edition)>,
    saved: &Entry,
) {
    let Some((iso, mut edition)) = week.filter(|(iso, _)| iso.contains(saved.plan.date)) else {
        return;
    };
    let mut saved = saved.clone();
    put_in_order(book, &mut saved);
    let entries = Arc::make_mut(&mut edition.entries);
    entries.retain(|e| e.id != saved.id);
    entries.push(Arc::new(saved));
    entries.sort_by_key(|e| (e.plan.order(), e.id));
    edition.version.week += 1;
    let weeks = desk.office.weeks().clone();
    writing.when_kept(move || weeks.put(iso, edition));
}

/// The versions of the book and of a week, in one question.
async fn versions(db: &Tx, iso: IsoWeek) -> Result<(i32, i32)> {
    let backend = db.get_database_backend();
    let monday = if backend == DbBackend::Postgres { "$2" } else { "?" };
    let key = if backend == DbBackend::Postgres { "$1" } else { "?" };
    let sql = format!(
        "SELECT (SELECT version FROM setting WHERE key = {key}) AS book, \
                (SELECT version FROM week WHERE monday = {monday}) AS week"
    );
    let values = [setting::BOOK.into(), iso.monday().into()];
    let row = db.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    let version = |column| row.as_ref().map(|row| row.try_get::<Option<i32>>("", column)).transpose();
    Ok((version("book")?.flatten().unwrap_or(0), version("week")?.flatten().unwrap_or(0)))
}

async fn day_of(desk: &Desk, id: EntryId) -> Result<Option<NaiveDate>> {
    Ok(table::entry::Entity::find_by_id(id.0)
        .select_only()
        .column(table::entry::Column::Date)
        .into_tuple()
        .one(desk.db())
        .await?)
}
