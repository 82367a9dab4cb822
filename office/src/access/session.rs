//! Signing in and out, and whose request it is.

use super::table::{account, attempt, session};
use super::{DEMO_PASSWORD, password};
use crate::desk::{Desk, Office};
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use crate::people::table::{position, serving};
use crate::setting;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use domain::access::{self, OwnSession};
use domain::journal::Subject;
use domain::{AccountId, Actor, PersonId, PositionId, Problem, Refusal, UnitId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use sha2::{Digest, Sha256};

/// How long failed attempts count.
const WINDOW: Duration = Duration::minutes(15);
/// Failed attempts on one account within the window.
const PER_ACCOUNT: u64 = 5;
/// Failed attempts from one address within the window.
const PER_ADDRESS: u64 = 30;
/// How long a session lives without being used.
const LIFETIME: Duration = Duration::days(14);
/// How exactly the last use of a session is kept.
const SEEN_EVERY: Duration = Duration::minutes(5);

/// Who knocks: the browser's own words and the network address.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The User-Agent header.
    pub client: String,
    /// The address.
    pub address: String,
}

/// Somebody who has just signed in.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// The secret for the cookie; known to nobody else.
    pub secret: String,
    /// Who it is.
    pub actor: Actor,
}

/// Signs a person in.
///
/// # Errors
/// [`Refusal::WrongPassword`] whether the account or the password is wrong or
/// the account is locked; [`Refusal::TooMany`] above the limits.
pub async fn sign_in(office: &Office, email: &str, password: &str, visit: &Visit) -> Result<Newcomer> {
    let now = office.now();
    let email = storable(&email.trim().to_lowercase(), 254);
    let address = storable(&visit.address, 100);
    note_attempt(office, &email, &address, now).await?;
    let found = account::Entity::find().filter(account::Column::Email.eq(&email)).one(office.db()).await?;
    let hash = found.as_ref().map(|a| a.password_hash.clone());
    let fits = password::verify_or_pretend(hash, password.to_owned()).await?;
    let allowed = password != DEMO_PASSWORD || setting::is_demo(office).await?;
    let account = match found {
        Some(account) if fits && allowed && account.locked_at.is_none() => account,
        _ => return Err(Refusal::WrongPassword.into()),
    };

    let secret = URL_SAFE_NO_PAD.encode(random::<32>()?);
    let writing = office.write().await?;
    session::Entity::insert(session::ActiveModel {
        secret_hash: Set(digest(&secret)),
        account_id: Set(account.id),
        began_at: Set(now),
        seen_at: Set(now),
        ends_at: Set(now + LIFETIME),
        client: Set(storable(&visit.client, 300)),
        address: Set(address),
        ..Default::default()
    })
    .exec_without_returning(&writing.tx)
    .await?;
    attempt::Entity::delete_many().filter(attempt::Column::Email.eq(&email)).exec(&writing.tx).await?;
    session::Entity::delete_many().filter(session::Column::EndsAt.lt(now)).exec(&writing.tx).await?;
    let actor = actor(&writing.tx, account, office.today()).await?;
    let desk = office.desk(actor.clone());
    session_line(&writing.tx, &desk, "access.sign_in").await?;
    writing.commit().await?;
    Ok(Newcomer { secret, actor })
}

/// Whose session this secret opens; `None` when it opens none.
///
/// # Errors
/// When the database fails.
pub async fn actor_of(office: &Office, secret: &str) -> Result<Option<Actor>> {
    let now = office.now();
    let found = session::Entity::find()
        .filter(session::Column::SecretHash.eq(digest(secret)))
        .find_also_related(account::Entity)
        .one(office.db())
        .await?;
    let Some((row, Some(account))) = found else {
        return Ok(None);
    };
    if row.ends_at <= now || account.locked_at.is_some() {
        return Ok(None);
    }
    if now - row.seen_at > SEEN_EVERY {
        let writing = office.write().await?;
        // No row is no failure: the session may end while it is being used.
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .col_expr(session::Column::EndsAt, Expr::value(now + LIFETIME))
            .filter(session::Column::Id.eq(row.id))
            .exec(&writing.tx)
            .await?;
        writing.commit().await?;
    }
    Ok(Some(actor(office.db(), account, office.today()).await?))
}

/// Ends the session of a secret; one that is unknown is ended already.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(office: &Office, secret: &str) -> Result<()> {
    let writing = office.write().await?;
    session::Entity::delete_many()
        .filter(session::Column::SecretHash.eq(digest(secret)))
        .exec(&writing.tx)
        .await?;
    writing.commit().await
}

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
/// Issues of `old` and `new`.
pub async fn change_password(desk: &Desk, secret: &str, old: &str, new: &str) -> Result<()> {
    let account = signed_in(desk)?;
    access::password(new).map_err(|problem| Refusal::field("new", problem))?;
    if new == DEMO_PASSWORD {
        return Err(Refusal::field("new", Problem::Taken).into());
    }
    let row = account::Entity::find_by_id(account.0).one(desk.db()).await?.ok_or(Refusal::NotFound)?;
    if !password::verify(row.password_hash.clone(), old.to_owned()).await? {
        return Err(Refusal::field("old", Problem::Unknown).into());
    }
    let hash = password::hash(new.to_owned()).await?;
    let writing = desk.write().await?;
    let mut row = row.into_active_model();
    row.password_hash = Set(hash);
    row.update(&writing.tx).await?;
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::SecretHash.ne(digest(secret)))
        .exec(&writing.tx)
        .await?;
    session_line(&writing.tx, desk, "access.change_password").await?;
    writing.commit().await
}

pub(super) async fn end_all(db: &impl ConnectionTrait, account: i64) -> Result<()> {
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(db).await?;
    Ok(())
}

/// Random bytes from the system's source.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Failure::Other(format!("no random bytes: {e}")))?;
    Ok(bytes)
}

fn signed_in(desk: &Desk) -> Result<AccountId> {
    Ok(desk.actor.account.ok_or(Refusal::SignInNeeded)?)
}

fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

async fn actor(
    db: &impl ConnectionTrait,
    account: account::Model,
    today: chrono::NaiveDate,
) -> Result<Actor> {
    let (mut serves, mut holds) = (Vec::new(), Vec::new());
    if let Some(person) = account.person_id {
        serves = serving::Entity::find()
            .filter(serving::Column::SecretaryId.eq(person))
            .all(db)
            .await?
            .into_iter()
            .map(|row| PositionId(row.position_id))
            .collect();
        holds = position::Entity::find()
            .filter(position::Column::PersonId.eq(person))
            .filter(position::Column::HasCalendar.eq(true))
            .all(db)
            .await?
            .into_iter()
            .filter(|p| p.valid_from.is_none_or(|d| d <= today) && p.valid_to.is_none_or(|d| d >= today))
            .map(|row| PositionId(row.id))
            .collect();
    }
    Ok(Actor {
        account: Some(AccountId(account.id)),
        person: account.person_id.map(PersonId),
        name: account.name.clone(),
        unit: account.unit_id.map(UnitId),
        roles: account::roles(&account.roles),
        serves,
        holds,
    })
}

/// Counts an attempt before it is known whether it fails, so that many at once
/// do not pass the limits together; signing in takes it off the list again.
async fn note_attempt(office: &Office, email: &str, address: &str, now: DateTime<Utc>) -> Result<()> {
    let writing = office.write().await?;
    let db = &writing.tx;
    if let Some(until) = held_back(db, email, address, now).await? {
        return Err(Refusal::TooMany { until }.into());
    }
    attempt::Entity::delete_many().filter(attempt::Column::At.lt(now - WINDOW)).exec(db).await?;
    attempt::Entity::insert(attempt::ActiveModel {
        email: Set(email.to_owned()),
        address: Set(address.to_owned()),
        at: Set(now),
        ..Default::default()
    })
    .exec_without_returning(db)
    .await?;
    writing.commit().await
}

/// What a stranger sent, as far as any database can keep it.
fn storable(text: &str, max: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(max).collect()
}

async fn held_back(
    db: &impl ConnectionTrait,
    email: &str,
    address: &str,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let since = now - WINDOW;
    for (column, value, limit) in
        [(attempt::Column::Email, email, PER_ACCOUNT), (attempt::Column::Address, address, PER_ADDRESS)]
    {
        let recent = attempt::Entity::find()
            .filter(column.eq(value))
            .filter(attempt::Column::At.gt(since))
            // A demo clock that was set back must not hold anybody for hours.
            .filter(attempt::Column::At.lte(now));
        if recent.clone().count(db).await? >= limit {
            let oldest = recent.order_by_asc(attempt::Column::At).one(db).await?;
            return Ok(oldest.map(|row| row.at + WINDOW));
        }
    }
    Ok(None)
}

async fn session_line(db: &impl ConnectionTrait, desk: &Desk, deed: &str) -> Result<()> {
    let line = Line {
        deed,
        subject: Subject::Session,
        id: desk.actor.account.map(|a| a.to_string()).unwrap_or_default(),
        title: &desk.actor.name,
        fields: Vec::new(),
        reason: "",
        version: None,
    };
    journal::write(db, desk, line).await
}
