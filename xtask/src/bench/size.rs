//! What must travel before somebody can read or work: bytes of the public page and of
//! the first load of the signed-in app.

use std::path::Path;

use anyhow::{Context, Result};

use super::http::get;
use super::process::Server;
use super::table::Table;
use super::table::Target::AtMost;
use super::{Programs, web};
use crate::site::Mode;
use crate::site::manifest::Manifest;

const PAGE: &str = "/";
/// 1 KB is 1,024 bytes: the limit stands for the ten segments that a server may send
/// before it hears anything (RFC 6928).
const FIRST_ANSWER: f64 = 14.0 * 1024.0;
const SCRIPT: f64 = 3.0 * 1024.0;
/// The same limit as in `cargo xtask check`.
const FIRST_LOAD: f64 = 180_000.0;

/// Weighs page and site.
///
/// # Errors
/// When the site was not built or the server does not start.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let database = web::demo(programs, folder)?;
    let server = Server::start(&programs.giaoban, &["serve"], &database, folder, "/healthz")?;
    let packed = get(&server.address, PAGE, &["Accept-Encoding: br"])?;
    let plain = get(&server.address, PAGE, &[])?;
    let html = String::from_utf8(plain.body).context("the public page is not text")?;
    table.judge(
        "public page with its style (brotli)",
        packed.body.len() as f64,
        "bytes",
        AtMost(FIRST_ANSWER),
    );
    table.note("the same, unpacked", html.len() as f64, "bytes");
    let (inside, outside) = scripts(&html);
    let mut bytes = inside;
    for address in &outside {
        bytes += get(&server.address, address, &[])?.body.len();
    }
    table.judge("script of the public page (unpacked)", bytes as f64, "bytes", AtMost(SCRIPT));
    let wasm = html.matches(".wasm").count();
    table.judge("WebAssembly that the public page names", wasm as f64, "files", AtMost(0.0));

    let folder = Mode::Release.folder();
    let manifest = Manifest::read(&folder)?;
    let bytes = manifest.first_load(&folder) as f64;
    table.judge("signed-in first load (brotli)", bytes, "bytes", AtMost(FIRST_LOAD));
    Ok(())
}

/// The bytes of the scripts that stand in a page, and the addresses of the others.
fn scripts(html: &str) -> (usize, Vec<&str>) {
    let (mut bytes, mut addresses) = (0, Vec::new());
    let mut rest = html;
    while let Some((_, script)) = rest.split_once("<script") {
        let Some((attributes, script)) = script.split_once('>') else {
            break;
        };
        let (text, after) = script.split_once("</script>").unwrap_or((script, ""));
        bytes += text.len();
        let address = attributes.split_once("src=").map(|(_, value)| value);
        addresses.extend(address.and_then(|value| value.trim_start_matches('"').split(['"', ' ']).next()));
        rest = after;
    }
    (bytes, addresses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_is_weighed_once() {
        let html = "<head><script>ab</script><script src=\"/a.js\" defer></script></head>\
                    <body><p>script</p><script nonce=x>cde</script>";
        assert_eq!(scripts(html), (5, vec!["/a.js"]));
    }
}
