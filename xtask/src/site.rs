//! The site: everything the browser downloads, under names that change with their content.
//!
//! cargo makes one WebAssembly file, which is cut into its lazy parts, given its
//! JavaScript, made small and compressed; the style sheets are bundled beside it.
//! The server learns the names from `manifest.json`. Nothing is done again when
//! nothing changed.

pub mod bundle;
pub mod compress;
pub mod join;
pub mod manifest;
pub mod names;
pub mod style;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::node::Node;
use crate::step::{run, step};
use crate::wasm::{Compiler, TARGET};
use crate::{place, system};
use manifest::Manifest;

/// How the site is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Small and compressed, as it is shipped: `target/site`.
    Release,
    /// Quick to build, for development: `target/site-dev`.
    Dev,
}

impl Mode {
    /// The folder of the finished site.
    pub fn folder(self) -> PathBuf {
        place::target().join(match self {
            Self::Release => "site",
            Self::Dev => "site-dev",
        })
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "wasm-dev",
        }
    }
}

/// `cargo xtask site [--dev]`.
///
/// # Errors
/// When a step of the pipeline fails.
pub fn site(words: &[String]) -> Result<()> {
    let mode = if words.iter().any(|word| word == "--dev") { Mode::Dev } else { Mode::Release };
    let manifest = build(mode)?;
    print!("{}", manifest.sizes(&mode.folder()));
    Ok(())
}

/// Builds the site unless it is up to date.
///
/// # Errors
/// When a step of the pipeline fails.
pub fn build(mode: Mode) -> Result<Manifest> {
    let wasm = step("compile the app to WebAssembly", || compile(mode))?;
    let folder = mode.folder();
    let inputs = inputs(&wasm, mode)?;
    let stamp = folder.join("inputs.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == inputs) {
        println!("    the site is up to date");
        return Manifest::read(&folder);
    }
    let begin = Instant::now();
    // Two builds at once must not take each other's files away.
    let work = place::target().join(format!("site-work-{}", std::process::id()));
    remove(&work)?;
    std::fs::create_dir_all(work.join("pkg"))?;
    copy_public(&work)?;
    let mut manifest = bundle::bundle(&wasm, &work, mode)?;
    step("style sheets", || style::bundle(&work, &mut manifest))?;
    if mode == Mode::Release {
        step("brotli and gzip copies", || compress::all(&work))?;
    }
    manifest.write(&work)?;
    std::fs::write(work.join("inputs.txt"), inputs)?;
    remove(&folder)?;
    std::fs::rename(&work, &folder)?;
    println!("    {} made in {:.1} s", folder.display(), begin.elapsed().as_secs_f64());
    Ok(manifest)
}

fn compile(mode: Mode) -> Result<PathBuf> {
    let compiler = Compiler::get()?;
    let profile = mode.profile();
    let mut build = compiler.cargo();
    build.args(["rustc", "--package", "app", "--lib", "--crate-type", "cdylib"]).args([
        "--features",
        "hydrate",
        "--target",
        TARGET,
        "--profile",
        profile,
    ]);
    if mode == Mode::Release {
        for folder in registries() {
            // Where a crate lies on this machine is nobody's business, and it costs bytes.
            let flag = format!("--remap-path-prefix={}/=", folder.display());
            build.arg("--config").arg(format!("target.{TARGET}.rustflags=[{flag:?}]"));
        }
    }
    run(&mut build)?;
    Ok(place::target().join(TARGET).join(profile).join("app.wasm"))
}

/// The folders in which cargo keeps the sources of crates.
fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    home.map_or_else(Vec::new, |home| system::entries(&home.join("registry/src")))
}

/// A digest of all that decides what the site looks like.
fn inputs(wasm: &Path, mode: Mode) -> Result<String> {
    let root = place::root();
    let mut files = vec![wasm.to_path_buf(), root.join("Cargo.lock")];
    files.extend(system::files_below(&root.join("xtask/src")));
    if mode == Mode::Release && Node::get()?.is_some() {
        files.extend(["end2end/package-lock.json", "end2end/shrink.mjs"].map(|file| root.join(file)));
    }
    files.extend(system::files_below(&root.join("style")));
    files.extend(system::files_below(&root.join("public")));
    let mut digest = Sha256::new();
    for file in files {
        digest.update(file.to_string_lossy().as_bytes());
        digest.update(std::fs::read(&file).with_context(|| file.display().to_string())?);
    }
    Ok(format!("{:x}\n", digest.finalize()))
}

fn copy_public(work: &Path) -> Result<()> {
    let public = place::root().join("public");
    for file in system::files_below(&public) {
        let to = work.join(file.strip_prefix(&public)?);
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::copy(&file, to)?;
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

/// The first twelve hexadecimal digits of a content's SHA-256.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    let mut text = format!("{:x}", digest.finalize());
    text.truncate(12);
    text
}
