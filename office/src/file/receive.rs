//! A file on its way: once announced (`file/begin.rs`) it comes in pieces, goes on where it
//! was cut off, and is given up whole when it is refused.

use super::begin::{Start, begin, random};
use super::table::{file, read_upload, upload};
use super::{Wish, asked, keep};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::setting;
use bytes::Bytes;
use domain::file::{File, Upload, UploadState, expires};
use domain::{Problem, Refusal};
use futures_util::{Stream, StreamExt as _};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::pin::pin;
use std::time::Duration;

/// What is held in memory of one file before it is put away.
const PIECE: usize = 4 * 1024 * 1024;
/// After that long without a byte the line is taken for cut.
const SILENCE: Duration = Duration::from_secs(60);

/// How far a file has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// How many bytes are there.
    pub received: u64,
    /// The file, once all of it is there.
    pub file: Option<File>,
}

/// How far one's own file has come.
///
/// # Errors
/// [`Refusal::NotFound`] for what is not there, was given up, or is somebody else's.
pub async fn progress(desk: &Desk, key: &str) -> Result<Upload> {
    let found = read_upload(&own(desk, key).await?)?;
    asked(desk, desk.db(), found.owner, Wish::Add).await?;
    if found.state(desk.now) == UploadState::Expired {
        return Err(Refusal::NotFound.into());
    }
    Ok(found)
}

/// Takes what follows the bytes that are there. What came before the line was cut stays;
/// when all is there the file is kept, or refused with nothing left of it.
///
/// # Errors
/// As [`progress`]; [`Refusal::WrongOffset`]; with what is wrong with the contents.
pub async fn receive<S, E>(desk: &Desk, key: &str, offset: u64, bytes: S) -> Result<Received>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Send + 'static,
    E: Send + 'static,
{
    let (desk, key) = (desk.clone(), key.to_owned());
    // A task of its own: whoever hangs up must not take along what arrived.
    let taken = tokio::spawn(async move { taken(&desk, &key, offset, bytes).await.map(|(at, _)| at) });
    taken.await.map_err(|e| Failure::Other(e.to_string()))?
}

/// Takes a whole file from a plain form, which cannot go on where it was cut off.
///
/// # Errors
/// As [`begin`] and [`receive`]; nothing is left of what was cut off.
pub async fn attach<S, E>(desk: &Desk, start: Start, bytes: S) -> Result<File>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Send + 'static,
    E: Send + 'static,
{
    let begun = begin(desk, Start { size: None, ..start }).await?;
    let (desk, key) = (desk.clone(), begun.key);
    let attached = tokio::spawn(async move {
        let whole = match taken(&desk, &key, 0, bytes).await {
            Ok((Received { received, .. }, true)) => ended(&desk, &key, received).await,
            Ok((_, false)) => Err(Refusal::field("file", Problem::Damaged).into()),
            Err(failure) => Err(failure),
        };
        if whole.is_err() {
            abandon(&desk, &key).await?;
        }
        whole
    });
    attached.await.map_err(|e| Failure::Other(e.to_string()))?
}

/// Gives one's own file up; nothing is left of it.
///
/// # Errors
/// [`Refusal::NotFound`] for what is not there or is somebody else's.
pub async fn give_up(desk: &Desk, key: &str) -> Result<()> {
    own(desk, key).await?;
    abandon(desk, key).await
}

/// What came, and whether it came to its end.
async fn taken<S, E>(desk: &Desk, key: &str, offset: u64, bytes: S) -> Result<(Received, bool)>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Send,
{
    let found = progress(desk, key).await?;
    let rules = setting::rules_of_files(desk.db()).await?;
    let mut room = found.room(offset, &rules, desk.now)?;
    let mut received = found.received;
    let (mut piece, mut length) = (Vec::new(), 0);
    let mut bytes = pin!(bytes);
    let is_whole = loop {
        match tokio::time::timeout(SILENCE, bytes.next()).await {
            Ok(Some(Ok(more))) if more.len() as u64 > room => {
                abandon(desk, key).await?;
                return Err(found.overflow(&rules).into());
            }
            Ok(Some(Ok(more))) => {
                room -= more.len() as u64;
                length += more.len();
                piece.push(more);
                if length >= PIECE {
                    received = put(desk, key, received, std::mem::take(&mut piece), length).await?;
                    length = 0;
                }
            }
            Ok(None) => break true,
            Ok(Some(Err(_))) | Err(_) => break false,
        }
    };
    if length > 0 {
        received = put(desk, key, received, piece, length).await?;
    }
    let file = if found.size == Some(received) {
        Some(keep::keep(desk, own(desk, key).await?).await?)
    } else {
        None
    };
    Ok((Received { received, file }, is_whole))
}

/// Puts a piece away and counts it; of two that come for the same place one stays.
async fn put(desk: &Desk, key: &str, offset: u64, bytes: Vec<Bytes>, length: usize) -> Result<u64> {
    let files = desk.office.files()?;
    let piece = format!("{offset:016}-{}", random()?);
    files.put(key, &piece, bytes).await?;
    let counted = count(desk, key, offset, &piece, length).await;
    if counted.is_err() {
        files.drop_piece(key, &piece).await?;
    }
    counted
}

async fn count(desk: &Desk, key: &str, offset: u64, piece: &str, length: usize) -> Result<u64> {
    let writing = desk.office.write_weeks(&[]).await?;
    let db = &writing.tx;
    let row = own_in(desk, db, key).await?;
    let mut pieces: Vec<String> = serde_json::from_str(&row.parts)?;
    pieces.push(piece.to_owned());
    let received = offset + length as u64;
    let counted = upload::Entity::update_many()
        .col_expr(upload::Column::Received, Expr::value(number(received)))
        .col_expr(upload::Column::Parts, Expr::value(serde_json::to_string(&pieces)?))
        .col_expr(upload::Column::ExpiresAt, Expr::value(expires(desk.office.now())))
        .filter(upload::Column::Id.eq(row.id))
        .filter(upload::Column::Received.eq(number(offset)))
        .exec(db)
        .await?;
    if counted.rows_affected == 0 {
        return Err(Refusal::WrongOffset { received: row.received.unsigned_abs() }.into());
    }
    writing.commit().await?;
    Ok(received)
}

/// The end of a file whose length nobody knew.
async fn ended(desk: &Desk, key: &str, received: u64) -> Result<File> {
    if received == 0 {
        return Err(Refusal::field("file", Problem::EmptyFile).into());
    }
    keep::keep(desk, own(desk, key).await?).await
}

/// Takes everything of a file on its way away.
pub(super) async fn abandon(desk: &Desk, key: &str) -> Result<()> {
    let files = desk.office.files()?;
    files.drop_pieces(key).await?;
    let writing = desk.office.write_weeks(&[]).await?;
    upload::Entity::delete_many()
        .filter(upload::Column::Key.eq(key))
        .filter(upload::Column::IsKept.eq(false))
        .exec(&writing.tx)
        .await?;
    writing.commit().await
}

/// The session of whoever is at the desk; there are no others.
async fn own(desk: &Desk, key: &str) -> Result<upload::Model> {
    own_in(desk, desk.db(), key).await
}

async fn own_in(desk: &Desk, db: &impl ConnectionTrait, key: &str) -> Result<upload::Model> {
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;
    let found = upload::Entity::find()
        .filter(upload::Column::Key.eq(key))
        .filter(upload::Column::AccountId.eq(account.0))
        .filter(upload::Column::IsKept.eq(false))
        .one(db)
        .await?;
    Ok(found.ok_or(Refusal::NotFound)?)
}

/// A length as databases count.
pub(super) fn number(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// Whether a key has become a file.
pub(super) async fn is_kept(db: &impl ConnectionTrait, key: &str) -> Result<bool> {
    Ok(file::Entity::find().filter(file::Column::Key.eq(key)).count(db).await? > 0)
}
