//! All of a file is there: its pieces are joined, looked at, and kept under a row of
//! their own, or refused with nothing left.

use super::begin::room_for_one_more;
use super::receive::{abandon, is_kept, number};
use super::table::{file, read_file, read_upload, upload};
use super::{Wish, asked, described, line};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use domain::file::{File, Kind, agrees};
use domain::journal::FieldChange;
use domain::{Problem, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Keeps a file, or refuses it.
pub(super) async fn keep(desk: &Desk, row: upload::Model) -> Result<File> {
    let key = row.key.clone();
    let kept = joined(desk, &row).await;
    match &kept {
        Err(Failure::Refused(_)) | Ok((_, false)) => forget(desk, &key).await?,
        Err(_) => {}
        Ok((_, true)) => {
            // What stays behind here is taken by the sweep.
            if let Err(failure) = cleared(desk, &key).await {
                tracing::warn!(%failure, "pieces of a file that was kept stay for now");
            }
        }
    }
    kept.map(|(file, _)| file)
}

/// Takes everything away that did not become a file. One that is sent to its end twice at
/// once has, and stays.
async fn forget(desk: &Desk, key: &str) -> Result<()> {
    if !is_kept(desk.db(), key).await? {
        desk.office.files()?.drop_content(key).await?;
    }
    abandon(desk, key).await
}

/// The file, and whether it is another than what was there.
async fn joined(desk: &Desk, row: &upload::Model) -> Result<(File, bool)> {
    let files = desk.office.files()?;
    let sent = read_upload(row)?;
    let wrong = |problem| Refusal::field("file", problem);
    let kind = Kind::of_name(&sent.name).ok_or_else(|| wrong(Problem::NotAPaper))?;
    let pieces: Vec<String> = serde_json::from_str(&row.parts)?;
    let joined = match files.join(&row.key, &pieces).await {
        // A piece that power took away is missed here.
        Err(Failure::Files(object_store::Error::NotFound { .. })) => {
            return Err(wrong(Problem::Damaged).into());
        }
        joined => joined?,
    };
    if joined.size != sent.received || sent.sha256.is_some_and(|sum| sum != joined.sha256) {
        return Err(wrong(Problem::Damaged).into());
    }
    if !agrees(kind, &joined.found) {
        return Err(wrong(Problem::OtherContent).into());
    }

    let writing = desk.office.write_weeks(&[]).await?;
    let db = &writing.tx;
    let thing = asked(desk, db, sent.owner, Wish::Add).await?;
    let replaced = room_for_one_more(db, sent.owner, &sent.name, sent.replaces).await?;
    if let Some(same) =
        replaced.as_ref().filter(|known| known.sha256 == joined.sha256 && known.name == sent.name)
    {
        return Ok((same.clone(), false));
    }
    let version = replaced.as_ref().map_or(1, |known| known.version + 1);
    let row_of_file = file::ActiveModel {
        owner: Set(row.owner.clone()),
        owner_id: Set(row.owner_id),
        key: Set(row.key.clone()),
        name: Set(sent.name),
        kind: Set(kind.code().to_owned()),
        size: Set(number(joined.size)),
        sha256: Set(joined.sha256),
        added_by: Set(desk.actor.name.clone()),
        added_at: Set(desk.now),
        version: Set(i32::try_from(version).unwrap_or(i32::MAX)),
        replaces_id: Set(replaced.as_ref().map(|known| known.id.0)),
        reason: Set(row.reason.clone()),
        confirmed_by: Set(if row.confirmed { desk.actor.name.clone() } else { String::new() }),
        removed_by: Set(String::new()),
        has_content: Set(true),
        ..Default::default()
    };
    let kept = read_file(file::Entity::insert(row_of_file).exec_with_returning(db).await?)?;
    upload::Entity::update_many()
        .set(upload::ActiveModel { is_kept: Set(true), expires_at: Set(desk.now), ..Default::default() })
        .filter(upload::Column::Id.eq(row.id))
        .exec(db)
        .await?;
    let deed = if replaced.is_some() { "file.replace" } else { "file.add" };
    let before = replaced.as_ref().map(described).unwrap_or_default();
    let change = FieldChange::between("file", before, described(&kept));
    line(db, desk, deed, &thing, change, &kept.reason).await?;
    writing.commit().await?;
    Ok((kept, true))
}

/// Takes away the pieces of a file that was kept.
async fn cleared(desk: &Desk, key: &str) -> Result<()> {
    desk.office.files()?.drop_pieces(key).await?;
    let writing = desk.office.write_weeks(&[]).await?;
    upload::Entity::delete_many()
        .filter(upload::Column::Key.eq(key))
        .filter(upload::Column::IsKept.eq(true))
        .exec(&writing.tx)
        .await?;
    writing.commit().await
}
