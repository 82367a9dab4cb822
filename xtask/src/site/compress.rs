//! Copies for browsers that accept brotli (all of them) or gzip (the rest), made once
//! so that the server never compresses an asset.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::system;

const TEXTS: [&str; 7] = ["css", "html", "js", "svg", "txt", "wasm", "webmanifest"];

/// Writes `.br` and `.gz` beside every file that gains by it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn all(folder: &Path) -> Result<()> {
    let waiting: Vec<PathBuf> = system::files_below(folder)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| TEXTS.iter().any(|text| end == *text)))
        // The bulletin's sheet is carried inside pages and never sent alone.
        .filter(|file| !file.ends_with("bulletin.css"))
        .collect();
    system::each_on_all_cores(waiting, one)
}

fn one(file: &Path) -> Result<()> {
    let plain = std::fs::read(file)?;
    std::fs::write(beside(file, "br"), brotli(&plain)?)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&plain)?;
    std::fs::write(beside(file, "gz"), gzip.finish()?)?;
    Ok(())
}

/// Brotli at its strongest, with the largest window a browser must accept.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters)?;
    Ok(packed)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
