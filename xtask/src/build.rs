//! Building the executable, and where it lies afterwards.

use std::path::PathBuf;

use anyhow::Result;

use crate::place;
use crate::step::{cargo, run, step};

/// How the executable is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Quickly, for development and tests.
    Debug,
    /// Optimised.
    Release,
    /// Optimised, with the site inside.
    Embedded,
}

/// Builds `giaoban` and returns its path.
///
/// # Errors
/// When it does not compile.
pub fn executable(kind: Kind) -> Result<PathBuf> {
    let name = match kind {
        Kind::Debug => "compile the server (unoptimised)",
        Kind::Release => "compile the server (optimised)",
        Kind::Embedded => "compile the server with the site inside",
    };
    step(name, || {
        let mut build = cargo();
        build.args(["build", "--bin", "giaoban"]);
        match kind {
            Kind::Debug => {}
            Kind::Release => {
                build.arg("--release");
            }
            Kind::Embedded => {
                build.args(["--release", "--features", "server/embed"]);
            }
        }
        run(&mut build)
    })?;
    let folder = if kind == Kind::Debug { "debug" } else { "release" };
    Ok(place::target().join(folder).join("giaoban"))
}
