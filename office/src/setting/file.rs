//! How large a file may be.

use super::{decide, stored};
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::journal::{self};
use domain::Deed;
use domain::file::{FileRules, FileRulesDraft};
use domain::journal::{FieldChange, Subject};
use sea_orm::ConnectionTrait;

const FILES: &str = "files";

/// How large a file may be. Everybody may read it.
///
/// # Errors
/// When the database fails.
pub async fn file_rules(office: &Office) -> Result<FileRules> {
    rules_of_files(office.db()).await
}

pub(crate) async fn rules_of_files(db: &impl ConnectionTrait) -> Result<FileRules> {
    let (rules, version) = stored::<FileRules>(db, FILES).await?;
    Ok(FileRules { version, ..rules })
}

/// Saves it; `seen` is the version that was seen.
///
/// # Errors
/// Refused without [`Deed::EditSettings`], with issues by field, or stale.
pub async fn save_file_rules(desk: &Desk, seen: i32, typed: FileRulesDraft) -> Result<FileRules> {
    desk.may(Deed::EditSettings)?;
    let writing = desk.write().await?;
    let checked = typed.check()?;
    let before = rules_of_files(&writing.tx).await?;
    journal::not_stale(&writing.tx, Subject::Setting, FILES, seen, before.version).await?;
    let saved = FileRules { version: before.version + 1, ..checked };
    let megabytes = |rules: &FileRules| rules.megabytes.to_string();
    let change = FieldChange::between("megabytes", megabytes(&before), megabytes(&saved));
    decide(
        &writing.tx,
        desk,
        "setting.save_file_rules",
        (FILES, saved.version),
        &saved,
        change.into_iter().collect(),
    )
    .await?;
    writing.commit().await?;
    Ok(saved)
}
