//! Building the executable, and where it lies afterwards.

use std::path::PathBuf;

use anyhow::Result;

use crate::place;
use crate::step::{cargo, run, step};

/// The profile of [`Kind::Served`] in Cargo.toml.
const SERVED: &str = "served";

/// How the executable is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Quickly, for development.
    Debug,
    /// Quickly, beside the tests: they ask for more of some crates than the executable
    /// alone does, and would have everything compiled a second time.
    Tested,
    /// Optimised as far as it is quick to build: for whoever waits before a terminal.
    Served,
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
        Kind::Served => "compile the server (optimised)",
        Kind::Embedded => "compile the server with the site inside",
    };
    step(name, || {
        let mut build = cargo();
        if kind == Kind::Tested {
            // Integration tests bring the executable of their package with them.
            return run(build.args(["test", "--no-run"]));
        }
        build.args(["build", "--bin", "giaoban"]);
        match kind {
            Kind::Debug | Kind::Tested => {}
            Kind::Served => {
                build.args(["--profile", SERVED]);
            }
            Kind::Embedded => {
                build.args(["--release", "--features", "server/embed"]);
            }
        }
        run(&mut build)
    })?;
    let folder = match kind {
        Kind::Debug | Kind::Tested => "debug",
        Kind::Served => SERVED,
        Kind::Embedded => "release",
    };
    Ok(place::target().join(folder).join("giaoban"))
}
