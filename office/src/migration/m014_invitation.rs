//! Who is invited to a meeting, what they answered, the letter and its issues. What a
//! letter says of the meeting is kept in its issues only.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let invitee = table(
            "invitee",
            [
                id(),
                row("meeting_id"),
                optional_row("unit_id"),
                optional_row("person_id"),
                optional_row("answering_unit_id"),
                text("name"),
                text("title"),
                text("email"),
                text("phone"),
                text("part"),
                optional_number("since"),
                flag("waits"),
                text("state"),
                number("version", 1),
            ],
        );
        let about = table("invitee_item", [row("invitee_id"), row("item_id")]);
        let answer = table(
            "invitee_answer",
            [
                id(),
                row("invitee_id"),
                text("step"),
                text("coming"),
                text("reason"),
                text("by"),
                instant("at"),
                number("issue", 0),
            ],
        );
        let invitation = table(
            "invitation",
            [
                ColumnDef::new("meeting_id").big_integer().not_null().primary_key().take(),
                text("requirements"),
                optional_row("contact_id"),
                text("contact_phone"),
                text("signing"),
                text("signer_title"),
                optional_row("signer_id"),
                text("recipients"),
                optional_number("year"),
                optional_number("number"),
                number("version", 1),
            ],
        );
        let issue = table(
            "invitation_issue",
            [id(), row("meeting_id"), number("issue", 1), text("letter"), text("by"), instant("at")],
        );
        for (mut table, keys) in [
            (
                invitee,
                vec![
                    belongs("meeting_id", "meeting"),
                    names("unit_id", "unit"),
                    names("person_id", "person"),
                    names("answering_unit_id", "unit"),
                ],
            ),
            (about, vec![belongs("invitee_id", "invitee"), belongs("item_id", "agenda_item")]),
            (answer, vec![belongs("invitee_id", "invitee")]),
            (
                invitation,
                vec![
                    belongs("meeting_id", "meeting"),
                    names("contact_id", "person"),
                    names("signer_id", "person"),
                ],
            ),
            (issue, vec![belongs("meeting_id", "meeting")]),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            unique("invitee_unit_once", "invitee", &["meeting_id", "unit_id"]),
            unique("invitee_person_once", "invitee", &["meeting_id", "person_id"]),
            index("invitee_answering_unit", "invitee", &["answering_unit_id", "waits"]),
            index("invitee_person", "invitee", &["person_id", "waits"]),
            index("invitee_state", "invitee", &["state"]),
            unique("invitee_item_once", "invitee_item", &["invitee_id", "item_id"]),
            index("invitee_item_item", "invitee_item", &["item_id"]),
            index("invitee_answer_of", "invitee_answer", &["invitee_id"]),
            unique("invitation_number", "invitation", &["year", "number"]),
            unique("invitation_issue_once", "invitation_issue", &["meeting_id", "issue"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
