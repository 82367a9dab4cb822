//! What the page asks of the server.

use crate::refused::Answer;
use domain::waiting::Waiting;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What waits for the person at the desk.
#[server(prefix = "/api/waiting", endpoint = "read", input = Json)]
pub async fn read() -> Answer<Waiting> {
    Ok(office::waiting::waiting(&crate::visit::desk()?).await?)
}
