//! What is noted of every request, and what every answer carries.

use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode, header};
use metrics::{Counter, Histogram};
use std::io::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The header with the name of one request and its answer.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// How many requests were answered, how, and in what time.
pub(crate) struct Tally {
    /// Answers that begin with 2, 3, 4, and all others.
    classes: [Counter; 4],
    seconds: Histogram,
}

impl Tally {
    /// Finds the counters once; finding them for every request costs more than
    /// many an answer.
    pub(crate) fn begin() -> Self {
        let class = |status: &'static str| metrics::counter!("giaoban_requests_total", "status" => status);
        Self {
            classes: ["2xx", "3xx", "4xx", "5xx"].map(class),
            seconds: metrics::histogram!("giaoban_request_seconds"),
        }
    }

    /// Counts one answer.
    pub(crate) fn count(&self, status: StatusCode, took: Duration) {
        let [success, redirection, client, server] = &self.classes;
        let class = match status.as_u16() / 100 {
            2 => success,
            3 => redirection,
            4 => client,
            _ => server,
        };
        class.increment(1);
        self.seconds.record(took.as_secs_f64());
    }
}

/// The id that a proxy gave, when it is a plain word, or the next number.
pub(crate) fn request_id(headers: &HeaderMap) -> HeaderValue {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    match headers.get(REQUEST_ID) {
        Some(given) if (1..=64).contains(&given.len()) && given.as_bytes().iter().all(plain) => given.clone(),
        _ => next_id(),
    }
}

/// Two numbers in a room on the stack: 16 digits each are all there can be.
fn next_id() -> HeaderValue {
    let mut room = [0; 33];
    let mut rest = &mut room[..];
    let written = write!(rest, "{:x}-{:x}", *STARTED, NUMBER.fetch_add(1, Ordering::Relaxed));
    let left = rest.len();
    debug_assert!(written.is_ok());
    HeaderValue::from_bytes(&room[..room.len() - left]).unwrap_or(HeaderValue::from_static("-"))
}

/// Tells the ids of two runs apart.
static STARTED: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs())
});

/// Adds the headers that hold for every answer; one that is set already stays.
/// `secure` is whether people come by https.
pub(crate) fn carry(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if secure {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=31536000"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(id: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(REQUEST_ID, HeaderValue::from_static(id))])
    }

    #[test]
    fn an_id_is_the_proxys_or_a_new_one() {
        assert_eq!(request_id(&asked("a-1")), "a-1");
        let (one, two) = (request_id(&HeaderMap::new()), request_id(&asked("<script>")));
        assert!(one != two && one.len() > 4 && two.to_str().unwrap().contains('-'));
        assert_ne!(request_id(&asked("")), "");
    }

    #[test]
    fn each_answer_is_counted_where_the_operator_looks() {
        let recorder = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
        let tally = metrics::with_local_recorder(&recorder, Tally::begin);
        for status in [StatusCode::OK, StatusCode::NOT_MODIFIED, StatusCode::OK, StatusCode::BAD_GATEWAY] {
            tally.count(status, Duration::from_millis(1));
        }
        let told = recorder.handle().render();
        for line in [
            "giaoban_requests_total{status=\"2xx\"} 2",
            "giaoban_requests_total{status=\"3xx\"} 1",
            "giaoban_requests_total{status=\"4xx\"} 0",
            "giaoban_requests_total{status=\"5xx\"} 1",
            "giaoban_request_seconds_count 4",
        ] {
            assert!(told.contains(line), "{line} is not in {told}");
        }
    }

    #[test]
    fn a_header_that_is_set_stays() {
        let mut headers = HeaderMap::new();
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        carry(&mut headers, true);
        assert_eq!(headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
