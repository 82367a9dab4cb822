//! Starting a week from another one or from a template: what is ticked becomes entries,
//! all in one transaction. What the rules refuse stays out and is told, never dropped.

mod undo;

pub use self::undo::undo_start;

use super::book::Book;
use super::calendar::entries;
use super::entry::{arrange, named_in};
use super::opened::{Opened, opened};
use super::series::{mark_taken, read_all};
use super::table::template;
use super::template::{list_templates, read};
use super::{board, open_week};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use crate::store::Tx;
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::start::{day_of_series, from_series, from_template, from_week};
use domain::schedule::{Board, Directory, Entry, Left, Proposal, Source, Start, Started, Starting};
use domain::{Deed, Problem, Refusal};
use sea_orm::{ConnectionTrait, EntityTrait};

/// What a week could begin with.
///
/// # Errors
/// Refused without [`Deed::EditEntry`]; [`Refusal::NotFound`] for an unknown template.
pub async fn starting(desk: &Desk, iso: IsoWeek, source: Source) -> Result<Starting> {
    desk.may(Deed::EditEntry)?;
    let Board { week, entries: there, duty, receptions, .. } = board(desk, iso).await?;
    let book = Book::open(&desk.office, desk.db()).await?;
    let (directory, proposals) = propose(desk.db(), &book, iso, source, &there).await?;
    let board = Board { week, entries: there, directory, duty, receptions };
    Ok(Starting { board, source, proposals, templates: list_templates(desk).await? })
}

/// Creates what was picked, in the order of the week, and tells what could not be
/// taken. What is taken is what the source holds now.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], when nothing is picked, or when a key is not of
/// the source.
pub async fn start_week(desk: &Desk, iso: IsoWeek, start: Start) -> Result<Started> {
    desk.may(Deed::EditEntry)?;
    if start.picks.is_empty() {
        return Err(Refusal::field("take", Problem::Required).into());
    }

    let Opened { writing, book, week, .. } = opened(desk, None, Some(iso.monday())).await?;
    let db = &writing.tx;
    let there = week.iter().flat_map(|(_, edition)| edition.entries.iter());
    let mut there: Vec<Entry> = there.map(|entry| Entry::clone(entry)).collect();
    let (directory, proposals) = propose(db, &book, iso, start.source, &there).await?;
    if start.picks.iter().any(|pick| proposals.iter().all(|p| p.key != pick.key)) {
        return Err(Refusal::field("take", Problem::Unknown).into());
    }

    let mut started = Started::default();
    for proposal in &proposals {
        let Some(pick) = start.picks.iter().find(|pick| pick.key == proposal.key) else { continue };
        match take(desk, db, &directory, &there, proposal, &pick.conflict_reason).await {
            Ok(entry) => {
                if let Some((series, of)) = day_of_series(&proposal.key) {
                    mark_taken(db, series, of, Some(entry.id)).await?;
                }
                there.push(entry.clone());
                started.taken.push(entry);
            }
            Err(Failure::Refused(why)) => started.left.push(Left {
                key: proposal.key.clone(),
                content: proposal.draft.content.clone(),
                why,
            }),
            Err(broken) => return Err(broken),
        }
    }
    if started.taken.is_empty() {
        return Ok(started);
    }

    let fields = [
        FieldChange::between("source", String::new(), start.source.to_string()),
        FieldChange::between("taken", String::new(), started.taken.len().to_string()),
    ];
    let line = Line {
        deed: "schedule.start_week",
        subject: Subject::Week,
        id: iso.to_string(),
        title: &iso.to_string(),
        fields: fields.into_iter().flatten().collect(),
        reason: "",
        version: Some(open_week(db, iso).await?.version),
    };
    journal::write(db, desk, line).await?;
    writing.commit().await?;
    Ok(started)
}

/// One proposal becomes an entry. It judges before it writes, so a refusal leaves
/// nothing behind.
async fn take(
    desk: &Desk,
    db: &Tx,
    directory: &Directory,
    there: &[Entry],
    proposal: &Proposal,
    conflict_reason: &str,
) -> Result<Entry> {
    let plan = proposal.draft.check(directory)?;
    let of_day: Vec<Entry> = there.iter().filter(|e| e.plan.date == plan.date).cloned().collect();
    let deed = "schedule.create_entry";
    let saved =
        arrange(desk, db, deed, directory, &of_day, None, plan, String::new(), conflict_reason).await?;
    Ok(saved.entry)
}

/// The proposals of a source for a week that holds these entries already, and the
/// directory of that week with everybody whom they name.
async fn propose(
    db: &impl ConnectionTrait,
    book: &Book,
    iso: IsoWeek,
    source: Source,
    there: &[Entry],
) -> Result<(Directory, Vec<Proposal>)> {
    let (first, last) = (iso.monday(), iso.sunday());
    match source {
        Source::Week(from) => {
            let before = entries(db, book, from.monday(), from.sunday()).await?;
            let directory = book.directory(first, last, there.iter().chain(&before), &[]);
            let proposals = from_week(&before, iso, there, &directory);
            Ok((directory, proposals))
        }
        Source::Series => {
            let series = read_all(db).await?;
            let named: Vec<_> = series.iter().flat_map(|one| named_in(&one.draft)).collect();
            let directory = book.directory(first, last, there, &named);
            let proposals = from_series(&series, iso, there, &directory);
            Ok((directory, proposals))
        }
        Source::Template(id) => {
            let row = template::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
            let kept = read(row)?;
            let named: Vec<_> = kept.entries.iter().flat_map(named_in).collect();
            let directory = book.directory(first, last, there, &named);
            let proposals = from_template(&kept, iso, there, &directory);
            Ok((directory, proposals))
        }
    }
}
