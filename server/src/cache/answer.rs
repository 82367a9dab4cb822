//! One finished answer with its packed copies, ready to be sent many times.

use super::coding::{Coding, packed, preferred};
use super::condition::is_fresh;
use crate::observe::REQUEST_ID;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use chrono::{DateTime, Utc};
use std::time::SystemTime;
use tokio::sync::OnceCell;

/// An answer: headers and body, plain and packed. Packed copies are made when
/// they are first asked for, once.
pub struct Answer {
    plain: Packed,
    brotli: OnceCell<Packed>,
    gzip: OnceCell<Packed>,
    /// What 304 carries: browsers put it over what they have kept, policies too,
    /// so these are the same as with the body.
    unchanged: HeaderMap,
    etag: HeaderValue,
    modified: Option<DateTime<Utc>>,
}

struct Packed {
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// An answer with these headers. `etag` must be weak, since one tag stands
    /// for all codings (RFC 9110, 8.8.3).
    pub fn new(
        mut headers: HeaderMap,
        etag: HeaderValue,
        modified: Option<DateTime<Utc>>,
        body: Bytes,
    ) -> Self {
        headers.insert(header::ETAG, etag.clone());
        if let Some(Ok(date)) = modified.map(|at| http_date(at).parse()) {
            headers.insert(header::LAST_MODIFIED, date);
        }
        let vary = match headers.get(header::VARY).and_then(|v| v.to_str().ok()) {
            Some(others) => HeaderValue::try_from(format!("accept-encoding, {others}")).ok(),
            None => None,
        };
        let vary = vary.unwrap_or(HeaderValue::from_static("accept-encoding"));
        headers.insert(header::VARY, vary);
        // The place of each request's id, so that it moves nothing when it comes.
        headers.insert(REQUEST_ID, HeaderValue::from_static("-"));
        let mut unchanged = headers.clone();
        for of_the_body in [header::CONTENT_TYPE, header::CONTENT_LANGUAGE, header::CONTENT_DISPOSITION] {
            unchanged.remove(of_the_body);
        }
        Self {
            plain: Packed { headers, body },
            brotli: OnceCell::new(),
            gzip: OnceCell::new(),
            unchanged,
            etag,
            modified,
        }
    }

    /// What is sent to whoever asked with these headers: 304 without a body, or
    /// 200 in the best coding that they accept.
    pub async fn respond(&self, asked: &HeaderMap) -> Response<Body> {
        if is_fresh(asked, &self.etag, self.modified) {
            return response(StatusCode::NOT_MODIFIED, &self.unchanged, Body::empty());
        }
        let copy = self.copy(preferred(asked)).await;
        response(StatusCode::OK, &copy.headers, Body::from(copy.body.clone()))
    }

    /// The same at once, unless a packed copy must be made first.
    pub fn ready(&self, asked: &HeaderMap) -> Option<Response<Body>> {
        if is_fresh(asked, &self.etag, self.modified) {
            return Some(response(StatusCode::NOT_MODIFIED, &self.unchanged, Body::empty()));
        }
        let copy = match preferred(asked) {
            Coding::Plain => &self.plain,
            Coding::Brotli => self.brotli.get()?,
            Coding::Gzip => self.gzip.get()?,
        };
        Some(response(StatusCode::OK, &copy.headers, Body::from(copy.body.clone())))
    }

    /// The bytes that this answer holds in memory.
    pub fn weight(&self) -> usize {
        let packed = [&self.brotli, &self.gzip];
        let packed: usize = packed.iter().filter_map(|c| c.get()).map(|c| c.body.len()).sum();
        self.plain.body.len() + packed + 4096
    }

    async fn copy(&self, coding: Coding) -> &Packed {
        let (cell, name) = match coding {
            Coding::Plain => return &self.plain,
            Coding::Brotli => (&self.brotli, "br"),
            Coding::Gzip => (&self.gzip, "gzip"),
        };
        cell.get_or_init(async || {
            let plain = self.plain.body.clone();
            match tokio::task::spawn_blocking(move || packed(coding, &plain)).await {
                Ok(packed) => {
                    let mut headers = self.plain.headers.clone();
                    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
                    Packed { headers, body: packed.into() }
                }
                // Only while the process ends; the plain copy is right as well.
                Err(_) => Packed { headers: self.plain.headers.clone(), body: self.plain.body.clone() },
            }
        })
        .await
    }
}

fn response(status: StatusCode, headers: &HeaderMap, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers.clone();
    response
}

fn http_date(at: DateTime<Utc>) -> String {
    httpdate::fmt_http_date(SystemTime::from(at))
}
