//! What somebody has seen of a week: the last publication that they marked as seen,
//! and what differs since.
//!
//! Reading marks nothing: the mark is a verb of its own. It is no deed on the Office's
//! things but a note of one person to themselves, so the journal does not keep it and an
//! export leaves it behind.

use super::published::{is_own, official_week};
use super::table::{look, publication};
use crate::desk::Desk;
use crate::failure::Result;
use chrono::{DateTime, Utc};
use domain::calendar::week::IsoWeek;
use domain::people::Position;
use domain::schedule::publication::differences;
use domain::schedule::{Look, OfficialWeek, Published, PublishedEntry};
use domain::{Deed, Refusal};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// Marks a publication of a week as seen. An older one than was seen before changes
/// nothing.
///
/// # Errors
/// Refused without [`Deed::ReadPublished`]; [`Refusal::NotFound`] for a number that does
/// not exist.
pub async fn mark_seen(desk: &Desk, week: IsoWeek, number: i32) -> Result<()> {
    desk.may(Deed::ReadPublished)?;
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;

    let writing = desk.office.write_weeks(&[]).await?;
    let db = &writing.tx;
    let known = publication::Entity::find()
        .filter(publication::Column::Monday.eq(week.monday()))
        .filter(publication::Column::Number.eq(number));
    if known.count(db).await? == 0 {
        return Err(Refusal::NotFound.into());
    }
    let before = stored(db, desk, week).await?;
    if before.is_some_and(|(seen, _)| seen >= number) {
        return Ok(());
    }

    look::Entity::insert(look::ActiveModel {
        account_id: Set(account.0),
        monday: Set(week.monday()),
        number: Set(number),
        at: Set(desk.now),
        ..Default::default()
    })
    .on_conflict(
        OnConflict::columns([look::Column::AccountId, look::Column::Monday])
            .update_columns([look::Column::Number, look::Column::At])
            .to_owned(),
    )
    .exec_without_returning(db)
    .await?;
    writing.commit().await
}

/// What is new in a week since the person looked last.
pub(super) async fn look(desk: &Desk, now: &OfficialWeek, posts: &[Position]) -> Result<Look> {
    let seen = stored(desk.db(), desk, now.week).await?;
    let last = now.publication.as_ref().map_or(0, |publication| publication.number);
    let changes = match seen {
        Some((number, _)) if number < last => {
            let mut then = official_week(desk, now.week, Some(number)).await?;
            then.entries.retain(|entry| is_own(posts, entry));
            differences(&faces(&then.entries), &faces(&now.entries))
        }
        _ => Vec::new(),
    };
    Ok(Look { seen, changes })
}

fn faces(entries: &[PublishedEntry]) -> Vec<Published> {
    entries.iter().map(|entry| entry.published.clone()).collect()
}

async fn stored(
    db: &impl ConnectionTrait,
    desk: &Desk,
    week: IsoWeek,
) -> Result<Option<(i32, DateTime<Utc>)>> {
    let Some(account) = desk.actor.account else { return Ok(None) };
    let row = look::Entity::find()
        .filter(look::Column::AccountId.eq(account.0))
        .filter(look::Column::Monday.eq(week.monday()))
        .one(db)
        .await?;
    Ok(row.map(|row| (row.number, row.at)))
}
