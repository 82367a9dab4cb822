//! How often a password may be guessed: by account and by address.

use super::table::attempt;
use crate::desk::Office;
use crate::failure::Result;
use chrono::{DateTime, Duration, Utc};
use domain::Refusal;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

/// How long failed attempts count.
const WINDOW: Duration = Duration::minutes(15);
/// Failed attempts on one account within the window.
const PER_ACCOUNT: u64 = 5;
/// Failed attempts from one address within the window.
const PER_ADDRESS: u64 = 30;
/// Counts an attempt before it is known whether it fails, so that many at once
/// do not pass the limits together; signing in takes it off the list again.
pub(super) async fn note(office: &Office, email: &str, address: &str, now: DateTime<Utc>) -> Result<()> {
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
pub(super) fn storable(text: &str, max: usize) -> String {
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

/// The right password takes the wrong ones off the list.
pub(super) async fn forget(db: &impl ConnectionTrait, email: &str) -> Result<()> {
    attempt::Entity::delete_many().filter(attempt::Column::Email.eq(email)).exec(db).await?;
    Ok(())
}
