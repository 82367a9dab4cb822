//! What an interrupted loading left behind is taken away, in one transaction.

use crate::desk::Office;
use crate::export::TABLES;
use crate::failure::Result;
use crate::store::Engine;
use sea_orm::ConnectionTrait;

/// Empties every table of a database that was being loaded with the demo office.
pub(super) async fn everything(office: &Office) -> Result<()> {
    let writing = office.write().await?;
    let db = &writing.tx;
    let names: Vec<String> = TABLES.iter().map(|table| format!("\"{}\"", table.name)).collect();
    match office.engine() {
        Engine::Postgres => {
            let sql = format!("TRUNCATE {} RESTART IDENTITY", names.join(", "));
            db.execute_unprepared(&sql).await?;
        }
        Engine::Sqlite => {
            // Rows of one table name each other; all of them go.
            db.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
            for name in names {
                db.execute_unprepared(&format!("DELETE FROM {name}")).await?;
            }
            db.execute_unprepared("DELETE FROM sqlite_sequence").await?;
        }
    }
    writing.commit().await
}
