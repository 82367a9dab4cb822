//! The door for files: sent in pieces that go on where they were cut off, read whole or
//! in part, and taken from a plain form.
//!
//! Bodies stream through; only here may one be larger than a form. Sending follows tus
//! 1.0.0 (core, creation, expiration, termination). What a file holds is never run: it
//! is handed out sandboxed, under the type that was checked, and to nobody's cache.

mod archive;
mod download;
mod form;
mod name;
mod range;
mod upload;

pub(crate) use form::{is_file_form, take};

use crate::access::{plain, visitor};
use crate::desk::escaped;
use crate::door::Door;
use app::refused::Refused;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, head, post};
use domain::Refusal;
use office::{Desk, Office};
use std::time::Duration;

/// How often what nobody needs any more is swept away.
const SWEPT_EVERY: Duration = Duration::from_secs(3600);

pub(crate) fn router() -> Router<Door> {
    Router::new()
        .route("/files/uploads", post(upload::begin).options(upload::abilities))
        .route(
            "/files/uploads/{key}",
            head(upload::progress).patch(upload::receive).delete(upload::give_up).options(upload::abilities),
        )
        .route("/files/meetings/{id}", get(archive::read))
        .route("/files/{id}", get(download::read))
        .route("/files/{id}/view", get(download::view))
        .layer(DefaultBodyLimit::disable())
}

/// The desk of somebody who reads in a browser; guests are led to sign in first.
async fn reader(door: &Door, headers: &HeaderMap, uri: &Uri) -> Result<Desk, Response> {
    desk(door, headers, uri).await.map_err(|refused| match refused {
        Refused(Refusal::SignInNeeded) => {
            Redirect::to(&format!("/sign-in?next={}", escaped(uri.path()))).into_response()
        }
        other => told(other),
    })
}

/// The desk of whoever asks, or the refusal where nobody is signed in.
async fn desk(door: &Door, headers: &HeaderMap, uri: &Uri) -> Result<Desk, Refused> {
    let visitor = visitor(door, headers, uri).await?;
    if visitor.actor.account.is_none() {
        return Err(Refused(Refusal::SignInNeeded));
    }
    Ok(door.office.desk(visitor.actor))
}

/// A refusal for somebody who reads pages.
fn told(refused: Refused) -> Response {
    plain(refused.0)
}

/// Sweeps at the start and then every hour.
pub(crate) async fn sweep(office: Office) {
    let mut ticks = tokio::time::interval(SWEPT_EVERY);
    loop {
        ticks.tick().await;
        match office::file::sweep(&office).await {
            Ok(swept) if swept == office::file::Swept::default() => {}
            Ok(swept) => tracing::info!(?swept, "files that nobody needs are gone"),
            Err(failure) => {
                tracing::warn!("files cannot be swept: {}", crate::command::one_line(failure));
            }
        }
    }
}
