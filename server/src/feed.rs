//! The door for calendars: public feeds over HTTP (guide: requirements F22-F26).
//!
//! A calendar that asks again with what it has is answered from the stamp of
//! the office, without reading or writing a feed. An address that asks too much
//! is told when to come back, in plain words; nobody is ever sent to a page.

mod limit;

use crate::cache::{Answer, Cache, Moment, is_fresh};
use crate::door::Door;
use crate::observe::carry;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Extension, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::routing::get;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::Locale;
use domain::feed::window;
use limit::Limit;
use office::{Failure, Office, Result, feed};
use sha2::{Digest as _, Sha256};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

const EVERYBODY: &str = "/feeds/public.ics";
const LEADERS: &str = "/feeds/public/leaders/";
const ENDING: &str = ".ics";

/// What the door keeps between requests.
#[derive(Default)]
pub struct Counter {
    cache: Cache,
    limit: Limit,
}

/// The routes of the public feeds.
pub fn router(counter: Arc<Counter>) -> Router<Door> {
    Router::new()
        .route(EVERYBODY, get(everybody))
        .route("/feeds/public/leaders/{file}", get(leader))
        .layer(Extension(counter))
}

/// The feed, when it is kept and still true. Only such a request is counted
/// here; any other one is counted where it is answered.
pub(crate) fn kept(door: &Door, counter: &Counter, asked: &Request) -> Option<Response<Body>> {
    let name = match asked.uri().path() {
        EVERYBODY => "",
        path => path.strip_prefix(LEADERS)?.strip_suffix(ENDING)?,
    };
    let kept = counter.cache.respond(name, Locale::Vi, Moment::of(&door.office), asked.headers())?;
    Some(too_often(door, counter, asked.headers(), asked.extensions()).unwrap_or(kept))
}

async fn everybody(
    State(door): State<Door>,
    Extension(counter): Extension<Arc<Counter>>,
    request: Request,
) -> Response<Body> {
    read(&door, &counter, None, &request.into_parts().0).await
}

async fn leader(
    State(door): State<Door>,
    Extension(counter): Extension<Arc<Counter>>,
    Path(file): Path<String>,
    request: Request,
) -> Response<Body> {
    match file.strip_suffix(ENDING) {
        Some(slug) => read(&door, &counter, Some(slug), &request.into_parts().0).await,
        None => plain(StatusCode::NOT_FOUND, "no such calendar\n"),
    }
}

async fn read(door: &Door, counter: &Counter, slug: Option<&str>, asked: &Parts) -> Response<Body> {
    if let Some(refused) = too_often(door, counter, &asked.headers, &asked.extensions) {
        return refused;
    }
    let moment = Moment::of(&door.office);
    let name = slug.unwrap_or("");
    let etag = match tag(door, name) {
        Ok(etag) => etag,
        Err(failure) => return broken(asked, &failure),
    };
    // Nobody holds this tag without having had these bytes.
    if is_named(&asked.headers, &etag) {
        let mut unchanged = plain(StatusCode::NOT_MODIFIED, "");
        *unchanged.headers_mut() = lasting();
        unchanged.headers_mut().insert(header::ETAG, etag);
        unchanged.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        return unchanged;
    }
    let make = async || make(door, slug, etag).await;
    match counter.cache.find_or(name, Locale::Vi, moment, make).await {
        Ok(answer) => answer.respond(&asked.headers).await,
        Err(failure) if failure.refusal().is_some() => plain(StatusCode::NOT_FOUND, "no such calendar\n"),
        Err(failure) => broken(asked, &failure),
    }
}

async fn make(door: &Door, slug: Option<&str>, etag: HeaderValue) -> Result<Answer> {
    let bytes = feed::public_feed(&door.office, slug, &door.config.public_url).await?;
    let newest = feed::public_validator(&door.office).await?.modified;
    let mut headers = lasting();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    carry(&mut headers, door.config.is_secure());
    let file = format!("inline; filename=\"{}{ENDING}\"", slug.unwrap_or("public"));
    if let Ok(file) = HeaderValue::try_from(file) {
        headers.insert(header::CONTENT_DISPOSITION, file);
    }
    Ok(Answer::new(headers, etag, modified(&door.office, newest), bytes.into()))
}

/// The tag of a feed: what is asked for, what readers can see by now, the week
/// that the window follows, and who writes the bytes. No query, no rendering.
fn tag(door: &Door, name: &str) -> Result<HeaderValue> {
    let (first, _) = window(door.office.today());
    let state = format!(
        "{name}\n{}\n{first}\n{}\n{}",
        door.office.stamp(),
        door.config.public_url,
        env!("CARGO_PKG_VERSION")
    );
    let hash = Sha256::digest(state.as_bytes());
    let hex: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("W/\"{hex}\"")).map_err(|e| Failure::Other(e.to_string()))
}

/// The bytes change with a publication and when a week ends.
fn modified(office: &Office, newest: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let monday = domain::calendar::week::IsoWeek::of(office.today()).monday();
    let began = monday.and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(7);
    newest.map(|newest| newest.max(began))
}

fn is_named(asked: &HeaderMap, etag: &HeaderValue) -> bool {
    let star = asked.get_all(header::IF_NONE_MATCH).iter().any(|list| list.as_bytes().contains(&b'*'));
    // "*" asks whether there is such a calendar at all, which only a look can tell.
    !star && is_fresh(asked, etag, None)
}

/// Counts a request; the answer to one too many.
fn too_often(
    door: &Door,
    counter: &Counter,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> Option<Response<Body>> {
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let list = headers.get("x-forwarded-for").and_then(|list| list.to_str().ok());
    let client = door.config.client(peer.ip(), list);
    let wait = counter.limit.take(client, Instant::now()).err()?;
    let mut refused = plain(StatusCode::TOO_MANY_REQUESTS, "too many requests; see Retry-After\n");
    refused.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    Some(refused)
}

fn lasting() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers
}

fn plain(status: StatusCode, words: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(words));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn broken(asked: &Parts, failure: &Failure) -> Response<Body> {
    tracing::error!(path = asked.uri.path(), error = ?failure, "a feed is broken");
    plain(StatusCode::INTERNAL_SERVER_ERROR, "the calendar cannot be read for the moment\n")
}
