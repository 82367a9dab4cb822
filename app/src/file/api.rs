//! What the list asks of the server. Files themselves go through `/files/`.

use crate::json::Json;
use crate::refused::Answer;
use domain::FileId;
use domain::file::{File, Owner};
use leptos::prelude::*;

/// The files of a thing, all versions.
#[server(prefix = "/api/file", endpoint = "list", input = Json, output = Json)]
pub async fn list_files(owner: Owner) -> Answer<Vec<File>> {
    Ok(office::file::list(&crate::visit::desk()?, owner).await?)
}

/// Takes a file away, with its earlier versions.
#[server(prefix = "/api/file", endpoint = "remove", input = Json, output = Json)]
pub async fn remove_file(id: FileId) -> Answer<()> {
    Ok(office::file::remove(&crate::visit::desk()?, id).await?)
}
