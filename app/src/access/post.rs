//! The plain forms of this room.

use super::{accounts, api};
use crate::fields::Fields;
use crate::list::landing;
use crate::refused::Answer;
use domain::{AccountId, Refusal};

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, path: &str, fields: &Fields) -> Answer<String> {
    match verb {
        "end_session" => {
            let id = fields.id("session").ok_or(Refusal::NotFound)?;
            api::end_session(id).await?;
            Ok(path.to_owned())
        }
        "sign_out_everywhere" => {
            api::sign_out_everywhere().await?;
            Ok("/sign-in".to_owned())
        }
        "change_password" => {
            api::change_password(fields.text("old"), fields.text("new")).await?;
            Ok(format!("{path}?changed"))
        }
        "save_account" => {
            let id = fields.row("id")?.map(AccountId);
            let saved = api::save_account(id, fields.number("seen"), accounts::typed(fields)).await?;
            Ok(landing(path, fields, saved.id.0))
        }
        "lock_account" => Ok(landing(path, fields, api::lock_account(account(fields)?).await?.id.0)),
        "unlock_account" => Ok(landing(path, fields, api::unlock_account(account(fields)?).await?.id.0)),
        "reset_password" => {
            let saved = api::reset_password(account(fields)?, fields.text("password")).await?;
            Ok(landing(path, fields, saved.id.0))
        }
        _ => Err(Refusal::NotFound.into()),
    }
}

/// The account that a form is about.
fn account(fields: &Fields) -> Result<AccountId, Refusal> {
    fields.row("id")?.map(AccountId).ok_or(Refusal::NotFound)
}
