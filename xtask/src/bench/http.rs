//! One question to a server on this machine, answered whole: enough to look at what
//! is measured. It refuses bodies without a length.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// What a server answered.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The bytes after the headers, as they were sent.
    pub body: Vec<u8>,
    head: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Asks for a path with these headers ("Name: value").
///
/// # Errors
/// When nobody answers, or not in a way that this can read.
pub fn get(address: &str, path: &str, headers: &[&str]) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut question = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for header in headers {
        question.push_str(header);
        question.push_str("\r\n");
    }
    question.push_str("\r\n");
    stream.write_all(question.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    read(&bytes).with_context(|| format!("the answer to {path}"))
}

fn read(bytes: &[u8]) -> Result<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("has no end of its headers")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    let answer = Answer { status: status.context("has no status")?, body: bytes[end + 4..].to_vec(), head };
    let length = answer.header("content-length").and_then(|length| length.parse::<usize>().ok());
    match length {
        Some(length) if length != answer.body.len() => bail!("ends early"),
        None if answer.header("transfer-encoding").is_some() => {
            Ok(Answer { body: joined(&answer.body)?, ..answer })
        }
        _ => Ok(answer),
    }
}

/// A body that comes in pieces, each behind its length (RFC 9112, section 7.1), put together.
fn joined(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").context("ends early")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end])?, 16)?;
        let piece = rest.get(end + 2..end + 2 + length).context("ends early")?;
        if piece.is_empty() {
            return Ok(whole);
        }
        whole.extend_from_slice(piece);
        rest = rest.get(end + 2 + length + 2..).context("ends early")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_and_a_cut_one_is_not() {
        let whole = read(b"HTTP/1.1 200 OK\r\nETag: W/\"a\"\r\ncontent-length: 2\r\n\r\nok").unwrap();
        assert_eq!((whole.status, whole.body.as_slice()), (200, &b"ok"[..]));
        assert_eq!(whole.header("etag"), Some("W/\"a\""));
        assert!(read(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok").is_err());
        assert!(read(b"HTTP/1.1 200 OK\r\n").is_err());
    }

    #[test]
    fn an_answer_in_pieces_is_put_together_and_a_cut_one_is_not() {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let body = |pieces: &str| read(format!("{head}{pieces}").as_bytes()).map(|answer| answer.body);
        assert_eq!(body("2\r\nok\r\n1\r\n!\r\n0\r\n\r\n").unwrap(), b"ok!");
        for cut in ["", "2\r\nok", "2\r\nok\r\n", "3\r\nok\r\n0\r\n\r\n"] {
            assert!(body(cut).is_err(), "{cut:?}");
        }
    }
}
