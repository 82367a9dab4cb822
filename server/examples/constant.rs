//! What the web can do at best on this machine: an axum server that answers the
//! same bytes to everybody, with the listener and runtime of `giaoban serve`.
//!
//! `/{n}` is a body of n bytes, `/304` says that nothing changed. `cargo xtask
//! bench` divides the figures of the real pages by those of this program.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::routing::get;
use axum::serve::ListenerExt as _;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, RwLock};
use tokio::net::TcpListener;

/// No larger body is made.
const LARGEST: usize = 64 * 1024 * 1024;

/// The bodies that were asked for, by their size.
type Bodies = Arc<RwLock<HashMap<usize, Bytes>>>;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::var("GIAOBAN_LISTEN").unwrap_or_else(|_| "127.0.0.1:3001".into());
    let router =
        Router::new().route("/304", get(unchanged)).route("/{size}", get(body)).with_state(Bodies::default());
    let listener = TcpListener::bind(&address).await?.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await
}

async fn unchanged() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    tag(response.headers_mut());
    response
}

async fn body(State(bodies): State<Bodies>, Path(size): Path<usize>) -> Response<Body> {
    if size > LARGEST {
        let mut refused = Response::new(Body::empty());
        *refused.status_mut() = StatusCode::NOT_FOUND;
        return refused;
    }
    let known = bodies.read().ok().and_then(|bodies| bodies.get(&size).cloned());
    let bytes = known.unwrap_or_else(|| {
        let bytes = Bytes::from(vec![b'x'; size]);
        if let Ok(mut bodies) = bodies.write() {
            bodies.insert(size, bytes.clone());
        }
        bytes
    });
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    tag(headers);
    response
}

fn tag(headers: &mut HeaderMap) {
    headers.insert(header::ETAG, HeaderValue::from_static("W/\"constant\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
}
