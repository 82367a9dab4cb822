//! Entries that come again: made of an entry, taken onto the board when a week begins,
//! changed or ended from a day on. What is on the board already changes with it only when
//! that is asked for (`along`).

mod along;
mod table;

pub(super) use self::table::{give_back, leave_day, mark_taken, read_all, retake_day};

use self::along::{take_along, wait_for_weeks};
use self::table::{insert, move_days, offer_again, one, store, taken_by};
use super::book::Book;
use super::calendar::known_entry;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::setting;
use chrono::{Days, NaiveDate};
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::series::Ends;
use domain::schedule::series::draft::{Along, EntrySeries, Repeated, SeriesDraft, SeriesList};
use domain::schedule::start::again;
use domain::schedule::{Entry, EntryDraft};
use domain::{Deed, EntryId, Locale, PositionId, Problem, Refusal, SeriesId, words};
use sea_orm::ConnectionTrait;

/// Every series, the newest first.
///
/// # Errors
/// Refused without [`Deed::EditEntry`].
pub async fn list_series(desk: &Desk) -> Result<SeriesList> {
    desk.may(Deed::EditEntry)?;
    let series = read_all(desk.db()).await?;
    Ok(SeriesList {
        series,
        holidays: setting::holidays_in(desk.db(), None).await?.into_iter().map(|row| row.day).collect(),
    })
}

/// An entry with the series that it is a day of.
///
/// # Errors
/// Refused without [`Deed::EditEntry`]; [`Refusal::NotFound`] for an unknown entry.
pub async fn series_of(desk: &Desk, entry: EntryId) -> Result<EntrySeries> {
    desk.may(Deed::EditEntry)?;
    let entry = entry_of(desk, desk.db(), entry).await?;
    let series = match taken_by(desk.db(), entry.id).await? {
        Some((id, day)) => Some((one(desk.db(), id).await?, day)),
        None => None,
    };
    Ok(EntrySeries { entry, series })
}

/// Makes an entry the first of a series.
///
/// # Errors
/// Refused by rights, stale, with issues by field, or when it is one already.
pub async fn make_series(desk: &Desk, entry: EntryId, seen: i32, draft: SeriesDraft) -> Result<Repeated> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let entry = entry_of(desk, db, entry).await?;
    arrangeable(desk, &form_of(&entry))?;
    journal::not_stale(db, Subject::Entry, entry.id, seen, entry.version).await?;
    if taken_by(db, entry.id).await?.is_some() {
        return Err(Refusal::field("repeats", Problem::Taken).into());
    }
    let day = entry.plan.date;
    let series = draft.check(day)?;

    let made = insert(db, desk, &series, &form_of(&entry)).await?;
    mark_taken(db, made.id, day, Some(entry.id)).await?;
    let made = one(db, made.id).await?;
    line(db, desk, "schedule.make_series", None, &made).await?;
    writing.commit().await?;
    Ok(made)
}

/// Changes a series from a day of its rule on: the rule, and the entry when it is named
/// as it is now. What lies before stays a series of its own. With `along`, what is on the
/// board from that day on changes in the same transaction.
///
/// # Errors
/// Refused by rights, stale, with issues by field, or by the conflicts of what is taken
/// along.
pub async fn change_series(
    desk: &Desk,
    id: SeriesId,
    seen: i32,
    from: NaiveDate,
    entry: Option<EntryId>,
    draft: SeriesDraft,
    along: Option<Along>,
) -> Result<Repeated> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = fresh(db, id, seen).await?;
    if along.is_some() {
        wait_for_weeks(desk, db, id, from).await?;
    }
    let form = match entry {
        Some(entry) => form_of(&entry_of(desk, db, entry).await?),
        None => old.draft.clone(),
    };
    arrangeable(desk, &old.draft)?;
    arrangeable(desk, &form)?;
    let mut series = draft.check(from)?;

    let changed = match old.series.split(from) {
        Some((before, after)) => {
            series.exceptions = after.exceptions;
            store(db, &Repeated { series: before, ..old.clone() }).await?;
            let second = insert(db, desk, &series, &form).await?;
            move_days(db, old.id, second.id, from).await?;
            line(db, desk, "schedule.end_series", Some(&old), &one(db, old.id).await?).await?;
            second.id
        }
        None if old.series.days().next() == Some(from) => {
            series.exceptions = old.series.exceptions.clone();
            store(db, &Repeated { series, draft: form, ..old.clone() }).await?;
            old.id
        }
        None => return Err(Refusal::field("from", Problem::Unknown).into()),
    };
    let changed = one(db, changed).await?;
    if let Some(along) = &along {
        take_along(desk, db, &changed, from, entry, along).await?;
    }
    line(db, desk, "schedule.change_series", Some(&old), &changed).await?;
    writing.commit().await?;
    Ok(changed)
}

/// Ends a series before a day.
///
/// # Errors
/// Refused by rights or stale.
pub async fn end_series(desk: &Desk, id: SeriesId, seen: i32, from: NaiveDate) -> Result<Repeated> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = fresh(db, id, seen).await?;
    arrangeable(desk, &old.draft)?;

    let mut series = old.series.clone();
    series.ends = Ends::Until(from.checked_sub_days(Days::new(1)).unwrap_or(from));
    store(db, &Repeated { series, ..old.clone() }).await?;
    let ended = one(db, id).await?;
    line(db, desk, "schedule.end_series", Some(&old), &ended).await?;
    writing.commit().await?;
    Ok(ended)
}

/// Leaves one day of the rule out.
///
/// # Errors
/// Refused by rights, stale, or when it is no day of the rule that is still to come.
pub async fn skip_day(desk: &Desk, id: SeriesId, seen: i32, day: NaiveDate) -> Result<Repeated> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = fresh(db, id, seen).await?;
    arrangeable(desk, &old.draft)?;
    if old.is_taken(day) || old.series.days().take_while(|d| *d <= day).last() != Some(day) {
        return Err(Refusal::field("date", Problem::Unknown).into());
    }

    mark_taken(db, id, day, None).await?;
    store(db, &old).await?;
    let changed = one(db, id).await?;
    let fields = FieldChange::between("date", String::new(), day.to_string());
    note(db, desk, "schedule.skip_day", &changed, fields.into_iter().collect()).await?;
    writing.commit().await?;
    Ok(changed)
}

/// Offers a day of the rule again that was left out, or whose entry was removed.
///
/// # Errors
/// Refused by rights, stale, or when it is no such day.
pub async fn restore_day(desk: &Desk, id: SeriesId, seen: i32, day: NaiveDate) -> Result<Repeated> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = fresh(db, id, seen).await?;
    arrangeable(desk, &old.draft)?;
    if !old.is_left_out(day) {
        return Err(Refusal::field("date", Problem::Unknown).into());
    }

    offer_again(db, id, day).await?;
    store(db, &old).await?;
    let changed = one(db, id).await?;
    let fields = FieldChange::between("date", String::new(), day.to_string());
    note(db, desk, "schedule.restore_day", &changed, fields.into_iter().collect()).await?;
    writing.commit().await?;
    Ok(changed)
}

async fn entry_of(desk: &Desk, db: &impl ConnectionTrait, id: EntryId) -> Result<Entry> {
    let book = Book::open(&desk.office, db).await?;
    known_entry(db, &book, id).await
}

/// The form that comes again: undelegated, as for another week.
fn form_of(entry: &Entry) -> EntryDraft {
    again(&entry.plan, IsoWeek::of(entry.plan.date))
}

async fn fresh(db: &impl ConnectionTrait, id: SeriesId, seen: i32) -> Result<Repeated> {
    let known = one(db, id).await?;
    journal::not_stale(db, Subject::Series, id, seen, known.version).await?;
    Ok(known)
}

fn arrangeable(desk: &Desk, draft: &EntryDraft) -> Result<(), Refusal> {
    let on: Vec<PositionId> = draft.leaders.keys().filter_map(|id| id.parse().ok()).collect();
    if desk.actor.may_arrange(&on, &on) { Ok(()) } else { Err(Refusal::NotYours) }
}

async fn line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    before: Option<&Repeated>,
    after: &Repeated,
) -> Result<()> {
    let rule = |one: &Repeated| words::series(Locale::Vi, &one.series);
    let fields = [
        FieldChange::between("repeats", before.map(rule).unwrap_or_default(), rule(after)),
        FieldChange::between(
            "content",
            before.map(|b| b.draft.content.clone()).unwrap_or_default(),
            after.draft.content.clone(),
        ),
        FieldChange::between(
            "start",
            before.map(|b| b.draft.start.clone()).unwrap_or_default(),
            after.draft.start.clone(),
        ),
    ];
    note(db, desk, deed, after, fields.into_iter().flatten().collect()).await
}

async fn note(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    series: &Repeated,
    fields: Vec<FieldChange>,
) -> Result<()> {
    let line = Line {
        deed,
        subject: Subject::Series,
        id: series.id.to_string(),
        title: &series.draft.content,
        fields,
        reason: "",
        version: Some(series.version),
    };
    journal::write(db, desk, line).await
}
