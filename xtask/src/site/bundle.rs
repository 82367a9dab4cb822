//! From cargo's one WebAssembly file to what the browser loads: a main part, the lazy
//! parts and their JavaScript, in a folder named after the content of all of them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use super::join::join;
use super::manifest::Manifest;
use super::{Mode, names, short_hash};
use crate::node::Node;
use crate::step::{run, step};
use crate::system;

/// The name under which the split code imports its loader; fixed by the macro.
const LINK: &str = "./__wasm_split.______________________.js";

const NAME: &str = "giaoban";

/// Fills `work/pkg/<hash>` and the manifest's part about it.
///
/// # Errors
/// When one of the tools refuses the file.
pub fn bundle(wasm: &Path, work: &Path, mode: Mode) -> Result<Manifest> {
    let folder = work.join("pkg/bundle");
    std::fs::create_dir_all(&folder)?;
    let parts = step("cut into lazy parts", || {
        let mut parts = split(wasm, &folder)?;
        join(&folder, LINK, &mut parts)?;
        Ok(parts)
    })?;
    step("JavaScript for the WebAssembly", || bindgen(&folder))?;
    if mode == Mode::Release {
        names::shorten(&folder)?;
        match Node::get()? {
            Some(node) => {
                step("wasm-opt", || shrink(&node, &folder))?;
                step("one minified script", || join_scripts(&node, &folder))?;
            }
            None => println!("    no node on this machine: the site stays larger (no wasm-opt, no minifier)"),
        }
    }
    let files = system::files_below(&folder);
    let contents = files.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let hash = short_hash(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>());
    std::fs::rename(&folder, work.join("pkg").join(&hash))?;
    let pkg = format!("/pkg/{hash}");
    let modules = files
        .iter()
        .filter_map(|file| file.file_name().map(|name| name.to_string_lossy()))
        .filter(|name| name.ends_with(".js") && !name.starts_with(NAME))
        .map(|name| format!("{pkg}/{name}"))
        .collect();
    Ok(Manifest {
        script: format!("{pkg}/{NAME}.js"),
        modules,
        wasm: format!("{pkg}/{NAME}.wasm"),
        parts,
        pkg,
        ..Manifest::default()
    })
}

fn split(wasm: &Path, folder: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let input = std::fs::read(wasm)?;
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./giaoban.js";
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    println!("    {} files for {} lazy parts", split.split_modules.len(), split.prefetch_map.len());
    Ok(split.prefetch_map.into_iter().collect())
}

fn bindgen(folder: &Path) -> Result<()> {
    let main = folder.join("main.wasm");
    Bindgen::new()
        .input_path(&main)
        .out_name(NAME)
        .web(true)?
        .keep_lld_exports(true)
        .demangle(false)
        .typescript(false)
        .generate(folder)?;
    std::fs::remove_file(main)?;
    std::fs::rename(folder.join("giaoban_bg.wasm"), folder.join("giaoban.wasm"))?;
    Ok(())
}

fn shrink(node: &Node, folder: &Path) -> Result<()> {
    let files = system::files_below(folder).into_iter();
    let files = files.filter(|file| file.extension().is_some_and(|end| end == "wasm")).collect();
    run(node.script("shrink.mjs").args(system::largest_first(files)))
}

/// Puts loader and glue into one file, so that the browser fetches it in one go.
fn join_scripts(node: &Node, folder: &Path) -> Result<()> {
    let script = folder.join("giaoban.js");
    run(node
        .tool("esbuild")
        .arg(&script)
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        // Every lazy part names the same loader once more.
        .arg("--log-override:duplicate-object-key=silent")
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", script.display())))?;
    std::fs::remove_file(folder.join(LINK))?;
    Ok(())
}
