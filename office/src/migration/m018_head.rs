//! When the head of a unit agreed to an item, and who stated that in their place.

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
        Ok(())
    }
}
