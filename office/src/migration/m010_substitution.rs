//! Who acts while leaders are away, who agreed to a delegation and when, and which day
//! entries are one absence.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let acting = optional_row("acting_id").extra("REFERENCES \"position\" (\"id\")").take();
        // An entry that nobody read may be removed; the other days stay.
        let span = optional_row("span_id").extra("REFERENCES \"entry\" (\"id\") ON DELETE SET NULL").take();
        for column in [acting, text("agreed_by"), optional_instant("agreed_at"), span] {
            manager.alter_table(Table::alter().table("entry").add_column(column).take()).await?;
        }
        manager.create_index(index("entry_span", "entry", &["span_id"])).await
    }
}
