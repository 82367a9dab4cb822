//! Signing in and out, and whose request it is. What a person does about their own
//! sessions is in `own`, how often one may guess in `attempt`.

use super::table::{account, session};
use super::{DEMO_PASSWORD, attempt, attempt::storable, password};
use crate::desk::{Desk, Office};
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use crate::people::table::{position, serving};
use crate::schedule;
use crate::setting;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
use domain::access;
use domain::journal::Subject;
use domain::{AccountId, Actor, PersonId, PositionId, Refusal, UnitId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

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
/// the account is locked; [`Refusal::TooMany`] above the limits; an issue of
/// `password` when nobody has one as long.
pub async fn sign_in(office: &Office, email: &str, password: &str, visit: &Visit) -> Result<Newcomer> {
    access::typed_password(password).map_err(|problem| Refusal::field("password", problem))?;
    let now = office.now();
    let email = storable(&email.trim().to_lowercase(), 254);
    let address = storable(&visit.address, 100);
    attempt::note(office, &email, &address, now).await?;
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
    attempt::forget(&writing.tx, &email).await?;
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

pub(super) fn digest(secret: &str) -> String {
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
    let acts = schedule::acts_on(db, &holds, today).await?;
    Ok(Actor {
        account: Some(AccountId(account.id)),
        person: account.person_id.map(PersonId),
        name: account.name.clone(),
        unit: account.unit_id.map(UnitId),
        roles: account::roles(&account.roles),
        serves,
        holds,
        acts,
    })
}

pub(super) async fn session_line(db: &impl ConnectionTrait, desk: &Desk, deed: &str) -> Result<()> {
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
