//! Many hands and many years: conflicts of a move, twenty secretaries at one week, five
//! hundred who follow it, and the same office with a hundred times the entries.

use std::path::Path;

use anyhow::Result;

use super::load::{Question, Wrk};
use super::process::Server;
use super::table::Table;
use super::table::Target::AtMost;
use super::web::{figure, tagged};
use super::{Programs, database};
use crate::postgres::Postgres;
use crate::step::{command, read};

const FEW: &str = "2000";
/// As many as fill the window of dates of a feed: with fewer it is a smaller feed.
const FULL: &str = "8600";
const MANY: &str = "200000";

/// Takes all figures of working together and of growing.
///
/// # Errors
/// When a database, a server or wrk cannot be had.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let ask = |words: &[&str]| read(command(&programs.measure).args(words));

    let said = ask(&["conflicts", &database(folder, "conflicts.db")])?;
    let week = figure(&said, "conflicts_week_ms")?;
    table.judge("one move judged among 300 entries of a week", week, "ms", AtMost(1.0));
    let year = figure(&said, "conflicts_year_ms")?;
    table.judge("one move judged among 100,000 of a year", year, "ms", AtMost(1.0));

    let hands = |table: &mut Table, engine: &str, url: &str| -> Result<()> {
        let said = ask(&["hands", url])?;
        let slowest = figure(&said, "hands_p99_ms")?;
        table.judge(&format!("20 secretaries at one week, {engine}: p99"), slowest, "ms", AtMost(100.0));
        table.judge(
            "entries that differ from the last answer",
            figure(&said, "hands_lost")?,
            "",
            AtMost(0.0),
        );
        table.note("moves in that minute", figure(&said, "hands_moves")?, "");
        Ok(())
    };
    hands(table, "SQLite", &database(folder, "hands.db"))?;
    hands(table, "PostgreSQL", &Postgres::start_durable()?.url())?;

    let streams = |table: &mut Table, engine: &str, url: &str| -> Result<()> {
        let said = read(command(&programs.streams).env("GIAOBAN_DATABASE", url))?;
        let slowest = figure(&said, "streams_p99_ms")?;
        table.judge(&format!("a change at 500 streams, {engine}: p99"), slowest, "ms", AtMost(200.0));
        table.note("the one in the middle", figure(&said, "streams_median_ms")?, "ms");
        Ok(())
    };
    streams(table, "SQLite", &database(folder, "streams.db"))?;
    streams(table, "PostgreSQL", &Postgres::start_durable()?.url())?;

    let (few_at, many_at) = (database(folder, "few.db"), database(folder, "many.db"));
    let few = ask(&["scale", &few_at, FEW])?;
    let many = ask(&["scale", &many_at, MANY])?;
    for (name, row, most) in [
        ("week page without its shelf, 200,000 against 2,000", "page_ms", 2.0),
        ("board, the same", "board_ms", 1.5),
        ("save, the same", "save_ms", 1.5),
    ] {
        let (few, many) = (figure(&few, row)?, figure(&many, row)?);
        table.judge(name, many / few, "times", AtMost(most));
        table.note("with 200,000", many, "ms");
    }
    let full = ask(&["scale", &database(folder, "full.db"), FULL])?;
    let (full, feed) = (figure(&full, "feed_ms")?, figure(&many, "feed_ms")?);
    table.judge("public feed written anew, 200,000 against 8,600", feed / full, "times", AtMost(1.2));
    table.note("with 200,000", feed, "ms");
    table.note("loading 200,000 entries", figure(&many, "load_s")?, "s");

    let wrk = Wrk::get()?;
    let serve = |database: &str| Server::start(&programs.giaoban, &["serve"], database, folder, "/healthz");
    let (few, many) = (serve(&few_at)?, serve(&many_at)?);
    let known = |server: &Server| -> Result<Question> { tagged(server, "/weeks/2026-W49") };
    let rates = wrk.compare(&known(&few)?, &known(&many)?)?;
    table.judge("unchanged page (304), the same", rates.ours / rates.constant, "times", AtMost(1.1));
    Ok(())
}
