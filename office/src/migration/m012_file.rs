//! Papers in files, with their versions, and what is on its way to become one. The
//! contents lie elsewhere, under the key.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut file = table(
            "file",
            [
                id(),
                // The kind of thing that it belongs to, and the number of its row there.
                text("owner"),
                row("owner_id"),
                text("key"),
                text("name"),
                text("kind"),
                row("size"),
                text("sha256"),
                text("added_by"),
                instant("added_at"),
                number("version", 1),
                optional_row("replaces_id"),
                // What was taken away keeps its row; its contents go.
                text("removed_by"),
                optional_instant("removed_at"),
                flag("has_content"),
            ],
        );
        file.foreign_key(&mut names("replaces_id", "file"));
        manager.create_table(file).await?;
        let mut upload = table(
            "upload",
            [
                id(),
                text("key"),
                row("account_id"),
                text("owner"),
                row("owner_id"),
                text("name"),
                optional_row("size"),
                row("received"),
                // The names of its pieces in their order, as JSON.
                text("parts"),
                text("sha256"),
                optional_row("replaces_id"),
                instant("expires_at"),
                // Its file is there; only the pieces are still to be cleared away.
                flag("is_kept"),
            ],
        );
        upload.foreign_key(&mut belongs("account_id", "account"));
        upload.foreign_key(&mut names("replaces_id", "file"));
        manager.create_table(upload).await?;
        for index in [
            index("file_owner", "file", &["owner", "owner_id"]),
            unique("file_key", "file", &["key"]),
            unique("file_replaced_once", "file", &["replaces_id"]),
            unique("upload_key", "upload", &["key"]),
            index("upload_account", "upload", &["account_id"]),
            index("upload_expires", "upload", &["expires_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
