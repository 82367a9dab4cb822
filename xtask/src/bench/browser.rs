//! What somebody with a slow phone sees: Chromium with a processor four times slower
//! and DevTools' "Slow 4G", driven by `end2end/bench.mjs`.

use std::path::Path;

use anyhow::{Result, bail};

use super::process::Server;
use super::table::Table;
use super::table::Target::AtMost;
use super::web::figure;
use super::{Programs, web};
use crate::browser::chromium;
use crate::node::Node;
use crate::step::{command, read};
use crate::{place, system};

/// Takes the figures of the public page and of the desk.
///
/// # Errors
/// When browser, node or server cannot be had.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let chromium = system::file_from(&["chromium"], chromium)?;
    if Node::get()?.is_none() {
        bail!("needs node and npm: install Node.js 20 or newer");
    }
    let database = web::demo(programs, folder)?;
    let server = Server::start(&programs.giaoban, &["serve"], &database, folder, "/healthz")?;
    let said = read(
        command("node")
            .current_dir(place::root().join("end2end"))
            .arg("bench.mjs")
            .env("GIAOBAN_CHROMIUM", chromium)
            .env("GIAOBAN_URL", format!("http://{}", server.address)),
    )?;
    let public = figure(&said, "public_paint_ms")?;
    table.judge("public page on a slow phone: largest paint", public, "ms", AtMost(1000.0));
    table.judge("its layout shift", figure(&said, "public_shift")?, "", AtMost(0.0));
    table.note("its transfer, fonts included", figure(&said, "public_bytes")?, "bytes");
    let desk = figure(&said, "desk_paint_ms")?;
    table.judge("desk on a slow phone: largest paint", desk, "ms", AtMost(1000.0));
    table.judge("its layout shift", figure(&said, "desk_shift")?, "", AtMost(0.0));
    table.note("its transfer, everything included", figure(&said, "desk_bytes")?, "bytes");
    Ok(())
}
