//! A browser's wire and nothing more: one kept connection, questions with a body,
//! answers with a length. A connection that breaks is an ordinary answer here.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// One connection to the server, with the cookie of a session.
pub struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub cookie: Option<String>,
    pub body: Vec<u8>,
}

impl Client {
    pub fn connect(port: u16, cookie: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), cookie: cookie.to_owned() })
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, "text/plain", "")
    }

    pub fn post(&mut self, path: &str, kind: &str, body: &str) -> io::Result<Answer> {
        self.ask("POST", path, kind, body)
    }

    fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) -> io::Result<Answer> {
        let question = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\
             Cookie: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            self.cookie,
            body.len()
        );
        self.stream.get_mut().write_all(question.as_bytes())?;
        let status = self
            .line()?
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .ok_or(io::ErrorKind::InvalidData)?;
        let (mut length, mut cookie) = (0, None);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().map_err(io::Error::other)?,
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                "transfer-encoding" => return Err(io::ErrorKind::Unsupported.into()),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, cookie, body })
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}
