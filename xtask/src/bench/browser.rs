//! What somebody with a slow phone sees: Chromium with a processor four times slower
//! and DevTools' "Slow 4G", driven by `end2end/bench.mjs`.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::process::Server;
use super::table::Table;
use super::table::Target::AtMost;
use super::web::figure;
use super::{Programs, web};
use crate::browser::chromium;
use crate::node::Node;
use crate::step::{command, read};
use crate::system;

/// Takes the figures of the public page and of the desk.
///
/// # Errors
/// When browser, node or server cannot be had.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let chromium = system::file_from(&["chromium"], chromium)?;
    let Some(node) = Node::get()? else {
        bail!("needs node and npm: install Node.js 20 or newer");
    };
    let database = web::demo(programs, folder)?;
    let server = Server::start(&programs.giaoban, &["serve"], &database, folder, "/healthz")?;
    let full = super::database(folder, "crowd.db");
    let crowd = read(command(&programs.measure).args(["crowd", &full]))?;
    let week = crowd.lines().find_map(|line| line.strip_prefix("crowd_week ")).context("no crowded week")?;
    let crowded = Server::start(&programs.giaoban, &["serve"], &full, folder, "/healthz")?;
    let said = read(
        node.script("bench.mjs")
            .env("GIAOBAN_CHROMIUM", chromium)
            .env("GIAOBAN_URL", format!("http://{}", server.address))
            .env("GIAOBAN_CROWD_URL", format!("http://{}", crowded.address))
            .env("GIAOBAN_CROWD_WEEK", week),
    )?;
    let public = figure(&said, "public_paint_ms")?;
    table.judge("public page on a slow phone: largest paint", public, "ms", AtMost(1000.0));
    table.judge("its layout shift", figure(&said, "public_shift")?, "", AtMost(0.0));
    table.note("a page of one sentence there", figure(&said, "sentence_paint_ms")?, "ms");
    table.note("its transfer, fonts included", figure(&said, "public_bytes")?, "bytes");
    let desk = figure(&said, "desk_paint_ms")?;
    table.judge("desk on a slow phone: largest paint", desk, "ms", AtMost(1000.0));
    table.judge("its layout shift", figure(&said, "desk_shift")?, "", AtMost(0.0));
    table.note("its transfer, everything included", figure(&said, "desk_bytes")?, "bytes");
    for (name, how) in [
        ("board", "board on a slow machine, from the sign-in page: can be used"),
        ("board_cold", "the same with nothing kept by the browser: can be used"),
    ] {
        let of = |row: &str| figure(&said, &format!("{name}_{row}"));
        table.judge(how, of("usable_ms")?, "ms", AtMost(2500.0));
        table.judge("its blocking until then", of("blocked_ms")?, "ms", AtMost(220.0));
        table.note("what stands around it is there as well", of("taken_ms")?, "ms");
        table.note("its blocking until then", of("held_up_ms")?, "ms");
        table.judge("its layout shift", of("shift")?, "", AtMost(0.02));
    }
    let mut judge = |name: &str, row: &str, unit: &'static str, most: f64| -> Result<()> {
        table.judge(name, figure(&said, row)?, unit, AtMost(most));
        Ok(())
    };
    judge("dragging over 300 entries, slow machine: longest frame", "drag_frame_ms", "ms", 50.0)?;
    judge("a move of it painted", "drag_paint_ms", "ms", 50.0)?;
    judge("one move judged in WebAssembly, full speed", "drag_judged_ms", "ms", 1.0)?;
    table.note("the whole step of the keyboard", figure(&said, "drag_step_ms")?, "ms");
    Ok(())
}
