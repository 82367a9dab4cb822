//! The plain forms of this room.

use super::month::{Month, PATH};
use super::{api, form, rules};
use crate::fields::Fields;
use crate::refused::Answer;
use domain::{DutyId, Refusal};

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let seen = fields.number("seen");
    let done = match verb {
        "save_duty" => {
            let id = fields.row("id")?.map(DutyId);
            api::save_duty(id, seen, form::typed(fields)).await?;
            "saved"
        }
        "remove_duty" => {
            let id = fields.row("id")?.map(DutyId).ok_or(Refusal::NotFound)?;
            api::remove_duty(id, seen).await?;
            "saved"
        }
        "copy_last_week" => {
            let week = fields.get("week").parse().map_err(|_| Refusal::NotFound)?;
            if api::copy_last_week(week).await?.is_empty() { "nothing" } else { "copied" }
        }
        "save_rules" => {
            api::save_rules(seen, rules::typed(fields)).await?;
            "saved"
        }
        _ => return Err(Refusal::NotFound.into()),
    };
    Ok(match Month::parse(fields.get("month")) {
        Some(month) => format!("{}&done={done}", month.address()),
        None => format!("{PATH}?done={done}"),
    })
}
