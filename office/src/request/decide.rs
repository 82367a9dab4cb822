//! What the Office decides about a request: onto the board, together with
//! something else, back to the unit, or no.

use super::reopen::let_go;
use super::table::{self, decided};
use super::{Names, decision, judged, keep, line, one};
use crate::desk::Desk;
use crate::failure::Result;
use crate::schedule;
use domain::request::{Joined, Placing, Request, RequestState, RequestStep};
use domain::schedule::Save;
use domain::{Deed, Problem, Refusal, RequestId, text};
use sea_orm::ActiveValue::Set;

/// Puts a request on the board: the entry and the decision are one transaction,
/// and the entry is judged like any other.
///
/// # Errors
/// Refused by rights or state, with issues by field, by conflicts, or stale.
pub async fn accept_request(desk: &Desk, id: RequestId, seen: i32, placing: Placing) -> Result<Request> {
    desk.may(Deed::DecideRequest)?;

    let names = Names::read(desk.db()).await?;
    let old = one(desk.db(), &names, id).await?;
    let state = judged(desk, desk.db(), &old, RequestStep::Accept, seen).await?;
    let draft = placing.entry(&old).map_err(|issue| vec![issue])?;

    let save = Save { draft, conflict_reason: placing.conflict_reason, ..Save::default() };
    let (writing, saved) =
        schedule::save_entry_in(desk, save).await.map_err(|no| no.at(Placing::own_field))?;
    let db = &writing.tx;
    let (entry, decision) = (saved.entry.id, decision(desk, String::new()));
    let row = table::ActiveModel {
        state: Set(state.code().to_owned()),
        entry_id: Set(Some(entry.0)),
        ..decided(&decision)
    };
    keep(db, &old, Some(RequestStep::Accept), row).await?;
    let placed = Some(names.placed(&old, &saved.entry));
    let (entry, decision, version) = (Some(entry), Some(decision), old.version + 1);
    let request = Request { state, decision, entry, placed, version, ..old.clone() };

    line(db, desk, "request.accept", Some(&old), &request, &saved.entry.conflict_reason).await?;
    writing.commit().await?;
    Ok(request)
}

/// Merges requests into another one of the list of their week, or, with a
/// reason that says which, into something that is planned already. Each is
/// named with the version that was seen; they are merged together or not at all.
///
/// # Errors
/// Refused by rights or state, without a reason where one is needed, into one
/// that is not on its way, or stale.
pub async fn merge_requests(
    desk: &Desk,
    merged: &[(RequestId, i32)],
    into: Option<RequestId>,
    why: &str,
) -> Result<Vec<Request>> {
    desk.may(Deed::DecideRequest)?;
    let why = text::reason("reason", why, into.is_none())?;
    if merged.is_empty() {
        return Err(Refusal::field("merged", Problem::Required).into());
    }

    let names = Names::read(desk.db()).await?;
    let mut weeks = Vec::new();
    for id in merged.iter().map(|(id, _)| *id).chain(into) {
        weeks.push(one(desk.db(), &names, id).await?.wanted.week());
    }
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;

    let target = match into {
        Some(id) => Some(one(db, &names, id).await?),
        None => None,
    };
    if let Some(target) = &target {
        let goes_on = matches!(target.state, RequestState::Registered | RequestState::Accepted);
        if !goes_on || merged.iter().any(|(id, _)| *id == target.id) {
            return Err(Refusal::field("merged_into", Problem::Unknown).into());
        }
    }

    let mut requests = Vec::new();
    for (id, seen) in merged {
        let old = one(db, &names, *id).await?;
        let state = judged(desk, db, &old, RequestStep::Merge, *seen).await?;
        let decision = decision(desk, why.clone());
        let row = table::ActiveModel {
            state: Set(state.code().to_owned()),
            merged_into_id: Set(into.map(|id| id.0)),
            ..decided(&decision)
        };
        keep(db, &old, Some(RequestStep::Merge), row).await?;
        let (merged_into, joined) = (into, target.as_ref().map(Joined::of));
        let (decision, version) = (Some(decision), old.version + 1);
        let request = Request { state, decision, merged_into, joined, version, ..old.clone() };
        line(db, desk, "request.merge", Some(&old), &request, &why).await?;
        requests.push(request);
    }
    writing.commit().await?;
    Ok(requests)
}

/// Sends a request back to its unit, which is to complete it.
///
/// # Errors
/// Refused by rights or state, without a reason, or stale.
pub async fn return_request(desk: &Desk, id: RequestId, seen: i32, why: &str) -> Result<Request> {
    answer(desk, id, seen, why, RequestStep::Return, "request.return").await
}

/// Refuses a request. What was merged into it waits in the tray again.
///
/// # Errors
/// Refused by rights or state, without a reason, or stale.
pub async fn refuse_request(desk: &Desk, id: RequestId, seen: i32, why: &str) -> Result<Request> {
    answer(desk, id, seen, why, RequestStep::Refuse, "request.refuse").await
}

async fn answer(
    desk: &Desk,
    id: RequestId,
    seen: i32,
    why: &str,
    step: RequestStep,
    deed: &str,
) -> Result<Request> {
    desk.may(step.deed())?;
    let why = text::reason("reason", why, step.needs_reason())?;

    let names = Names::read(desk.db()).await?;
    let week = one(desk.db(), &names, id).await?.wanted.week();
    let writing = desk.write_week(week).await?;
    let db = &writing.tx;

    let old = one(db, &names, id).await?;
    let state = judged(desk, db, &old, step, seen).await?;

    let decision = decision(desk, why.clone());
    let row = table::ActiveModel { state: Set(state.code().to_owned()), ..decided(&decision) };
    keep(db, &old, Some(step), row).await?;
    let version = old.version + 1;
    let request = Request { state, decision: Some(decision), version, ..old.clone() };
    line(db, desk, deed, Some(&old), &request, &why).await?;
    let_go(desk, db, &request).await?;
    writing.commit().await?;
    Ok(request)
}
