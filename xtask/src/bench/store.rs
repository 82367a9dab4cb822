//! What the Office's memory can do: writing the public feed anew, and saving entries
//! with their journal lines on both engines.

use std::path::Path;

use anyhow::Result;

use super::table::Table;
use super::table::Target::{AtLeast, AtMost};
use super::web::figure;
use super::{Programs, database};
use crate::postgres::Postgres;
use crate::step::{command, read};

/// Takes all figures of the memory.
///
/// # Errors
/// When a database cannot be had.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let ask = |words: &[&str]| read(command(&programs.measure).args(words));

    let said = ask(&["feed", &database(folder, "feed.db"), "20000", "2000"])?;
    let (few, many) = (figure(&said, "feed_2000_ms")?, figure(&said, "feed_20000_ms")?);
    table.judge("public feed written anew, 2,000 events", few, "ms", AtMost(30.0));
    table.judge("20,000 events against 2,000", many / few, "times", AtMost(12.0));
    table.note("CPU of writing 2,000 anew", figure(&said, "feed_2000_cpu_ms")?, "ms");
    table.note("public feed written anew, 20,000 events", many, "ms");
    table.note("CPU of writing 20,000 anew", figure(&said, "feed_20000_cpu_ms")?, "ms");
    table.note("size of it", figure(&said, "feed_20000_bytes")?, "bytes");

    let (saves_at, commits_at) = (database(folder, "saves.db"), database(folder, "commits.db"));
    saves(table, programs, ["SQLite", &saves_at, &commits_at], 2000.0)?;
    let postgres = Postgres::start_durable()?;
    saves(table, programs, ["PostgreSQL", &postgres.url(), &postgres.url()], 1000.0)?;
    Ok(())
}

/// Saves of one engine beside bare commits: [its name, where to save, where to commit].
fn saves(table: &mut Table, programs: &Programs, engine: [&str; 3], target: f64) -> Result<()> {
    let [engine, to_save, to_commit] = engine;
    let said = read(command(&programs.measure).args(["saves", to_save]))?;
    let saves = figure(&said, "saves")?;
    let bare = read(command(&programs.measure).args(["commits", to_commit]))?;
    let commits = figure(&bare, "commits")?;
    table.judge(&format!("saves with journal, {engine}"), saves, "1/s", AtLeast(target));
    table.note("CPU of a save, the database server's aside", figure(&said, "saves_cpu_ms")?, "ms");
    table.note(&format!("bare commits of one row, {engine}"), commits, "1/s");
    table.note("saves against bare commits", saves / commits * 100.0, "%");
    Ok(())
}
