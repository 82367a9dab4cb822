//! The table of ways between places and of the minutes that they take.
//!
//! Whoever arranges the leaders' days knows the ways and keeps the table; the
//! administrator reads it. What it says is judged with every entry, so it is part of
//! the book of what entries can name, whose version each save raises.

use super::{decide, put, stored};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self};
use crate::people;
use domain::Deed;
use domain::journal::{FieldChange, Subject};
use domain::people::Unit;
use domain::schedule::buffer::name_of;
use domain::schedule::{Leg, Stop, Travel, TravelDraft};
use sea_orm::ConnectionTrait;

const TRAVEL: &str = "travel";

/// The table, with the units whose names its rows show.
///
/// # Errors
/// Refused without [`Deed::ReadPeople`].
pub async fn travel(desk: &Desk) -> Result<(Travel, Vec<Unit>)> {
    desk.may(Deed::ReadPeople)?;
    Ok((ways(desk.db()).await?, people::units(desk.db()).await?))
}

/// Saves the whole table; `seen` is the version that was seen.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], with issues by field, or stale.
pub async fn save_travel(desk: &Desk, seen: i32, typed: TravelDraft) -> Result<Travel> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let units = people::units(db).await?;
    let checked = typed.check(&units)?;
    let before = ways(db).await?;
    journal::not_stale(db, Subject::Setting, TRAVEL, seen, before.version).await?;
    let saved = Travel { version: before.version + 1, ..checked };
    decide(
        db,
        desk,
        "setting.save_travel",
        (TRAVEL, saved.version),
        &saved,
        differences(&before, &saved, &units),
    )
    .await?;
    writing.commit().await?;
    Ok(saved)
}

pub(crate) async fn ways(db: &impl ConnectionTrait) -> Result<Travel> {
    let (travel, version) = stored::<Travel>(db, TRAVEL).await?;
    Ok(Travel { version, ..travel })
}

/// Puts a first table down.
pub(crate) async fn put_ways(db: &impl ConnectionTrait, travel: &Travel) -> Result<()> {
    put(db, TRAVEL, travel, travel.version).await
}

/// Both numbers and each row that is new, gone or has other minutes.
fn differences(before: &Travel, after: &Travel, units: &[Unit]) -> Vec<FieldChange> {
    let numbers =
        [("usual", before.usual, after.usual), ("preparation", before.preparation, after.preparation)];
    let numbers = numbers
        .into_iter()
        .filter_map(|(field, old, new)| FieldChange::between(field, old.to_string(), new.to_string()));
    let told = |leg: &Leg| format!("{}: {}", name(leg, units), leg.minutes);
    let like = |list: &[Leg], leg: &Leg| list.iter().find(|other| ends(other) == ends(leg)).cloned();
    let kept = after.legs.iter().filter_map(|leg| {
        let old = like(&before.legs, leg).map(|old| format!("{}: {}", name(leg, units), old.minutes));
        FieldChange::between(&field(leg, units), old.unwrap_or_default(), told(leg))
    });
    let gone = before.legs.iter().filter(|leg| like(&after.legs, leg).is_none());
    let gone = gone.filter_map(|leg| FieldChange::between(&field(leg, units), told(leg), String::new()));
    numbers.chain(kept).chain(gone).collect()
}

/// A row has a field of its own, so that several changes of one row are told as one.
fn field(leg: &Leg, units: &[Unit]) -> String {
    format!("way.{}", name(leg, units))
}

fn name(leg: &Leg, units: &[Unit]) -> String {
    let (one, other) = ends(leg);
    format!("{} - {}", name_of(one, units), name_of(other, units))
}

/// A way is the same in both directions.
fn ends(leg: &Leg) -> (&Stop, &Stop) {
    if leg.one <= leg.other { (&leg.one, &leg.other) } else { (&leg.other, &leg.one) }
}
