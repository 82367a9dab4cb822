//! What the own unit still owes, asked with every page of whoever speaks for it.

use super::read::{heads, materials, shown_from};
use super::table::material;
use crate::desk::Desk;
use crate::failure::Result;
use crate::file;
use crate::meeting::names::Names;
use crate::meeting::read;
use crate::meeting::rule::Measure;
use crate::meeting::table::meeting;
use domain::file::Owner;
use domain::meeting::{MeetingState, Owed};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// What has not come of it, what presses first: the same lines that the page of papers
/// counts. One question when there is nothing.
pub(crate) async fn owed(desk: &Desk) -> Result<Vec<Owed>> {
    let Some(unit) = desk.actor.speaks_for() else { return Ok(Vec::new()) };
    let db = desk.db();
    let came = file::of_column(Owner::MATERIAL, material::Column::Id);
    let rows = material::Entity::find()
        .filter(material::Column::UnitId.eq(unit.0))
        .filter(material::Column::NotedAt.is_null())
        .filter(Expr::not_exists(came))
        .order_by_asc(material::Column::Id)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let states = MeetingState::ALL.into_iter().filter(|state| state.is_on_board());
    let meetings = meeting::Entity::find()
        .filter(meeting::Column::Id.is_in(rows.iter().map(|row| row.meeting_id)))
        .filter(meeting::Column::State.is_in(states.map(MeetingState::code)))
        .all(db)
        .await?;
    let names = Names::read(db).await?;
    let mut meetings = read::meetings(db, &names, meetings).await?;
    meetings.retain(|meeting| meeting.is_going() && meeting.day() >= shown_from(desk));
    let all = materials(desk, db, &names, &Measure::read(db).await?, rows).await?;
    let heads = heads(db, &all).await?;
    let mut owed: Vec<Owed> = all
        .into_iter()
        .filter_map(|material| {
            let meeting = meetings.iter().find(|meeting| meeting.id == material.meeting)?;
            Some(Owed::of(meeting, material, &heads))
        })
        .collect();
    owed.sort_by_key(Owed::presses);
    Ok(owed)
}
