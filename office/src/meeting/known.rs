//! Who may know of a meeting at all, and which meetings a change elsewhere concerns.

use super::material::near;
use super::names::Names;
use super::read;
use super::table::meeting;
use crate::desk::Desk;
use crate::failure::Result;
use domain::meeting::{MeetingState, Near};
use domain::{BodyId, EntryId, MeetingId, Refusal};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
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

/// The meetings that have these entries, and those that these bodies prepare.
pub(crate) async fn concerned(
    db: &impl ConnectionTrait,
    entries: BTreeSet<EntryId>,
    bodies: BTreeSet<BodyId>,
) -> Result<Vec<MeetingId>> {
    let prepared = MeetingState::ALL.into_iter().filter(|state| state.is_prepared());
    let of_bodies = Condition::all()
        .add(meeting::Column::BodyId.is_in(bodies.into_iter().map(|body| body.0)))
        .add(meeting::Column::State.is_in(prepared.map(MeetingState::code)));
    let of_entries = meeting::Column::EntryId.is_in(entries.into_iter().map(|entry| entry.0));
    let ids: Vec<i64> = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(Condition::any().add(of_entries).add(of_bodies))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(MeetingId).collect())
}
