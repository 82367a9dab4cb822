//! Browser tests: Playwright with Debian's Chromium against a server of their own.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::node::Node;
use crate::step::{command, run};
use crate::tally::Tally;
use crate::{place, site, system};

/// Lines that are printed of a page on which a story failed.
const PAGE_LINES: usize = 400;
/// Lines that are printed of what it complained about.
const COMPLAINT_LINES: usize = 30;

/// Runs all specs and counts them.
///
/// # Errors
/// When browser, node or server cannot be had.
pub fn test(giaoban: &Path, words: &[String]) -> Result<Tally> {
    let chromium = system::file_from(&["chromium"], chromium)?;
    let Some(node) = Node::get()? else {
        bail!("browser tests need node and npm: install Node.js 20 or newer");
    };
    let office = Office::open(giaoban)?;
    let report = office.folder.join("report.json");
    let _ = node
        .tool("playwright")
        .current_dir(place::root().join("end2end"))
        .args(["test", "--reporter=list,json"])
        .args(words)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("GIAOBAN_CHROMIUM", chromium)
        .env("GIAOBAN_URL", &office.url)
        .status()
        .context("cannot start playwright")?;
    let report = std::fs::read(&report).context("playwright left no report")?;
    let report: Value = serde_json::from_slice(&report)?;
    let count = |key: &str| report["stats"][key].as_u64().unwrap_or_default();
    let broken = report["errors"].as_array().map_or(0, Vec::len) as u64;
    let failed = count("unexpected") + count("flaky") + broken;
    if failed > 0 {
        print_pages();
        under(&report, "suites").for_each(print_complaints);
    }
    Ok(Tally { passed: count("expected"), failed })
}

/// Prints what the pages of failed stories showed: whoever reads a log elsewhere has no
/// folder of pictures.
fn print_pages() {
    let results = std::fs::read_dir(place::root().join("end2end/test-results"));
    for story in results.into_iter().flatten().flatten() {
        let Ok(page) = std::fs::read_to_string(story.path().join("error-context.md")) else { continue };
        println!("\n--- {}", story.file_name().display());
        page.lines().take(PAGE_LINES).for_each(|line| println!("{line}"));
    }
}

/// Prints where and why the stories of a suite failed: last, because a log is often kept
/// only from its end.
fn print_complaints(suite: &Value) {
    under(suite, "suites").for_each(print_complaints);
    for spec in under(suite, "specs") {
        for test in under(spec, "tests") {
            for error in under(test, "results").flat_map(|result| under(result, "errors")) {
                println!("\n--- {} [{}]: {}", spec["file"], test["projectName"], spec["title"]);
                let said = error["message"].as_str().unwrap_or_default();
                said.lines().take(COMPLAINT_LINES).for_each(|line| println!("{line}"));
                println!("at {}", error["location"]);
            }
        }
    }
}

/// The members of a list in the report.
fn under<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().into_iter().flatten()
}

/// Makes the two pictures of the README from a demo office of its own.
///
/// # Errors
/// When browser, node or server cannot be had.
pub fn pictures(giaoban: &Path) -> Result<()> {
    let chromium = system::file_from(&["chromium"], chromium)?;
    let Some(node) = Node::get()? else {
        bail!("pictures need node and npm: install Node.js 20 or newer");
    };
    let folder = place::root().join("docs/pictures");
    std::fs::create_dir_all(&folder)?;
    let office = Office::open(giaoban)?;
    run(node
        .script("pictures.mjs")
        .env("GIAOBAN_CHROMIUM", chromium)
        .env("GIAOBAN_PICTURES", folder)
        .env("GIAOBAN_URL", &office.url))
}

/// Chromium or a relative of it.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(system::find)
}

/// A demo office on a free port with a fresh database in a temporary folder.
struct Office {
    server: Child,
    folder: PathBuf,
    url: String,
}

impl Office {
    fn open(giaoban: &Path) -> Result<Self> {
        let folder = place::target().join("end2end");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let url = format!("http://{address}");
        let with = |word: &str| {
            let mut giaoban = command(giaoban);
            giaoban
                .arg(word)
                .env("GIAOBAN_LISTEN", &address)
                .env("GIAOBAN_PUBLIC_URL", &url)
                .env("GIAOBAN_DATABASE", format!("sqlite://{}", folder.join("giaoban.db").display()))
                .env("GIAOBAN_FILES", format!("file://{}", folder.join("files").display()))
                .env("GIAOBAN_SMTP", format!("file://{}", folder.join("mail").display()))
                .env("GIAOBAN_SITE", site::Mode::Release.folder());
            giaoban
        };
        std::fs::create_dir_all(folder.join("mail"))?;
        run(&mut with("demo"))?;
        let log = std::fs::File::create(folder.join("server.log"))?;
        let server = with("serve").stdout(log.try_clone()?).stderr(log).stdin(Stdio::null()).spawn()?;
        let mut office = Self { server, folder, url };
        office.wait(&address)?;
        Ok(office)
    }

    fn wait(&mut self, address: &str) -> Result<()> {
        let begin = Instant::now();
        while std::net::TcpStream::connect(address).is_err() {
            if self.server.try_wait()?.is_some() || begin.elapsed() > Duration::from_secs(30) {
                let log = std::fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
                bail!("the server did not come up:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
