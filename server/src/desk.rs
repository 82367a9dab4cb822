//! The rooms of signed-in people: pages, server functions, plain forms.

use crate::access::{asked_locale, introduce, language_cookie, plain, sign_in_again, visitor};
use crate::door::Door;
use crate::file::{is_file_form, take};
use app::fields::{Fields, Returned};
use app::parts::status;
use app::refused::{Answer, Refused};
use app::root::App;
use app::shell::shell;
use app::visit::Visit;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use leptos::prelude::{Owner, provide_context};
use leptos::reactive::computed::ScopedFuture;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    AxumRouteListing, LeptosRoutes as _, generate_route_list_with_exclusions, handle_server_fns,
};
use std::sync::OnceLock;
use tower::ServiceExt as _;
use tower_http::compression::CompressionLayer;

/// The secretaries' desk: where the header leads.
const DESK: &str = "/desk";
/// The largest form; files have a door of their own.
const FORM: usize = 1024 * 1024;

pub(crate) fn router(door: &Door) -> Router<Door> {
    let site = door.site.clone();
    let rooms = Router::new().leptos_routes(door, addresses().to_vec(), move || shell(&site));
    // A layer comes after the choice by method, and no page takes a POST: a
    // refused form asks for its page anew.
    let asked_anew: Router = rooms.clone().with_state(door.clone());
    let pages = rooms
        .layer(from_fn_with_state(asked_anew, plain_form))
        .layer(from_fn_with_state(door.clone(), signed_in));
    let functions = Router::new()
        .route("/api/{*name}", post(handle_server_fns))
        .layer(from_fn_with_state(door.clone(), known));
    pages.merge(functions).layer(DefaultBodyLimit::max(FORM)).layer(CompressionLayer::new())
}

/// The addresses of all pages. They are listed once in a process: while Leptos
/// lists, a page that is being rendered elsewhere would wait for its data forever
/// (leptos-rs/leptos#4773).
fn addresses() -> &'static [AxumRouteListing] {
    static ADDRESSES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    ADDRESSES.get_or_init(|| {
        // Server functions have a door of their own: they are no pages and no plain forms.
        let not_rooms = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
        generate_route_list_with_exclusions(App, Some(not_rooms))
    })
}

/// Pages are for people who are signed in; others sign in first and come back.
async fn signed_in(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let visitor = match visitor(&door, &headers, &uri).await {
        Ok(visitor) => visitor,
        Err(refused) => return plain(refused.0),
    };
    if visitor.actor.account.is_none() {
        let here = uri.path_and_query().map_or("/", |p| p.as_str());
        // Files are not kept through a sign-in.
        if request.method() == Method::POST && !is_file_form(request.headers()) {
            return match axum::body::to_bytes(request.into_body(), FORM).await {
                Ok(body) => sign_in_again(&door, visitor.locale, here.to_owned(), &body).await,
                Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
            };
        }
        return Redirect::to(&format!("/sign-in?next={}", escaped(here))).into_response();
    }
    // The header leads everybody to the desk; who has none is sent to their own room.
    let home = visitor.actor.home();
    if uri.path() == DESK && home != DESK {
        return Redirect::to(home).into_response();
    }
    if let Err(refused) = introduce(&door, visitor, &mut request).await {
        return plain(refused.0);
    }
    let asked = asked_locale(uri.query());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(cookie) = asked.and_then(language_cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// Server functions decide themselves who may call them.
async fn known(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let introduced = match visitor(&door, &headers, &uri).await {
        Ok(visitor) => introduce(&door, visitor, &mut request).await,
        Err(refused) => Err(refused),
    };
    match introduced {
        Ok(()) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(refused) => plain(refused.0),
    }
}

/// A form that was sent to its page without our program: the verb is carried
/// out and the person goes on, or the page comes back with what was typed.
async fn plain_form(State(rooms): State<Router>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let (fields, answer) = if is_file_form(&parts.headers) {
        take(&parts, body).await
    } else {
        let Ok(body) = axum::body::to_bytes(body, FORM).await else {
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        };
        let fields = Fields::of_body(&body);
        let answer = carry_out(&parts, &fields).await;
        (fields, answer)
    };
    match answer {
        Ok(way_on) => Redirect::to(&way_on).into_response(),
        Err(Refused(refusal)) => {
            let code = status(&refusal);
            if let Some(visit) = parts.extensions.get_mut::<Visit>() {
                visit.returned =
                    serde_json::to_string(&Returned { fields: fields.without_secrets(), refusal }).ok();
            }
            parts.method = Method::GET;
            let asked = Request::from_parts(parts, Body::empty());
            let mut response = rooms.oneshot(asked).await.unwrap_or_else(|never| match never {});
            if response.status() == StatusCode::OK {
                *response.status_mut() = code;
            }
            response
        }
    }
}

async fn carry_out(parts: &Parts, fields: &Fields) -> Answer<String> {
    let here = parts.uri.path().to_owned();
    let owner = Owner::new();
    let answer = owner.with(|| {
        provide_context(parts.clone());
        ScopedFuture::new(async move { app::post::carry_out(&here, fields).await })
    });
    let answer = answer.await;
    owner.cleanup();
    answer
}

/// A file of the site, or the page that says that nothing is here.
pub(crate) async fn nothing_here(State(door): State<Door>, request: Request) -> Response {
    if let Some(answer) = door.assets.answer(request.uri().path(), request.headers()) {
        return answer;
    }
    crate::bulletin::not_found(door, request).await
}

/// A path as the value of a query (RFC 3986, 3.4).
pub(crate) fn escaped(path: &str) -> String {
    let mut query = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' => query.push(byte.into()),
            other => query.push_str(&format!("%{other:02X}")),
        }
    }
    query
}
