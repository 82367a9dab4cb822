//! Meetings with their steps, agendas, bodies and questions to units. Time, place and
//! chair of a meeting that is on the board are columns of its entry only.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let body = table(
            "body",
            [
                id(),
                text("name"),
                text("kind"),
                optional_row("chair_id"),
                optional_row("unit_id"),
                optional_row("secretary_id"),
                text("basis"),
                optional_day("valid_from"),
                optional_day("valid_to"),
                number("version", 1),
            ],
        );
        let member = table("body_member", [row("body_id"), row("person_id"), flag("votes")]);
        let meeting = table(
            "meeting",
            [
                id(),
                row("unit_id"),
                text("kind"),
                text("content"),
                optional_row("body_id"),
                text("purpose"),
                row("chair_id"),
                text("participants"),
                text("papers"),
                day("date"),
                text("part"),
                optional_number("start_minute"),
                number("minutes", 0),
                optional_row("secretary_id"),
                text("note_number"),
                text("state"),
                optional_row("entry_id"),
                text("frozen_by"),
                optional_instant("frozen_at"),
                number("version", 1),
            ],
        );
        let step = table(
            "meeting_step",
            [id(), row("meeting_id"), text("step"), text("by"), instant("at"), text("reason")],
        );
        let item = table(
            "agenda_item",
            [
                id(),
                optional_row("body_id"),
                optional_row("meeting_id"),
                number("place", 0),
                optional_row("unit_id"),
                text("content"),
                text("section"),
                text("kind"),
                number("minutes", 0),
                optional_row("presenter_unit_id"),
                optional_row("presenter_id"),
                text("state"),
                ColumnDef::new("supplement").text().null().take(),
                text("head"),
                text("decided_by"),
                optional_instant("decided_at"),
                text("reason"),
                optional_row("carried_from_id"),
                number("version", 1),
            ],
        );
        let asked = table(
            "item_opinion",
            [
                id(),
                row("item_id"),
                row("unit_id"),
                text("question"),
                day("due"),
                text("asked_by"),
                instant("asked_at"),
                ColumnDef::new("agrees").boolean().null().take(),
                text("answer"),
                text("answered_by"),
                optional_instant("answered_at"),
            ],
        );
        let template = table(
            "agenda_template",
            [
                ColumnDef::new("kind").text().not_null().primary_key().take(),
                text("items"),
                text("made_by"),
                instant("made_at"),
                number("version", 1),
            ],
        );
        for (mut table, keys) in [
            (
                body,
                vec![
                    names("chair_id", "position"),
                    names("unit_id", "unit"),
                    names("secretary_id", "person"),
                ],
            ),
            (member, vec![belongs("body_id", "body"), names("person_id", "person")]),
            (
                meeting,
                vec![
                    names("unit_id", "unit"),
                    names("body_id", "body"),
                    names("chair_id", "position"),
                    names("secretary_id", "person"),
                    // The one who has a meeting stays on the board.
                    names("entry_id", "entry"),
                ],
            ),
            (step, vec![belongs("meeting_id", "meeting")]),
            (
                item,
                vec![
                    names("body_id", "body"),
                    names("meeting_id", "meeting"),
                    names("unit_id", "unit"),
                    names("presenter_unit_id", "unit"),
                    names("presenter_id", "person"),
                    names("carried_from_id", "agenda_item"),
                ],
            ),
            (asked, vec![belongs("item_id", "agenda_item"), names("unit_id", "unit")]),
            (template, vec![]),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            unique("body_name", "body", &["name"]),
            unique("body_member_once", "body_member", &["body_id", "person_id"]),
            unique("meeting_entry", "meeting", &["entry_id"]),
            index("meeting_unit", "meeting", &["unit_id"]),
            index("meeting_state", "meeting", &["state"]),
            index("meeting_step_of", "meeting_step", &["meeting_id"]),
            index("agenda_item_meeting", "agenda_item", &["meeting_id", "place"]),
            index("agenda_item_body", "agenda_item", &["body_id", "state"]),
            unique("item_opinion_once", "item_opinion", &["item_id", "unit_id"]),
            index("item_opinion_unit", "item_opinion", &["unit_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
