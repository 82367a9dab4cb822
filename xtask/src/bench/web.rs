//! What comes over HTTP: pages and feeds from their shelf, questions whether something
//! changed, the cost of a page that is on no shelf, start and memory of the server.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::http::{Answer, get};
use super::load::{Question, Wrk};
use super::process::Server;
use super::table::Target::{AtLeast, AtMost};
use super::table::{Table, median};
use super::{Programs, database};
use crate::site::Mode;
use crate::step::{command, read, run};

const PAGE: &str = "/weeks/2026-W49";
const FEED: &str = "/feeds/public.ics";
/// Events in the feed that is served.
const EVENTS: &str = "2000";
const STARTS: usize = 5;

/// Takes all figures of the running server.
///
/// # Errors
/// When the server or wrk cannot be had, or an answer is wrong.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let wrk = Wrk::get()?;
    start(table, programs, folder)?;
    render(table, programs, folder)?;

    let database = database(folder, "served.db");
    run(command(&programs.measure).args(["feed", &database, EVENTS]))?;
    let serve = || Server::start(&programs.giaoban, &["serve"], &database, folder, "/healthz");
    let constant = Server::start(&programs.constant, &[], "", folder, "/304")?;
    let server = serve()?;
    table.note("memory before the load (PSS)", megabytes(&server)?, "MB");
    let compare = |path: &str, headers: &[&str], of: &str| {
        wrk.compare(&question(&server.address, path, headers), &question(&constant.address, of, &[]))
    };

    let brotli = "Accept-Encoding: br";
    let page = whole(&server, PAGE, &[brotli])?;
    let rates = compare(PAGE, &[brotli], &format!("/{}", page.body.len()))?;
    table.judge("public week page, kept (brotli)", rates.ratio(), "of constant", AtLeast(0.5));
    table.note("its answers in a second", rates.ours, "1/s");
    table.note("constant of the same size", rates.constant, "1/s");
    table.note("size of that answer", page.body.len() as f64, "bytes");

    let feed = whole(&server, FEED, &[])?;
    let events = String::from_utf8_lossy(&feed.body).matches("BEGIN:VEVENT").count();
    let rates = compare(FEED, &[], &format!("/{}", feed.body.len()))?;
    table.judge("public feed, kept (as it is)", rates.ratio(), "of constant", AtLeast(0.5));
    table.note("its answers in a second", rates.ours, "1/s");
    table.note("constant of the same size", rates.constant, "1/s");
    table.note("events in it", events as f64, "");
    table.note("size of that answer", feed.body.len() as f64, "bytes");
    let gzip = "Accept-Encoding: gzip";
    let packed = whole(&server, FEED, &[gzip])?;
    let rates = compare(FEED, &[gzip], &format!("/{}", packed.body.len()))?;
    table.judge("public feed, kept (gzip)", rates.ratio(), "of constant", AtLeast(0.5));
    table.note("its answers in a second", rates.ours, "1/s");
    table.note("size of that answer", packed.body.len() as f64, "bytes");

    let page_tag = tag(&page)?;
    let feed_tag = tag(&feed)?;
    for (name, path, tag) in [
        ("unchanged public week page (304)", PAGE, &page_tag),
        ("unchanged public feed (304)", FEED, &feed_tag),
    ] {
        let known = format!("If-None-Match: {tag}");
        if get(&server.address, path, &[&known])?.status != 304 {
            bail!("{path} does not know its own tag {tag}");
        }
        let rates = compare(path, &[brotli, &known], "/304")?;
        table.judge(name, rates.ratio(), "of constant", AtLeast(0.5));
        table.note("its answers in a second", rates.ours, "1/s");
        table.note("constant 304", rates.constant, "1/s");
    }
    table.judge("memory after the load (PSS)", megabytes(&server)?, "MB", AtMost(60.0));

    // The public address stands in the feed, so it must be the same one again.
    let address = server.address.clone();
    drop(server);
    let again = Server::start_at(&address, &programs.giaoban, &["serve"], &database, folder, "/healthz")?;
    let page = whole(&again, PAGE, &[])?;
    let feed = whole(&again, FEED, &[])?;
    let same = u32::from(tag(&page)? == page_tag) + u32::from(tag(&feed)? == feed_tag);
    table.judge("tags that are the same after a restart", same.into(), "of 2", AtLeast(2.0));
    Ok(())
}

/// From the start of the process to the whole public page, on the demo database.
fn start(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let database = demo(programs, folder)?;
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let server = Server::start(&programs.giaoban, &["serve"], &database, folder, "/")?;
        times.push(server.took.as_secs_f64() * 1000.0);
    }
    table.judge("start to first page, demo database", median(times), "ms", AtMost(150.0));
    Ok(())
}

/// CPU time of a page that nobody kept.
fn render(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let said = read(
        command(&programs.render)
            .env("GIAOBAN_DATABASE", demo(programs, folder)?)
            .env("GIAOBAN_SITE", Mode::Release.folder()),
    )?;
    table.judge("public week page, not kept: CPU", figure(&said, "render_cpu_ms")?, "ms", AtMost(1.0));
    Ok(())
}

/// The demo database of this run.
pub fn demo(programs: &Programs, folder: &Path) -> Result<String> {
    let address = database(folder, "demo.db");
    if !folder.join("demo.db").exists() {
        run(command(&programs.giaoban).arg("demo").env("GIAOBAN_DATABASE", &address))?;
    }
    Ok(address)
}

/// A number that a measuring program printed behind its name.
pub fn figure(said: &str, name: &str) -> Result<f64> {
    said.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.trim().parse().ok())
        .with_context(|| format!("no {name} was printed"))
}

/// The answer at a path, which must be there.
///
/// # Errors
/// When it does not answer, or with something else.
pub fn whole(server: &Server, path: &str, headers: &[&str]) -> Result<Answer> {
    let answer = get(&server.address, path, headers)?;
    if answer.status != 200 {
        bail!("{path} answers {}", answer.status);
    }
    Ok(answer)
}

/// A question whether the answer at this path is still the same.
///
/// # Errors
/// When it does not answer, or with no tag.
pub fn tagged(server: &Server, path: &str) -> Result<Question> {
    let tag = tag(&whole(server, path, &[])?)?;
    Ok(question(&server.address, path, &[&format!("If-None-Match: {tag}")]))
}

fn tag(answer: &Answer) -> Result<String> {
    Ok(answer.header("etag").context("an answer without a tag")?.to_owned())
}

fn question(address: &str, path: &str, headers: &[&str]) -> Question {
    Question {
        url: format!("http://{address}{path}"),
        headers: headers.iter().map(|header| (*header).to_owned()).collect(),
    }
}

fn megabytes(server: &Server) -> Result<f64> {
    Ok(server.memory()? / 1_000_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_whole_name() {
        let said = "feed_20000_ms 210.5\nfeed_2000_ms 19.25\n";
        assert_eq!(figure(said, "feed_2000_ms").unwrap(), 19.25);
        assert!(figure(said, "feed_200_ms").is_err());
    }
}
