//! When an item of an agenda really began and ended.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["began_at", "ended_at"] {
            let mut column = optional_instant(name);
            manager.alter_table(Table::alter().table("agenda_item").add_column(&mut column).take()).await?;
        }
        Ok(())
    }
}
