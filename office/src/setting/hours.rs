//! The hours of the Office: the usual ones, and those of seasons. All of them are one
//! table with one version, so that two people cannot give a day two answers.

use super::{HOURS, get, put, raise_stamp, row};
use crate::desk::{Desk, Office};
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use crate::people::changed;
use chrono::NaiveDate;
use domain::calendar::hours::{HoursDraft, HoursTable, Season};
use domain::calendar::spoken;
use domain::journal::{FieldChange, Subject};
use domain::{Deed, Refusal};
use sea_orm::{ConnectionTrait, EntityTrait};

/// The hours of the Office. Everybody may read them.
///
/// # Errors
/// When the database fails.
pub async fn working_hours(office: &Office) -> Result<HoursTable> {
    hours(office.db()).await
}

/// The version of the hours that a save must have seen.
///
/// # Errors
/// When the database fails.
pub async fn hours_version(office: &Office) -> Result<i32> {
    version(office.db()).await
}

pub(crate) async fn hours(db: &impl ConnectionTrait) -> Result<HoursTable> {
    Ok(get(db, HOURS).await?.unwrap_or_default())
}

async fn version(db: &impl ConnectionTrait) -> Result<i32> {
    Ok(row::Entity::find_by_id(HOURS).one(db).await?.map_or(0, |row| row.version))
}

/// Changes the usual hours.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], with issues by field, or stale.
pub async fn save_hours(desk: &Desk, seen: i32, draft: HoursDraft) -> Result<HoursTable> {
    desk.may(Deed::EditCalendar)?;
    change(desk, seen, "setting.save_hours", |table| {
        let usual = draft.check()?;
        let fields = changed(Some(&HoursDraft::of(table.usual())), &HoursDraft::of(usual))?;
        Ok((table.clone().with_usual(usual), String::new(), fields))
    })
    .await
}

/// Adds a season (`known` is `None`), or changes the one that begins on that day.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], with issues by field, or stale.
pub async fn save_season(
    desk: &Desk,
    known: Option<NaiveDate>,
    seen: i32,
    draft: HoursDraft,
) -> Result<HoursTable> {
    desk.may(Deed::EditCalendar)?;
    change(desk, seen, "setting.save_season", |table| {
        let old = known.map(|from| season(table, from)).transpose()?;
        let new = draft.check_season(known, table)?;
        let before = old.as_ref().map(HoursDraft::of_season);
        let fields = changed(before.as_ref(), &HoursDraft::of_season(&new))?;
        Ok((with_seasons(table, old, Some(new))?, span(&new), fields))
    })
    .await
}

/// Takes a season out; its days have the usual hours again.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], [`Refusal::NotFound`], or stale.
pub async fn remove_season(desk: &Desk, from: NaiveDate, seen: i32) -> Result<HoursTable> {
    desk.may(Deed::EditCalendar)?;
    change(desk, seen, "setting.remove_season", |table| {
        let old = season(table, from)?;
        let fields = changed(Some(&HoursDraft::of_season(&old)), &HoursDraft::default())?;
        Ok((with_seasons(table, Some(old), None)?, span(&old), fields))
    })
    .await
}

fn season(table: &HoursTable, from: NaiveDate) -> Result<Season> {
    let season = table.seasons().iter().find(|season| season.from == from).copied();
    Ok(season.ok_or(Refusal::NotFound)?)
}

fn with_seasons(table: &HoursTable, old: Option<Season>, new: Option<Season>) -> Result<HoursTable> {
    let kept = table.seasons().iter().copied().filter(|season| Some(*season) != old);
    let seasons = kept.chain(new).collect();
    HoursTable::new(table.usual(), seasons).map_err(|error| Failure::Other(error.to_string()))
}

/// "16/04/2027 - 15/10/2027".
fn span(season: &Season) -> String {
    format!("{} - {}", spoken::date(season.from), spoken::date(season.to))
}

/// The new table, what the journal calls the season, and what is different.
type Changed = (HoursTable, String, Vec<FieldChange>);

async fn change(
    desk: &Desk,
    seen: i32,
    deed: &str,
    judge: impl FnOnce(&HoursTable) -> Result<Changed> + Send,
) -> Result<HoursTable> {
    let writing = desk.write().await?;
    let db = &writing.tx;
    let current = version(db).await?;
    journal::not_stale(db, Subject::Setting, HOURS, seen, current).await?;
    let (table, title, fields) = judge(&hours(db).await?)?;
    put(db, HOURS, &table, current + 1).await?;
    let line = Line {
        deed,
        subject: Subject::Setting,
        id: HOURS.to_owned(),
        title: &title,
        fields,
        reason: "",
        version: Some(current + 1),
    };
    journal::write(db, desk, line).await?;
    let stamp = raise_stamp(db).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(table)
}
