//! Everything that the Office remembers, in open formats, in a folder of its own.
//!
//! `office.json` is what [`crate::import`] reads again; `tables/` holds every row with
//! published copies and journal; `entries.csv` and `publications.ics` are for a
//! spreadsheet and a calendar. One snapshot, no secrets: neither passwords nor
//! sessions leave (`export/table.rs` names what stays behind).

mod book;
mod calendar;
mod file;
mod sheet;
pub(crate) mod table;

pub(crate) use book::{Book, Car, Hall, Member, Post, Section, key, keys};
pub use table::TABLES;

use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::store::Engine;
use crate::{migration, setting};
use chrono::{DateTime, Utc};
use domain::Deed;
use file::Folder;
use sea_orm::{AccessMode, ConnectionTrait, DatabaseTransaction, IsolationLevel, TransactionOptions};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The file that lists the others.
pub const MANIFEST: &str = "manifest.json";
/// The file that can be imported.
pub const OFFICE: &str = "office.json";

/// What an export holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always "Giao Ban".
    pub product: String,
    /// The version of this software.
    pub version: String,
    /// The shape of the files; raised when it changes.
    pub format: u32,
    /// When the snapshot was taken.
    pub made_at: DateTime<Utc>,
    /// Which engine it was taken from.
    pub database: String,
    /// The last migration of that database.
    pub schema: String,
    /// Whose office it is.
    pub office: String,
    /// Every other file.
    pub files: Vec<Listed>,
}

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its name in the folder.
    pub name: String,
    /// Rows, events or things in it.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
}

/// The shape that is written now.
pub const FORMAT: u32 = 1;

/// Writes everything into `folder`, which must be empty or missing. `base_url` stands
/// in the links of the calendar.
///
/// # Errors
/// Refused to all who may not read the journal and the accounts; fails when the folder
/// is not empty or cannot be written.
pub async fn write(desk: &Desk, folder: &Path, base_url: &str) -> Result<Manifest> {
    desk.may(Deed::ReadJournal)?;
    desk.may(Deed::ManageAccounts)?;
    let profile = setting::profile(&desk.office).await?;
    let mut folder = Folder::make(folder)?;
    let snapshot = snapshot(desk).await?;

    let book = Book::read(&snapshot).await?;
    folder.json(OFFICE, book.things(), &book)?;
    for table in TABLES {
        table::write(&snapshot, table, &mut folder).await?;
    }
    sheet::write(&snapshot, &mut folder).await?;
    calendar::write(&snapshot, &profile, base_url, &mut folder).await?;

    let manifest = Manifest {
        product: "Giao Ban".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        format: FORMAT,
        made_at: desk.now,
        database: match desk.office.engine() {
            Engine::Sqlite => "sqlite".into(),
            Engine::Postgres => "postgres".into(),
        },
        schema: migration::last(),
        office: profile.committee_name,
        files: folder.listed(),
    };
    folder.json(MANIFEST, 0, &manifest)?;
    snapshot.commit().await?;
    Ok(manifest)
}

/// A transaction that sees one moment, however long the writing takes.
async fn snapshot(desk: &Desk) -> Result<DatabaseTransaction> {
    use sea_orm::TransactionTrait as _;
    let postgres = desk.office.engine() == Engine::Postgres;
    let options = TransactionOptions {
        isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
        access_mode: postgres.then_some(AccessMode::ReadOnly),
        ..Default::default()
    };
    let tx = desk.db().begin_with_options(options).await?;
    // SQLite's snapshot begins with the first reading.
    tx.execute_unprepared("SELECT count(*) FROM setting").await?;
    Ok(tx)
}

fn unwritable(path: &Path, error: std::io::Error) -> Failure {
    Failure::Other(format!("{} cannot be written: {error}", path.display()))
}
