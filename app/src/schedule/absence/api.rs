//! What the page of an absence asks of the server.

use crate::refused::Answer;
use domain::schedule::absence::{AbsenceDraft, Absent, Recorded};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What takes place on the days of an absence.
#[server(prefix = "/api/schedule", endpoint = "absent", input = Json)]
pub async fn absence_form(draft: AbsenceDraft) -> Answer<Absent> {
    Ok(office::schedule::absent(&crate::visit::desk()?, draft).await?)
}

/// Records an absence.
#[server(prefix = "/api/schedule", endpoint = "record_absence", input = Json)]
pub async fn record_absence(draft: AbsenceDraft) -> Answer<Recorded> {
    Ok(office::schedule::record_absence(&crate::visit::desk()?, draft).await?)
}
