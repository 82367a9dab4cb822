//! The plain form of the phone.

use super::api;
use crate::fields::Fields;
use crate::refused::Answer;
use domain::Refusal;
use domain::calendar::week::IsoWeek;

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    match verb {
        "mark_seen" => {
            let week: IsoWeek = fields.get("week").parse().map_err(|_| Refusal::NotFound)?;
            api::mark_seen(week, fields.number("number")).await?;
            Ok(format!("{path}?week={week}"))
        }
        _ => Err(Refusal::NotFound.into()),
    }
}
