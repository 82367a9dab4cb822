//! What the machine must have: found, else installed with apt-get where this user may,
//! else named together with the command that installs it.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};
use std::thread;

use anyhow::{Result, anyhow, bail};

use crate::step::{command, read, run, succeeds};

/// The full path of a program in `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether this user is root.
pub fn is_root() -> bool {
    read(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages.
///
/// # Errors
/// When this user may not, or apt-get fails; the message names the command to type.
pub fn install(packages: &[&str]) -> Result<()> {
    static UPDATE: Once = Once::new();
    let names = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("needs {names} (Debian's names); install it the way this system does");
    }
    if !is_root() {
        bail!("needs {names}; type: sudo apt-get install {names}");
    }
    println!("    apt-get install {names}");
    UPDATE.call_once(|| {
        succeeds(command("apt-get").arg("update").arg("--quiet=2"));
    });
    let mut install = command("apt-get");
    install
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(packages)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null());
    run(&mut install)
}

/// The first of these files that exists; when none does, installs the packages and looks again.
///
/// # Errors
/// When the file is not there afterwards either.
pub fn file_from(packages: &[&str], look: impl Fn() -> Option<PathBuf>) -> Result<PathBuf> {
    if let Some(found) = look() {
        return Ok(found);
    }
    install(packages)?;
    match look() {
        Some(found) => Ok(found),
        None => bail!("installed {} and still do not find what was wanted", packages.join(" ")),
    }
}

/// The entries of a folder, in the order of their names; none when it cannot be read.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(list) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = list.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Every file below a folder, in a stable order.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The files in the order in which several cores are done with them soonest: the largest first.
pub fn largest_first(mut files: Vec<PathBuf>) -> Vec<PathBuf> {
    files.sort_by_cached_key(|file| Reverse(std::fs::metadata(file).map_or(0, |meta| meta.len())));
    files
}

/// Does some work on each file, the largest first, on as many cores as there are.
///
/// # Errors
/// The first that the work met.
pub fn each_on_all_cores(files: Vec<PathBuf>, work: impl Fn(&Path) -> Result<()> + Sync) -> Result<()> {
    let waiting = Mutex::new(largest_first(files).into_iter());
    let next = || waiting.lock().ok().and_then(|mut files| files.next());
    let hand = || std::iter::from_fn(next).try_for_each(|file| work(&file));
    let cores = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let hands: Vec<_> = (0..cores).map(|_| scope.spawn(hand)).collect();
        hands.into_iter().try_for_each(|hand| hand.join().map_err(|_| anyhow!("a worker broke off"))?)
    })
}
