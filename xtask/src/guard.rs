//! Guards: properties of the house that no compiler keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail};
use chrono::{Datelike, IsoWeek, NaiveDate};
use serde_json::Value;

use crate::place;
use crate::site::{Mode, manifest::Manifest};
use crate::step::{cargo, read};
use crate::wasm::TARGET;

/// Bytes of JavaScript and main WebAssembly, as brotli, that a signed-in person's
/// first page may load.
const FIRST_LOAD: u64 = 180_000;

/// All that `domain` may stand on.
const DOMAIN: [&str; 3] = ["chrono", "serde", "thiserror"];

/// Crates that must never reach the browser.
const NEVER_IN_BROWSER: [&str; 8] =
    ["office", "sea-orm", "sea-orm-migration", "sqlx", "sqlx-core", "lettre", "icalendar", "axum"];

/// `domain` depends on nothing but what it is allowed.
///
/// # Errors
/// Names what it may not depend on.
pub fn domain() -> Result<()> {
    let metadata = read(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    let domain = packages.iter().find(|package| package["name"] == "domain").context("no crate `domain`")?;
    let strange: Vec<&str> = domain["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| dependency["name"].as_str())
        .filter(|name| !DOMAIN.contains(name))
        .collect();
    if strange.is_empty() { Ok(()) } else { bail!("`domain` may not depend on {}", strange.join(", ")) }
}

/// The browser's half of `app` holds neither `office` nor a database.
///
/// # Errors
/// Names the crates that came in.
pub fn browser() -> Result<()> {
    let tree = read(
        cargo()
            .args(["tree", "--package", "app", "--features", "hydrate"])
            .args(["--target", TARGET, "--edges", "normal", "--prefix", "none", "--format", "{p}"]),
    )?;
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    if !names.contains("leptos") {
        bail!("cargo tree does not show leptos in the browser's half: this guard sees nothing");
    }
    let strange: Vec<&str> = NEVER_IN_BROWSER.into_iter().filter(|name| names.contains(name)).collect();
    if strange.is_empty() { Ok(()) } else { bail!("in the browser's half of `app`: {}", strange.join(", ")) }
}

/// No week is used by two files of browser stories. They run side by side on one office, so
/// a shared week fails now and then, when two stories want the same leader or room. The
/// weeks of the demo office (2026) are only read.
///
/// # Errors
/// Names the weeks and the files that share them.
pub fn weeks() -> Result<()> {
    let mut used: BTreeMap<IsoWeek, BTreeSet<String>> = BTreeMap::new();
    for file in fs::read_dir(place::root().join("end2end/tests"))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        for week in named(&fs::read_to_string(file.path())?) {
            if week.year() > 2026 {
                used.entry(week).or_default().insert(name.clone());
            }
        }
    }
    if used.is_empty() {
        bail!("no story names a week: this guard sees nothing");
    }
    let shared: Vec<String> = used
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(week, files)| {
            format!("{week:?} in {}", files.iter().cloned().collect::<Vec<_>>().join(" and "))
        })
        .collect();
    if shared.is_empty() { Ok(()) } else { bail!("stories share weeks: {}", shared.join("; ")) }
}

/// The weeks that a text names, as `2027-W05` or by one of their days.
fn named(text: &str) -> impl Iterator<Item = IsoWeek> {
    text.match_indices("20").filter_map(move |(at, _)| {
        let day = text.get(at..at + 10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
        let week = || NaiveDate::parse_from_str(&format!("{}-1", text.get(at..at + 8)?), "%G-W%V-%u").ok();
        day.or_else(week).map(|day| day.iso_week())
    })
}

/// The signed-in first load stays under its limit.
///
/// # Errors
/// Tells the size when it is too large, or when the site has no brotli copies.
pub fn first_load(manifest: &Manifest) -> Result<()> {
    let folder = Mode::Release.folder();
    print!("{}", manifest.sizes(&folder));
    let bytes = manifest.first_load(&folder);
    if bytes == 0 {
        bail!("the site has no brotli copies to weigh");
    }
    if bytes > FIRST_LOAD {
        bail!("the first load is {bytes} bytes, {} over its limit", bytes - FIRST_LOAD);
    }
    Ok(())
}
