//! Accounts, sign-in, sessions.
//!
//! Passwords are kept as argon2id hashes, session secrets as SHA-256. Attempts
//! are limited by account and by address. Roles become rights in `domain`.

pub(crate) mod table;

mod account;
mod attempt;
mod own;
mod password;
mod session;

pub use account::{list_accounts, lock_account, reset_password, save_account, unlock_account};
pub use own::{change_password, end_session, own_sessions, sign_out_everywhere};
pub(crate) use password::hash as hash_password;
pub(crate) use session::random;
pub use session::{Newcomer, Visit, actor_of, sign_in, sign_out};

/// The password of the demo office's accounts; other databases never accept it.
pub const DEMO_PASSWORD: &str = "giao-ban-demo";

use crate::desk::Office;
use crate::failure::Result;
use domain::{AccountId, Role, UnitId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use table::account as accounts;

/// The name of an account; empty for one that is unknown.
pub(crate) async fn name_of(db: &impl ConnectionTrait, account: AccountId) -> Result<String> {
    let name = accounts::Entity::find_by_id(account.0).select_only().column(accounts::Column::Name);
    Ok(name.into_tuple().one(db).await?.unwrap_or_default())
}

/// The units whose heads can sign in.
pub(crate) async fn units_with_heads(db: &impl ConnectionTrait) -> Result<Vec<UnitId>> {
    let heads = accounts::Entity::find()
        .filter(accounts::Column::LockedAt.is_null())
        .filter(accounts::Column::UnitId.is_not_null())
        .filter(accounts::Column::Roles.contains(Role::UnitHead.code()))
        .all(db)
        .await?;
    Ok(heads.into_iter().filter_map(|row| row.unit_id.map(UnitId)).collect())
}

/// Whether some account of this database would open with the demo password. Accounts
/// from before that was noted are tried once.
///
/// # Errors
/// When the database fails.
pub async fn has_demo_password(office: &Office) -> Result<bool> {
    let unknown =
        accounts::Entity::find().filter(accounts::Column::OpensWithDemo.is_null()).all(office.db()).await?;
    for row in unknown {
        let opens = password::verify(row.password_hash.clone(), DEMO_PASSWORD.to_owned()).await?;
        let writing = office.write().await?;
        accounts::Entity::update_many()
            .col_expr(accounts::Column::OpensWithDemo, Expr::value(opens))
            .filter(accounts::Column::Id.eq(row.id))
            // Not when the password was changed meanwhile.
            .filter(accounts::Column::PasswordHash.eq(row.password_hash))
            .exec(&writing.tx)
            .await?;
        writing.commit().await?;
    }
    let opened = accounts::Entity::find().filter(accounts::Column::OpensWithDemo.eq(true));
    Ok(opened.count(office.db()).await? > 0)
}
