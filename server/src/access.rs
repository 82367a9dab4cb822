//! Signing in and out, and whose request it is.

use crate::door::Door;
use app::access::Secret;
use app::access::kept::{KEPT, KEPT_MAX, Kept};
use app::access::sign_in::{IN_PLACE, SignIn, kept_page, sign_in_page};
use app::fields::Fields;
use app::parts::status;
use app::refused::Refused;
use app::shell::{InPlace, policy};
use app::visit::Visit;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use base64::Engine as _;
use domain::waiting::Counts;
use domain::{Actor, Deed, Locale, Refusal};
use office::access::Newcomer;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tower::ServiceExt as _;

const SESSION: &str = "giaoban";
const LANGUAGE: &str = "lang";
/// As long as an unused session lives in the database.
const FOURTEEN_DAYS: u32 = 14 * 24 * 3600;

/// `rooms` are the pages of those who are signed in: the one that somebody wanted answers
/// their sign-in.
pub(crate) fn router(rooms: Router) -> Router<Door> {
    Router::new()
        .route("/sign-in", get(form).post(sign_in).layer(Extension(Rooms(rooms))))
        .route("/sign-out", post(sign_out))
}

/// The pages behind the door.
#[derive(Clone)]
struct Rooms(Router);

/// What is known of a visitor: who they are, in which language they read.
pub(crate) struct Visitor {
    /// The signed-in person, or nobody.
    pub(crate) actor: Actor,
    /// The secret of their session.
    pub(crate) secret: String,
    /// Their language.
    pub(crate) locale: Locale,
}

/// Finds out who sends a request.
pub(crate) async fn visitor(door: &Door, headers: &HeaderMap, uri: &Uri) -> Result<Visitor, Refused> {
    let secret = cookie(headers, SESSION).unwrap_or_default().to_owned();
    let actor = match secret.as_str() {
        "" => None,
        secret => office::access::actor_of(&door.office, secret).await?,
    };
    Ok(Visitor { actor: actor.unwrap_or_else(Actor::nobody), secret, locale: locale(headers, uri.query()) })
}

/// Puts a visitor into a request, where the pages and server functions find them.
pub(crate) async fn introduce(door: &Door, visitor: Visitor, request: &mut Request) -> Result<(), Refused> {
    let profile = office::setting::profile(&door.office).await?;
    let desk = door.office.desk(visitor.actor.clone());
    // A call of the page's program shows no header.
    let counts = visitor.actor.can(Deed::AnswerInvitation) && !request.uri().path().starts_with("/api/");
    let waits = if counts { office::waiting::own(&desk).await?.counts() } else { Counts::default() };
    let visit = Visit {
        actor: visitor.actor,
        locale: visitor.locale,
        now: desk.now.timestamp_millis(),
        committee: format!("{} {}", profile.committee_short, profile.place_name),
        waits,
        returned: None,
    };
    let extensions = request.extensions_mut();
    extensions.insert(desk);
    extensions.insert(Secret(visitor.secret));
    extensions.insert(visit);
    Ok(())
}

/// The language: asked for, chosen before, or accepted by the browser.
pub(crate) fn locale(headers: &HeaderMap, query: Option<&str>) -> Locale {
    asked_locale(query).or_else(|| cookie(headers, LANGUAGE).and_then(Locale::of_tag)).unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        Locale::accepted(accepted.unwrap_or_default())
    })
}

/// The language of `?lang=`, which is remembered.
pub(crate) fn asked_locale(query: Option<&str>) -> Option<Locale> {
    query?.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Locale::of_tag)
}

/// A cookie that remembers the language for a year.
pub(crate) fn language_cookie(locale: Locale) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{LANGUAGE}={}; Path=/; Max-Age=31536000; SameSite=Lax", locale.tag()))
        .ok()
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

async fn form(
    State(door): State<Door>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let visitor = match visitor(&door, &headers, &uri).await {
        Ok(visitor) => visitor,
        Err(refused) => return plain(refused.0),
    };
    let next = query.get("next").cloned().unwrap_or_default();
    if visitor.actor.account.is_some() {
        return Redirect::to(way_on(&next, &visitor.actor)).into_response();
    }
    let asked = asked_locale(uri.query());
    let mut response = page(&door, visitor.locale, Knock { next, ..Knock::default() }).await;
    if let Some(cookie) = asked.and_then(language_cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn sign_in(
    State(door): State<Door>,
    Extension(Rooms(rooms)): Extension<Rooms>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, 4 * KEPT_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let fields = Fields::of_body(&body);
    let locale = locale(&parts.headers, parts.uri.query());
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let text = |name: header::HeaderName| {
        parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    };
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
    let visit = office::access::Visit {
        client: text(header::USER_AGENT),
        address: door.config.client(peer, forwarded).to_string(),
    };
    let (email, password) = (fields.get("email"), fields.get("password"));
    let kept = Kept::of_body(fields.get(KEPT).as_bytes());
    match office::access::sign_in(&door.office, email, password, &visit).await {
        Ok(Newcomer { secret, actor }) => {
            let next = way_on(fields.get("next"), &actor).to_owned();
            let mut response = match kept {
                None if fields.get(IN_PLACE).is_empty() => Redirect::to(&next).into_response(),
                None => straight_on(rooms, parts, &next, &secret).await,
                kept => page(&door, locale, Knock { next, kept, is_open: true, ..Knock::default() }).await,
            };
            if let Some(cookie) = session_cookie(&door, &secret, FOURTEEN_DAYS) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(failure) => {
            let Refused(refusal) = failure.into();
            let code = status(&refusal);
            let (email, next) = (fields.text("email"), fields.text("next"));
            let knock = Knock { email, next, refusal: Some(refusal), kept, is_open: false };
            let mut response = page(&door, locale, knock).await;
            *response.status_mut() = code;
            response
        }
    }
}

/// The page that somebody signed in for, in the answer to their sign-in: on a slow line the
/// way back and forth to it is half a second. Their browser gives the page its own address
/// before anything is seen. What is no page of a room they are sent to.
async fn straight_on(rooms: Router, mut parts: Parts, next: &str, secret: &str) -> Response {
    let elsewhere = || Redirect::to(next).into_response();
    let (Ok(uri), Ok(session)) = (next.parse(), HeaderValue::from_str(&format!("{SESSION}={secret}"))) else {
        return elsewhere();
    };
    // Of the cookies only the language matters there beside the new session.
    let language = cookie(&parts.headers, LANGUAGE).and_then(Locale::of_tag).and_then(language_cookie);
    (parts.method, parts.uri) = (Method::GET, uri);
    for name in [header::COOKIE, header::CONTENT_TYPE, header::CONTENT_LENGTH] {
        parts.headers.remove(name);
    }
    for cookie in [Some(session), language].into_iter().flatten() {
        parts.headers.append(header::COOKIE, cookie);
    }
    parts.extensions.insert(InPlace(next.to_owned()));
    let asked = Request::from_parts(parts, Body::empty());
    let mut response = rooms.oneshot(asked).await.unwrap_or_else(|never| match never {});
    match HeaderValue::from_str(next) {
        Ok(next) if response.status() == StatusCode::OK => {
            response.headers_mut().insert(header::CONTENT_LOCATION, next);
            response
        }
        _ => elsewhere(),
    }
}

/// The answer to a plain form whose sender is no longer signed in: what was typed goes
/// through the sign-in with them.
pub(crate) async fn sign_in_again(door: &Door, locale: Locale, next: String, body: &[u8]) -> Response {
    let knock = Knock { next, kept: Kept::of_body(body), ..Knock::default() };
    let mut response = page(door, locale, knock).await;
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

/// What the page of the door is about.
#[derive(Default)]
struct Knock {
    email: String,
    next: String,
    refusal: Option<Refusal>,
    kept: Option<Kept>,
    /// Signed in already: only what was kept is still to be sent.
    is_open: bool,
}

async fn sign_out(State(door): State<Door>, headers: HeaderMap, _: Bytes) -> Response {
    if let Some(secret) = cookie(&headers, SESSION)
        && let Err(failure) = office::access::sign_out(&door.office, secret).await
    {
        return plain(Refused::from(failure).0);
    }
    let mut response = Redirect::to("/sign-in").into_response();
    if let Some(cookie) = session_cookie(&door, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    // What this browser kept of the office goes with the person.
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", clear);
    response
}

async fn page(door: &Door, locale: Locale, knock: Knock) -> Response {
    let office = match office::setting::profile(&door.office).await {
        Ok(profile) => profile,
        Err(failure) => return plain(Refused::from(failure).0),
    };
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let nonce = base64::engine::general_purpose::STANDARD.encode(bytes);
    let Knock { email, next, refusal, kept, is_open } = knock;
    let sign_in = SignIn { locale, today: door.office.today(), office, email, next, refusal, kept };
    let write = if is_open { kept_page } else { sign_in_page };
    let html = write(sign_in, &door.site, &nonce);
    let mut response = Html(html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::from_str(&policy(nonce)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// A page of our own to go on to; anything else leads home.
fn way_on<'a>(next: &'a str, actor: &Actor) -> &'a str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if ours { next } else { actor.home() }
}

fn session_cookie(door: &Door, secret: &str, seconds: u32) -> Option<HeaderValue> {
    let secure = if door.config.is_secure() { "; Secure" } else { "" };
    HeaderValue::from_str(&format!(
        "{SESSION}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    ))
    .ok()
}

/// A refusal where no page can be shown.
pub(crate) fn plain(refusal: Refusal) -> Response {
    (status(&refusal), domain::words::refusal(Locale::Vi, &refusal)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_nobody_is_led_away_from_here() {
        let actor = Actor::nobody();
        assert_eq!(way_on("/desk/people?q=1", &actor), "/desk/people?q=1");
        for elsewhere in ["", "https://evil.example", "//evil.example", "/\\evil.example", "desk"] {
            assert_eq!(way_on(elsewhere, &actor), actor.home(), "{elsewhere}");
        }
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let headers: HeaderMap =
            [(header::COOKIE, "xgiaoban=1; giaoban=abc; lang=en".parse().unwrap())].into_iter().collect();
        assert_eq!(cookie(&headers, "giaoban"), Some("abc"));
        assert_eq!(cookie(&headers, "lang"), Some("en"));
        assert_eq!(cookie(&headers, "ban"), None);
    }
}
