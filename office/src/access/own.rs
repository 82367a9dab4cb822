//! What a person may do about their own sign-ins.

use super::session::{digest, end_all, session_line};
use super::table::{account, session};
use super::{DEMO_PASSWORD, attempt, password};
use crate::desk::Desk;
use crate::failure::Result;
use domain::access::{self, OwnSession};
use domain::{AccountId, Problem, Refusal};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

/// The person's own sessions, the newest first.
///
/// # Errors
/// Refused when nobody is signed in.
pub async fn own_sessions(desk: &Desk, secret: &str) -> Result<Vec<OwnSession>> {
    let account = signed_in(desk)?;
    let this = digest(secret);
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::EndsAt.gt(desk.now))
        .order_by_desc(session::Column::SeenAt)
        .all(desk.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| OwnSession {
            id: row.id,
            began_at: row.began_at,
            seen_at: row.seen_at,
            client: row.client,
            address: row.address,
            this: row.secret_hash == this,
        })
        .collect())
}

/// Ends one of the person's own sessions.
///
/// # Errors
/// [`Refusal::NotFound`] for anybody else's.
pub async fn end_session(desk: &Desk, id: i64) -> Result<()> {
    let account = signed_in(desk)?;
    let writing = desk.write().await?;
    let ended = session::Entity::delete_many()
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::AccountId.eq(account.0))
        .exec(&writing.tx)
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    session_line(&writing.tx, desk, "access.end_session").await?;
    writing.commit().await
}

/// Ends all sessions of the person, this one too.
///
/// # Errors
/// Refused when nobody is signed in.
pub async fn sign_out_everywhere(desk: &Desk) -> Result<()> {
    let account = signed_in(desk)?;
    let writing = desk.write().await?;
    end_all(&writing.tx, account.0).await?;
    session_line(&writing.tx, desk, "access.sign_out_everywhere").await?;
    writing.commit().await
}

/// Changes the person's own password and ends their other sessions.
///
/// # Errors
/// Issues of `old` and `new`; [`Refusal::TooMany`] after as many wrong ones as at the
/// door.
pub async fn change_password(desk: &Desk, secret: &str, old: &str, new: &str) -> Result<()> {
    let account = signed_in(desk)?;
    let row = account::Entity::find_by_id(account.0).one(desk.db()).await?.ok_or(Refusal::NotFound)?;
    access::password(new, &row.email).map_err(|problem| Refusal::field("new", problem))?;
    if new == DEMO_PASSWORD {
        return Err(Refusal::field("new", Problem::Taken).into());
    }
    access::typed_password(old).map_err(|problem| Refusal::field("old", problem))?;
    // Whoever sits down at an open screen may guess no faster than at the door.
    attempt::note(&desk.office, &row.email, &address_of(desk, secret).await?, desk.now).await?;
    if !password::verify(row.password_hash.clone(), old.to_owned()).await? {
        return Err(Refusal::field("old", Problem::Unknown).into());
    }
    let hash = password::hash(new.to_owned()).await?;
    let writing = desk.write().await?;
    attempt::forget(&writing.tx, &row.email).await?;
    let mut row = row.into_active_model();
    row.password_hash = Set(hash);
    row.opens_with_demo = Set(Some(false));
    row.update(&writing.tx).await?;
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::SecretHash.ne(digest(secret)))
        .exec(&writing.tx)
        .await?;
    session_line(&writing.tx, desk, "access.change_password").await?;
    writing.commit().await
}

/// Where this session came from.
async fn address_of(desk: &Desk, secret: &str) -> Result<String> {
    let row =
        session::Entity::find().filter(session::Column::SecretHash.eq(digest(secret))).one(desk.db()).await?;
    Ok(row.map(|row| row.address).unwrap_or_else(|| format!("account {}", desk.actor.name)))
}

fn signed_in(desk: &Desk) -> Result<AccountId> {
    Ok(desk.actor.account.ok_or(Refusal::SignInNeeded)?)
}
