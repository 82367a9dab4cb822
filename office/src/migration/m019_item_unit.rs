//! What waits for the head of a unit is asked with every page that the head opens.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("agenda_item_unit", "agenda_item", &["unit_id", "state"])).await
    }
}
