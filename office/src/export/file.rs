//! A folder that only its owner may read, and files that count and sum what
//! goes into them.

use super::{Listed, unwritable};
use crate::failure::{Failure, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

pub(super) struct Folder {
    path: PathBuf,
    listed: Vec<Listed>,
}

impl Folder {
    /// Makes the folder; one that holds anything is left alone.
    pub(super) fn make(path: &Path) -> Result<Self> {
        if path.exists() && path.read_dir().map_err(|e| unwritable(path, e))?.next().is_some() {
            return Err(Failure::Other(format!("{} is not empty", path.display())));
        }
        let tables = path.join("tables");
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&tables).map_err(|e| unwritable(&tables, e))?;
        Ok(Self { path: path.to_owned(), listed: Vec::new() })
    }

    /// One value as a file.
    pub(super) fn json(&mut self, name: &str, rows: u64, value: &impl Serialize) -> Result<()> {
        let mut sheet = self.open(name)?;
        sheet.put(&serde_json::to_vec_pretty(value)?)?;
        sheet.put(b"\n")?;
        sheet.rows = rows;
        self.close(sheet)
    }

    pub(super) fn open(&self, name: &str) -> Result<Sheet> {
        let path = self.path.join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(|e| unwritable(&path, e))?;
        Ok(Sheet {
            name: name.to_owned(),
            path,
            file: BufWriter::new(file),
            sum: Sha256::new(),
            bytes: 0,
            rows: 0,
        })
    }

    pub(super) fn close(&mut self, mut sheet: Sheet) -> Result<()> {
        let done = sheet.file.flush().and_then(|()| sheet.file.get_ref().sync_all());
        done.map_err(|e| unwritable(&sheet.path, e))?;
        let mut sha256 = String::new();
        for byte in sheet.sum.finalize() {
            let _ = write!(sha256, "{byte:02x}");
        }
        self.listed.push(Listed { name: sheet.name, rows: sheet.rows, bytes: sheet.bytes, sha256 });
        Ok(())
    }

    pub(super) fn listed(&self) -> Vec<Listed> {
        self.listed.clone()
    }
}

/// A file that is being written.
pub(super) struct Sheet {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    sum: Sha256,
    bytes: u64,
    pub(super) rows: u64,
}

impl Sheet {
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.sum.update(bytes);
        self.bytes += bytes.len() as u64;
        self.file.write_all(bytes).map_err(|e| unwritable(&self.path, e))
    }
}
