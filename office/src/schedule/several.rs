//! Entries of several days in one transaction, for a verb that writes something else with
//! each of them and commits all or nothing.

use super::book::Book;
use super::calendar::entries;
use super::entry::arrange;
use crate::desk::Desk;
use crate::failure::Result;
use crate::store::{Turn, Writing, take_turn};
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Conflict, Directory, Entry, EntryDraft, conflicts};
use domain::{Deed, EntryId, Issue, PositionId};
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// What takes place on some days, with all that an entry can name there.
struct Known {
    entries: Vec<Entry>,
    directory: Directory,
}

impl Known {
    async fn read(
        db: &impl ConnectionTrait,
        book: &Book,
        days: &[NaiveDate],
        posts: &[PositionId],
    ) -> Result<Self> {
        let mut known = Vec::new();
        for day in days.iter().copied().collect::<BTreeSet<_>>() {
            known.extend(entries(db, book, day, day).await?);
        }
        let bounds = (days.iter().min().copied(), days.iter().max().copied());
        let (first, last) = (bounds.0.unwrap_or_default(), bounds.1.unwrap_or_default());
        let directory = book.directory(first, last, &known, posts);
        Ok(Self { entries: known, directory })
    }

    fn of_day(&self, day: NaiveDate) -> Vec<Entry> {
        self.entries.iter().filter(|entry| entry.plan.date == day).cloned().collect()
    }
}

/// A write transaction for the weeks of some days.
pub(crate) struct Several {
    pub(crate) writing: Writing,
    known: Known,
}

impl Several {
    /// Opens it; nobody else changes these weeks until the end. What is changed rarely
    /// waits, too, so that numbers can be given.
    pub(crate) async fn open(desk: &Desk, days: &[NaiveDate], posts: &[PositionId]) -> Result<Self> {
        desk.may(Deed::EditEntry)?;
        let writing = desk.write().await?;
        for week in days.iter().map(|day| IsoWeek::of(*day)).collect::<BTreeSet<_>>() {
            take_turn(&writing.tx, Turn::Week(week)).await?;
        }
        let book = Book::open(&desk.office, &writing.tx).await?;
        let known = Known::read(&writing.tx, &book, days, posts).await?;
        Ok(Self { writing, known })
    }

    /// Puts an entry on the board, judged upon what is there and what was put before it.
    pub(crate) async fn put(
        &mut self,
        desk: &Desk,
        draft: &EntryDraft,
        conflict_reason: &str,
    ) -> Result<Entry> {
        let plan = draft.check(&self.known.directory)?;
        let others = self.known.of_day(plan.date);
        let directory = &self.known.directory;
        let (db, deed) = (&self.writing.tx, "schedule.create_entry");
        let saved =
            arrange(desk, db, deed, directory, &others, None, plan, String::new(), conflict_reason).await?;
        self.known.entries.push(saved.entry.clone());
        Ok(saved.entry)
    }
}

/// What the rules would say to entries, one after the other; the days are theirs.
pub(crate) async fn foreseen(
    desk: &Desk,
    days: &[NaiveDate],
    posts: &[PositionId],
    drafts: &[EntryDraft],
) -> Result<Vec<(Vec<Conflict>, Vec<Issue>)>> {
    desk.may(Deed::EditEntry)?;
    let book = Book::open(&desk.office, desk.db()).await?;
    let mut known = Known::read(desk.db(), &book, days, posts).await?;
    let mut told = Vec::new();
    for (number, draft) in (1..).zip(drafts) {
        told.push(match draft.check(&known.directory) {
            Err(issues) => (Vec::new(), issues),
            Ok(plan) => {
                let found = conflicts(&known.of_day(plan.date), None, &plan, &known.directory);
                known.entries.push(Entry::planned(EntryId(-number), plan, "", ""));
                (found, Vec::new())
            }
        });
    }
    Ok(told)
}
