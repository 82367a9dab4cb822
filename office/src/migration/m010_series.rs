//! Entries that come again: the rule with the form of the entry, and which of its days
//! were taken onto the board.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let series = table(
            "series",
            [id(), text("rule"), text("draft"), text("made_by"), instant("made_at"), number("version", 1)],
        );
        manager.create_table(series).await?;
        // A day that was taken stays taken, also when its entry is removed again.
        let mut taken = table("series_day", [row("series_id"), day("day"), optional_row("entry_id")]);
        taken.foreign_key(&mut belongs("series_id", "series"));
        taken.foreign_key(&mut names("entry_id", "entry").on_delete(ForeignKeyAction::SetNull).take());
        manager.create_table(taken).await?;
        manager.create_index(unique("series_day_once", "series_day", &["series_id", "day"])).await?;
        manager.create_index(unique("series_day_entry", "series_day", &["entry_id"])).await
    }
}
