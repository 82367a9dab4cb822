//! What contents say of themselves, against what a name claims.
//!
//! Office files are ZIP archives; their list of contents tells them apart, and programs
//! inside (VBA) make a document one that is not kept. Nothing is ever unpacked.

use super::kind::Kind;

/// How much of the beginning is looked at.
pub const HEAD: usize = 4096;

/// How much of the end may hold the record that ends an archive (APPNOTE 4.3.16: 22
/// bytes and a comment).
pub const DIRECTORY_END: usize = 22 + 65_535;

/// The largest list of contents that is read.
const DIRECTORY_MAX: u64 = 8 * 1024 * 1024;

/// What contents look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A kind that its first bytes give away.
    Signed(Kind),
    /// An archive with these names, and the media type that an OpenDocument begins with.
    Archive {
        /// The names in the archive.
        names: Vec<String>,
        /// The contents of a first entry named `mimetype`.
        media_type: Option<String>,
    },
    /// Text in UTF-8 without control characters.
    Text,
    /// Anything else.
    Other,
}

impl Found {
    /// An archive, from its first bytes and the names in it.
    pub fn archive(head: &[u8], names: Vec<String>) -> Self {
        Found::Archive { names, media_type: first_media_type(head) }
    }
}

/// Whether contents are what a name claims.
pub fn agrees(kind: Kind, found: &Found) -> bool {
    match (kind, found) {
        (Kind::Pdf | Kind::Png | Kind::Jpeg | Kind::Webp, Found::Signed(signed)) => kind == *signed,
        (Kind::Txt, Found::Text) => true,
        (Kind::Docx, Found::Archive { names, .. }) => is_office(names, "word/"),
        (Kind::Xlsx, Found::Archive { names, .. }) => is_office(names, "xl/"),
        (Kind::Pptx, Found::Archive { names, .. }) => is_office(names, "ppt/"),
        (Kind::Odt | Kind::Ods | Kind::Odp, Found::Archive { media_type, .. }) => {
            media_type.as_deref() == Some(kind.media_type())
        }
        _ => false,
    }
}

/// ECMA-376: the list of types and a folder for the program; with VBA inside it is
/// another kind (`.docm`).
fn is_office(names: &[String], folder: &str) -> bool {
    let has_program = |name: &String| name.to_ascii_lowercase().ends_with("vbaproject.bin");
    names.iter().any(|name| name == "[Content_Types].xml")
        && names.iter().any(|name| name.starts_with(folder))
        && !names.iter().any(has_program)
}

/// OpenDocument 1.3, part 2, 3.3: the first entry is `mimetype`, stored as it is.
fn first_media_type(head: &[u8]) -> Option<String> {
    const NAME: &[u8] = b"mimetype";
    let stored = number(head, 8, 2)? == 0;
    let (length, name, extra) = (number(head, 18, 4)?, number(head, 26, 2)?, number(head, 28, 2)?);
    let begin = 30 + usize::try_from(name + extra).ok()?;
    if !stored || head.get(30..30 + NAME.len())? != NAME || name != NAME.len() as u64 {
        return None;
    }
    let media_type = head.get(begin..begin.checked_add(usize::try_from(length).ok()?)?)?;
    String::from_utf8(media_type.to_vec()).ok()
}

/// Where the list of contents of an archive lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Its first byte in the file.
    pub from: u64,
    /// The byte behind it.
    pub to: u64,
}

/// Finds the list of contents, from the last bytes of a file of that length.
pub fn directory(tail: &[u8], size: u64) -> Option<Directory> {
    const END: &[u8] = b"PK\x05\x06";
    let at = tail.windows(END.len()).rposition(|four| four == END)?;
    let (length, from) = (number(tail, at + 12, 4)?, number(tail, at + 16, 4)?);
    let to = from.checked_add(length)?;
    (length <= DIRECTORY_MAX && to <= size).then_some(Directory { from, to })
}

/// The names in a list of contents (APPNOTE 4.3.12); nothing when it cannot be read.
pub fn names(directory: &[u8]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = directory;
    while rest.starts_with(b"PK\x01\x02") {
        let length = |at| usize::try_from(number(rest, at, 2)?).ok();
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        names.push(String::from_utf8_lossy(rest.get(46..46 + name)?).into_owned());
        rest = rest.get(46 + name + extra + comment..)?;
    }
    (rest.is_empty() && !names.is_empty()).then_some(names)
}

/// A number of that many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// Looks whether a stream of bytes is text, piece by piece.
#[derive(Clone, Debug, Default)]
pub struct TextCheck {
    /// The beginning of a letter that the last piece cut in two.
    open: Vec<u8>,
    is_broken: bool,
}

impl TextCheck {
    /// The next piece.
    pub fn see(&mut self, piece: &[u8]) {
        if self.is_broken {
            return;
        }
        let joined;
        let mut bytes = piece;
        if !self.open.is_empty() {
            joined = [std::mem::take(&mut self.open).as_slice(), piece].concat();
            bytes = &joined;
        }
        let (text, rest) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, &[][..]),
            Err(cut) if cut.error_len().is_none() => {
                let (whole, rest) = bytes.split_at(cut.valid_up_to());
                (std::str::from_utf8(whole).unwrap_or_default(), rest)
            }
            Err(_) => {
                self.is_broken = true;
                return;
            }
        };
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}');
        self.is_broken = text.contains(is_control);
        self.open = rest.to_vec();
    }

    /// Whether all of it was text.
    pub fn is_text(&self) -> bool {
        !self.is_broken && self.open.is_empty()
    }
}

#[cfg(test)]
mod tests;
