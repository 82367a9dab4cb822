//! The number of a meeting within the series of its body.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session = optional_number("session");
        manager.alter_table(Table::alter().table("meeting").add_column(session).take()).await?;
        manager.create_index(unique("meeting_session", "meeting", &["body_id", "session"])).await
    }
}
