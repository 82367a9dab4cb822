//! What the pages of this room ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::AccountId;
use domain::access::{Account, AccountDraft, OwnSession};
use leptos::prelude::*;

/// One's own sessions.
#[server(prefix = "/api/access", endpoint = "own_sessions", input = Json, output = Json)]
pub async fn own_sessions() -> Answer<Vec<OwnSession>> {
    Ok(office::access::own_sessions(&crate::visit::desk()?, &secret()).await?)
}

/// Ends one of one's own sessions.
#[server(prefix = "/api/access", endpoint = "end_session", input = Json, output = Json)]
pub async fn end_session(id: i64) -> Answer<()> {
    Ok(office::access::end_session(&crate::visit::desk()?, id).await?)
}

/// Ends all of one's own sessions.
#[server(prefix = "/api/access", endpoint = "sign_out_everywhere", input = Json, output = Json)]
pub async fn sign_out_everywhere() -> Answer<()> {
    Ok(office::access::sign_out_everywhere(&crate::visit::desk()?).await?)
}

/// Changes one's own password.
#[server(prefix = "/api/access", endpoint = "change_password", input = Json, output = Json)]
pub async fn change_password(old: String, new: String) -> Answer<()> {
    Ok(office::access::change_password(&crate::visit::desk()?, &secret(), &old, &new).await?)
}

/// All accounts.
#[server(prefix = "/api/access", endpoint = "list_accounts", input = Json, output = Json)]
pub async fn list_accounts() -> Answer<Vec<Account>> {
    Ok(office::access::list_accounts(&crate::visit::desk()?).await?)
}

/// Creates or changes an account.
#[server(prefix = "/api/access", endpoint = "save_account", input = Json, output = Json)]
pub async fn save_account(id: Option<AccountId>, seen: i32, draft: AccountDraft) -> Answer<Account> {
    Ok(office::access::save_account(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Locks an account.
#[server(prefix = "/api/access", endpoint = "lock_account", input = Json, output = Json)]
pub async fn lock_account(id: AccountId) -> Answer<Account> {
    Ok(office::access::lock_account(&crate::visit::desk()?, id).await?)
}

/// Opens a locked account again.
#[server(prefix = "/api/access", endpoint = "unlock_account", input = Json, output = Json)]
pub async fn unlock_account(id: AccountId) -> Answer<Account> {
    Ok(office::access::unlock_account(&crate::visit::desk()?, id).await?)
}

/// Gives an account a new password.
#[server(prefix = "/api/access", endpoint = "reset_password", input = Json, output = Json)]
pub async fn reset_password(id: AccountId, new: String) -> Answer<Account> {
    Ok(office::access::reset_password(&crate::visit::desk()?, id, &new).await?)
}

/// The secret of the request's session.
#[cfg(feature = "ssr")]
fn secret() -> String {
    use_context::<axum::http::request::Parts>()
        .and_then(|parts| parts.extensions.get::<super::Secret>().map(|s| s.0.clone()))
        .unwrap_or_default()
}
