//! `giaoban export` and `giaoban import`: out of the Office and into it, in open
//! formats.

use super::{Outcome, one_line};
use crate::config::Config;
use domain::{Actor, Locale, Role, words};
use office::export::MANIFEST;
use office::import::Written;
use office::{Desk, Failure, Office};
use std::path::Path;

/// Writes everything into a folder.
pub(super) async fn export(config: &Config, office: &Office, folder: &Path) -> Outcome {
    let desk = operator(office, "giaoban export");
    let manifest = office::export::write(&desk, folder, &config.public_url).await.map_err(said)?;
    let rows: u64 = manifest.files.iter().map(|file| file.rows).sum();
    println!(
        "{} files with {rows} rows written; {} lists them",
        manifest.files.len(),
        folder.join(MANIFEST).display()
    );
    Ok(())
}

/// Reads a file in, all or nothing.
pub(super) async fn import(office: &Office, file: &Path) -> Outcome {
    let written = match file.extension().and_then(|e| e.to_str()) {
        Some("csv") => Written::Csv,
        Some("json") => Written::Json,
        _ => return Err(format!("{}: the name must end in .json or .csv", file.display())),
    };
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let desk = operator(office, "giaoban import");
    let taken = office::import::read(&desk, &text, written)
        .await
        .map_err(|failure| format!("{}: {}", file.display(), said(failure)))?;
    println!(
        "read in: {} units, {} persons, {} positions, {} rooms, {} cars, {} days",
        taken.units, taken.persons, taken.positions, taken.rooms, taken.vehicles, taken.holidays
    );
    Ok(())
}

/// Whoever has the database in hand may take everything out and put things in.
fn operator(office: &Office, command: &str) -> Desk {
    office.desk(Actor { roles: Role::ALL.to_vec(), ..Actor::job(command) })
}

fn said(failure: Failure) -> String {
    match failure.refusal() {
        Some(refusal) => words::refusal(Locale::En, refusal),
        None => one_line(failure),
    }
}
