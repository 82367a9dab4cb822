//! `manifest.json`: the names of what was built, read by the server when it starts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// What the server must know of the site. Addresses begin with `/`.
#[derive(Default)]
pub struct Manifest {
    /// The folder of this build's JavaScript and WebAssembly.
    pub pkg: String,
    /// The module to import.
    pub script: String,
    /// Modules that `script` imports in its turn.
    pub modules: Vec<String>,
    /// The main WebAssembly file.
    pub wasm: String,
    /// The style sheet of the signed-in app.
    pub style: String,
    /// Lazy part to the files it needs, without folder and ending.
    pub parts: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads a finished site's manifest.
    ///
    /// # Errors
    /// When it is missing or not what [`Manifest::write`] wrote.
    pub fn read(folder: &Path) -> Result<Self> {
        let file = folder.join("manifest.json");
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let value: Value = serde_json::from_str(&text)?;
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            pkg: text("pkg"),
            script: text("script"),
            modules: serde_json::from_value(value["modules"].clone())?,
            wasm: text("wasm"),
            style: text("style"),
            parts: serde_json::from_value(value["parts"].clone())?,
        })
    }

    /// Writes it into the site's folder.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let value = json!({
            "pkg": self.pkg,
            "script": self.script,
            "modules": self.modules,
            "wasm": self.wasm,
            "style": self.style,
            "parts": self.parts,
        });
        std::fs::write(folder.join("manifest.json"), serde_json::to_string_pretty(&value)?)?;
        Ok(())
    }

    /// What a signed-in person's first page loads in bytes: JavaScript and main
    /// WebAssembly, as brotli.
    pub fn first_load(&self, folder: &Path) -> u64 {
        let mut files: Vec<&String> = self.modules.iter().collect();
        files.extend([&self.script, &self.wasm]);
        files.into_iter().map(|address| size(folder, address, ".br")).sum()
    }

    /// A table of sizes in bytes: plain and as brotli.
    pub fn sizes(&self, folder: &Path) -> String {
        let mut names = vec![self.style.clone(), self.script.clone(), self.wasm.clone()];
        names.extend(self.modules.clone());
        let mut lazy: Vec<&String> = self.parts.values().flatten().collect();
        lazy.sort();
        lazy.dedup();
        names.extend(lazy.into_iter().map(|part| format!("{}/{part}.wasm", self.pkg)));
        let mut table = String::new();
        for name in names {
            let (plain, brotli) = (size(folder, &name, ""), size(folder, &name, ".br"));
            let _ = writeln!(table, "    {plain:>9} {brotli:>8} br  {name}");
        }
        let _ = writeln!(
            table,
            "    first load (script and main WebAssembly, brotli): {}",
            self.first_load(folder)
        );
        table
    }
}

fn size(folder: &Path, address: &str, ending: &str) -> u64 {
    let file = folder.join(format!("{}{ending}", address.trim_start_matches('/')));
    std::fs::metadata(file).map_or(0, |meta| meta.len())
}
