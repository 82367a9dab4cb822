//! Building the executable, and where it lies afterwards.

use std::path::PathBuf;

use anyhow::Result;

use crate::place;
use crate::step::{cargo, run, step};

/// How the executable is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Quickly, for development and for a first look: an optimised one takes half an hour to
    /// compile and draws a page of the desk a tenth of a second sooner.
    Debug,
    /// Quickly, beside the tests: they ask for more of some crates than the executable
    /// alone does, and would have everything compiled a second time.
    Tested,
    /// Optimised, with the site inside.
    Embedded,
}

/// Builds `giaoban` and returns its path.
///
/// # Errors
/// When it does not compile.
pub fn executable(kind: Kind) -> Result<PathBuf> {
    let name = match kind {
        Kind::Debug | Kind::Tested => "compile the server (unoptimised)",
        Kind::Embedded => "compile the server with the site inside",
    };
    step(name, || {
        let mut build = cargo();
        if kind == Kind::Tested {
            // Integration tests bring the executable of their package with them.
            return run(build.args(["test", "--no-run"]));
        }
        build.args(["build", "--bin", "giaoban"]);
        if kind == Kind::Embedded {
            build.args(["--release", "--features", "server/embed"]);
        }
        run(&mut build)
    })?;
    let folder = match kind {
        Kind::Debug | Kind::Tested => "debug",
        Kind::Embedded => "release",
    };
    Ok(place::target().join(folder).join("giaoban"))
}
