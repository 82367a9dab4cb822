//! The plain forms of this room.

use super::{address, deed};
use crate::fields::Fields;
use crate::refused::Answer;

/// Carries out a verb of this room and says which board to show then.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, _path: &str, fields: &Fields) -> Answer<String> {
    match verb {
        "start_week" | "save_template" => return super::start::post::carry_out(fields).await,
        "undo_start" => return super::start::undo::carry_out(fields).await,
        "end_absence" => return super::absence::end::carry_out(fields).await,
        "record_absence" => return super::absence::carry_out(fields).await,
        "make_series" | "change_series" | "end_series" | "skip_day" | "restore_day" => {
            return Ok(super::series::way_on(&super::series::carry_out(verb, fields).await?));
        }
        "rename_template" | "delete_template" => return super::template::carry_out(verb, fields).await,
        _ => {}
    }
    let done = deed::carry_out(verb, fields).await?;
    let board = || format!("{}?done={}", address::board(done.week), done.name(verb));
    Ok(done.elsewhere().unwrap_or_else(board))
}
