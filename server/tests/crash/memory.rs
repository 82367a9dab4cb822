//! The database itself, looked at while the server runs again.

use crate::house::House;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

/// The server says that it is ready, SQLite finds nothing wrong with its file, and
/// every version of every entry that was written here has exactly one journal line.
pub fn is_sound(house: &House) {
    let ready = house.client("").unwrap().get("/readyz").unwrap();
    assert_eq!(ready.status, 200, "{}", ready.text());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(look(&house.database())).unwrap();
}

async fn look(url: &str) -> Result<(), DbErr> {
    let db = Database::connect(url).await?;
    let verdict: String = first(&db, "PRAGMA integrity_check").await?.unwrap();
    assert_eq!(verdict, "ok");
    let orphan: Option<String> = first(&db, "PRAGMA foreign_key_check").await?;
    assert_eq!(orphan, None, "a row refers to nothing");
    let torn: Option<i64> = first(
        &db,
        "SELECT e.id FROM entry e WHERE e.date >= '2027-01-01' AND e.version <> \
         (SELECT count(*) FROM change j WHERE j.subject = 'entry' AND j.subject_id = CAST(e.id AS TEXT))",
    )
    .await?;
    assert_eq!(torn, None, "an entry and its journal disagree");
    db.close().await
}

/// The first column of the first row.
async fn first<T: sea_orm::TryGetable>(db: &DatabaseConnection, sql: &str) -> Result<Option<T>, DbErr> {
    let rows = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.map(|row| row.try_get_by_index(0)).transpose()
}
