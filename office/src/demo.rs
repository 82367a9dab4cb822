//! The demo office: the fictional Tỉnh Minh Giang with one real-looking week.
//!
//! Its week is not copied in as it ended but happens again: it is built,
//! submitted, approved, published and adjusted twice through the ordinary
//! verbs, at the times that the data gives. A database that holds it is marked,
//! and only a marked one accepts the demo password; until all is there it is marked
//! as being loaded, and nobody serves it.

mod account;
mod clear;
mod data;
mod duty;
mod invitations;
mod load;
mod materials;
mod meetings;
mod names;
mod people;
mod repeat;
mod requests;

use crate::desk::Office;
use crate::failure::{Failure, Result};
use crate::setting;
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, PaginatorTrait};

/// The instant that the demo office lives at, so that "today" lies in its week.
///
/// # Errors
/// When the data cannot be read.
pub fn now() -> Result<DateTime<Utc>> {
    Ok(data::read()?.meta.demo_now)
}

/// The sign-ins that are worth naming, with the role of each.
pub const SIGN_INS: [(&str, &str); 5] = [
    ("thuky@minhgiang.example", "Thư ký / Secretary"),
    ("chanhvanphong@minhgiang.example", "Chánh Văn phòng / Chief of Office"),
    ("chutich@minhgiang.example", "Chủ tịch / Chairman"),
    ("sotaichinh@minhgiang.example", "Sở Tài chính / Department officer"),
    ("quantri@minhgiang.example", "Quản trị / Administrator"),
];

/// Loads the demo office into an empty database, or into one where that was interrupted:
/// what is there of it goes first. With `events`, its week is
/// repeated before and after, published, until there are that many entries.
///
/// # Errors
/// When the database already holds an office, or fails.
pub async fn load(office: &Office, events: Option<usize>) -> Result<()> {
    if setting::is_loading(office.db()).await? {
        clear::everything(office).await?;
    }
    let units = crate::people::table::unit::Entity::find().count(office.db()).await?;
    if units > 0 {
        return Err(Failure::Other("the database is not empty; the demo office needs an empty one".into()));
    }
    let data = data::read()?;
    let names = people::load(office, &data).await?;
    duty::load(office, &data, &names).await?;
    load::week(office, &data, &names).await?;
    requests::load(office, &data, &names).await?;
    meetings::load(office, &data, &names).await?;
    if let Some(events) = events {
        repeat::week(office, &data, &names, events).await?;
    }
    let writing = office.write().await?;
    setting::mark_as_demo(&writing.tx).await?;
    writing.commit().await
}

/// Whether the loading of the demo office was interrupted, so that half of it is there.
///
/// # Errors
/// When the database fails.
pub async fn is_half_loaded(office: &Office) -> Result<bool> {
    setting::is_loading(office.db()).await
}
