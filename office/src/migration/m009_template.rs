//! Templates of a week: a name and what weeks can begin with.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The entries are forms, as they were typed: what they name is looked up when a
        // week begins, because posts and rooms come and go.
        let template = table(
            "template",
            [id(), text("name"), text("entries"), text("made_by"), instant("made_at"), number("version", 1)],
        );
        manager.create_table(template).await?;
        manager.create_index(unique("template_name", "template", &["name"])).await
    }
}
