//! The build house: gets what the build needs, builds, runs, checks, tests, measures
//! and packs Giao Ban, with nothing but cargo at hand on a fresh machine.
//!
//! One file for each command (`run`, `dev`, `check`, `test`, `bench`, `dist`), beside
//! them what they share. It refuses to be part of the product: nothing depends on it.

#![forbid(unsafe_code)]

mod bench;
mod browser;
mod build;
mod check;
mod dev;
mod dist;
mod guard;
mod node;
mod place;
mod postgres;
mod run;
mod site;
mod step;
mod system;
mod tally;
mod test;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  run      build (the server unoptimised), create the demo office if there is none, serve it
  test     everything from formatting to browser tests; closes with a line of counts
  dev      unoptimised build, rebuilt and restarted on change
  check    formatting, lints and guards only
  bench    the benchmarks
  dist     one executable with the site inside: target/dist/giaoban
  site     only the browser's part: target/site (with --dev: target/site-dev)
  pictures the two pictures of the README, from a running demo office";

/// Builds what is missing and makes the pictures.
fn pictures() -> anyhow::Result<()> {
    site::build(site::Mode::Release)?;
    browser::pictures(&build::executable(build::Kind::Debug)?)
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let outcome = match command.as_str() {
        "run" => run::run(&rest),
        "test" => test::test(&rest),
        "dev" => dev::dev(&rest),
        "check" => check::check(),
        "bench" => bench::bench(&rest),
        "dist" => dist::dist(),
        "site" => site::site(&rest),
        "pictures" => pictures(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {command}: {error:#}");
            ExitCode::FAILURE
        }
    }
}
