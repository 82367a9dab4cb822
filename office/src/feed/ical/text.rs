//! Text that people typed, made fit for a calendar: NFC, no control characters, and in TEXT
//! values the four escapes of RFC 5545 (3.3.11), in parameters the three of RFC 6868.
//! Text is plain here; whoever hands over HTML gets to see its tags.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Appends a TEXT value.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_escaped(out, &cleaned(text), |octet| match octet {
        b'\\' => Some(b"\\\\"),
        b';' => Some(b"\\;"),
        b',' => Some(b"\\,"),
        b'\n' => Some(b"\\n"),
        _ => None,
    });
}

/// Appends a parameter value in its quotes.
pub(super) fn push_quoted(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    push_escaped(out, &cleaned(text), |octet| match octet {
        b'^' => Some(b"^^"),
        b'"' => Some(b"^'"),
        b'\n' => Some(b"^n"),
        _ => None,
    });
    out.push(b'"');
}

/// Copies the text in runs; a line break of any kind reaches `escape` as one `\n`.
fn push_escaped(out: &mut Vec<u8>, text: &str, escape: impl Fn(u8) -> Option<&'static [u8; 2]>) {
    let octets = text.as_bytes();
    let mut run_start = 0;
    for (at, &octet) in octets.iter().enumerate() {
        let instead: &[u8] = match octet {
            b'\n' if at > 0 && octets[at - 1] == b'\r' => b"",
            b'\t' => b" ",
            b'\r' => escape(b'\n').map_or(&[], |pair| pair),
            _ => match escape(octet) {
                Some(pair) => pair,
                None => continue,
            },
        };
        out.extend_from_slice(&octets[run_start..at]);
        out.extend_from_slice(instead);
        run_start = at + 1;
    }
    out.extend_from_slice(&octets[run_start..]);
}

/// The text in NFC, with line breaks and tabs left for the escape.
///
/// What is dropped goes before normalisation: a control character between a letter and its
/// combining mark would otherwise leave them apart.
fn cleaned(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) || is_clean(text) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !is_dropped(*c));
    let kept = kept.map(|c| if is_separator(c) { '\n' } else { c });
    Cow::Owned(kept.nfc().collect())
}

/// The slower look at a text with other characters, which is still cheaper than a copy.
fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| is_dropped(c) || is_separator(c)) && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Characters that need nothing: text made only of them is in NFC as it stands. These are ASCII,
/// the Latin blocks with all of Vietnamese, and common dashes, quotes, bullets and dots.
fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\n' | '\r' | '\t'
        | '\u{A0}'..='\u{2FF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{2027}')
}

/// Control characters, the byte order mark, and the mark of text that was decoded wrongly.
fn is_dropped(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || matches!(c, '\u{FEFF}' | '\u{FFFD}')
}

/// Unicode's own line and paragraph separators: readers that cut text into lines by Unicode's
/// rules would take them for the end of a content line.
fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::{is_dropped, is_plain};

    #[test]
    fn plain_characters_never_need_normalisation_nor_removal() {
        for c in (char::MIN..=char::MAX).filter(|c| is_plain(*c)) {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            assert!(!is_dropped(c), "{c:?}");
        }
    }
}
