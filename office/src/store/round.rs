//! Rounds: writers of SQLite take turns in one open transaction and share its
//! durable commit.
//!
//! A commit waits for the disk, and a file has one writer. Whoever waits meanwhile
//! goes on in the same transaction behind a savepoint; the first writer of a round
//! commits it when all who stood in the queue had their turn. No verb has succeeded
//! before that commit has; a verb that is refused is taken back to its savepoint.

use super::Tx;
use crate::failure::{Failure, Result};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

type Queue = Arc<Mutex<Option<Round>>>;

/// What became of a round; `None` while it is open.
type Outcome = Option<std::result::Result<(), DbErr>>;

/// The one open transaction.
#[derive(Debug)]
struct Round {
    tx: Tx,
    outcome: watch::Sender<Outcome>,
    /// Somebody's change waits for the commit.
    holds_changes: bool,
    /// What was written since the last savepoint is not to stay.
    is_torn: bool,
    /// The engine gave the transaction up: nothing of it may be called saved.
    lost: Option<DbErr>,
    failures: Arc<AtomicU32>,
}

/// Those who want to write.
#[derive(Clone, Debug)]
pub(super) struct Writers {
    db: DatabaseConnection,
    queue: Queue,
    failures: Arc<AtomicU32>,
}

/// Somebody's turn in a round. Left without [`Seat::keep`], nothing of it stays.
#[derive(Debug)]
pub(super) struct Seat {
    round: OwnedMutexGuard<Option<Round>>,
    queue: Queue,
}

impl Writers {
    /// `db` is a pool of one connection, which no reader uses.
    pub(super) fn new(db: DatabaseConnection) -> Self {
        Self { db, queue: Queue::default(), failures: Arc::default() }
    }

    /// Waits for the turn.
    pub(super) async fn take_seat(&self) -> Result<(Tx, Seat)> {
        let mut seat =
            Seat { round: Arc::clone(&self.queue).lock_owned().await, queue: Arc::clone(&self.queue) };
        if let Some(round) = &mut *seat.round {
            round.set_mark().await?;
            round.is_torn = true;
            return Ok((round.tx.again(), seat));
        }
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let tx = Tx::from(self.db.begin_with_options(immediate).await?);
        *seat.round = Some(Round {
            tx: tx.again(),
            outcome: watch::Sender::default(),
            holds_changes: false,
            is_torn: true,
            lost: None,
            failures: Arc::clone(&self.failures),
        });
        Ok((tx, seat))
    }

    /// How many rounds could not be committed.
    pub(super) fn failures(&self) -> u32 {
        self.failures.load(Ordering::Acquire)
    }

    pub(super) async fn close(&self) -> Result<()> {
        Ok(self.db.clone().close().await?)
    }
}

impl Round {
    /// Marks the place that a refused verb is taken back to, or goes back to the mark of
    /// the one that was refused last.
    async fn set_mark(&mut self) -> std::result::Result<(), DbErr> {
        let sql = if self.is_torn { "ROLLBACK TO turn" } else { "SAVEPOINT turn" };
        if self.lost.is_none() {
            self.lost = self.tx.execute_unprepared(sql).await.err();
        }
        self.check()
    }

    fn check(&self) -> std::result::Result<(), DbErr> {
        self.lost.clone().map_or(Ok(()), Err)
    }

    /// Commits what was kept and tells everybody.
    async fn end(mut self) {
        let kept = if self.is_torn { self.set_mark().await } else { self.check() };
        let outcome = match kept {
            Ok(()) => self.tx.commit().await,
            lost => lost,
        };
        if outcome.is_err() {
            self.failures.fetch_add(1, Ordering::AcqRel);
        }
        self.outcome.send_replace(Some(outcome));
    }
}

impl Seat {
    /// Keeps what was written in this turn and returns when it is durable. `at_once`
    /// lets nobody else into the round.
    pub(super) async fn keep(mut self, at_once: bool) -> Result<()> {
        let Some(round) = self.round.as_mut() else {
            return Err(Failure::Other("a round ended before its turn".into()));
        };
        round.is_torn = false;
        let is_first = !std::mem::replace(&mut round.holds_changes, true);
        let (outcome, mut told) = (round.outcome.clone(), round.outcome.subscribe());
        // The commit is a task of its own: a request that is given up must not
        // leave the others waiting.
        if at_once {
            tokio::spawn(async move {
                if let Some(round) = self.round.take() {
                    round.end().await;
                }
            });
        } else if is_first {
            let queue = Arc::clone(&self.queue);
            drop(self);
            tokio::spawn(async move {
                let mut open = queue.lock_owned().await;
                if outcome.borrow().is_none()
                    && let Some(round) = open.take()
                {
                    round.end().await;
                }
            });
        } else {
            drop(self);
        }
        let told = told.wait_for(Option::is_some).await;
        match told.as_deref() {
            Ok(Some(outcome)) => Ok(outcome.clone()?),
            _ => Err(Failure::Other("a round ended without a commit".into())),
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // Without a change of anybody there is nothing to commit.
        if self.round.as_ref().is_some_and(|round| !round.holds_changes) {
            *self.round = None;
        }
    }
}
