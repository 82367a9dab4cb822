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
    table.note("public feed written anew, 20,000 events", many, "ms");
    table.note("size of it", figure(&said, "feed_20000_bytes")?, "bytes");

    let saves = figure(&ask(&["saves", &database(folder, "saves.db")])?, "saves")?;
    let commits = figure(&ask(&["commits", &database(folder, "commits.db")])?, "commits")?;
    table.judge("saves with journal, SQLite", saves, "1/s", AtLeast(2000.0));
    table.note("bare commits of one row, SQLite", commits, "1/s");
    table.note("saves against bare commits", saves / commits * 100.0, "%");

    let postgres = Postgres::start_durable()?;
    let saves = figure(&ask(&["saves", &postgres.url()])?, "saves")?;
    let commits = figure(&ask(&["commits", &postgres.url()])?, "commits")?;
    table.judge("saves with journal, PostgreSQL", saves, "1/s", AtLeast(1000.0));
    table.note("bare commits of one row, PostgreSQL", commits, "1/s");
    table.note("saves against bare commits", saves / commits * 100.0, "%");
    Ok(())
}
