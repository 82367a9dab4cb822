//! `giaoban backup` and `giaoban restore` for the embedded database. For
//! PostgreSQL its own `pg_dump` and `pg_restore` are the right tools.

use super::{Outcome, one_line};
use crate::config::Config;
use office::Office;
use std::path::{Path, PathBuf};

/// Writes a consistent copy while the server may be running.
pub(super) async fn backup(config: &Config, file: &Path) -> Outcome {
    if sqlite_file(&config.database).is_none() {
        return Err(format!(
            "the database is PostgreSQL, which has its own tool: pg_dump --format=custom --file={} DATABASE_URL",
            file.display()
        ));
    }
    let office = Office::open_unmigrated(&config.database).await.map_err(one_line)?;
    if file.exists() {
        return Err(format!("{} exists already", file.display()));
    }
    office.copy_to(file).await.map_err(one_line)?;
    println!("{} written", file.display());
    Ok(())
}

/// Puts a copy in the place of the database; what was there is kept beside it.
pub(super) async fn restore(config: &Config, file: &Path) -> Outcome {
    let Some(place) = sqlite_file(&config.database) else {
        return Err(format!(
            "the database is PostgreSQL, which has its own tool: \
             pg_restore --clean --if-exists --dbname=DATABASE_URL {}",
            file.display()
        ));
    };
    let copy = Office::open_unmigrated(&format!("sqlite://{}?mode=ro", file.display()))
        .await
        .map_err(|_| format!("{} is not a database of Giao Ban", file.display()))?;
    copy.pending().await.map_err(|_| format!("{} is not a database of Giao Ban", file.display()))?;
    drop(copy);
    for beside in ["-wal", "-shm"] {
        let leftover = PathBuf::from(format!("{}{beside}", place.display()));
        if leftover.exists() {
            return Err(format!("{} is in use; stop the server first", place.display()));
        }
    }
    if place.exists() {
        let kept = PathBuf::from(format!("{}.before-restore", place.display()));
        std::fs::rename(&place, &kept).map_err(|e| e.to_string())?;
        println!("the database that was there is kept as {}", kept.display());
    }
    std::fs::copy(file, &place).map_err(|e| e.to_string())?;
    println!("{} restored", place.display());
    Ok(())
}

fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    path.split('?').next().map(PathBuf::from)
}
