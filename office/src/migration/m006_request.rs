//! What units ask for on the leaders' calendar.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut request = table(
            "request",
            [
                id(),
                row("unit_id"),
                // The week that the wish lies in, by its Monday.
                day("monday"),
                text("content"),
                text("purpose"),
                row("chair_id"),
                day("date"),
                text("part"),
                optional_number("start_minute"),
                text("alternatives"),
                number("minutes", 0),
                text("participants"),
                optional_row("room_id"),
                text("place"),
                text("papers"),
                text("state"),
                flag("late"),
                text("registered_by"),
                instant("registered_at"),
                text("decided_by"),
                optional_instant("decided_at"),
                text("reason"),
                optional_row("entry_id"),
                optional_row("merged_into_id"),
                number("version", 1),
            ],
        );
        for mut key in [
            names("unit_id", "unit"),
            names("chair_id", "position"),
            names("room_id", "room"),
            names("merged_into_id", "request"),
            // An entry that was never published may be removed from the board.
            names("entry_id", "entry").on_delete(ForeignKeyAction::SetNull).take(),
        ] {
            request.foreign_key(&mut key);
        }
        manager.create_table(request).await?;
        for index in [
            index("request_unit", "request", &["unit_id", "monday"]),
            index("request_week", "request", &["monday", "state"]),
            index("request_entry", "request", &["entry_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
