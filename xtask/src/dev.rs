//! `cargo xtask dev`: unoptimised build, rebuilt and restarted when a file changes.
//!
//! A build that fails leaves the last good server running.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::step::command;
use crate::{build, place, run, site, system};

const WATCHED: [&str; 6] = ["domain/src", "office/src", "app/src", "server/src", "style", "public"];

/// Serves until it is interrupted. More words go to `giaoban serve`.
///
/// # Errors
/// When the sources cannot be read or the server cannot be started.
pub fn dev(words: &[String]) -> Result<()> {
    let mut server: Option<Child> = None;
    loop {
        let seen = times();
        match make() {
            Ok(giaoban) => {
                stop(server.take());
                let site = site::Mode::Dev.folder();
                server = Some(command(giaoban).arg("serve").args(words).env("GIAOBAN_SITE", site).spawn()?);
                run::announce();
            }
            Err(error) => eprintln!("    {error:#}"),
        }
        while times() == seen {
            std::thread::sleep(Duration::from_millis(300));
        }
    }
}

fn make() -> Result<PathBuf> {
    site::build(site::Mode::Dev)?;
    let giaoban = build::executable(build::Kind::Debug)?;
    run::demo(&giaoban)?;
    Ok(giaoban)
}

fn stop(server: Option<Child>) {
    if let Some(mut server) = server {
        let _ = server.kill();
        let _ = server.wait();
    }
}

/// When every watched file was last written.
fn times() -> BTreeMap<PathBuf, SystemTime> {
    let changed = |file: &Path| std::fs::metadata(file).and_then(|meta| meta.modified()).ok();
    WATCHED
        .iter()
        .flat_map(|folder| system::files_below(&place::root().join(folder)))
        .filter_map(|file| changed(&file).map(|time| (file, time)))
        .collect()
}
