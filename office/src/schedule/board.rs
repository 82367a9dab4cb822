//! The working week as the secretaries' board shows it.

use super::book::Book;
use super::calendar::{entries, known_entry};
use super::publish::Edition;
use super::reception::receptions_due;
use super::week::open_week;
use crate::desk::Desk;
use crate::duty;
use crate::failure::Result;
use crate::journal;
use domain::calendar::week::IsoWeek;
use domain::journal::{Change, Subject};
use domain::schedule::publication::differences;
use domain::schedule::{Board, Entry, Review, conflict, reception};
use domain::{Deed, EntryId, PositionId};

/// The board of a week.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`].
pub async fn board(desk: &Desk, iso: IsoWeek) -> Result<Board> {
    desk.may(Deed::ReadDesk)?;
    let (first, last) = (iso.monday(), iso.sunday());
    let week = open_week(desk.db(), iso).await?;
    let book = Book::open(&desk.office, desk.db()).await?;
    let entries = entries(desk.db(), &book, first, last).await?;
    let duty = duty::duties(desk.db(), first, last).await?;
    let on_duty: Vec<PositionId> = duty.iter().filter_map(|duty| duty.leader).collect();
    let directory = book.directory(first, last, &entries, &on_duty);
    let receptions = receptions_due(desk.db(), &book, iso, &directory).await?;
    Ok(Board { week, entries, directory, duty, receptions })
}

/// What publishing now would change.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`].
pub async fn review(desk: &Desk, iso: IsoWeek) -> Result<Review> {
    desk.may(Deed::ReadDesk)?;
    let board = board(desk, iso).await?;
    let edition = Edition::of(desk, desk.db(), &board.week).await?;
    let changed = !edition.is_same(&board.week);
    let Edition { before, number, frozen, roster, .. } = edition;
    let old = before.map(|(_, old)| old).unwrap_or_default();
    let faces = |list: &[domain::schedule::PublishedEntry]| -> Vec<_> {
        list.iter().map(|e| e.published.clone()).collect()
    };
    let public = |list: &[domain::schedule::PublishedEntry]| -> Vec<_> {
        list.iter()
            .filter_map(|e| {
                let face = domain::bulletin::show(&e.published.face, e.visibility, &e.public_wording)?;
                Some(domain::schedule::Published { face, ..e.published.clone() })
            })
            .collect()
    };
    Ok(Review {
        next_number: number,
        differences: differences(&faces(&old), &faces(&frozen)),
        public: differences(&public(&old), &public(&frozen)),
        duty: domain::duty::differences(&roster.old, &roster.new),
        conflicts: conflict::of_week(&board.entries, &board.directory),
        receptions: reception::missing(&board.entries, &board.receptions).into_iter().cloned().collect(),
        week: board.week,
        changed,
    })
}

/// One entry of the working week, as it is now.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`]; [`Refusal::NotFound`] for an unknown entry,
/// [`Refusal::Removed`] for one that was.
pub async fn working_entry(desk: &Desk, id: EntryId) -> Result<Entry> {
    desk.may(Deed::ReadDesk)?;
    let book = Book::open(&desk.office, desk.db()).await?;
    known_entry(desk.db(), &book, id).await
}

/// Everything that was done to an entry, newest first.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`]; [`Refusal::NotFound`] for an unknown entry.
pub async fn history(desk: &Desk, id: EntryId) -> Result<Vec<Change>> {
    desk.may(Deed::ReadDesk)?;
    working_entry(desk, id).await?;
    journal::of(desk.db(), Subject::Entry, &id.to_string()).await
}
