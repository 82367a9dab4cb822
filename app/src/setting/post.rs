//! The plain forms of this room.

use super::{api, profile, requests, travel};
use crate::fields::Fields;
use crate::list::landing;
use crate::refused::Answer;
use domain::Refusal;

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    match verb {
        "save_profile" => {
            let saved = api::save_profile(profile::typed(fields)).await?;
            Ok(landing(path, fields, saved.version.into()))
        }
        "save_request_rules" => {
            let saved = api::save_request_rules(fields.number("seen"), requests::typed(fields)).await?;
            Ok(landing(path, fields, saved.version.into()))
        }
        "save_travel" => {
            let saved = api::save_travel(fields.number("seen"), travel::typed(fields)).await?;
            Ok(landing(path, fields, saved.version.into()))
        }
        _ => Err(Refusal::NotFound.into()),
    }
}
