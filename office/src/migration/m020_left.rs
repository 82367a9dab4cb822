//! Requests and days of a series remember the entry that they were until it was removed
//! from the board: when the removal is undone, they are that entry again.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["request", "series_day"] {
            let left = optional_row("left_entry_id");
            manager.alter_table(Table::alter().table(table).add_column(left).take()).await?;
        }
        Ok(())
    }
}
