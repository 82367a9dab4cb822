//! Whether an account still opens with the demo password, so that a start need not
//! try every hash. Unknown (NULL) for accounts from before: those are tried once.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mark = ColumnDef::new("opens_with_demo").boolean().null().take();
        manager.alter_table(Table::alter().table("account").add_column(mark).take()).await?;
        manager.create_index(index("account_opens_with_demo", "account", &["opens_with_demo"])).await
    }
}
