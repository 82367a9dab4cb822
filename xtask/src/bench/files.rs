//! A paper of 200 MB on its way in and out, and the pack of a meeting on its way out as
//! one archive: beside a plain copy of the same file, and the memory that the server
//! takes for it.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::process::Server;
use super::table::Table;
use super::table::Target::AtMost;
use super::{Programs, database};
use crate::step::{command, run};

const MEGABYTE: usize = 1024 * 1024;
const MEGABYTES: usize = 200;
/// The papers of a pack, and how large each is, in megabytes.
const PACK: (usize, usize) = (3, 60);
/// What the server may take while files pass through.
const MEMORY: f64 = 64.0;

/// Takes all figures of files.
///
/// # Errors
/// When the server does not take the file or gives back another one.
pub fn measure(table: &mut Table, programs: &Programs, folder: &Path) -> Result<()> {
    let url = database(folder, "files.db");
    run(command(&programs.giaoban).arg("demo").env("GIAOBAN_DATABASE", &url))?;
    let server = Server::start(&programs.giaoban, &["serve"], &url, folder, "/healthz")?;
    let paper = folder.join("paper.pdf");
    write(&paper, MEGABYTES)?;

    let copy = folder.join("copy.pdf");
    let began = Instant::now();
    std::fs::copy(&paper, &copy)?;
    File::open(&copy)?.sync_all()?;
    let plain = began.elapsed().as_secs_f64();
    std::fs::remove_file(&copy)?;

    let cookie = sign_in(&server, "sotaichinh")?;
    let request = first_request(&server, &cookie)?;
    let (up, grown) = send(&server, &cookie, ("request", &request), &paper)?;

    let page = ask(&server, "GET", &format!("/desk/requests?edit={request}"), &cookie, &[], None)?;
    let file = between(&page.text, "href=\"/files/", "\"").context("no paper on the page")?;
    let before = server.begin_peak()?;
    let began = Instant::now();
    let read = ask(&server, "GET", &format!("/files/{file}"), &cookie, &[], None)?;
    let down = began.elapsed().as_secs_f64();
    let grown_out = (server.peak()? - before) / MEGABYTE as f64;
    if read.length != MEGABYTES * MEGABYTE {
        bail!("{} bytes came back: {}", read.length, read.head);
    }
    std::fs::remove_file(&paper)?;

    let rate = |seconds: f64| MEGABYTES as f64 / seconds;
    table.note("plain copy of a file of 200 MB, on the disk", rate(plain), "MB/s");
    table.note("the same sent, looked at and kept", rate(up), "MB/s");
    table.note("time of it against the copy", up / plain, "times");
    table.note("the same read", rate(down), "MB/s");
    table.note("time of it against the copy", down / plain, "times");
    table.judge("memory taken while it is sent", grown, "MB", AtMost(MEMORY));
    table.judge("memory taken while it is read", grown_out, "MB", AtMost(MEMORY));
    pack(table, &server, folder, rate(plain))
}

/// The papers of a meeting as one archive; `copy` is what a plain copy does, in MB/s.
fn pack(table: &mut Table, server: &Server, folder: &Path, copy: f64) -> Result<()> {
    let (papers, size) = PACK;
    let cookie = sign_in(server, "thuky")?;
    let page = ask(server, "GET", "/desk/papers/1", &cookie, &[], None)?;
    let lines = page.text.split("id=\"paper").skip(1).filter_map(|line| line.split('"').next());
    let lines: Vec<&str> = lines.take(papers).collect();
    let paper = folder.join("pack.pdf");
    write(&paper, size)?;
    for line in &lines {
        send(server, &cookie, ("material", line), &paper)?;
    }
    std::fs::remove_file(&paper)?;

    let before = server.begin_peak()?;
    let began = Instant::now();
    let archive = ask(server, "GET", "/files/meetings/1", &cookie, &[], None)?;
    let took = began.elapsed().as_secs_f64();
    let grown = (server.peak()? - before) / MEGABYTE as f64;
    let whole = papers * size;
    if archive.length < whole * MEGABYTE {
        bail!("{} bytes of the pack came: {}", archive.length, archive.head);
    }
    let rate = whole as f64 / took;
    table.note("a pack of 3 papers of 60 MB as one archive", rate, "MB/s");
    table.note("time of it against the copy", copy / rate, "times");
    table.judge("memory taken while it goes out", grown, "MB", AtMost(MEMORY));
    Ok(())
}

/// Sends a paper to a thing of a kind; the seconds that it took, and the megabytes that
/// the server took for it.
fn send(server: &Server, cookie: &str, (kind, id): (&str, &str), paper: &Path) -> Result<(f64, f64)> {
    let (kind, id) = (base64(kind), base64(id));
    let told = format!("filename cGFwZXIucGRm,owner {kind},no_secrets b24=,id {id}");
    let length = paper.metadata()?.len().to_string();
    let begin = [("Upload-Length", length.as_str()), ("Upload-Metadata", told.as_str())];
    let begun = ask(server, "POST", "/files/uploads", cookie, &begin, None)?;
    let address = begun.header("location").context("no address for the upload")?.to_owned();

    let before = server.begin_peak()?;
    let began = Instant::now();
    let piece = [("Upload-Offset", "0"), ("Content-Type", "application/offset+octet-stream")];
    let sent = ask(server, "PATCH", &address, cookie, &piece, Some(paper))?;
    let took = began.elapsed().as_secs_f64();
    let grown = (server.peak()? - before) / MEGABYTE as f64;
    if sent.header("upload-offset") != Some(length.as_str()) {
        bail!("the paper was not taken: {}", sent.head);
    }
    Ok((took, grown))
}

/// A file that begins as a PDF does; its bytes do not repeat soon.
fn write(at: &Path, megabytes: usize) -> Result<()> {
    let mut file = File::create(at)?;
    let mut block = vec![0_u8; MEGABYTE];
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for number in 0..megabytes {
        for eight in block.chunks_exact_mut(8) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            eight.copy_from_slice(&seed.to_le_bytes());
        }
        if number == 0 {
            block[..9].copy_from_slice(b"%PDF-1.7\n");
        }
        file.write_all(&block)?;
    }
    Ok(file.sync_all()?)
}

/// Signs in with one of the demo's names; the cookie of the session is the answer.
///
/// # Errors
/// When the server does not answer, or not with a session.
pub fn sign_in(server: &Server, name: &str) -> Result<String> {
    let form = format!("email={name}%40minhgiang.example&password=giao-ban-demo");
    let mut stream = TcpStream::connect(&server.address)?;
    write!(
        stream,
        "POST /sign-in HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        server.address,
        form.len()
    )?;
    let answer = Answer::read(stream)?;
    let cookie = answer.header("set-cookie").context("nobody could sign in")?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

fn first_request(server: &Server, cookie: &str) -> Result<String> {
    let page = ask(server, "GET", "/desk/requests", cookie, &[], None)?;
    Ok(between(&page.text, "?edit=", "\"").context("no request on the page")?.to_owned())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split(after).next()
}

/// Base64 of a short text (RFC 4648).
fn base64(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut coded = String::new();
    for three in text.as_bytes().chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * at)) as usize & 63]);
            coded.push(if at <= three.len() { letter } else { '=' });
        }
    }
    coded
}

/// What a server answered; of a long body only the beginning.
struct Answer {
    head: String,
    text: String,
    length: usize,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    fn read(mut stream: TcpStream) -> Result<Self> {
        const KEPT: usize = 4 * MEGABYTE;
        let (mut kept, mut block, mut all) = (Vec::new(), vec![0; 256 * 1024], 0);
        loop {
            let read = stream.read(&mut block)?;
            if read == 0 {
                break;
            }
            all += read;
            kept.extend_from_slice(&block[..read.min(KEPT.saturating_sub(kept.len()))]);
        }
        let end = kept.windows(4).position(|four| four == b"\r\n\r\n").context("no end of the headers")?;
        let head = String::from_utf8_lossy(&kept[..end]).into_owned();
        let text = String::from_utf8_lossy(&kept[end + 4..]).into_owned();
        Ok(Self { head, text, length: all - end - 4 })
    }
}

fn ask(
    server: &Server,
    method: &str,
    path: &str,
    cookie: &str,
    headers: &[(&str, &str)],
    body: Option<&Path>,
) -> Result<Answer> {
    let mut stream = TcpStream::connect(&server.address)?;
    let length = body.map_or(Ok(0), |file| file.metadata().map(|data| data.len()))?;
    let mut question = format!(
        "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {cookie}\r\nContent-Length: {length}\r\n",
        server.address
    );
    for (name, value) in headers {
        question.push_str(&format!("{name}: {value}\r\n"));
    }
    write!(stream, "{question}\r\n")?;
    if let Some(file) = body {
        std::io::copy(&mut File::open(file)?, &mut stream)?;
    }
    Answer::read(stream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_coded() {
        assert_eq!([base64("7"), base64("12"), base64("request")], ["Nw==", "MTI=", "cmVxdWVzdA=="]);
    }
}
