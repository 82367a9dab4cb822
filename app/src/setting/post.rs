//! The plain forms of this room.

use super::{api, day_form, files, hours_form, profile, reception, requests, travel};
use crate::fields::Fields;
use crate::list::landing;
use crate::refused::Answer;
use domain::{HolidayId, Refusal};

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
        "save_file_rules" => {
            let saved = api::save_file_rules(fields.number("seen"), files::typed(fields)).await?;
            Ok(landing(path, fields, saved.version.into()))
        }
        "save_travel" => {
            let saved = api::save_travel(fields.number("seen"), travel::typed(fields)).await?;
            Ok(landing(path, fields, saved.version.into()))
        }
        "save_day_off" => {
            let id = fields.row("id")?.map(HolidayId);
            let saved = api::save_day_off(id, fields.number("seen"), day_form::typed(fields)).await?;
            Ok(landing(path, fields, saved.id.0))
        }
        "remove_day_off" => {
            let id = fields.row("id")?.map(HolidayId).ok_or(Refusal::NotFound)?;
            api::remove_day_off(id, fields.number("seen")).await?;
            Ok(path.to_owned())
        }
        "save_receptions" => {
            api::save_receptions(fields.number("seen"), reception::typed(fields)).await?;
            Ok(path.to_owned())
        }
        "save_hours" => {
            api::save_hours(fields.number("seen"), hours_form::typed(fields)).await?;
            Ok(path.to_owned())
        }
        "save_season" => {
            let known = hours_form::known(fields.get("id"));
            api::save_season(known, fields.number("seen"), hours_form::typed(fields)).await?;
            Ok(path.to_owned())
        }
        "remove_season" => {
            let known = hours_form::known(fields.get("id")).ok_or(Refusal::NotFound)?;
            api::remove_season(known, fields.number("seen")).await?;
            Ok(path.to_owned())
        }
        _ => Err(Refusal::NotFound.into()),
    }
}
