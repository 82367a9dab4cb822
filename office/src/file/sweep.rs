//! What nobody needs any more: files on their way that were given up, pieces of files
//! that were kept, contents of files that were taken away. Done at the start of a
//! process and every hour; whatever a process left in the middle is found here.

use super::receive::is_kept;
use super::table::{file, upload};
use crate::desk::Office;
use crate::failure::Result;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// How many rows are cleared away in one go.
const AT_ONCE: u64 = 200;

/// What was cleared away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files on their way.
    pub uploads: usize,
    /// Contents of files that were taken away.
    pub contents: usize,
}

/// Clears away what nobody needs any more.
///
/// # Errors
/// When database or file store fail; what was left is found again.
pub async fn sweep(office: &Office) -> Result<Swept> {
    Ok(Swept { uploads: uploads(office).await?, contents: contents(office).await? })
}

async fn uploads(office: &Office) -> Result<usize> {
    let files = office.files()?;
    let now = office.now();
    let over = upload::Entity::find()
        .filter(upload::Column::ExpiresAt.lte(now))
        .limit(AT_ONCE)
        .all(office.db())
        .await?;
    for row in &over {
        files.drop_pieces(&row.key).await?;
        if !is_kept(office.db(), &row.key).await? {
            files.drop_content(&row.key).await?;
        }
        let writing = office.write_weeks(&[]).await?;
        upload::Entity::delete_many()
            .filter(upload::Column::Id.eq(row.id))
            .filter(upload::Column::ExpiresAt.lte(now))
            .exec(&writing.tx)
            .await?;
        writing.commit().await?;
    }
    Ok(over.len())
}

/// Clears away the contents of files that were taken away.
pub(super) async fn contents(office: &Office) -> Result<usize> {
    let files = office.files()?;
    let over = file::Entity::find()
        .filter(file::Column::RemovedAt.is_not_null())
        .filter(file::Column::HasContent.eq(true))
        .limit(AT_ONCE)
        .all(office.db())
        .await?;
    for row in &over {
        files.drop_content(&row.key).await?;
        let writing = office.write_weeks(&[]).await?;
        file::Entity::update_many()
            .set(file::ActiveModel { has_content: Set(false), ..Default::default() })
            .filter(file::Column::Id.eq(row.id))
            .exec(&writing.tx)
            .await?;
        writing.commit().await?;
    }
    Ok(over.len())
}
