//! Saves of entries with their journal lines, by many desks at once, and bare
//! commits of one row on the same engine beside them.
//!
//! Each desk edits an entry of its own again and again: half of the desks share a
//! week with another, all weeks are as full as the demo week.

use crate::{Outcome, cpu};
use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, EntryDraft, Save};
use office::access::Visit;
use office::{Desk, Office, schedule};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};
use std::time::{Duration, Instant};

const DESKS: usize = 16;
const FOR: Duration = Duration::from_secs(4);
/// Eight weeks beside the demo week.
const ENTRIES: usize = 58 * 9;

pub(crate) async fn measure(url: &str) -> Outcome {
    let office = Office::open(url).await?;
    office::demo::load(&office, Some(ENTRIES)).await?;
    let office = office.running_from(office::demo::now()?);
    let chief = "chanhvanphong@minhgiang.example";
    let visit = Visit::default();
    let actor = office::access::sign_in(&office, chief, "giao-ban-demo", &visit).await?.actor;
    let desk = office.desk(actor);
    let mut entries = Vec::new();
    let mut week = IsoWeek::of(office.today());
    for _ in 0..4 {
        week = week.previous();
    }
    while entries.len() < DESKS {
        entries.extend(editable(&desk, week).await?);
        week = week.next();
    }
    let (began, before) = (Instant::now(), cpu::seconds()?);
    let desks = entries.into_iter().take(DESKS).map(|entry| {
        let desk = desk.clone();
        tokio::spawn(edit(desk, entry, began))
    });
    let mut saves = 0;
    for desk in desks.collect::<Vec<_>>() {
        saves += desk.await??;
    }
    println!("saves {:.0}", rate(saves, began));
    let each = (cpu::seconds()? - before) * 1000.0 / saves as f64;
    println!("saves_cpu_ms {each:.3}");
    Ok(())
}

/// Two entries of the week that nothing refuses to save.
async fn editable(desk: &Desk, week: IsoWeek) -> Outcome<Vec<Entry>> {
    let mut found = Vec::new();
    for entry in schedule::board(desk, week).await?.entries {
        if found.len() == 2 {
            break;
        }
        if entry.standing.is_going()
            && let Ok(saved) = save(desk, entry, 0).await
        {
            found.push(saved);
        }
    }
    Ok(found)
}

async fn edit(desk: Desk, mut entry: Entry, began: Instant) -> office::Result<u64> {
    let mut saves = 0;
    while began.elapsed() < FOR {
        saves += 1;
        entry = save(&desk, entry, saves).await?;
    }
    Ok(saves)
}

async fn save(desk: &Desk, entry: Entry, number: u64) -> office::Result<Entry> {
    let draft = EntryDraft {
        note: format!("lần {number}"),
        reason: entry.reason.clone(),
        ..EntryDraft::of(&entry.plan)
    };
    let save = Save {
        id: Some(entry.id),
        seen: entry.version,
        draft,
        conflict_reason: "đã thống nhất".to_owned(),
        ..Save::default()
    };
    Ok(schedule::save_entry(desk, save).await?.entry)
}

/// One row, one commit, as durable as those of the Office and with as many writers.
pub(crate) async fn commits(url: &str) -> Outcome {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(8);
    if url.starts_with("sqlite:") {
        // SQLite has one writer; others would only wait for the lock.
        options.max_connections(1).map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
        });
    }
    let db = Database::connect(options).await?;
    db.execute_unprepared("CREATE TABLE bare (desk BIGINT NOT NULL, number BIGINT NOT NULL)").await?;
    let (engine, sql) = match db.get_database_backend() {
        DbBackend::Postgres => (DbBackend::Postgres, "INSERT INTO bare VALUES ($1, $2)"),
        other => (other, "INSERT INTO bare VALUES (?, ?)"),
    };
    let began = Instant::now();
    let writers = (0..DESKS as i64).map(|desk| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut number = 0_i64;
            while began.elapsed() < FOR {
                number += 1;
                let row = Statement::from_sql_and_values(engine, sql, [desk.into(), number.into()]);
                db.execute_raw(row).await?;
            }
            Ok::<_, sea_orm::DbErr>(number)
        })
    });
    let mut rows = 0;
    for writer in writers.collect::<Vec<_>>() {
        rows += writer.await??.unsigned_abs();
    }
    println!("commits {:.0}", rate(rows, began));
    Ok(())
}

fn rate(number: u64, began: Instant) -> f64 {
    number as f64 / began.elapsed().as_secs_f64()
}
