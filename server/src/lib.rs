//! The process and its doors: command line, configuration, routes, health.
//!
//! A door reads a request, finds the desk, calls one verb of `office` and
//! writes the answer. It holds no rules and no SQL; pages are in `app`.

#![forbid(unsafe_code)]

mod access;
pub mod assets;
pub mod bulletin;
pub mod cache;
pub mod command;
pub mod config;
mod desk;
pub mod door;
pub mod feed;
mod file;
pub mod front;
mod health;
mod live;
mod observe;
mod origin;
mod serve;

use axum::Router;
use axum::middleware::from_fn_with_state;
use door::Door;
use std::sync::Arc;

/// Every route of the server, grouped by who calls it.
fn routes(door: &Door, bulletin: Arc<bulletin::Counter>, feeds: Arc<feed::Counter>) -> Router {
    let rooms = desk::router(door);
    Router::new()
        // the public and its programs
        .merge(bulletin::router(bulletin))
        .merge(feed::router(feeds))
        // people with an account
        .merge(access::router(rooms.clone().with_state(door.clone())))
        .merge(rooms)
        .merge(live::router())
        .merge(file::router())
        // those who run the server
        .merge(health::router())
        .fallback(desk::nothing_here)
        .layer(from_fn_with_state(door.clone(), origin::same_origin))
        .with_state(door.clone())
}
