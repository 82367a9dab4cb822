//! What comes from npm: binaryen (wasm-opt), the JavaScript minifier and Playwright, all pinned
//! with checksums by `end2end/package-lock.json`.
//!
//! A machine without node still builds the site, only larger; it cannot run browser tests.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::step::{command, run, step};
use crate::{place, system};

/// The tools of `end2end/node_modules`.
pub struct Node {
    modules: PathBuf,
}

impl Node {
    /// Installs what the lock file says unless that was done already; `None` without node.
    ///
    /// # Errors
    /// When `npm ci` fails.
    pub fn get() -> Result<Option<Self>> {
        if system::find("node").is_none() || system::find("npm").is_none() {
            return Ok(None);
        }
        let folder = place::root().join("end2end");
        let lock = std::fs::read(folder.join("package-lock.json"))?;
        let node = Self { modules: folder.join("node_modules") };
        let stamp = node.modules.join(".giaoban-lock.json");
        if std::fs::read(&stamp).ok().as_ref() != Some(&lock) {
            step("npm ci in end2end", || {
                run(command("npm").current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").args([
                    "ci",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                ]))
            })?;
            std::fs::write(stamp, lock)?;
        }
        Ok(Some(node))
    }

    /// One of the installed tools.
    pub fn tool(&self, name: &str) -> Command {
        command(self.modules.join(".bin").join(name))
    }

    /// A program of our own in `end2end`, where it finds the packages.
    pub fn script(&self, name: &str) -> Command {
        let mut node = command("node");
        node.arg(self.modules.with_file_name(name));
        node
    }
}
