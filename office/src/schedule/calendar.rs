//! Reading the working week: entries of some days, and what they can name.

use super::table::{self, entry, leader, site};
use crate::failure::Result;
use crate::{facility, people, setting};
use chrono::{Days, NaiveDate};
use domain::{EntryId, PositionId};
use domain::schedule::{Directory, Entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Entries of the days, in the order of the week, their leaders by precedence.
pub(super) async fn entries(db: &impl ConnectionTrait, first: NaiveDate, last: NaiveDate) -> Result<Vec<Entry>> {
    let rows = entry::Entity::find()
        .filter(entry::Column::Date.between(first, last))
        .all(db)
        .await?;
    assemble(db, rows).await
}

/// One entry, or `None`.
pub(super) async fn one_entry(db: &impl ConnectionTrait, id: EntryId) -> Result<Option<Entry>> {
    let row = entry::Entity::find_by_id(id.0).one(db).await?;
    Ok(assemble(db, row.into_iter().collect()).await?.pop())
}

async fn assemble(db: &impl ConnectionTrait, rows: Vec<entry::Model>) -> Result<Vec<Entry>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = rows.iter().map(|r| r.id).collect();
    let leaders = leader::Entity::find()
        .filter(leader::Column::EntryId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let precedence = people::precedence(db, leaders.iter().map(|l| l.position_id)).await?;
    let sites = site::Entity::find()
        .filter(site::Column::EntryId.is_in(ids))
        .order_by_asc(site::Column::UnitId)
        .all(db)
        .await?;
    let mut entries = rows
        .into_iter()
        .map(|row| table::entry(row, &leaders, &sites))
        .collect::<Result<Vec<_>>>()?;
    for entry in &mut entries {
        let order = |p: &PositionId| (precedence.get(p).copied().unwrap_or(i32::MAX), *p);
        entry.plan.attending.sort_by_key(|a| order(&a.position));
    }
    entries.sort_by_key(|e| (e.plan.order(), e.id));
    Ok(entries)
}

/// What the entries of these days can name; `typed` are posts that a form names.
pub(super) async fn directory(
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
    entries: impl IntoIterator<Item = &Entry>,
    typed: &[PositionId],
) -> Result<Directory> {
    let named: Vec<PositionId> = entries
        .into_iter()
        .flat_map(|e| &e.plan.attending)
        .flat_map(|a| [Some(a.position), a.in_place_of])
        .flatten()
        .collect();
    let around = (
        first.checked_sub_days(Days::new(14)).unwrap_or(first),
        last.checked_add_days(Days::new(14)).unwrap_or(last),
    );
    let directory = Directory {
        leaders: people::leaders(db, first, last, &named, typed).await?,
        units: people::units(db).await?,
        staff: people::staff_of_entries(db).await?,
        rooms: facility::rooms(db).await?,
        vehicles: facility::vehicles(db).await?,
        holidays: setting::holidays_in(db, Some(around)).await?,
        hours: setting::hours(db).await?,
        serving: people::serving(db).await?,
    };
    Ok(directory)
}
