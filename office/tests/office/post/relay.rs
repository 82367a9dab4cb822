//! A relay that takes one letter and remembers what was said to it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::JoinHandle;

pub struct Relay {
    address: SocketAddr,
    listening: JoinHandle<Heard>,
}

#[derive(Default)]
pub struct Heard {
    pub commands: Vec<String>,
    pub letter: String,
}

impl Relay {
    /// Answers to the letter itself with these words.
    pub fn that_says(words: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let listening = std::thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a caller");
            converse(stream, words).expect("a conversation")
        });
        Self { address, listening }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What was said, when the caller has hung up.
    pub fn heard(self) -> Heard {
        self.listening.join().expect("the relay ended well")
    }
}

fn converse(stream: TcpStream, words: &str) -> std::io::Result<Heard> {
    let mut heard = Heard::default();
    let mut answer = stream.try_clone()?;
    let mut say = |line: &str| answer.write_all(format!("{line}\r\n").as_bytes());
    say("220 relay.example ESMTP")?;
    let mut in_letter = false;
    for line in BufReader::new(stream).split(b'\n') {
        let line = String::from_utf8(line?).expect("UTF-8");
        let line = line.strip_suffix('\r').expect("lines end in CRLF");
        if in_letter {
            if line == "." {
                in_letter = false;
                say(words)?;
                if words.starts_with("250") {
                    return Ok(heard);
                }
            } else {
                heard.letter.push_str(line.strip_prefix('.').unwrap_or(line));
                heard.letter.push_str("\r\n");
            }
            continue;
        }
        heard.commands.push(line.to_owned());
        match line.split(' ').next().unwrap_or_default() {
            "EHLO" => say("250 relay.example")?,
            "DATA" => {
                in_letter = true;
                say("354 go on")?;
            }
            "QUIT" => {
                say("221 bye")?;
                break;
            }
            _ => say("250 OK")?,
        }
    }
    Ok(heard)
}
