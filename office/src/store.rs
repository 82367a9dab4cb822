//! The database behind the Office: SQLite in one file, or PostgreSQL by URL.
//!
//! SQLite runs in WAL mode with durable commits and immediate write
//! transactions; writers of this process take turns, so that nobody polls for
//! the lock. PostgreSQL is the same code with another URL: there, writers of one
//! [`Turn`] wait for each other, so that what a verb judged is still true when it
//! saves.

use crate::failure::{Failure, Result};
use crate::migration::Migrator;
use crate::setting;
use domain::calendar::week::IsoWeek;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Which engine keeps the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file, no server.
    Sqlite,
    /// A server, for several processes.
    Postgres,
}

/// The connections.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub(crate) db: DatabaseConnection,
    pub(crate) engine: Engine,
    turn: Arc<Mutex<()>>,
}

/// What only one writer at a time may be changing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// Units, persons, positions, accounts, sessions, settings: changed rarely.
    Office,
    /// A week with its entries.
    Week(IsoWeek),
    /// The number that tells readers to look again.
    Stamp,
}

impl Turn {
    fn key(self) -> i64 {
        use chrono::Datelike;
        match self {
            Turn::Office => 1,
            Turn::Stamp => 2,
            Turn::Week(iso) => i64::from(iso.monday().num_days_from_ce()) << 8,
        }
    }
}

/// Waits for the turn until the end of the transaction. Who needs several takes
/// them in their order. SQLite has one writer anyway.
pub(crate) async fn take_turn(db: &impl ConnectionTrait, turn: Turn) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_raw(Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_advisory_xact_lock($1)",
            [turn.key().into()],
        ))
        .await?;
    }
    Ok(())
}

/// An open write transaction; dropped without [`Writing::commit`] it never was.
pub(crate) struct Writing {
    pub(crate) tx: DatabaseTransaction,
    _turn: Option<OwnedMutexGuard<()>>,
    /// Whether what entries can name may have changed.
    changes_book: bool,
}

impl Writing {
    pub(crate) async fn commit(self) -> Result<()> {
        if self.changes_book {
            setting::raise_book_version(&self.tx).await?;
        }
        Ok(self.tx.commit().await?)
    }
}

impl Store {
    /// Opens the database; a missing SQLite file is created.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let engine = match url.split_once(':') {
            Some(("sqlite", _)) => Engine::Sqlite,
            Some(("postgres" | "postgresql", _)) => Engine::Postgres,
            _ => {
                return Err(Failure::Other(
                    "GIAOBAN_DATABASE must begin with sqlite:// or postgres://".into(),
                ));
            }
        };
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).acquire_timeout(Duration::from_secs(10)).max_connections(8);
        if engine == Engine::Sqlite {
            make_folder_of(url)?;
            options.map_sqlx_sqlite_opts(|sqlite| {
                sqlite
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
                    .optimize_on_close(true, None)
            });
        }
        let db = Database::connect(options).await?;
        Ok(Self { db, engine, turn: Arc::default() })
    }

    /// Brings the tables up to date; never loses data.
    pub(crate) async fn migrate(&self) -> Result<()> {
        Ok(Migrator::up(&self.db, None).await?)
    }

    /// How many migrations are still to run.
    pub(crate) async fn pending_migrations(&self) -> Result<usize> {
        Ok(Migrator::get_pending_migrations(&self.db).await?.len())
    }

    /// Opens a write transaction, when it is this writer's turn.
    pub(crate) async fn write(&self) -> Result<Writing> {
        let turn = match self.engine {
            Engine::Sqlite => Some(self.turn.clone().lock_owned().await),
            Engine::Postgres => None,
        };
        let tx = self
            .db
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: (self.engine == Engine::Sqlite)
                    .then_some(SqliteTransactionMode::Immediate),
                ..Default::default()
            })
            .await?;
        Ok(Writing { tx, _turn: turn, changes_book: false })
    }

    /// Opens a write transaction that nothing else of the same kind overlaps.
    pub(crate) async fn write_in(&self, turn: Turn) -> Result<Writing> {
        let writing = self.write().await?;
        take_turn(&writing.tx, turn).await?;
        Ok(Writing { changes_book: turn == Turn::Office, ..writing })
    }

    /// A consistent copy in one file (SQLite's own VACUUM INTO).
    pub(crate) async fn copy_to(&self, file: &Path) -> Result<()> {
        let name = file.display().to_string().replace('\'', "''");
        self.db.execute_unprepared(&format!("VACUUM INTO '{name}'")).await?;
        Ok(())
    }

    /// Asks the database for anything, to know that it answers.
    pub(crate) async fn ping(&self) -> std::result::Result<(), DbErr> {
        self.db.execute_unprepared("SELECT 1").await.map(|_| ())
    }
}

fn make_folder_of(url: &str) -> Result<()> {
    let path = url.trim_start_matches("sqlite://").trim_start_matches("sqlite:");
    let path = path.split('?').next().unwrap_or(path);
    match Path::new(path).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|e| Failure::Other(format!("{} cannot be made: {e}", folder.display()))),
        _ => Ok(()),
    }
}
