//! Who opened which file, the first and the last time: kept of readers only, not of the
//! Office and not of whoever sent it.

use super::table::opening;
use crate::desk::Desk;
use crate::failure::Result;
use chrono::TimeDelta;
use domain::FileId;
use domain::meeting::Opening;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// A file that is read in parts is opened once.
const AT_ONCE: TimeDelta = TimeDelta::minutes(1);

/// Notes that whoever is at the desk opens a file now.
pub(super) async fn note(desk: &Desk, file: FileId) -> Result<()> {
    let Some(account) = desk.actor.account else { return Ok(()) };
    let known = opening::Entity::find()
        .filter(opening::Column::FileId.eq(file.0))
        .filter(opening::Column::AccountId.eq(account.0))
        .one(desk.db())
        .await?;
    if known.is_some_and(|known| desk.now < known.last_at + AT_ONCE) {
        return Ok(());
    }
    let writing = desk.office.write_weeks(&[]).await?;
    let row = opening::ActiveModel {
        file_id: Set(file.0),
        account_id: Set(account.0),
        name: Set(desk.actor.name.clone()),
        unit_id: Set(desk.actor.speaks_for().map(|unit| unit.0)),
        person_id: Set(desk.actor.person.map(|person| person.0)),
        first_at: Set(desk.now),
        last_at: Set(desk.now),
        ..Default::default()
    };
    let again = OnConflict::columns([opening::Column::FileId, opening::Column::AccountId])
        .update_column(opening::Column::LastAt)
        .to_owned();
    opening::Entity::insert(row).on_conflict(again).exec_without_returning(&writing.tx).await?;
    writing.commit().await
}

/// Who opened these files.
pub(crate) async fn openings(db: &impl ConnectionTrait, files: &[FileId]) -> Result<Vec<Opening>> {
    let rows = opening::Entity::find()
        .filter(opening::Column::FileId.is_in(files.iter().map(|file| file.0)))
        .order_by_asc(opening::Column::Id)
        .all(db)
        .await?;
    let read = |row: opening::Model| Opening {
        file: row.file_id.into(),
        name: row.name,
        unit: row.unit_id.map(Into::into),
        person: row.person_id.map(Into::into),
        first: row.first_at,
        last: row.last_at,
    };
    Ok(rows.into_iter().map(read).collect())
}
