//! The duty roster, and its frozen copies beside those of the entries.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut duty = table(
            "duty",
            [
                id(),
                day("date"),
                text("part"),
                optional_row("leader_id"),
                optional_row("office_leader_id"),
                optional_row("specialist_id"),
                optional_row("driver_id"),
                text("hotline"),
                text("note"),
                number("version", 1),
            ],
        );
        for mut key in [
            names("leader_id", "position"),
            names("office_leader_id", "person"),
            names("specialist_id", "person"),
            names("driver_id", "person"),
        ] {
            duty.foreign_key(&mut key);
        }
        manager.create_table(duty).await?;
        manager.create_index(unique("duty_place", "duty", &["date", "part"])).await?;
        // Publications from before have no roster.
        for published in ["publication", "bulletin_publication"] {
            let copy = ColumnDef::new("duty").text().not_null().default("[]").take();
            manager.alter_table(Table::alter().table(published).add_column(copy).take()).await?;
        }
        Ok(())
    }
}
