//! Which publication of a week somebody has seen last, so that their phone can tell
//! what changed since.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [id(), row("account_id"), day("monday"), number("number", 0), instant("at")];
        let mut look = table("look", columns);
        look.foreign_key(&mut belongs("account_id", "account"));
        manager.create_table(look).await?;
        manager.create_index(unique("look_once", "look", &["account_id", "monday"])).await
    }
}
