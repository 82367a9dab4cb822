//! Streams for those who look at a week, a meeting, requests or what is published: that something changed, never
//! what (server-sent events, WHATWG HTML section 9.2). The page asks for the contents
//! itself, by the verb that checks who is asking.

use crate::access::{Visitor, plain, visitor};
use crate::door::Door;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::calendar::week::IsoWeek;
use domain::{MeetingId, Refusal};
use futures_util::stream;
use office::Desk;
use office::live::{Following, Heard, follow_meeting, follow_publications, follow_requests, follow_week};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::{Instant, Interval, interval_at};

/// How often a stream is asked whose it is: who signed out or was locked hears no more.
const ASKED_EVERY: Duration = Duration::from_secs(30);
/// How often something is sent, so that nothing on the way takes the line for dead.
const BREATH: Duration = Duration::from_secs(15);
/// An event without data is none to a browser.
const LOOK: &str = "look";
/// When a browser comes back after the line broke.
const COME_BACK: Duration = Duration::from_secs(1);

pub(crate) fn router() -> Router<Door> {
    Router::new()
        .route("/desk/weeks/{week}/live", get(of_week))
        .route("/desk/requests/live", get(of_requests))
        .route("/desk/meetings/{id}/live", get(of_meeting))
        .route("/my/live", get(of_publications))
}

async fn of_week(State(door): State<Door>, Path(week): Path<String>, request: Request) -> Response {
    let followed = async |desk: &Desk| {
        let week: IsoWeek = week.parse().map_err(|_| Refusal::NotFound)?;
        follow_week(desk, week).await
    };
    open(door.clone(), request, followed).await
}

async fn of_requests(State(door): State<Door>, request: Request) -> Response {
    open(door.clone(), request, follow_requests).await
}

async fn of_meeting(State(door): State<Door>, Path(id): Path<String>, request: Request) -> Response {
    let followed = async |desk: &Desk| {
        let id: MeetingId = id.parse().map_err(|_| Refusal::NotFound)?;
        follow_meeting(desk, id).await
    };
    open(door.clone(), request, followed).await
}

async fn of_publications(State(door): State<Door>, request: Request) -> Response {
    open(door.clone(), request, follow_publications).await
}

async fn open(
    door: Door,
    request: Request,
    follow: impl AsyncFnOnce(&Desk) -> office::Result<Following>,
) -> Response {
    let visitor = match visitor(&door, request.headers(), request.uri()).await {
        Ok(visitor) => visitor,
        Err(refused) => return plain(refused.0),
    };
    let Visitor { actor, secret, .. } = visitor;
    if actor.account.is_none() {
        return plain(Refusal::SignInNeeded);
    }
    let following = match follow(&door.office.desk(actor)).await {
        Ok(following) => following,
        Err(failure) => return plain(app::refused::Refused::from(failure).0),
    };
    let asked = interval_at(Instant::now() + ASKED_EVERY, ASKED_EVERY);
    let line = Line { door, secret, following, asked, is_first: true };
    let events = Sse::new(stream::unfold(line, Line::next)).keep_alive(KeepAlive::new().interval(BREATH));
    let mut response = events.into_response();
    // Proxies that gather an answer before they hand it on would keep all of it.
    response
        .headers_mut()
        .insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

struct Line {
    door: Door,
    secret: String,
    following: Following,
    asked: Interval,
    is_first: bool,
}

impl Line {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        let heard = loop {
            tokio::select! {
                heard = self.following.next() => break heard?,
                _ = self.asked.tick() => {
                    let actor = office::access::actor_of(&self.door.office, &self.secret).await;
                    // A database that does not answer for a moment ends no session.
                    if matches!(actor, Ok(None)) {
                        return None;
                    }
                }
            }
        };
        let event = match heard {
            Heard::Week(version) => Event::default().event("week").data(version.to_string()),
            Heard::People(people) => {
                let people = serde_json::to_string(&*people).unwrap_or_default();
                Event::default().event("people").data(people)
            }
            Heard::Published(week) => Event::default().event("published").data(week.to_string()),
            Heard::Meeting(id) => Event::default().event("meeting").data(id.to_string()),
            Heard::Requests => Event::default().event("requests").data(LOOK),
            Heard::Missed => Event::default().event("missed").data(LOOK),
        };
        let event = if std::mem::take(&mut self.is_first) { event.retry(COME_BACK) } else { event };
        Some((Ok(event), self))
    }
}
