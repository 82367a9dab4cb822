//! Materials of meetings: what is owed by whom, how often it was asked for, who opened
//! which version of it, and what a reader noted for himself. A version says why it
//! replaced another and who vouched that it holds no state secret.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in [
            ("file", text("reason")),
            ("file", text("confirmed_by")),
            ("upload", text("reason")),
            ("upload", flag("confirmed")),
        ] {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        let material = table(
            "material",
            [
                id(),
                row("meeting_id"),
                optional_row("item_id"),
                number("place", 0),
                text("title"),
                text("kind"),
                row("unit_id"),
                optional_instant("due_at"),
                text("access"),
                text("note"),
                // That it came another way than through the upload.
                text("noted_by"),
                optional_instant("noted_at"),
                text("noted"),
                text("closed_by"),
                optional_instant("closed_at"),
            ],
        );
        let chase = table(
            "material_chase",
            [id(), row("material_id"), text("chased_by"), instant("chased_at"), text("words")],
        );
        let opening = table(
            "file_opening",
            [
                id(),
                row("file_id"),
                row("account_id"),
                text("name"),
                optional_row("unit_id"),
                optional_row("person_id"),
                instant("first_at"),
                instant("last_at"),
            ],
        );
        let note = table(
            "private_note",
            [
                id(),
                row("account_id"),
                row("meeting_id"),
                optional_row("item_id"),
                optional_row("material_id"),
                text("words"),
                instant("noted_at"),
            ],
        );
        for (mut table, keys) in [
            (
                material,
                vec![
                    belongs("meeting_id", "meeting"),
                    names("item_id", "agenda_item"),
                    names("unit_id", "unit"),
                ],
            ),
            (chase, vec![belongs("material_id", "material")]),
            (opening, vec![belongs("file_id", "file"), belongs("account_id", "account")]),
            (
                note,
                vec![
                    belongs("account_id", "account"),
                    belongs("meeting_id", "meeting"),
                    belongs("item_id", "agenda_item"),
                    belongs("material_id", "material"),
                ],
            ),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            index("material_meeting", "material", &["meeting_id", "place"]),
            index("material_unit", "material", &["unit_id"]),
            index("material_item", "material", &["item_id"]),
            index("material_chase_of", "material_chase", &["material_id"]),
            unique("file_opening_once", "file_opening", &["file_id", "account_id"]),
            unique("private_note_material", "private_note", &["account_id", "material_id"]),
            unique("private_note_item", "private_note", &["account_id", "item_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
