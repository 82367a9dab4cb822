//! Ending an absence: all its days that are still to come at once, with the one who acts
//! on them. Days that readers know are cancelled with a reason; others are taken out.

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::schedule::book::Book;
use crate::schedule::calendar::one_entry;
use crate::schedule::entry::{halt_in, remove_in};
use crate::schedule::table::entry;
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::journal::Subject;
use domain::schedule::absence::{Ended, days_left, is_absence};
use domain::schedule::{Entry, Standing};
use domain::{Deed, EntryId, Problem, Refusal, text};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// The days of the absence that an entry is a day of, in order.
///
/// # Errors
/// Refused without [`Deed::EditEntry`]; [`Refusal::NotFound`] when it is no absence.
pub async fn absence_of(desk: &Desk, id: EntryId) -> Result<Vec<Entry>> {
    desk.may(Deed::EditEntry)?;
    let book = Book::open(&desk.office, desk.db()).await?;
    days(desk.db(), &book, id).await
}

/// Ends an absence from a day on, but never in the past. `seen` is the version of the
/// entry that was looked at.
///
/// # Errors
/// Refused by rights, stale, without a reason where readers know a day, or when no day is
/// left.
pub async fn end_absence(
    desk: &Desk,
    id: EntryId,
    seen: i32,
    from: NaiveDate,
    reason: &str,
) -> Result<Ended> {
    desk.may(Deed::EditEntry)?;
    let reason = text::reason("reason", reason, false)?;

    let known = absence_of(desk, id).await?;
    let weeks: Vec<IsoWeek> = known.iter().map(|entry| IsoWeek::of(entry.plan.date)).collect();
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;
    let book = Book::open(&desk.office, db).await?;
    let all = days(db, &book, id).await?;
    let looked_at = all.iter().find(|entry| entry.id == id).ok_or(Refusal::NotFound)?;
    journal::not_stale(db, Subject::Entry, id, seen, looked_at.version).await?;
    let left = days_left(&all, from.max(desk.office.today()));
    if left.is_empty() {
        return Err(Refusal::field("from", Problem::Unknown).into());
    }
    if reason.is_empty() && left.iter().any(|entry| entry.published_in.is_some()) {
        return Err(Refusal::field("reason", Problem::Required).into());
    }

    let mut ended = Ended::default();
    for day in left {
        if day.published_in.is_some() {
            let deed = "schedule.cancel_entry";
            let halted = halt_in(desk, db, day.clone(), &reason, deed, Standing::Cancelled).await?;
            ended.cancelled.push(halted);
        } else {
            remove_in(desk, db, day).await?;
            ended.removed.push(day.plan.date);
        }
    }
    writing.commit().await?;
    Ok(ended)
}

async fn days(db: &impl ConnectionTrait, book: &Book, id: EntryId) -> Result<Vec<Entry>> {
    let one = one_entry(db, book, id).await?.filter(|entry| is_absence(entry.plan.kind));
    let one = one.ok_or(Refusal::NotFound)?;
    let span = one.span.unwrap_or(id);
    let own = Condition::any().add(entry::Column::SpanId.eq(span.0)).add(entry::Column::Id.eq(id.0));
    let ids: Vec<i64> = entry::Entity::find()
        .select_only()
        .column(entry::Column::Id)
        .filter(own)
        .into_tuple()
        .all(db)
        .await?;
    let mut days = Vec::new();
    for id in ids {
        days.extend(one_entry(db, book, EntryId(id)).await?);
    }
    days.sort_by_key(|entry| (entry.plan.date, entry.id));
    Ok(days)
}
