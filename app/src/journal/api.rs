//! What the page asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::journal::{Change, Subject};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leaf {
    /// The lines, newest first.
    pub lines: Vec<Change>,
    /// Whether older lines may follow.
    pub older: bool,
}

/// What happened, newest first, below the line with the number `before`.
#[server(prefix = "/api/journal", endpoint = "list", input = Json, output = Json)]
pub async fn list(about: Option<Subject>, before: Option<i64>) -> Answer<Leaf> {
    let lines = office::journal::list(&crate::visit::desk()?, about, before).await?;
    let older = lines.len() as u64 == office::journal::PAGE;
    Ok(Leaf { lines, older })
}
