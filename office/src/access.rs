//! Accounts, sign-in, sessions.
//!
//! Passwords are kept as argon2id hashes, session secrets as SHA-256. Attempts
//! are limited by account and by address. Roles become rights in `domain`.

pub(crate) mod table;

mod account;
mod password;
mod session;

pub use account::{list_accounts, lock_account, reset_password, save_account, unlock_account};
pub(crate) use password::hash as hash_password;
pub(crate) use session::random;
pub use session::{
    Newcomer, Visit, actor_of, change_password, end_session, own_sessions, sign_in, sign_out,
    sign_out_everywhere,
};

/// The password of the demo office's accounts; other databases never accept it.
pub const DEMO_PASSWORD: &str = "giao-ban-demo";

use crate::desk::Office;
use crate::failure::Result;
use sea_orm::EntityTrait;

/// Whether some account of this database would open with the demo password.
///
/// # Errors
/// When the database fails.
pub async fn has_demo_password(office: &Office) -> Result<bool> {
    for account in table::account::Entity::find().all(office.db()).await? {
        if password::verify(account.password_hash, DEMO_PASSWORD.to_owned()).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
