//! State is changed from our own pages only.
//!
//! A browser says where a request comes from (Sec-Fetch-Site, or Origin in older
//! ones); one that comes from elsewhere is refused. A program that is no
//! browser sends neither and carries nobody's cookie by accident.

use crate::door::Door;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub(crate) async fn same_origin(State(door): State<Door>, request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    if reads || comes_from_here(request.headers(), &door.config.public_url) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This request does not come from a page of this site.\n").into_response()
}

fn comes_from_here(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) if origin == public_url => true,
        Some(origin) => {
            let host = text(header::HOST.as_str()).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, from)| !host.is_empty() && from == host)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        let here =
            |pairs: &[(&'static str, &'static str)]| comes_from_here(&headers(pairs), "https://lich.vn");
        assert!(here(&[]));
        assert!(here(&[("sec-fetch-site", "same-origin")]));
        assert!(!here(&[("sec-fetch-site", "cross-site")]));
        assert!(!here(&[("sec-fetch-site", "same-site"), ("origin", "https://lich.vn")]));
        assert!(here(&[("origin", "https://lich.vn")]));
        assert!(here(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")]));
        assert!(!here(&[("origin", "https://evil.example"), ("host", "lich.vn")]));
        assert!(!here(&[("origin", "null"), ("host", "lich.vn")]));
    }
}
