//! A file on its way out.

use super::name::disposition;
use super::range::{Wanted, wanted};
use super::{reader, told};
use crate::cache::is_fresh;
use crate::door::Door;
use app::refused::Refused;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::file::{File, Kind};
use domain::{FileId, Refusal};
use std::time::SystemTime;

/// Nothing in a file may run, load or be framed, whatever it is.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/// What is shown: a browser shows a PDF in a program of its own, which some of them refuse
/// in a sandbox. Nothing may load or run beside it all the same.
const SHOWING: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A file as it is handed out.
pub(super) async fn read(State(door): State<Door>, Path(id): Path<String>, request: Request) -> Response {
    answer(door, id, request, false).await
}

/// A file as a browser shows it: a PDF too, whose contents were looked at when it came.
pub(super) async fn view(State(door): State<Door>, Path(id): Path<String>, request: Request) -> Response {
    answer(door, id, request, true).await
}

async fn answer(door: Door, id: String, request: Request, shows: bool) -> Response {
    let desk = match reader(&door, request.headers(), request.uri()).await {
        Ok(desk) => desk,
        Err(elsewhere) => return elsewhere,
    };
    let Ok(id) = id.parse::<FileId>() else { return told(Refused(Refusal::NotFound)) };
    let opened = match office::file::open(&desk, id).await {
        Ok(opened) => opened,
        Err(failure) => return told(failure.into()),
    };

    let size = opened.file.size;
    let Ok(etag) = HeaderValue::try_from(format!("\"{}\"", opened.file.sha256)) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut headers = lasting(&opened.file);
    headers.insert(header::ETAG, etag.clone());
    if is_fresh(request.headers(), &etag, Some(opened.file.at)) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let (status, part) = match wanted(request.headers(), size, &etag) {
        Wanted::Whole => (StatusCode::OK, 0..size),
        Wanted::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Wanted::Nothing => {
            let has = HeaderValue::try_from(format!("bytes */{size}"))
                .unwrap_or(HeaderValue::from_static("bytes */*"));
            headers.insert(header::CONTENT_RANGE, has);
            return (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response();
        }
    };
    if status == StatusCode::PARTIAL_CONTENT
        && let Ok(sent) = HeaderValue::try_from(format!("bytes {}-{}/{size}", part.start, part.end - 1))
    {
        headers.insert(header::CONTENT_RANGE, sent);
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(part.end - part.start));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(opened.file.kind.media_type()));
    let kind = opened.file.kind;
    let is_viewed = shows && kind == Kind::Pdf;
    if is_viewed {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SHOWING));
    }
    headers.insert(header::CONTENT_DISPOSITION, disposition(&opened.file.name, is_viewed || kind.is_shown()));
    (status, headers, Body::from_stream(opened.read(part))).into_response()
}

/// What holds for every answer about a file.
fn lasting(file: &File) -> HeaderMap {
    let modified = httpdate::fmt_http_date(SystemTime::from(file.at));
    HeaderMap::from_iter([
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
        (header::LAST_MODIFIED, HeaderValue::try_from(modified).unwrap_or(HeaderValue::from_static(""))),
    ])
}
