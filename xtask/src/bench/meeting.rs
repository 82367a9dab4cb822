//! The page of one meeting as the Office sees it, with agenda, people and papers: from the
//! question of a signed-in secretary to the last byte.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::Programs;
use super::process::Server;
use super::table::{Table, median};
use super::{files, web};

const PAGE: &str = "/desk/meetings/1";
const ROUNDS: usize = 60;

/// Takes the figures of the page.
///
/// # Errors
/// When the server cannot be had or does not answer.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let database = web::demo(programs, folder)?;
    let server = Server::start(&programs.giaoban, &["serve"], &database, folder, "/healthz")?;
    let cookie = format!("Cookie: {}", files::sign_in(&server, "thuky")?);
    let headers = [cookie.as_str(), "Accept-Encoding: br"];
    let mut times = Vec::new();
    let mut size = 0;
    for _ in 0..ROUNDS {
        let began = Instant::now();
        size = web::whole(&server, PAGE, &headers)?.body.len();
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    table.note("page of a meeting, signed in, from question to last byte", median(times), "ms");
    table.note("size of that answer (brotli)", size as f64, "bytes");
    Ok(())
}
