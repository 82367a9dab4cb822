//! The tray of a week, as a secretary has it beside the board.

use super::{Names, papers, shown, table};
use crate::desk::Desk;
use crate::failure::Result;
use crate::{schedule, setting};
use chrono::NaiveDate;
use domain::Deed;
use domain::calendar::week::IsoWeek;
use domain::request::{Placing, Request, RequestState, Slot, Tray, Waiting};
use domain::schedule::conflict::heaviest;
use domain::schedule::{Board, Conflict, Plan, Severity, conflicts, slots_of_week};
use domain::waiting::RequestsLeft;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Times that are offered for a request none of whose own will do.
const OFFERED: usize = 3;

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
    let requests = shown(desk.db(), &names, rows).await?;
    let files = papers(desk.db(), &requests).await?;
    let requests = requests.into_iter().map(|request| {
        let conflicts: Vec<Vec<Conflict>> = match request.state {
            RequestState::Registered => {
                request.wanted.slots().map(|slot| judged(&request, slot, &board)).collect()
            }
            _ => Vec::new(),
        };
        let heavy = |found: &Vec<Conflict>| heaviest(found) >= Some(Severity::Reason);
        let none_will_do = !conflicts.is_empty() && conflicts.iter().all(heavy);
        let free = if none_will_do { free(desk, &request, &board) } else { Vec::new() };
        Waiting { request, conflicts, free }
    });
    Ok(Tray {
        week,
        requests: requests.collect(),
        files,
        open: open(desk).await?,
        choices: names.choices(),
        rules: setting::rules_of_requests(desk.db()).await?,
    })
}

/// What would stand in the way of a request at one of its times.
fn judged(request: &Request, slot: &Slot, board: &Board) -> Vec<Conflict> {
    plan(request, slot, board)
        .map(|plan| conflicts(&board.entries, None, &plan, &board.directory))
        .unwrap_or_default()
}

/// Times of the week when all that the wish concerns is free.
fn free(desk: &Desk, request: &Request, board: &Board) -> Vec<domain::schedule::Slot> {
    let now = desk.local_now();
    let plan = plan(request, &request.wanted.wish, board);
    plan.map(|plan| slots_of_week(&board.entries, None, &plan, &board.directory, now, OFFERED))
        .unwrap_or_default()
}

fn plan(request: &Request, slot: &Slot, board: &Board) -> Option<Plan> {
    Placing::at(request, slot).entry(request).ok()?.check(&board.directory).ok()
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

/// Requests of this week and later ones that nobody decided yet, by week.
pub(crate) async fn left(db: &impl ConnectionTrait, from: IsoWeek) -> Result<Vec<RequestsLeft>> {
    let waiting: Vec<(NaiveDate, bool)> = table::Entity::find()
        .select_only()
        .columns([table::Column::Monday, table::Column::Late])
        .filter(table::Column::State.eq(RequestState::Registered.code()))
        .filter(table::Column::Monday.gte(from.monday()))
        .order_by_asc(table::Column::Monday)
        .into_tuple()
        .all(db)
        .await?;
    let mut weeks: Vec<RequestsLeft> = Vec::new();
    for (monday, late) in waiting {
        let week = IsoWeek::of(monday);
        if weeks.last().is_none_or(|left| left.week != week) {
            weeks.push(RequestsLeft { week, waiting: 0, late: 0 });
        }
        if let Some(left) = weeks.last_mut() {
            left.waiting += 1;
            left.late += u32::from(late);
        }
    }
    Ok(weeks)
}
