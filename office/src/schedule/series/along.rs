//! Entries that are on the board already and change with their series: those of today and
//! later that still take place, in the transaction of the series.
//!
//! A delegation is of one day and stays. A day that the new rule does not have goes to the
//! day that it has in that week, and stays as it is when it has none there.

use super::table::{move_day, one};
use crate::desk::Desk;
use crate::failure::Result;
use crate::schedule::book::Book;
use crate::schedule::calendar::{entries, one_entry};
use crate::schedule::entry::{arrange, named_in};
use crate::setting;
use crate::store::{Turn, Tx, take_turn};
use chrono::NaiveDate;
use domain::calendar::WorkingDays;
use domain::calendar::week::IsoWeek;
use domain::schedule::series::Occurrence;
use domain::schedule::series::draft::{Along, Repeated};
use domain::schedule::{Entry, EntryDraft};
use domain::{EntryId, Problem, Refusal, SeriesId, text};

/// Waits for the weeks of what is on the board from a day on.
pub(super) async fn wait_for_weeks(desk: &Desk, db: &Tx, id: SeriesId, from: NaiveDate) -> Result<()> {
    let book = Book::open(&desk.office, db).await?;
    let mut weeks = Vec::new();
    for (_, entry) in on_board(&one(db, id).await?, from) {
        weeks.extend(one_entry(db, &book, entry).await?.map(|entry| IsoWeek::of(entry.plan.date)));
    }
    weeks.sort_unstable();
    weeks.dedup();
    for week in weeks {
        take_turn(db, Turn::Week(week)).await?;
    }
    Ok(())
}

/// Changes what is on the board from a day on, but for the entry that it is changed after.
pub(super) async fn take_along(
    desk: &Desk,
    db: &Tx,
    series: &Repeated,
    from: NaiveDate,
    source: Option<EntryId>,
    along: &Along,
) -> Result<()> {
    let reason = text::reason("reason", &along.reason, false)?;
    let holidays = setting::holidays_in(db, None).await?;
    let holidays: Vec<_> = holidays.into_iter().map(|row| row.day).collect();
    let days = WorkingDays::new(&holidays);
    let book = Book::open(&desk.office, db).await?;
    let named = named_in(&series.draft);
    for (of, id) in on_board(series, from) {
        let Some(old) = one_entry(db, &book, id).await?.filter(|entry| is_to_come(desk, entry)) else {
            continue;
        };
        if Some(id) == source {
            continue;
        }
        let Some(time) = time_in_week(series, &old, of, &days) else { continue };
        let others = entries(db, &book, time.date, time.date).await?;
        let directory = book.directory(time.date, time.date, others.iter().chain([&old]), &named);
        let plan = form(series, &old, time.date).check(&directory)?;
        if plan == old.plan {
            continue;
        }
        let is_known = old.published_in.is_some();
        if is_known && reason.is_empty() {
            return Err(Refusal::field("reason", Problem::Required).into());
        }
        let why = if is_known { reason.clone() } else { old.reason.clone() };
        let accepted = Some(along.conflict_reason.as_str()).filter(|typed| !typed.trim().is_empty());
        let accepted = accepted.unwrap_or(&old.conflict_reason).to_owned();
        if time.of != of {
            move_day(db, series.id, of, time.of).await?;
        }
        let deed = "schedule.save_entry";
        arrange(desk, db, deed, &directory, &others, Some(old), plan, why, &accepted).await?;
    }
    Ok(())
}

fn on_board(series: &Repeated, from: NaiveDate) -> Vec<(NaiveDate, EntryId)> {
    let later = series.taken.iter().filter(|(day, _)| *day >= from);
    later.filter_map(|(day, entry)| Some((*day, (*entry)?))).collect()
}

fn is_to_come(desk: &Desk, entry: &Entry) -> bool {
    entry.standing.is_going() && entry.plan.date >= desk.office.today()
}

/// When an entry of the board takes place by the new rule.
fn time_in_week(series: &Repeated, old: &Entry, of: NaiveDate, days: &WorkingDays) -> Option<Occurrence> {
    let week = IsoWeek::of(of);
    let times = series.series.between(week.monday(), week.sunday(), days);
    if series.series.days().take_while(|day| *day <= of).last() == Some(of) {
        return Some(Occurrence { date: old.plan.date, of });
    }
    times.into_iter().find(|time| !series.is_taken(time.of))
}

/// The form of the series on a day; who goes instead of whom stays as it was.
fn form(series: &Repeated, old: &Entry, date: NaiveDate) -> EntryDraft {
    let new = EntryDraft { date: date.to_string(), ..series.draft.clone() };
    if !old.plan.is_delegated() {
        return new;
    }
    let kept = EntryDraft::of(&old.plan);
    EntryDraft {
        leaders: kept.leaders,
        in_place_of: kept.in_place_of,
        acting: kept.acting,
        agreed_by: kept.agreed_by,
        agreed_at: kept.agreed_at,
        ..new
    }
}
