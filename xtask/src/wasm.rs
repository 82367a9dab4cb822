//! The WebAssembly target: rustup's if it can be had, else Debian's compiler with a
//! standard library that is built here once.
//!
//! The two compilers cannot be mixed, so the answer is the whole compiler to use.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::step::{command, read, run, step, succeeds};
use crate::{place, step, system};

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_LIB: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// The compiler that can make WebAssembly on this machine.
pub enum Compiler {
    /// The same one that builds everything else.
    Rustup,
    /// Debian's, with a linker found elsewhere.
    Debian {
        /// The WebAssembly linker.
        linker: PathBuf,
    },
}

impl Compiler {
    /// Finds it, or gets it.
    ///
    /// # Errors
    /// When neither rustup's server nor Debian's packages can be had.
    pub fn get() -> Result<Self> {
        if std::env::var_os("GIAOBAN_DEBIAN_RUST").is_none() {
            if rustup_has_it() {
                return Ok(Self::Rustup);
            }
            let added = step("rustup target add wasm32-unknown-unknown", || {
                run(command("rustup").args(["target", "add", TARGET]))
            });
            if added.is_ok() && rustup_has_it() {
                return Ok(Self::Rustup);
            }
        }
        Self::debian()
    }

    /// Cargo of this compiler.
    pub fn cargo(&self) -> Command {
        match self {
            Self::Rustup => step::cargo(),
            Self::Debian { linker } => {
                let mut cargo = command("/usr/bin/cargo");
                cargo
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env_remove("RUSTC_WRAPPER");
                cargo
            }
        }
    }

    fn debian() -> Result<Self> {
        let sources = Path::new("/usr/lib/rustlib/src/rust/library/std");
        if !(Path::new("/usr/bin/rustc").exists() && sources.exists()) {
            step("Debian's rustc for WebAssembly", || system::install(&PACKAGES))?;
        }
        let debian = Self::Debian { linker: linker()? };
        if !holds_core(Path::new(DEBIAN_LIB)) {
            step("the standard library for WebAssembly", || build_std(&debian))?;
        }
        Ok(debian)
    }
}

fn rustup_has_it() -> bool {
    let asked = read(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    asked.is_ok_and(|folder| holds_core(Path::new(folder.trim())))
}

fn holds_core(folder: &Path) -> bool {
    system::entries(folder)
        .iter()
        .any(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libcore-")))
}

fn linker() -> Result<PathBuf> {
    let rustups = || {
        let sysroot = read(command("rustc").args(["--print", "sysroot"])).ok()?;
        let host = read(command("rustc").args(["--print", "host-tuple"])).ok()?;
        let file = Path::new(sysroot.trim()).join("lib/rustlib").join(host.trim()).join("bin/rust-lld");
        file.exists().then_some(file)
    };
    let debians = || {
        system::entries(Path::new("/usr/bin"))
            .into_iter()
            .find(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("wasm-ld")))
    };
    match rustups().or_else(debians) {
        Some(file) => Ok(file),
        None => system::file_from(&["lld"], debians),
    }
}

/// Compiles an empty library with its standard library and keeps the latter, which
/// makes the target an ordinary installed one for Debian's compiler.
fn build_std(compiler: &Compiler) -> Result<()> {
    let empty = place::target().join("wasm-std");
    std::fs::create_dir_all(empty.join("src"))?;
    std::fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [lib]\ncrate-type = [\"cdylib\"]\n",
    )?;
    std::fs::write(empty.join("src/lib.rs"), "")?;
    run(compiler
        .cargo()
        .current_dir(&empty)
        .env("RUSTC_BOOTSTRAP", "1")
        // What is shipped is linked as one with it, and that is done with bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", empty.join("target"))
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"]))?;
    let built = empty.join("target").join(TARGET).join("release/deps");
    std::fs::create_dir_all(DEBIAN_LIB).with_context(|| {
        format!("cannot write {DEBIAN_LIB}; as root: install -D -t {DEBIAN_LIB} {}/*.rlib", built.display())
    })?;
    let mut kept = 0;
    for file in system::entries(&built) {
        if let Some(name) = file.file_name().filter(|_| file.extension().is_some_and(|end| end == "rlib")) {
            std::fs::copy(&file, Path::new(DEBIAN_LIB).join(name))?;
            kept += 1;
        }
    }
    if kept == 0 || !succeeds(command("test").args(["-d", DEBIAN_LIB])) {
        bail!("the build left no library in {}", built.display());
    }
    Ok(())
}
