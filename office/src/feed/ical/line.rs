//! Content lines: what is appended here leaves as lines of at most 75 octets that end in CRLF.
//! A fold falls neither into a UTF-8 character nor into an escape pair such as `\n`: Google drops
//! an event whose pair is torn, although RFC 5545 (3.1) would allow it.

use super::{text, value};

/// RFC 5545, 3.1: octets of a physical line without its line end.
const LIMIT: usize = 75;

/// The bytes written so far, and the logical line being built at their end.
pub(super) struct Lines {
    bytes: Vec<u8>,
    line_start: usize,
    spare: Vec<u8>,
}

impl Lines {
    pub(super) fn with_capacity(octets: usize) -> Self {
        Self { bytes: Vec::with_capacity(octets), line_start: 0, spare: Vec::with_capacity(4096) }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Whole lines of our own making, each at most 75 octets and ended by CRLF.
    pub(super) fn verbatim(&mut self, lines: &str) {
        self.bytes.extend_from_slice(lines.as_bytes());
        self.line_start = self.bytes.len();
    }

    /// One line: `head`, which is ours and ends in a colon, and whatever `body` appends.
    pub(super) fn line(&mut self, head: &str, body: impl FnOnce(&mut Vec<u8>)) {
        self.bytes.extend_from_slice(head.as_bytes());
        body(&mut self.bytes);
        if self.bytes.len() - self.line_start > LIMIT {
            self.fold();
        }
        self.bytes.extend_from_slice(b"\r\n");
        self.line_start = self.bytes.len();
    }

    /// One line with a TEXT value.
    pub(super) fn text(&mut self, head: &str, value: &str) {
        self.line(head, |out| text::push_text(out, value));
    }

    /// One line with a TEXT value, or none when the value is blank.
    pub(super) fn text_unless_blank(&mut self, head: &str, value: &str) {
        if !value.trim().is_empty() {
            self.text(head, value);
        }
    }

    /// One line with a web address, or none when the value is no such thing.
    pub(super) fn web_address(&mut self, head: &str, address: Option<&str>) {
        if let Some(address) = address.filter(|address| value::is_web_address(address)) {
            self.line(head, |out| value::push_uri(out, address));
        }
    }

    fn fold(&mut self) {
        self.spare.clear();
        self.spare.extend_from_slice(&self.bytes[self.line_start..]);
        self.bytes.truncate(self.line_start);
        let mut rest = self.spare.as_slice();
        let mut room = LIMIT;
        while rest.len() > room {
            let (piece, tail) = rest.split_at(last_break(rest, room));
            self.bytes.extend_from_slice(piece);
            self.bytes.extend_from_slice(b"\r\n ");
            rest = tail;
            room = LIMIT - 1;
        }
        self.bytes.extend_from_slice(rest);
    }
}

/// The last place at or before `room` that lies between two whole characters and not behind the
/// first half of an escape pair, which is where the backslashes before it are odd in number.
fn last_break(line: &[u8], room: usize) -> usize {
    let mut at = room;
    while line[at] & 0b1100_0000 == 0b1000_0000 {
        at -= 1;
    }
    let backslashes = line[..at].iter().rev().take_while(|octet| **octet == b'\\');
    at - backslashes.count() % 2
}
