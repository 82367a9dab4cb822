//! Plain forms: what a page's own address does with a POST, for browsers
//! without our program. Each room names its verbs; the answer is where to go,
//! or a refusal with which the page is shown again.

use crate::fields::{DEED, Fields};
use crate::refused::Answer;
use domain::Refusal;

/// Carries out the verb that a plain form names, and says where to go then.
///
/// # Errors
/// The verb's refusal; [`Refusal::NotFound`] for a verb that does not exist.
pub async fn carry_out(path: &str, fields: &Fields) -> Answer<String> {
    let (room, verb) = fields.get(DEED).split_once('.').unwrap_or_default();
    match room {
        "access" => crate::access::post::carry_out(verb, path, fields).await,
        "duty" => crate::duty::post::carry_out(verb, fields).await,
        "file" => crate::file::post::carry_out(verb, path, fields).await,
        "meeting" => crate::meeting::post::carry_out(verb, fields).await,
        "my" => crate::my::post::carry_out(verb, path, fields).await,
        "people" => crate::people::post::carry_out(verb, path, fields).await,
        "request" => crate::request::post::carry_out(verb, path, fields).await,
        "schedule" => crate::schedule::post::carry_out(verb, path, fields).await,
        "setting" => crate::setting::post::carry_out(verb, path, fields).await,
        _ => Err(Refusal::NotFound.into()),
    }
}
