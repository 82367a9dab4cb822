//! `cargo xtask test`: everything from a fresh clone to green, closed by one line of counts.
//!
//! A failure does not stop the rest, so that one run tells all.

use anyhow::{Result, bail};

use crate::postgres::Postgres;
use crate::site::Mode;
use crate::step::{cargo, run, step};
use crate::tally::{Tally, cargo_test};
use crate::{browser, build, check, site};

/// Runs every check and every test.
///
/// # Errors
/// When one failed.
pub fn test(words: &[String]) -> Result<()> {
    let mut tally = check::all();
    tally.runner(step("unit and integration tests, on SQLite and PostgreSQL", on_both_databases));
    tally.runner(end_to_end(words));
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 { bail!("{} failed", tally.failed) } else { Ok(()) }
}

fn on_both_databases() -> Result<Tally> {
    step("compile the tests", || {
        run(cargo().args(["test", "--no-run"]))?;
        run(cargo().args(["test", "--no-run", "--package", "xtask"]))
    })?;
    let postgres = step("start a PostgreSQL for the tests", Postgres::start)?;
    let mut tally =
        cargo_test(cargo().args(["test", "--no-fail-fast"]).env("GIAOBAN_TEST_POSTGRES", postgres.url()))?;
    tally.add(cargo_test(cargo().args(["test", "--package", "xtask"]))?);
    Ok(tally)
}

fn end_to_end(words: &[String]) -> Result<Tally> {
    site::build(Mode::Release)?;
    let giaoban = build::executable(build::Kind::Tested)?;
    step("browser tests", || browser::test(&giaoban, words))
}
