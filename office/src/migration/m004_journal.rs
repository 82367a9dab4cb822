//! The journal: lines are added, never changed, never removed.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(table(
                "change",
                [
                    id(),
                    instant("at"),
                    optional_row("account_id"),
                    text("actor"),
                    text("deed"),
                    text("subject"),
                    text("subject_id"),
                    text("title"),
                    text("fields"),
                    text("reason"),
                    optional_number("version"),
                ],
            ))
            .await?;
        manager.create_index(index("change_subject", "change", &["subject", "subject_id", "id"])).await
    }
}
