//! What the page asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::waiting::{Own, Waiting};
use leptos::prelude::*;

/// What waits for the person, and at the secretaries' desk for those who sit there.
#[server(prefix = "/api/waiting", endpoint = "read", input = Json, output = Json)]
pub async fn read() -> Answer<(Own, Option<Waiting>)> {
    let desk = crate::visit::desk()?;
    let own = office::waiting::own(&desk).await?;
    if !desk.actor.can(domain::Deed::ReadDesk) {
        return Ok((own, None));
    }
    Ok((own, Some(office::waiting::waiting(&desk).await?)))
}
