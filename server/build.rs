//! With the feature `embed`: turns the built site into a table of `include_bytes!`,
//! so that the executable needs no folder beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_EMBED").is_none() {
        return Ok(());
    }
    println!("cargo::rerun-if-env-changed=GIAOBAN_SITE");
    let site = match env::var_os("GIAOBAN_SITE") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from("../target/site"),
    };
    let site = site.canonicalize().map_err(|error| {
        io::Error::other(format!("{}: {error}; `cargo xtask dist` builds it first", site.display()))
    })?;
    println!("cargo::rerun-if-changed={}", site.display());
    let mut table = String::from("&[\n");
    walk(&site, &site, &mut table)?;
    table.push_str("]\n");
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("site.rs"), table)
}

fn walk(site: &Path, folder: &Path, table: &mut String) -> io::Result<()> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(site, &path, table)?;
        } else if let Ok(name) = path.strip_prefix(site) {
            let _ = writeln!(table, "({:?}, include_bytes!({:?}) as &[u8]),", name, path);
        }
    }
    Ok(())
}
