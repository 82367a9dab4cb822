//! The plain forms of this room.

use super::done::Done;
use super::{api, day_form, files, hours_form, profile, reception, requests, travel};
use crate::fields::Fields;
use crate::list::{going_on, landing};
use crate::refused::Answer;
use domain::{HolidayId, Refusal};

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    let after = |done: Done| going_on(path, fields, &done.query());
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
            let gone = api::remove_day_off(id, fields.number("seen")).await?;
            Ok(after(Done::DayGone(gone.day.date)))
        }
        "save_receptions" => {
            api::save_receptions(fields.number("seen"), reception::typed(fields)).await?;
            Ok(after(Done::Receptions))
        }
        "save_hours" => {
            api::save_hours(fields.number("seen"), hours_form::typed(fields)).await?;
            Ok(after(Done::Usual))
        }
        "save_season" => {
            let known = hours_form::known(fields.get("id"));
            let typed = hours_form::typed(fields);
            let first = hours_form::known(&typed.from);
            api::save_season(known, fields.number("seen"), typed).await?;
            // What was saved has a first day.
            Ok(first.map_or_else(|| path.to_owned(), |first| after(Done::Season(first))))
        }
        "remove_season" => {
            let known = hours_form::known(fields.get("id")).ok_or(Refusal::NotFound)?;
            api::remove_season(known, fields.number("seen")).await?;
            Ok(after(Done::SeasonGone(known)))
        }
        _ => Err(Refusal::NotFound.into()),
    }
}
