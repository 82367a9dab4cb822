//! What every request meets first: it gets its id, and a finished public answer
//! goes out at once; everything else goes on to the routes.
//!
//! Most people read the same few pages, so this way is short on purpose: no
//! route, no task, no text is made for a kept answer. It writes no answer itself
//! and knows no address; those are in `bulletin` and `feed`.

use crate::door::Door;
use crate::observe::{REQUEST_ID, Tally, carry, request_id};
use crate::{bulletin, feed, routes};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, Uri};
use axum::response::Response;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;
use tower::Service;
use tracing::Instrument as _;

/// The whole server as one service.
#[derive(Clone)]
pub struct Front(Arc<Inside>);

struct Inside {
    door: Door,
    bulletin: Arc<bulletin::Counter>,
    feeds: Arc<feed::Counter>,
    routes: Router,
    tally: Tally,
}

impl Front {
    /// All doors of the office. Counting must have been started before.
    pub fn of(door: Door) -> Self {
        let (bulletin, feeds) = <(Arc<bulletin::Counter>, Arc<feed::Counter>)>::default();
        let routes = routes(&door, Arc::clone(&bulletin), Arc::clone(&feeds));
        Self(Arc::new(Inside { door, bulletin, feeds, routes, tally: Tally::begin() }))
    }
}

impl Inside {
    /// The answer, when it is finished already.
    fn kept(&self, request: &Request) -> Option<Response> {
        if request.method() != Method::GET {
            return None;
        }
        feed::kept(&self.door, &self.feeds, request)
            .or_else(|| bulletin::kept(&self.door, &self.bulletin, request))
    }

    /// Notes an answer and completes it. Queries are not logged: they may hold
    /// what somebody searched for.
    fn finish(&self, asked: (&Method, &Uri), id: HeaderValue, began: Instant, response: &mut Response) {
        let (method, path) = (asked.0, asked.1.path());
        let (status, took) = (response.status(), began.elapsed());
        let (code, ms) = (status.as_u16(), took.as_millis() as u64);
        if status.is_server_error() {
            tracing::error!(?id, %method, path, status = code, ms, "answered");
        } else {
            tracing::debug!(?id, %method, path, status = code, ms, "answered");
        }
        self.tally.count(status, took);
        response.headers_mut().insert(REQUEST_ID, id);
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Answering {
        let began = Instant::now();
        let id = request_id(request.headers());
        if let Some(mut kept) = self.0.kept(&request) {
            self.0.finish((request.method(), request.uri()), id, began, &mut kept);
            return Answering::Now(Some(kept));
        }
        let inside = Arc::clone(&self.0);
        Answering::Later(Box::pin(async move {
            let (method, uri) = (request.method().clone(), request.uri().clone());
            let span = tracing::info_span!("request", ?id, %method, path = uri.path());
            let Ok(mut response) = inside.routes.clone().call(request).instrument(span).await;
            carry(response.headers_mut(), inside.door.config.is_secure());
            inside.finish((&method, &uri), id, began, &mut response);
            response
        }))
    }
}

/// An answer that is there, or is being made.
pub enum Answering {
    /// It is there; nothing is left once it was taken.
    Now(Option<Response>),
    /// It is being made.
    Later(Pin<Box<dyn Future<Output = Response> + Send>>),
}

impl Future for Answering {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Now(kept) => kept.take().map_or(Poll::Pending, |response| Poll::Ready(Ok(response))),
            Self::Later(making) => making.as_mut().poll(context).map(Ok),
        }
    }
}
