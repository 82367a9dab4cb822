//! The style sheets: `style/main.css` for the signed-in app as a file of its own,
//! `style/bulletin.css` for the public pages, which carry it inside.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use super::manifest::Manifest;
use super::short_hash;
use crate::place;

/// Bundles and minifies both sheets into the work folder.
///
/// # Errors
/// When a sheet does not parse; the message names file and line.
pub fn bundle(work: &Path, manifest: &mut Manifest) -> Result<()> {
    let style = place::root().join("style");
    let main = minified(&style.join("main.css"))?;
    let name = format!("pkg/giaoban.{}.css", short_hash(&[main.as_bytes()]));
    std::fs::write(work.join(&name), main)?;
    manifest.style = format!("/{name}");
    let bulletin = minified(&style.join("bulletin.css"))?;
    println!("    bulletin.css: {} bytes", bulletin.len());
    std::fs::write(work.join("bulletin.css"), bulletin)?;
    Ok(())
}

/// One sheet with its imports.
fn minified(entry: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| anyhow!("{error}"))?;
    let targets = browsers();
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    Ok(printed.code)
}

/// The oldest browsers that are promised: those of December 2023, the first that all
/// know nesting, `:has()` and container queries.
fn browsers() -> Targets {
    let major = |number: u32| Some(number << 16);
    let safari = Some((17 << 16) | (2 << 8));
    Targets::from(Browsers {
        chrome: major(120),
        edge: major(120),
        firefox: major(121),
        safari,
        ios_saf: safari,
        ..Browsers::default()
    })
}
