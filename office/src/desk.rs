//! The Office and the desks in it. A desk is who, where and when: the only
//! way to a verb, so that no verb can be called by nobody and no code but this
//! asks for the time.

use crate::bulletin;
use crate::failure::{Failure, Result};
use crate::file::Files;
use crate::live::Live;
use crate::schedule::book::Shelf;
use crate::schedule::shelf::Weeks;
use crate::store::{self, Engine, Store, Turn, Writing};
use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta, Utc};
use domain::calendar::week::IsoWeek;
use domain::words::vietnam;
use domain::{Actor, Deed};
use sea_orm::DatabaseConnection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
enum Clock {
    Wall,
    Fixed(DateTime<Utc>),
    Ahead(TimeDelta),
}

/// The Office: its memory, its clock, and the stamp of its last publication.
#[derive(Clone, Debug)]
pub struct Office {
    store: Store,
    clock: Clock,
    stamp: Arc<AtomicI64>,
    shelf: Shelf,
    weeks: Weeks,
    frame: bulletin::Shelf,
    files: Option<Files>,
}

impl Office {
    /// Opens the memory at a database URL and brings its tables up to date.
    ///
    /// # Errors
    /// [`Failure`] when the database cannot be opened or migrated.
    pub async fn open(url: &str) -> Result<Self> {
        let office = Self::open_unmigrated(url).await?;
        office.store.migrate().await?;
        office.refresh_stamp().await?;
        Ok(office)
    }

    /// Opens the memory without touching its tables.
    ///
    /// # Errors
    /// [`Failure`] when the database cannot be opened.
    pub async fn open_unmigrated(url: &str) -> Result<Self> {
        Ok(Self {
            store: Store::open(url).await?,
            clock: Clock::Wall,
            stamp: Arc::default(),
            shelf: Shelf::default(),
            weeks: Weeks::default(),
            frame: bulletin::Shelf::default(),
            files: None,
        })
    }

    /// The same office with a place for files: `file://FOLDER`, which is made, or
    /// `s3://BUCKET/PREFIX` with the usual AWS variables.
    ///
    /// # Errors
    /// [`Failure`] saying why nothing can lie there.
    pub fn keeping_files(mut self, url: &str) -> Result<Self> {
        self.files = Some(Files::at(url)?);
        Ok(self)
    }

    /// The same office at a fixed instant. Only a demo database takes it.
    #[must_use]
    pub fn at(mut self, now: Option<DateTime<Utc>>) -> Self {
        self.clock = now.map_or(Clock::Wall, Clock::Fixed);
        self
    }

    /// The same office with a clock that shows `now` and runs on from there, for
    /// a demo in which time passes. Only a demo database takes it.
    #[must_use]
    pub fn running_from(mut self, now: DateTime<Utc>) -> Self {
        self.clock = Clock::Ahead(now - Utc::now());
        self
    }

    /// The present time of this office, as exactly as every engine keeps it.
    pub fn now(&self) -> DateTime<Utc> {
        let now = match self.clock {
            Clock::Wall => Utc::now(),
            Clock::Fixed(now) => now,
            Clock::Ahead(by) => Utc::now() + by,
        };
        now.trunc_subsecs(6)
    }

    /// The present day in Vietnam.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&chrono_tz::Asia::Ho_Chi_Minh).date_naive()
    }

    /// Which engine keeps the memory.
    pub fn engine(&self) -> Engine {
        self.store.engine
    }

    /// Somebody's desk, now.
    pub fn desk(&self, actor: Actor) -> Desk {
        Desk { now: self.now(), office: self.clone(), actor }
    }

    /// A number that is raised by everything that readers can see: what is
    /// kept under an older stamp is not shown again.
    pub fn stamp(&self) -> i64 {
        self.stamp.load(Ordering::Acquire)
    }

    /// Reads the stamp from the database, where other processes raise it too.
    ///
    /// # Errors
    /// [`Failure`] when the database does not answer.
    pub async fn refresh_stamp(&self) -> Result<i64> {
        let stamp = crate::setting::stamp(self.db()).await?;
        self.stamp.fetch_max(stamp, Ordering::AcqRel);
        Ok(stamp)
    }

    /// Whether the database answers and has all its tables.
    ///
    /// # Errors
    /// [`Failure`] saying which of both is missing.
    pub async fn ready(&self) -> Result<()> {
        self.store.ping().await?;
        match self.store.pending_migrations().await? {
            0 => Ok(()),
            pending => Err(Failure::Other(format!("{pending} migrations are pending"))),
        }
    }

    /// Closes every connection, also those of the copies of this office.
    ///
    /// # Errors
    /// [`Failure`] when the database does not let go.
    pub async fn close(self) -> Result<()> {
        self.store.close().await
    }

    /// How many migrations are still to run.
    ///
    /// # Errors
    /// [`Failure`] when the database does not answer.
    pub async fn pending(&self) -> Result<usize> {
        self.store.pending_migrations().await
    }

    /// Writes a consistent copy of an SQLite database to a file that does not
    /// exist yet, while others may be writing.
    ///
    /// # Errors
    /// [`Failure`] when the file cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        self.store.copy_to(file).await
    }

    pub(crate) fn db(&self) -> &DatabaseConnection {
        &self.store.db
    }

    /// A write transaction for everything but weeks.
    pub(crate) async fn write(&self) -> Result<Writing> {
        self.store.write_in(Turn::Office).await
    }

    /// A write transaction for these weeks.
    pub(crate) async fn write_weeks(&self, weeks: &[IsoWeek]) -> Result<Writing> {
        let writing = self.store.write().await?;
        let mut weeks = weeks.to_vec();
        weeks.sort_unstable();
        weeks.dedup();
        for week in weeks {
            store::take_turn(&writing.tx, Turn::Week(week)).await?;
        }
        Ok(writing)
    }

    /// Ends the streams of everybody who follows something, so that the process can
    /// close; what is under way otherwise goes on.
    pub fn end_streams(&self) {
        self.store.live.end();
    }

    pub(crate) fn live(&self) -> &Live {
        &self.store.live
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    pub(crate) fn weeks(&self) -> &Weeks {
        &self.weeks
    }

    pub(crate) fn frame(&self) -> &bulletin::Shelf {
        &self.frame
    }

    /// How many commits failed: what was kept in memory before may never have been saved.
    pub(crate) fn failures(&self) -> u32 {
        self.store.failures()
    }

    pub(crate) fn files(&self) -> Result<&Files> {
        self.files.as_ref().ok_or_else(|| Failure::Other("no place for files was named".into()))
    }

    pub(crate) fn raise_stamp(&self, stamp: i64) {
        self.stamp.fetch_max(stamp, Ordering::AcqRel);
    }
}

/// Who acts, where and when.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The office.
    pub office: Office,
    /// Who is at the desk.
    pub actor: Actor,
    /// The moment of the deed.
    pub now: DateTime<Utc>,
}

impl Desk {
    /// The moment of the deed on the clocks of Vietnam.
    pub(crate) fn local_now(&self) -> NaiveDateTime {
        self.now.with_timezone(&vietnam()).naive_local()
    }

    /// The day of the deed in Vietnam.
    pub(crate) fn today(&self) -> NaiveDate {
        self.local_now().date()
    }

    pub(crate) fn may(&self, deed: Deed) -> Result<()> {
        Ok(self.actor.may(deed)?)
    }

    pub(crate) fn db(&self) -> &DatabaseConnection {
        self.office.db()
    }

    pub(crate) async fn write(&self) -> Result<Writing> {
        self.office.write().await
    }

    pub(crate) async fn write_week(&self, week: IsoWeek) -> Result<Writing> {
        self.office.write_weeks(&[week]).await
    }
}
