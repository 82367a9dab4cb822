//! The plain forms of this room.

use super::{api, draft};
use crate::fields::Fields;
use crate::list::landing;
use crate::refused::Answer;
use domain::{PersonId, PositionId, Refusal, UnitId};

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    let seen = fields.number("seen");
    let saved = match verb {
        "save_unit" => {
            let id = fields.row("id")?.map(UnitId);
            api::save_unit(id, seen, draft::unit(fields)).await?.id.0
        }
        "save_person" => {
            let id = fields.row("id")?.map(PersonId);
            api::save_person(id, seen, draft::person(fields)).await?.id.0
        }
        "save_position" => {
            let id = fields.row("id")?.map(PositionId);
            api::save_position(id, seen, draft::position(fields)).await?.id.0
        }
        "assign_secretary" => {
            let (secretary, position) = service(fields)?;
            api::assign_secretary(secretary, position).await?;
            position.0
        }
        "release_secretary" => {
            let (secretary, position) = service(fields)?;
            api::release_secretary(secretary, position).await?;
            position.0
        }
        _ => return Err(Refusal::NotFound.into()),
    };
    Ok(landing(path, fields, saved))
}

/// Who serves whom, by the fields of a form.
fn service(fields: &Fields) -> Result<(PersonId, PositionId), Refusal> {
    let secretary = fields.row("secretary")?.map(PersonId);
    let position = fields.row("position")?.map(PositionId);
    secretary.zip(position).ok_or(Refusal::NotFound)
}
