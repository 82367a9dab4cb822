//! The plain form that takes a file away. The one that sends files is read where they
//! stream in, in the server.

use super::api;
use crate::fields::Fields;
use crate::list::returning;
use crate::refused::Answer;
use domain::{FileId, Refusal};

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    if verb != "remove" {
        return Err(Refusal::NotFound.into());
    }
    api::remove_file(fields.row("id")?.map(FileId).ok_or(Refusal::NotFound)?).await?;
    Ok(returning(path, fields))
}
