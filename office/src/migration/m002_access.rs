//! Accounts, sessions, attempts to sign in.

use super::column::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let account = table(
            "account",
            [
                id(),
                text("email"),
                text("name"),
                text("password_hash"),
                text("roles"),
                optional_row("unit_id"),
                optional_row("person_id"),
                optional_instant("locked_at"),
                number("version", 1),
            ],
        );
        // The cookie's secret is stored as its SHA-256 only.
        let session = table(
            "session",
            [
                id(),
                text("secret_hash"),
                row("account_id"),
                instant("began_at"),
                instant("seen_at"),
                instant("ends_at"),
                text("client"),
                text("address"),
            ],
        );
        let attempt = table("sign_in_attempt", [id(), text("email"), text("address"), instant("at")]);
        for (mut table, keys) in [
            (account, vec![names("unit_id", "unit"), names("person_id", "person")]),
            (session, vec![belongs("account_id", "account")]),
            (attempt, vec![]),
        ] {
            for mut key in keys {
                table.foreign_key(&mut key);
            }
            manager.create_table(table).await?;
        }
        for index in [
            unique("account_email", "account", &["email"]),
            unique("session_secret", "session", &["secret_hash"]),
            index("session_account", "session", &["account_id"]),
            index("attempt_email", "sign_in_attempt", &["email", "at"]),
            index("attempt_address", "sign_in_attempt", &["address", "at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
