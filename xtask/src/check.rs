//! `cargo xtask check`: formatting, lints and guards.

use anyhow::{Result, bail};

use crate::step::{cargo, run, step};
use crate::tally::Tally;
use crate::wasm::{Compiler, TARGET};
use crate::{guard, site};

/// Runs all checks, also after one failed.
///
/// # Errors
/// When one of them failed.
pub fn check() -> Result<()> {
    let tally = all();
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 { bail!("{} checks failed", tally.failed) } else { Ok(()) }
}

/// Clippy comes with rustup's compiler; Debian's, of another version, checks alone.
fn browser() -> Result<()> {
    let compiler = Compiler::get()?;
    let half = ["--package", "app", "--lib", "--features", "hydrate", "--target", TARGET];
    match compiler {
        Compiler::Rustup => run(cargo().arg("clippy").args(half).args(["--", "-D", "warnings"])),
        Compiler::Debian { .. } => run(compiler.cargo().arg("check").args(half)),
    }
}

/// All checks, counted.
pub fn all() -> Tally {
    let mut tally = Tally::default();
    tally.check(step("formatting", || run(cargo().args(["fmt", "--all", "--check"]))));
    tally.check(step("lints of the server's half", || {
        run(cargo().args(["clippy", "--all-targets", "--", "-D", "warnings"]))
    }));
    tally.check(step("lints of the build house", || {
        run(cargo().args(["clippy", "--package", "xtask", "--all-targets", "--", "-D", "warnings"]))
    }));
    tally.check(step("lints of the browser's half", browser));
    tally.check(step("guard: what `domain` depends on", guard::domain));
    tally.check(step("guard: what reaches the browser", guard::browser));
    tally.check(step("guard: weeks of the browser stories", guard::weeks));
    tally.check(
        site::build(site::Mode::Release)
            .and_then(|manifest| step("guard: size of the first load", || guard::first_load(&manifest))),
    );
    tally
}
