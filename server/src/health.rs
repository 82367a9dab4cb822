//! For those who run the server: is it alive, is it ready, how is it doing.

use crate::command::one_line;
use crate::door::Door;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Duration;

const TIDY_EVERY: Duration = Duration::from_secs(1);

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts counting.
pub(crate) fn install() -> Result<(), String> {
    let recorder = PrometheusBuilder::new()
        .set_buckets(&[0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0])
        .map_err(|e| e.to_string())?
        .build_recorder();
    let _ = METRICS.set(recorder.handle());
    metrics::set_global_recorder(recorder).map_err(|e| e.to_string())
}

/// Puts what was measured into its buckets now and then. Else every request
/// that was ever answered would wait in memory for somebody to ask.
pub(crate) async fn tidy() {
    let mut ticks = tokio::time::interval(TIDY_EVERY);
    loop {
        ticks.tick().await;
        if let Some(handle) = METRICS.get() {
            handle.run_upkeep();
        }
    }
}

pub(crate) fn router() -> Router<Door> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(readyz))
        .route("/metrics", get(prometheus))
}

/// Ready means: the database answers and has all its tables.
async fn readyz(State(door): State<Door>) -> Response {
    match door.office.ready().await {
        Ok(()) => "database ok\nmigrations ok\n".into_response(),
        Err(failure) => {
            tracing::warn!("not ready: {}", one_line(failure));
            (StatusCode::SERVICE_UNAVAILABLE, "not ready; the log says why\n").into_response()
        }
    }
}

async fn prometheus(State(door): State<Door>) -> Response {
    let Some(handle) = METRICS.get() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    metrics::gauge!("giaoban_publication_stamp").set(door.office.stamp() as f64);
    let text = handle.render();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}
