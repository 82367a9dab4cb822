//! What an officer does for the own unit: registers, changes, withdraws.

use super::reopen::let_go;
use super::table::{self, columns};
use super::{Names, decision, judged, keep, line, one, papers, shown};
use crate::desk::Desk;
use crate::failure::Result;
use crate::setting;
use domain::calendar::week::IsoWeek;
use domain::request::{OwnRequests, Request, RequestDraft, RequestRules, RequestState, RequestStep};
use domain::{Deed, Problem, Refusal, RequestId, UnitId, text};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Requests that an officer's list goes back.
const LIST: u64 = 200;

/// What the officer's unit asked for, newest first, and what its form offers.
///
/// # Errors
/// Refused without [`Deed::RegisterRequest`], or for an account without a unit.
pub async fn own_requests(desk: &Desk) -> Result<OwnRequests> {
    desk.may(Deed::RegisterRequest)?;
    let unit = unit(desk)?;
    let names = Names::read(desk.db()).await?;
    let rows = table::Entity::find()
        .filter(table::Column::UnitId.eq(unit.0))
        .order_by_desc(table::Column::Id)
        .limit(LIST)
        .all(desk.db())
        .await?;
    let requests = shown(desk.db(), &names, rows).await?;
    Ok(OwnRequests {
        unit: names.unit(unit),
        files: papers(desk.db(), &requests).await?,
        requests,
        choices: names.choices(),
        rules: setting::rules_of_requests(desk.db()).await?,
    })
}

/// What came back to the officer's unit to be completed, with what it is about, for this
/// week and later ones; the nearest first.
pub(crate) async fn returned(desk: &Desk) -> Result<Vec<(RequestId, String)>> {
    let Some(unit) = desk.actor.unit.filter(|_| desk.actor.can(Deed::RegisterRequest)) else {
        return Ok(Vec::new());
    };
    let this_week = IsoWeek::of(desk.local_now().date());
    let rows: Vec<(i64, String)> = table::Entity::find()
        .select_only()
        .columns([table::Column::Id, table::Column::Content])
        .filter(table::Column::UnitId.eq(unit.0))
        .filter(table::Column::State.eq(RequestState::Returned.code()))
        .filter(table::Column::Monday.gte(this_week.monday()))
        .order_by_asc(table::Column::Monday)
        .order_by_asc(table::Column::Id)
        .into_tuple()
        .all(desk.db())
        .await?;
    Ok(rows.into_iter().map(|(id, content)| (RequestId(id), content)).collect())
}

/// Registers what the officer's unit asks for. What comes after registration
/// has closed is marked as late.
///
/// # Errors
/// Refused by rights, with issues by field, or [`Refusal::TooManyRequests`].
pub async fn register_request(desk: &Desk, draft: RequestDraft) -> Result<Request> {
    desk.may(Deed::RegisterRequest)?;
    let unit = unit(desk)?;

    let names = Names::read(desk.db()).await?;
    let wanted = draft.check(&names.choices(), desk.local_now())?;
    let week = wanted.week();
    let writing = desk.write_week(week).await?;
    let db = &writing.tx;

    let rules = setting::rules_of_requests(db).await?;
    room_for_one_more(db, unit, week, None, &rules).await?;

    let row = table::ActiveModel {
        unit_id: Set(unit.0),
        state: Set(RequestState::Registered.code().to_owned()),
        late: Set(rules.is_late(week, desk.now)),
        registered_by: Set(desk.actor.name.clone()),
        registered_at: Set(desk.now),
        decided_by: Set(String::new()),
        reason: Set(String::new()),
        version: Set(1),
        ..columns(&wanted)?
    };
    let row = table::Entity::insert(row).exec_with_returning(db).await?;
    let request = names.named(table::request(row)?);

    line(db, desk, "request.register", None, &request, "").await?;
    writing.commit().await?;
    Ok(request)
}

/// Changes a request that waits or was returned; it waits again.
///
/// # Errors
/// Refused by rights or state, with issues by field, stale, or
/// [`Refusal::TooManyRequests`] in another week.
pub async fn change_request(desk: &Desk, id: RequestId, seen: i32, draft: RequestDraft) -> Result<Request> {
    desk.may(Deed::RegisterRequest)?;

    let names = Names::read(desk.db()).await?;
    let known = own(desk, desk.db(), &names, id).await?;
    known.after(RequestStep::Change, &desk.actor)?;
    let before = known.wanted.week();
    let wanted = draft.check(&names.choices(), desk.local_now())?;
    let week = wanted.week();
    let writing = desk.office.write_weeks(&[before, week]).await?;
    let db = &writing.tx;

    let old = own(desk, db, &names, id).await?;
    let state = judged(desk, db, &old, RequestStep::Change, seen).await?;
    let rules = setting::rules_of_requests(db).await?;
    room_for_one_more(db, old.unit, week, Some(id), &rules).await?;
    // Registered in time for a week, it stays so while it is completed.
    let late = if old.wanted.week() == week { old.late } else { rules.is_late(week, desk.now) };

    let row =
        table::ActiveModel { state: Set(state.code().to_owned()), late: Set(late), ..columns(&wanted)? };
    keep(db, &old, Some(RequestStep::Change), row).await?;
    let request = names.named(Request { wanted, state, late, version: old.version + 1, ..old.clone() });

    line(db, desk, "request.change", Some(&old), &request, "").await?;
    writing.commit().await?;
    Ok(request)
}

/// Withdraws a request that waits or was returned. What was merged into it waits in the
/// tray again.
///
/// # Errors
/// Refused by rights or state, or stale.
pub async fn withdraw_request(desk: &Desk, id: RequestId, seen: i32, why: &str) -> Result<Request> {
    desk.may(Deed::RegisterRequest)?;
    let why = text::reason("reason", why, false)?;

    let names = Names::read(desk.db()).await?;
    let week = own(desk, desk.db(), &names, id).await?.wanted.week();
    let writing = desk.write_week(week).await?;
    let db = &writing.tx;

    let old = own(desk, db, &names, id).await?;
    let state = judged(desk, db, &old, RequestStep::Withdraw, seen).await?;

    let decision = decision(desk, why);
    let row = table::ActiveModel { state: Set(state.code().to_owned()), ..table::decided(&decision) };
    keep(db, &old, Some(RequestStep::Withdraw), row).await?;
    let request = Request { state, decision: Some(decision), version: old.version + 1, ..old.clone() };

    let why = request.decision.as_ref().map_or("", |d| d.reason.as_str());
    line(db, desk, "request.withdraw", Some(&old), &request, why).await?;
    let_go(desk, db, &request).await?;
    writing.commit().await?;
    Ok(request)
}

/// A request of the officer's own unit; there are no others.
async fn own(desk: &Desk, db: &impl ConnectionTrait, names: &Names, id: RequestId) -> Result<Request> {
    let request = one(db, names, id).await?;
    if desk.actor.unit == Some(request.unit) { Ok(request) } else { Err(Refusal::NotFound.into()) }
}

fn unit(desk: &Desk) -> Result<UnitId, Refusal> {
    desk.actor.unit.ok_or_else(|| Refusal::field("unit", Problem::Required))
}

/// Whether the unit may have this request open besides its others for the week.
async fn room_for_one_more(
    db: &impl ConnectionTrait,
    unit: UnitId,
    week: IsoWeek,
    this: Option<RequestId>,
    rules: &RequestRules,
) -> Result<()> {
    let open = RequestState::ALL.into_iter().filter(|s| s.is_open()).map(RequestState::code);
    let mut others = table::Entity::find()
        .filter(table::Column::UnitId.eq(unit.0))
        .filter(table::Column::Monday.eq(week.monday()))
        .filter(table::Column::State.is_in(open));
    if let Some(this) = this {
        others = others.filter(table::Column::Id.ne(this.0));
    }
    if others.count(db).await? < u64::from(rules.per_week) {
        return Ok(());
    }
    Err(Refusal::TooManyRequests { week, max: rules.per_week }.into())
}
