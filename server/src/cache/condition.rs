//! Conditional requests (RFC 9110, 13): whether the asker's copy is still true.

use axum::http::{HeaderMap, HeaderValue, header};
use chrono::{DateTime, Utc};
use std::time::SystemTime;

/// Whether to answer 304. If-None-Match is compared weakly and alone decides
/// when it is there; If-Modified-Since counts when it is one valid date.
pub fn is_fresh(asked: &HeaderMap, etag: &HeaderValue, modified: Option<DateTime<Utc>>) -> bool {
    if asked.contains_key(header::IF_NONE_MATCH) {
        let lists = asked.get_all(header::IF_NONE_MATCH).iter();
        return lists.filter_map(|list| list.to_str().ok()).any(|list| names(list, etag));
    }
    let mut dates = asked.get_all(header::IF_MODIFIED_SINCE).iter();
    let (Some(modified), Some(date), None) = (modified, dates.next(), dates.next()) else {
        return false;
    };
    let since = date.to_str().ok().and_then(|date| httpdate::parse_http_date(date).ok());
    // Dates on the wire have no fractions of a second.
    since.is_some_and(|since| {
        DateTime::<Utc>::from(since).timestamp() >= modified.timestamp() && since >= SystemTime::UNIX_EPOCH
    })
}

fn names(list: &str, etag: &HeaderValue) -> bool {
    let own = etag.to_str().unwrap_or_default();
    let own = own.strip_prefix("W/").unwrap_or(own);
    list.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: HeaderValue = HeaderValue::from_static("W/\"abc\"");

    fn asked(name: header::HeaderName, values: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name.clone(), HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn tags_are_compared_weakly_in_lists() {
        let fresh = |list| is_fresh(&asked(header::IF_NONE_MATCH, &[list]), &TAG, None);
        assert!(fresh("W/\"abc\"") && fresh("\"abc\"") && fresh("*") && fresh("\"x\", W/\"abc\""));
        assert!(!fresh("\"ab\"") && !fresh("abc") && !fresh("") && !fresh("W/\"ABC\""));
        assert!(is_fresh(&asked(header::IF_NONE_MATCH, &["\"x\"", "\"abc\""]), &TAG, None));
    }

    #[test]
    fn a_date_counts_only_when_it_is_one_valid_date_and_no_tag_is_there() {
        let modified = "2026-12-02T07:05:00.9Z".parse().ok();
        let fresh =
            |dates: &[&'static str]| is_fresh(&asked(header::IF_MODIFIED_SINCE, dates), &TAG, modified);
        assert!(fresh(&["Wed, 02 Dec 2026 07:05:00 GMT"]));
        assert!(!fresh(&["Wed, 02 Dec 2026 07:04:59 GMT"]));
        assert!(!fresh(&["yesterday"]) && !fresh(&[""]));
        assert!(!fresh(&["Wed, 02 Dec 2026 07:05:00 GMT", "Wed, 02 Dec 2026 07:05:00 GMT"]));
        let mut both = asked(header::IF_MODIFIED_SINCE, &["Wed, 02 Dec 2026 07:05:00 GMT"]);
        both.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"other\""));
        assert!(!is_fresh(&both, &TAG, modified));
    }
}
