//! What the page asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::calendar::week::IsoWeek;
use domain::schedule::Phone;
use leptos::prelude::*;

/// The published week of the person's own posts.
#[server(prefix = "/api/my", endpoint = "week", input = Json, output = Json)]
pub async fn week(week: IsoWeek) -> Answer<Phone> {
    Ok(office::schedule::my_week(&crate::visit::desk()?, week).await?)
}

/// Marks a publication of a week as seen.
#[server(prefix = "/api/my", endpoint = "mark_seen", input = Json, output = Json)]
pub async fn mark_seen(week: IsoWeek, number: i32) -> Answer<()> {
    Ok(office::schedule::mark_seen(&crate::visit::desk()?, week, number).await?)
}
