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
    headers: Vec<(String, String)>,
}

impl Answer {
    /// What a header says, by its name in small letters.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    pub fn connect(port: u16, cookie: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), cookie: cookie.to_owned() })
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, &[], b"")
    }

    pub fn post(&mut self, path: &str, kind: &str, body: &str) -> io::Result<Answer> {
        self.ask("POST", path, &[("Content-Type", kind)], body.as_bytes())
    }

    pub fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        self.begin(method, path, headers, body.len())?;
        self.stream.get_mut().write_all(body)?;
        let status = self
            .line()?
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .ok_or(io::ErrorKind::InvalidData)?;
        let (mut length, mut cookie, mut headers) = (0, None, Vec::new());
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else {
                break;
            };
            let name = name.to_ascii_lowercase();
            match name.as_str() {
                "content-length" => length = value.parse().map_err(io::Error::other)?,
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                "transfer-encoding" => return Err(io::ErrorKind::Unsupported.into()),
                _ => {}
            }
            headers.push((name, value.to_owned()));
        }
        let mut body = vec![0; if method == "HEAD" { 0 } else { length }];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, cookie, body, headers })
    }

    /// Says what comes and how long it is, and sends only the beginning of it.
    pub fn break_off(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        sent: usize,
    ) -> io::Result<()> {
        self.begin(method, path, headers, body.len())?;
        self.stream.get_mut().write_all(&body[..sent])
    }

    fn begin(&mut self, method: &str, path: &str, headers: &[(&str, &str)], length: usize) -> io::Result<()> {
        let mut question = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\
             Cookie: {}\r\nContent-Length: {length}\r\n",
            self.cookie
        );
        for (name, value) in headers {
            question.push_str(&format!("{name}: {value}\r\n"));
        }
        question.push_str("\r\n");
        self.stream.get_mut().write_all(question.as_bytes())
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}
