//! How large a file may be.

use super::{put, table::row};
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::journal::{self, Line};
use domain::file::{FileRules, FileRulesDraft};
use domain::journal::{FieldChange, Subject};
use domain::{Deed, Refusal};
use sea_orm::{ConnectionTrait, EntityTrait};

const FILES: &str = "files";

/// How large a file may be. Everybody may read it.
///
/// # Errors
/// When the database fails.
pub async fn file_rules(office: &Office) -> Result<FileRules> {
    rules_of_files(office.db()).await
}

pub(crate) async fn rules_of_files(db: &impl ConnectionTrait) -> Result<FileRules> {
    let Some(row) = row::Entity::find_by_id(FILES).one(db).await? else {
        return Ok(FileRules::default());
    };
    let rules: FileRules = serde_json::from_str(&row.value)?;
    Ok(FileRules { version: row.version, ..rules })
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
    if before.version != seen {
        let stale = journal::stale(&writing.tx, Subject::Setting, FILES, seen, before.version).await?;
        return Err(Refusal::Stale(Box::new(stale)).into());
    }
    let saved = FileRules { version: before.version + 1, ..checked };
    put(&writing.tx, FILES, &saved, saved.version).await?;
    let megabytes = |rules: &FileRules| rules.megabytes.to_string();
    let change = FieldChange::between("megabytes", megabytes(&before), megabytes(&saved));
    let line = Line {
        deed: "setting.save_file_rules",
        subject: Subject::Setting,
        id: FILES.to_owned(),
        title: "",
        fields: change.into_iter().collect(),
        reason: "",
        version: Some(saved.version),
    };
    journal::write(&writing.tx, desk, line).await?;
    writing.commit().await?;
    Ok(saved)
}
