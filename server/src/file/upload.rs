//! A file on its way in: tus 1.0.0 with creation, expiration and termination.
//!
//! A refusal is answered with the status that says the same and the refusal itself as
//! JSON, so that the page can find its words.

use super::desk;
use crate::door::Door;
use app::parts::status;
use app::refused::Refused;
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::file::{Owner, Upload};
use domain::{Problem, Refusal};
use office::file::{self, Start};
use std::collections::HashMap;
use std::time::SystemTime;

const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const PIECE: &str = "application/offset+octet-stream";

/// What became of a request: an answer, or why there is none.
type Answered = Result<Response, Response>;

/// What the door can do, and how large a file may be.
pub(super) async fn abilities(State(door): State<Door>) -> Response {
    let rules = match office::setting::file_rules(&door.office).await {
        Ok(rules) => rules,
        Err(failure) => return refused(failure.into()),
    };
    let headers = [
        ("tus-version", HeaderValue::from_static(VERSION)),
        ("tus-extension", HeaderValue::from_static("creation,expiration,termination")),
        ("tus-max-size", HeaderValue::from(rules.bytes())),
    ];
    answer(StatusCode::NO_CONTENT, headers.map(|(name, value)| (HeaderName::from_static(name), value)))
}

pub(super) async fn begin(State(door): State<Door>, request: Request) -> Response {
    let begun = async move {
        let desk = desk(&door, request.headers(), request.uri()).await.map_err(refused)?;
        if let Some(no) = misunderstood(request.headers()) {
            return Err(no);
        }
        let start = announced(request.headers()).map_err(|refusal| refused(Refused(refusal)))?;
        let upload = file::begin(&desk, start).await.map_err(|failure| refused(failure.into()))?;
        let at = HeaderValue::try_from(format!("/files/uploads/{}", upload.key))
            .map_err(|_| wrong("no address"))?;
        let [offset, expires] = stands(&upload);
        Ok(answer(StatusCode::CREATED, [(header::LOCATION, at), offset, expires]))
    };
    either(begun.await)
}

pub(super) async fn progress(
    State(door): State<Door>,
    Path(key): Path<String>,
    request: Request,
) -> Response {
    let found = async move {
        let desk = desk(&door, request.headers(), request.uri()).await.map_err(refused)?;
        if let Some(no) = misunderstood(request.headers()) {
            return Err(no);
        }
        let upload = file::progress(&desk, &key).await.map_err(|failure| refused(failure.into()))?;
        let length = (LENGTH, HeaderValue::from(upload.size.unwrap_or_default()));
        let [offset, expires] = stands(&upload);
        Ok(answer(StatusCode::OK, [length, offset, expires]))
    };
    either(found.await)
}

pub(super) async fn receive(State(door): State<Door>, Path(key): Path<String>, request: Request) -> Response {
    let received = async move {
        let desk = desk(&door, request.headers(), request.uri()).await.map_err(refused)?;
        if let Some(no) = misunderstood(request.headers()) {
            return Err(no);
        }
        if request.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind != PIECE) {
            return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, format!("Content-Type must be {PIECE}\n"))
                .into_response());
        }
        let offset = number(request.headers(), &OFFSET).ok_or_else(|| wrong("Upload-Offset is needed"))?;
        let bytes = request.into_body().into_data_stream();
        let received =
            file::receive(&desk, &key, offset, bytes).await.map_err(|failure| refused(failure.into()))?;
        Ok(answer(StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(received.received))]))
    };
    either(received.await)
}

pub(super) async fn give_up(State(door): State<Door>, Path(key): Path<String>, request: Request) -> Response {
    let gone = async move {
        let desk = desk(&door, request.headers(), request.uri()).await.map_err(refused)?;
        if let Some(no) = misunderstood(request.headers()) {
            return Err(no);
        }
        file::give_up(&desk, &key).await.map_err(|failure| refused(failure.into()))?;
        Ok(answer(StatusCode::NO_CONTENT, []))
    };
    either(gone.await)
}

/// What is announced: length, name, and what the file will belong to.
fn announced(headers: &HeaderMap) -> Result<Start, Refusal> {
    let told = metadata(headers.get(&METADATA).and_then(|v| v.to_str().ok()).unwrap_or_default());
    let text = |name: &str| told.get(name).cloned().unwrap_or_default();
    let row = |name: &str| told.get(name).and_then(|text| text.parse::<i64>().ok());
    let owner = row("id").and_then(|row| Owner::of(&text("owner"), row)).ok_or(Refusal::NotFound)?;
    let size = number(headers, &LENGTH).ok_or_else(|| Refusal::field("file", Problem::Required))?;
    Ok(Start {
        owner,
        name: text("filename"),
        size: Some(size),
        replaces: row("replaces").map(Into::into),
        sha256: told.get("sha256").cloned(),
        reason: text("version_reason"),
        confirmed: !text("no_secrets").is_empty(),
    })
}

/// Names and values as the header has them: `name base64,name base64`.
fn metadata(header: &str) -> HashMap<String, String> {
    let pair = |pair: &str| {
        let (name, value) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
        let value = STANDARD.decode(value.trim()).ok()?;
        Some((name.to_owned(), String::from_utf8(value).ok()?))
    };
    header.split(',').filter_map(pair).collect()
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// The answer to whoever says that they speak another version.
fn misunderstood(headers: &HeaderMap) -> Option<Response> {
    headers.get(&RESUMABLE).filter(|version| *version != VERSION)?;
    let version = (HeaderName::from_static("tus-version"), HeaderValue::from_static(VERSION));
    Some(answer(StatusCode::PRECONDITION_FAILED, [version]))
}

/// Where an upload stands.
fn stands(upload: &Upload) -> [(HeaderName, HeaderValue); 2] {
    let expires = httpdate::fmt_http_date(SystemTime::from(upload.expires));
    let expires = HeaderValue::try_from(expires).unwrap_or(HeaderValue::from_static(""));
    [(OFFSET, HeaderValue::from(upload.received)), (EXPIRES, expires)]
}

fn answer<const N: usize>(status: StatusCode, headers: [(HeaderName, HeaderValue); N]) -> Response {
    let mut response = status.into_response();
    response.headers_mut().extend(headers.into_iter().collect::<HeaderMap>());
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn wrong(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, format!("{why}\n")).into_response()
}

fn refused(Refused(refusal): Refused) -> Response {
    let is = |wanted: &[Problem]| match &refusal {
        Refusal::Invalid(issues) => issues.iter().any(|issue| wanted.contains(&issue.problem)),
        _ => false,
    };
    let too_large = matches!(&refusal, Refusal::Invalid(issues)
        if issues.iter().any(|issue| matches!(issue.problem, Problem::TooLarge { .. })));
    let code = if too_large {
        StatusCode::PAYLOAD_TOO_LARGE
    } else if is(&[Problem::NotAPaper, Problem::OtherContent]) {
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    } else {
        status(&refusal)
    };
    let mut response = (code, Json(refusal)).into_response();
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn either(answered: Answered) -> Response {
    answered.unwrap_or_else(|refused| refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_of_a_file_is_read_and_nonsense_left_out() {
        let told = metadata("filename VOG7nSB0csOsbmgucGRm, owner cmVxdWVzdA==,id Nw==,flag,bad !!!");
        assert_eq!(told["filename"], "Tờ trình.pdf");
        assert_eq!(
            (told["owner"].as_str(), told["id"].as_str(), told["flag"].as_str()),
            ("request", "7", "")
        );
        assert!(!told.contains_key("bad"));
    }

    #[test]
    fn a_file_without_length_or_owner_is_not_announced() {
        let mut headers = HeaderMap::new();
        assert_eq!(announced(&headers).unwrap_err(), Refusal::NotFound);
        let told = HeaderValue::from_static("filename YS5wZGY=,owner cmVxdWVzdA==,id Nw==,no_secrets b24=");
        headers.insert(METADATA, told);
        assert_eq!(announced(&headers).unwrap_err(), Refusal::field("file", Problem::Required));
        headers.insert(LENGTH, HeaderValue::from(12));
        let start = announced(&headers).unwrap();
        assert_eq!((start.name.as_str(), start.size, start.owner.row()), ("a.pdf", Some(12), 7));
        assert!(start.confirmed && start.reason.is_empty());
    }
}
