//! The plain forms of this room.

use super::{api, draft};
use crate::fields::Fields;
use crate::list::landing;
use crate::refused::Answer;
use domain::Refusal;

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    let seen = fields.number("seen");
    let why = fields.text("reason");
    if verb == "register" {
        let saved = api::register_request(draft::request(fields)).await?;
        return Ok(landing(path, fields, saved.id.0));
    }
    let id = draft::id(fields)?;
    match verb {
        "change" => drop(api::change_request(id, seen, draft::request(fields)).await?),
        "withdraw" => drop(api::withdraw_request(id, seen, why).await?),
        "accept" => drop(api::accept_request(id, seen, draft::placing(fields)).await?),
        "merge" => {
            let draft::Merging { merged, into } = draft::merging(fields)?;
            api::merge_requests(merged, into, why).await?;
        }
        "return" => drop(api::return_request(id, seen, why).await?),
        "refuse" => drop(api::refuse_request(id, seen, why).await?),
        _ => return Err(Refusal::NotFound.into()),
    }
    Ok(landing(path, fields, id.0))
}
