//! All papers of a meeting that somebody may read, as one archive made on the way out.

use super::name::disposition;
use super::{reader, told};
use crate::door::Door;
use app::refused::Refused;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use domain::{MeetingId, Refusal};

pub(super) async fn read(State(door): State<Door>, Path(id): Path<String>, request: Request) -> Response {
    let desk = match reader(&door, request.headers(), request.uri()).await {
        Ok(desk) => desk,
        Err(elsewhere) => return elsewhere,
    };
    let Ok(id) = id.parse::<MeetingId>() else { return told(Refused(Refusal::NotFound)) };
    match office::meeting::archive(&desk, id).await {
        Ok(archive) => {
            let headers = HeaderMap::from_iter([
                (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
                (header::CONTENT_DISPOSITION, disposition(&archive.name, false)),
                (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
                (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            ]);
            (headers, Body::from_stream(archive.read())).into_response()
        }
        Err(failure) => told(failure.into()),
    }
}
