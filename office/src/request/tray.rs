//! The tray of a week, as a secretary has it beside the board.

use super::{Names, table};
use crate::desk::Desk;
use crate::failure::Result;
use crate::{schedule, setting};
use chrono::NaiveDate;
use domain::Deed;
use domain::calendar::week::IsoWeek;
use domain::request::{Placing, Request, RequestState, Slot, Tray, Waiting};
use domain::schedule::{Board, Conflict, conflicts};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// What was asked for in a week, what stands in the way of what waits, and the
/// weeks in which something waits.
///
/// # Errors
/// Refused without [`Deed::DecideRequest`].
pub async fn request_tray(desk: &Desk, week: IsoWeek) -> Result<Tray> {
    desk.may(Deed::DecideRequest)?;
    let names = Names::read(desk.db()).await?;
    let rows = table::Entity::find()
        .filter(table::Column::Monday.eq(week.monday()))
        .order_by_asc(table::Column::Id)
        .all(desk.db())
        .await?;
    let board = schedule::board(desk, week).await?;
    let requests = rows.into_iter().map(|row| {
        let request = names.named(table::request(row)?);
        let conflicts = match request.state {
            RequestState::Registered => {
                request.wanted.slots().map(|slot| judged(&request, slot, &board)).collect()
            }
            _ => Vec::new(),
        };
        Ok(Waiting { request, conflicts })
    });
    Ok(Tray {
        week,
        requests: requests.collect::<Result<_>>()?,
        open: open(desk).await?,
        choices: names.choices(),
        rules: setting::rules_of_requests(desk.db()).await?,
    })
}

/// What would stand in the way of a request at one of its times.
fn judged(request: &Request, slot: &Slot, board: &Board) -> Vec<Conflict> {
    let draft = Placing::at(request, slot).entry(request).ok();
    let plan = draft.and_then(|draft| draft.check(&board.directory).ok());
    plan.map(|plan| conflicts(&board.entries, None, &plan, &board.directory)).unwrap_or_default()
}

/// Weeks in which something waits, and how much.
async fn open(desk: &Desk) -> Result<Vec<(IsoWeek, u32)>> {
    let weeks: Vec<(NaiveDate, i64)> = table::Entity::find()
        .select_only()
        .column(table::Column::Monday)
        .column_as(table::Column::Id.count(), "waiting")
        .filter(table::Column::State.eq(RequestState::Registered.code()))
        .group_by(table::Column::Monday)
        .order_by_asc(table::Column::Monday)
        .into_tuple()
        .all(desk.db())
        .await?;
    Ok(weeks
        .into_iter()
        .map(|(monday, waiting)| (IsoWeek::of(monday), u32::try_from(waiting).unwrap_or(u32::MAX)))
        .collect())
}
