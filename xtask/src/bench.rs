//! `cargo xtask bench`: the figures that the office promises, in one table.
//!
//! Rates over HTTP are ratios to a constant axum response of the same size, asked by
//! turns in the same run, so that the machine falls out of them. All traffic stays on
//! 127.0.0.1. A figure that misses its target is shown as such and is not a failure of
//! the command: a busy machine is no defect. Why it is done so:
//! `docs/decisions/0005-measuring.md`.

mod browser;
mod files;
mod hands;
mod http;
mod load;
mod meeting;
mod process;
mod size;
mod store;
mod table;
mod web;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::step::{cargo, run, step};
use crate::{place, site};
use table::Table;

const PARTS: [&str; 7] = ["size", "web", "meeting", "store", "files", "hands", "browser"];

/// The programs that are measured or measure.
struct Programs {
    giaoban: PathBuf,
    constant: PathBuf,
    render: PathBuf,
    measure: PathBuf,
    streams: PathBuf,
}

/// Builds optimised and measures. Words name parts (`size`, `web`, `meeting`, `store`, `files`, `hands`, `browser`);
/// none means all. `--built` measures what an earlier run has built.
///
/// # Errors
/// When something does not build or cannot be measured; not when a target is missed.
pub fn bench(words: &[String]) -> Result<()> {
    let (options, parts): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| word.starts_with("--"));
    if let Some(strange) = options.iter().find(|option| **option != "--built") {
        bail!("unknown option {strange}");
    }
    if let Some(strange) = parts.iter().find(|part| !PARTS.contains(part)) {
        bail!("unknown part {strange}; there are {}", PARTS.join(", "));
    }
    let programs = programs();
    if options.is_empty() {
        site::build(site::Mode::Release)?;
        build()?;
    }
    let folder = fresh_folder()?;
    let mut table = Table::default();
    for part in PARTS {
        if !parts.is_empty() && !parts.contains(&part) {
            continue;
        }
        let outcome = step(&format!("measure: {part}"), || match part {
            "size" => size::measure(&mut table, &programs, &folder),
            "web" => web::measure(&mut table, &programs, &folder),
            "meeting" => meeting::measure(&mut table, &programs, &folder),
            "store" => store::measure(&mut table, &programs, &folder),
            "files" => files::measure(&mut table, &programs, &folder),
            "hands" => hands::measure(&mut table, &programs, &folder),
            _ => browser::measure(&mut table, &programs, &folder),
        });
        // What was measured before is worth showing all the same.
        if let Err(error) = outcome {
            table.broken(part, &error);
        }
    }
    println!("\n{table}");
    match table.broken_parts() {
        0 => Ok(()),
        broken => bail!("{broken} parts could not be measured"),
    }
}

fn programs() -> Programs {
    let release = place::target().join("release");
    let example = |name: &str| release.join("examples").join(name);
    Programs {
        giaoban: release.join("giaoban"),
        constant: example("constant"),
        render: example("render"),
        measure: example("measure"),
        streams: example("streams"),
    }
}

/// One command for all, so that nothing is compiled twice with other features.
fn build() -> Result<()> {
    step("compile server and measuring programs (optimised)", || {
        run(cargo()
            .args(["build", "--release", "--bin", "giaoban"])
            .args(["--example", "constant", "--example", "render"])
            .args(["--example", "streams", "--example", "measure"]))
    })
}

fn fresh_folder() -> Result<PathBuf> {
    let folder = place::target().join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The address of a database file in the folder of this run.
fn database(folder: &Path, name: &str) -> String {
    format!("sqlite://{}", folder.join(name).display())
}
