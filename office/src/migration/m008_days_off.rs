//! Days off become an editable table: each row has a version, and a database that has
//! no days yet begins with those of 2026 and 2027.

use super::column::*;
use domain::calendar::legal_days;
use sea_orm::ConnectionTrait as _;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let version = number("version", 1);
        manager.alter_table(Table::alter().table("holiday").add_column(version).take()).await?;
        let mut first = Query::select();
        first.column("id").from("holiday").limit(1);
        let db = manager.get_connection();
        if db.query_one(&first).await?.is_some() {
            return Ok(());
        }
        let mut rows = Query::insert();
        rows.into_table("holiday").columns(["date", "name", "kind", "source", "provisional"]);
        for day in legal_days::first_days() {
            rows.values_panic([
                day.date.into(),
                day.name.into(),
                day.kind.code().into(),
                day.source.into(),
                day.provisional.into(),
            ]);
        }
        db.execute(&rows).await.map(drop)
    }
}
