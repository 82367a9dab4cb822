//! A file is announced: what it will be called and belong to, whether there is room for it,
//! and what whoever sends it says of it.

use super::receive::number;
use super::table::{read_upload, upload};
use super::{Wish, asked, of};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::setting;
use domain::file::{File, OPEN_AT_ONCE, Owner, PER_OWNER, Upload, announced, clean, expires, newest};
use domain::{FileId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization as _;

/// What is announced.
#[derive(Clone, Debug)]
pub struct Start {
    /// What it will belong to.
    pub owner: Owner,
    /// What the sender calls it.
    pub name: String,
    /// How long it will be; nothing when a plain form sends it.
    pub size: Option<u64>,
    /// The version in whose place it is put. One with the same name is replaced anyway.
    pub replaces: Option<FileId>,
    /// Its SHA-256, when the sender knows it.
    pub sha256: Option<String>,
    /// Why it replaces another one, or empty.
    pub reason: String,
    /// Whether the sender says that nothing in it is a state secret.
    pub confirmed: bool,
}

/// Announces a file.
///
/// # Errors
/// Refused by the owner's rights or state, or with what is wrong with name and length.
pub async fn begin(desk: &Desk, start: Start) -> Result<Upload> {
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;
    desk.office.files()?;
    let writing = desk.office.write_weeks(&[]).await?;
    let db = &writing.tx;
    let thing = asked(desk, db, start.owner, Wish::Add).await?;

    if !start.confirmed {
        return Err(Refusal::field("no_secrets", Problem::Required).into());
    }
    let reason = text::reason("version_reason", &start.reason, thing.needs_reason)?;
    let rules = setting::rules_of_files(db).await?;
    let wrong = |problem| Refusal::field("file", problem);
    let (name, _) = clean(&start.name.nfc().collect::<String>()).map_err(wrong)?;
    let size = start.size.map(|size| announced(size, &rules)).transpose().map_err(wrong)?;
    room_for_one_more(db, start.owner, &name, start.replaces).await?;
    let open = upload::Entity::find()
        .filter(upload::Column::AccountId.eq(account.0))
        .filter(upload::Column::IsKept.eq(false))
        .filter(upload::Column::ExpiresAt.gt(desk.now));
    if open.count(db).await? >= OPEN_AT_ONCE {
        return Err(wrong(Problem::TooManyFiles { max: OPEN_AT_ONCE as u32 }).into());
    }

    let row = upload::ActiveModel {
        key: Set(random()?),
        account_id: Set(account.0),
        owner: Set(start.owner.code().to_owned()),
        owner_id: Set(start.owner.row()),
        name: Set(name),
        size: Set(size.map(number)),
        received: Set(0),
        parts: Set("[]".to_owned()),
        sha256: Set(start.sha256.unwrap_or_default().to_ascii_lowercase()),
        replaces_id: Set(start.replaces.map(|id| id.0)),
        reason: Set(reason),
        confirmed: Set(true),
        expires_at: Set(expires(desk.now)),
        is_kept: Set(false),
        ..Default::default()
    };
    let row = upload::Entity::insert(row).exec_with_returning(db).await?;
    writing.commit().await?;
    read_upload(&row)
}

/// Which of the files of a thing a new one replaces: the one that was named, or the one
/// with its name.
///
/// # Errors
/// [`Refusal::NotFound`] when the one that was named is not the newest;
/// [`Problem::TooManyFiles`] when it would be one more.
pub(super) async fn room_for_one_more(
    db: &impl ConnectionTrait,
    owner: Owner,
    name: &str,
    replaces: Option<FileId>,
) -> Result<Option<File>> {
    let all = of(db, &[owner]).await?;
    let known = newest(&all);
    let same = |file: &&&File| file.name.to_lowercase() == name.to_lowercase();
    let replaced = match replaces {
        Some(id) => Some(*known.iter().find(|file| file.id == id).ok_or(Refusal::NotFound)?),
        None if owner.holds_one() => known.last().copied(),
        None => known.iter().find(same).copied(),
    };
    if replaced.is_none() && known.len() >= PER_OWNER as usize {
        return Err(Refusal::field("file", Problem::TooManyFiles { max: PER_OWNER }).into());
    }
    Ok(replaced.cloned())
}

/// A name that nobody guesses.
pub(super) fn random() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|e| Failure::Other(format!("no random bytes: {e}")))?;
    let mut name = String::with_capacity(32);
    for byte in bytes {
        let _ = write!(name, "{byte:02x}");
    }
    Ok(name)
}
