//! Looking back at a week for those who work on it: any publication, any moment, and
//! who changed what from one publication to another.
//!
//! The deeds are those on the week and on entries that stand in it now or stood in one
//! of its publications; a draft that came and went unpublished is not among them.

use super::published::official_week;
use super::table::entry;
use super::week::open_week;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::calendar::week::IsoWeek;
use domain::schedule::lookback::published_at;
use domain::schedule::publication::differences;
use domain::schedule::{Asked, Found, Lookback, Publication, Published, PublishedEntry};
use domain::{Deed, Refusal};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;

/// The publications of a week, and what was asked of its past.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`]; [`Refusal::NotFound`] for a number that does not
/// exist.
pub async fn look_back(desk: &Desk, iso: IsoWeek, asked: Asked) -> Result<Lookback> {
    desk.may(Deed::ReadDesk)?;
    let week = open_week(desk.db(), iso).await?;
    let publications = official_week(desk, iso, None).await?.publications;
    let numbered = |number: i32| {
        publications.iter().find(|publication| publication.number == number).ok_or(Refusal::NotFound)
    };
    let found = match asked {
        Asked::Nothing => Found::Nothing,
        Asked::At(moment) => match published_at(&publications, moment) {
            Some(publication) => copy(desk, publication).await?,
            None => Found::NotYet,
        },
        Asked::Number(number) => copy(desk, numbered(number)?).await?,
        Asked::Between(one, other) => {
            steps(desk, numbered(one.min(other))?, numbered(one.max(other))?).await?
        }
    };
    Ok(Lookback { week, publications, found })
}

async fn copy(desk: &Desk, publication: &Publication) -> Result<Found> {
    let week = official_week(desk, publication.week, Some(publication.number)).await?;
    Ok(Found::Copy(publication.clone(), week.entries))
}

async fn steps(desk: &Desk, from: &Publication, to: &Publication) -> Result<Found> {
    let old = official_week(desk, from.week, Some(from.number)).await?.entries;
    let new = official_week(desk, to.week, Some(to.number)).await?.entries;
    let standing: Vec<i64> = entry::Entity::find()
        .select_only()
        .column(entry::Column::Id)
        .filter(entry::Column::Date.between(to.week.monday(), to.week.sunday()))
        .into_tuple()
        .all(desk.db())
        .await?;
    let named: BTreeSet<i64> = old.iter().chain(&new).map(|entry| entry.entry.0).chain(standing).collect();
    let deeds = journal::between(desk.db(), to.week, &named, from.at, to.at).await?;
    let differences = differences(&faces(&old), &faces(&new));
    Ok(Found::Steps { from: from.clone(), to: to.clone(), differences, deeds })
}

fn faces(entries: &[PublishedEntry]) -> Vec<Published> {
    entries.iter().map(|entry| entry.published.clone()).collect()
}
