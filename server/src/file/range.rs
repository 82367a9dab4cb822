//! Which part of a file is asked for (RFC 9110, 14).

use axum::http::{HeaderMap, HeaderValue, header};
use std::ops::Range;

/// What is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

/// Reads what is asked of a file of that length. Several parts, and what cannot be read,
/// ask for all of it; so does a part of a file that has changed meanwhile.
pub(super) fn wanted(asked: &HeaderMap, size: u64, etag: &HeaderValue) -> Wanted {
    let Some(range) = asked.get(header::RANGE).and_then(|v| v.to_str().ok()) else { return Wanted::Whole };
    if asked.get(header::IF_RANGE).is_some_and(|condition| condition != etag) {
        return Wanted::Whole;
    }
    let Some((from, to)) = range.strip_prefix("bytes=").and_then(|part| part.trim().split_once('-')) else {
        return Wanted::Whole;
    };
    let number = |text: &str| text.parse::<u64>();
    let part = match (from, to) {
        ("", last) => match number(last) {
            Ok(0) => return Wanted::Nothing,
            Ok(last) => size.saturating_sub(last)..size,
            Err(_) => return Wanted::Whole,
        },
        (from, "") => match number(from) {
            Ok(from) => from..size,
            Err(_) => return Wanted::Whole,
        },
        (from, to) => match (number(from), number(to)) {
            (Ok(from), Ok(to)) if from <= to => from..size.min(to.saturating_add(1)),
            _ => return Wanted::Whole,
        },
    };
    if part.is_empty() { Wanted::Nothing } else { Wanted::Part(part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &'static str, condition: Option<&'static str>) -> Wanted {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, HeaderValue::from_static(range));
        if let Some(condition) = condition {
            headers.insert(header::IF_RANGE, HeaderValue::from_static(condition));
        }
        wanted(&headers, 1000, &HeaderValue::from_static("\"abc\""))
    }

    #[test]
    fn one_part_is_sent_alone() {
        assert_eq!(asked("bytes=0-0", None), Wanted::Part(0..1));
        assert_eq!(asked("bytes=10-19", None), Wanted::Part(10..20));
        assert_eq!(asked("bytes=990-", None), Wanted::Part(990..1000));
        assert_eq!(asked("bytes=990-5000", None), Wanted::Part(990..1000));
        assert_eq!(asked("bytes=-10", None), Wanted::Part(990..1000));
        assert_eq!(asked("bytes=-5000", None), Wanted::Part(0..1000));
        assert_eq!(wanted(&HeaderMap::new(), 1000, &HeaderValue::from_static("x")), Wanted::Whole);
    }

    #[test]
    fn what_is_not_there_is_said_and_what_is_nonsense_is_ignored() {
        for nothing in ["bytes=1000-", "bytes=5000-6000", "bytes=-0"] {
            assert_eq!(asked(nothing, None), Wanted::Nothing, "{nothing}");
        }
        for whole in ["bytes=20-10", "bytes=a-b", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes", ""] {
            assert_eq!(asked(whole, None), Wanted::Whole, "{whole}");
        }
    }

    #[test]
    fn a_part_of_something_else_is_not_wanted() {
        assert_eq!(asked("bytes=0-0", Some("\"abc\"")), Wanted::Part(0..1));
        assert_eq!(asked("bytes=0-0", Some("\"other\"")), Wanted::Whole);
        assert_eq!(asked("bytes=0-0", Some("W/\"abc\"")), Wanted::Whole, "a weak tag proves nothing");
    }
}
