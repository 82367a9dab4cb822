//! What the pages of this room ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::RequestId;
use domain::calendar::week::IsoWeek;
use domain::request::{OwnRequests, Placing, Request, RequestDraft, Tray};
use leptos::prelude::*;

/// What the officer's unit asked for.
#[server(prefix = "/api/request", endpoint = "own", input = Json, output = Json)]
pub async fn list_requests() -> Answer<OwnRequests> {
    Ok(office::request::own_requests(&crate::visit::desk()?).await?)
}

/// The tray of a week.
#[server(prefix = "/api/request", endpoint = "tray", input = Json, output = Json)]
pub async fn request_tray(week: IsoWeek) -> Answer<Tray> {
    Ok(office::request::request_tray(&crate::visit::desk()?, week).await?)
}

/// Registers a request.
#[server(prefix = "/api/request", endpoint = "register", input = Json, output = Json)]
pub async fn register_request(draft: RequestDraft) -> Answer<Request> {
    Ok(office::request::register_request(&crate::visit::desk()?, draft).await?)
}

/// Changes a request.
#[server(prefix = "/api/request", endpoint = "change", input = Json, output = Json)]
pub async fn change_request(id: RequestId, seen: i32, draft: RequestDraft) -> Answer<Request> {
    Ok(office::request::change_request(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Withdraws a request.
#[server(prefix = "/api/request", endpoint = "withdraw", input = Json, output = Json)]
pub async fn withdraw_request(id: RequestId, seen: i32, reason: String) -> Answer<Request> {
    Ok(office::request::withdraw_request(&crate::visit::desk()?, id, seen, &reason).await?)
}

/// Puts a request on the board.
#[server(prefix = "/api/request", endpoint = "accept", input = Json, output = Json)]
pub async fn accept_request(id: RequestId, seen: i32, placing: Placing) -> Answer<Request> {
    Ok(office::request::accept_request(&crate::visit::desk()?, id, seen, placing).await?)
}

/// Merges requests into another one, or into what the reason names.
#[server(prefix = "/api/request", endpoint = "merge", input = Json, output = Json)]
pub async fn merge_requests(
    merged: Vec<(RequestId, i32)>,
    into: Option<RequestId>,
    reason: String,
) -> Answer<Vec<Request>> {
    Ok(office::request::merge_requests(&crate::visit::desk()?, &merged, into, &reason).await?)
}

/// Sends a request back to its unit.
#[server(prefix = "/api/request", endpoint = "return", input = Json, output = Json)]
pub async fn return_request(id: RequestId, seen: i32, reason: String) -> Answer<Request> {
    Ok(office::request::return_request(&crate::visit::desk()?, id, seen, &reason).await?)
}

/// Refuses a request.
#[server(prefix = "/api/request", endpoint = "refuse", input = Json, output = Json)]
pub async fn refuse_request(id: RequestId, seen: i32, reason: String) -> Answer<Request> {
    Ok(office::request::refuse_request(&crate::visit::desk()?, id, seen, &reason).await?)
}
