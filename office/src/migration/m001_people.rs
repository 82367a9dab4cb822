//! Units, persons, positions, rooms, cars, holidays, settings.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let unit = table(
            "unit",
            [
                id(),
                text("code"),
                text("name"),
                text("short_name"),
                text("kind"),
                optional_row("parent_id"),
                optional_day("valid_from"),
                optional_day("valid_to"),
                number("version", 1),
            ],
        );
        let person = table(
            "person",
            [
                id(),
                text("name"),
                text("title"),
                optional_row("unit_id"),
                text("email"),
                text("phone"),
                text("duties"),
                text("service"),
                optional_day("valid_from"),
                optional_day("valid_to"),
                number("version", 1),
            ],
        );
        // One holder's time in a post; the post itself is the slug that its
        // holders share, so that an address outlives them.
        let position = table(
            "position",
            [
                id(),
                text("slug"),
                text("title"),
                text("short_title"),
                row("person_id"),
                row("unit_id"),
                number("precedence", 100),
                text("portfolio"),
                flag("has_calendar"),
                optional_row("office_leader_id"),
                optional_row("acting_id"),
                optional_day("valid_from"),
                optional_day("valid_to"),
                number("version", 1),
            ],
        );
        let serving = table("serving", [id(), row("secretary_id"), row("position_id")]);
        let room = table(
            "room",
            [id(), text("name"), text("location"), number("capacity", 0), flag("video_conference")],
        );
        let vehicle = table("vehicle", [id(), text("plate"), number("seats", 0), optional_row("driver_id")]);
        let holiday = table(
            "holiday",
            [id(), day("date"), text("name"), text("kind"), text("source"), flag("provisional")],
        );
        let setting = table(
            "setting",
            [
                ColumnDef::new("key").text().not_null().primary_key().take(),
                text("value"),
                text("basis"),
                number("version", 1),
            ],
        );
        for (mut table, keys) in [
            (unit, vec![names("parent_id", "unit")]),
            (person, vec![names("unit_id", "unit")]),
            (
                position,
                vec![
                    names("person_id", "person"),
                    names("unit_id", "unit"),
                    names("office_leader_id", "person"),
                    names("acting_id", "position"),
                ],
            ),
            (serving, vec![names("secretary_id", "person"), names("position_id", "position")]),
            (room, vec![]),
            (vehicle, vec![names("driver_id", "person")]),
            (holiday, vec![]),
            (setting, vec![]),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            unique("unit_code", "unit", &["code"]),
            unique("serving_once", "serving", &["secretary_id", "position_id"]),
            unique("holiday_date", "holiday", &["date"]),
            index("position_slug", "position", &["slug"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
