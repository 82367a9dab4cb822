//! The working week, the published week, and the narrower copy of the public:
//! three places, and a reader of one has no query that reaches another.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Weeks are keyed by their Monday.
        let week = table(
            "week",
            [
                ColumnDef::new("monday").date().not_null().primary_key().take(),
                text("state"),
                text("stepped_by"),
                optional_instant("stepped_at"),
                text("returned"),
                text("remark"),
                number("version", 1),
            ],
        );
        // Hours are minutes of the day: they compare as numbers on both engines.
        let entry = table(
            "entry",
            [
                id(),
                text("uid"),
                day("date"),
                text("part"),
                optional_number("start_minute"),
                optional_number("end_minute"),
                text("kind"),
                text("content"),
                text("participants"),
                optional_row("host_unit_id"),
                optional_row("preparing_unit_id"),
                optional_row("room_id"),
                text("place"),
                text("format"),
                optional_row("office_leader_id"),
                optional_row("specialist_id"),
                optional_row("division_id"),
                optional_row("vehicle_id"),
                text("invitation"),
                text("visibility"),
                text("public_wording"),
                text("note"),
                text("standing"),
                text("halt_reason"),
                text("halt_by"),
                optional_instant("halt_at"),
                optional_day("moved_to"),
                text("reason"),
                text("conflict_reason"),
                optional_number("published_in"),
                number("version", 1),
            ],
        );
        let entry_leader = table(
            "entry_leader",
            [row("entry_id"), row("position_id"), text("role"), optional_row("in_place_of_id")],
        );
        let entry_site = table("entry_site", [row("entry_id"), row("unit_id")]);
        let publication = table(
            "publication",
            [
                id(),
                day("monday"),
                number("number", 1),
                instant("at"),
                text("by"),
                text("reason"),
                text("remark"),
            ],
        );
        let published_entry =
            table("published_entry", [row("publication_id"), row("entry_id"), day("date"), text("frozen")]);
        let bulletin_publication = table(
            "bulletin_publication",
            [
                ColumnDef::new("id").big_integer().not_null().primary_key().take(),
                day("monday"),
                number("number", 1),
                instant("at"),
                text("remark"),
                text("leaders"),
                flag("latest"),
            ],
        );
        let bulletin_entry =
            table("bulletin_entry", [row("publication_id"), text("uid"), day("date"), text("shown")]);
        for (mut table, keys) in [
            (week, vec![]),
            (
                entry,
                vec![
                    names("host_unit_id", "unit"),
                    names("preparing_unit_id", "unit"),
                    names("room_id", "room"),
                    names("office_leader_id", "person"),
                    names("specialist_id", "person"),
                    names("division_id", "unit"),
                    names("vehicle_id", "vehicle"),
                ],
            ),
            (
                entry_leader,
                vec![
                    belongs("entry_id", "entry"),
                    names("position_id", "position"),
                    names("in_place_of_id", "position"),
                ],
            ),
            (entry_site, vec![belongs("entry_id", "entry"), names("unit_id", "unit")]),
            (publication, vec![]),
            (published_entry, vec![names("publication_id", "publication")]),
            (bulletin_publication, vec![]),
            (bulletin_entry, vec![names("publication_id", "bulletin_publication")]),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            unique("entry_uid", "entry", &["uid"]),
            index("entry_date", "entry", &["date"]),
            unique("entry_leader_once", "entry_leader", &["entry_id", "position_id"]),
            unique("entry_site_once", "entry_site", &["entry_id", "unit_id"]),
            unique("publication_number", "publication", &["monday", "number"]),
            unique("published_once", "published_entry", &["publication_id", "entry_id"]),
            unique("bulletin_number", "bulletin_publication", &["monday", "number"]),
            index("bulletin_latest", "bulletin_publication", &["latest", "monday"]),
            unique("bulletin_once", "bulletin_entry", &["publication_id", "uid"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
