//! The database behind the Office: SQLite in one file, or PostgreSQL by URL.
//!
//! SQLite runs in WAL mode with durable commits and immediate write
//! transactions; writers of this process take turns in `round`, so that nobody polls
//! for the lock and those who wait share a commit. PostgreSQL is the same code with another URL: there, writers of one
//! [`Turn`] wait for each other, so that what a verb judged is still true when it
//! saves.

mod round;

use self::round::{Seat, Writers};
use crate::failure::{Failure, Result};
use crate::live::{Live, Told};
use crate::migration::Migrator;
use crate::setting;
use domain::calendar::week::IsoWeek;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, Statement, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::async_trait;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

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
    pub(crate) live: Live,
    /// SQLite's own; PostgreSQL needs nobody between the writer and the server.
    writers: Option<Writers>,
}

/// Connections that rested longer are tried before they are used: the server may have
/// let them go.
const RESTED: Duration = Duration::from_secs(1);

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

/// An open transaction, and what its writer will tell when it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Tx {
    open: Arc<DatabaseTransaction>,
    told: Arc<Mutex<BTreeSet<Told>>>,
}

/// An open write transaction; dropped without [`Writing::commit`] it never was.
pub(crate) struct Writing {
    pub(crate) tx: Tx,
    /// Behind the transaction, which goes first.
    seat: Option<Seat>,
    /// Whether what entries can name may have changed.
    changes_book: bool,
    when_kept: Option<Box<dyn FnOnce() + Send>>,
    live: Live,
}

impl Writing {
    /// What to do as soon as later writers build upon this.
    pub(crate) fn when_kept(&mut self, act: impl FnOnce() + Send + 'static) {
        self.when_kept = Some(Box::new(act));
    }

    pub(crate) async fn commit(self) -> Result<()> {
        let Self { seat, tx, changes_book, when_kept, live } = self;
        let act = when_kept.unwrap_or_else(|| Box::new(|| ()));
        if changes_book {
            setting::raise_book_version(&tx).await?;
        }
        let told = tx.told();
        match seat {
            None => {
                tx.commit().await?;
                act();
            }
            Some(seat) => {
                drop(tx);
                act();
                // A book is on nobody's shelf before it is durable.
                seat.keep(changes_book).await?;
            }
        }
        live.tell(&told).await;
        Ok(())
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
        options
            .sqlx_logging(false)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire_if_idle_for(RESTED)
            .max_connections(8);
        if engine == Engine::Postgres {
            let db = Database::connect(options).await?;
            return Ok(Self { live: Live::new(db.clone(), engine, url), db, engine, writers: None });
        }
        make_folder_of(url)?;
        options.map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .pragma("temp_store", "memory")
                .optimize_on_close(true, None)
        });
        let db = Database::connect(options.clone()).await?;
        // One connection for all writers: its pages and statements stay warm.
        let writer = Database::connect(options.max_connections(1).to_owned()).await?;
        Ok(Self { live: Live::new(db.clone(), engine, url), db, engine, writers: Some(Writers::new(writer)) })
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
        let (tx, seat) = match &self.writers {
            Some(writers) => {
                let (tx, seat) = writers.take_seat().await?;
                (tx, Some(seat))
            }
            None => (Tx::from(self.db.begin().await?), None),
        };
        Ok(Writing { tx, seat, changes_book: false, when_kept: None, live: self.live.clone() })
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

    /// How many rounds of writers could not be committed.
    pub(crate) fn failures(&self) -> u32 {
        self.writers.as_ref().map_or(0, Writers::failures)
    }

    /// Closes every connection.
    pub(crate) async fn close(self) -> Result<()> {
        self.live.end();
        if let Some(writers) = self.writers {
            writers.close().await?;
        }
        Ok(self.db.close().await?)
    }

    /// Asks the database for anything, to know that it answers.
    pub(crate) async fn ping(&self) -> std::result::Result<(), DbErr> {
        self.db.execute_unprepared("SELECT 1").await.map(|_| ())
    }
}

impl From<DatabaseTransaction> for Tx {
    fn from(tx: DatabaseTransaction) -> Self {
        Self { open: Arc::new(tx), told: Arc::default() }
    }
}

impl Tx {
    /// The same transaction for its next writer.
    fn again(&self) -> Self {
        Self { open: Arc::clone(&self.open), told: Arc::default() }
    }

    /// Remembers what to tell everybody when this writer's change is kept.
    pub(crate) fn tell(&self, told: Told) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).insert(told);
    }

    fn told(&self) -> BTreeSet<Told> {
        std::mem::take(&mut self.told.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn commit(self) -> std::result::Result<(), DbErr> {
        let last = Arc::into_inner(self.open);
        last.ok_or_else(|| DbErr::Custom("somebody still writes".into()))?.commit().await
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.open.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        self.open.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        self.open.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> std::result::Result<Option<QueryResult>, DbErr> {
        self.open.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> std::result::Result<Vec<QueryResult>, DbErr> {
        self.open.query_all_raw(statement).await
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
