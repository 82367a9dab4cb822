//! When the head of a unit agreed to an item, and who stated that in their place; for
//! which absent chair somebody answered.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [optional_day("head_on"), text("head_by")] {
            manager.alter_table(Table::alter().table("agenda_item").add_column(column).take()).await?;
        }
        for table in ["meeting_step", "invitee_answer"] {
            let instead = text("instead");
            manager.alter_table(Table::alter().table(table).add_column(instead).take()).await?;
        }
        Ok(())
    }
}
