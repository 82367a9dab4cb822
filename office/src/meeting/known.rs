//! Who may know of a meeting at all, and which meetings some entries are.

use super::material::near;
use super::names::Names;
use super::read;
use super::table::meeting;
use crate::desk::Desk;
use crate::failure::Result;
use domain::meeting::Near;
use domain::{EntryId, MeetingId, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;

/// Refuses whoever neither prepares, proposed nor takes part in a meeting.
pub(crate) async fn may_know(desk: &Desk, id: MeetingId) -> Result<()> {
    let db = desk.db();
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, id).await?;
    if meeting.is_seen_by(&desk.actor) || near(desk, db, &names, &meeting).await? > Near::Nobody {
        return Ok(());
    }
    Err(Refusal::NotFound.into())
}

/// The meetings that have these entries.
pub(crate) async fn of_entries(
    db: &impl ConnectionTrait,
    entries: BTreeSet<EntryId>,
) -> Result<Vec<MeetingId>> {
    let ids: Vec<i64> = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::Column::EntryId.is_in(entries.into_iter().map(|entry| entry.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(MeetingId).collect())
}
