//! The public door: pages, data and files of published weeks. Nobody signs in
//! here, nothing personal is written, so every answer can be kept.
//!
//! It reads `office::bulletin` and `office::feed` only, which cannot reach the
//! working week. The pages themselves are in `app::bulletin`.

mod address;
mod answer;
mod data;
mod language;
mod sheet;
mod sitemap;
mod style;

use crate::cache::{Cache, Moment};
use crate::door::Door;
use address::{Address, Wrong, field};
use answer::{answer, refusal};
use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect};
use axum::routing::get;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use language::language;
use std::sync::{Arc, OnceLock};
use style::Style;

/// What the public door keeps between requests.
#[derive(Default)]
pub struct Counter {
    cache: Cache,
    style: OnceLock<Style>,
}

impl Counter {
    fn style(&self, door: &Door) -> &Style {
        self.style.get_or_init(|| Style::of(&door.assets, door.config.is_secure()))
    }
}

/// The routes of the public pages and data.
pub fn router(counter: Arc<Counter>) -> Router<Door> {
    Router::new()
        .route("/", get(read))
        .route("/weeks", get(jump))
        .route("/weeks/{week}", get(read))
        .route("/weeks/{week}/changes", get(read))
        .route("/leaders/{slug}", get(read))
        .route("/subscribe", get(read))
        .route("/sitemap.xml", get(read))
        .layer(Extension(counter))
}

/// The public page for an address that nothing answers.
pub async fn not_found(door: Door, request: Request) -> Response<Body> {
    let (asked, _) = request.into_parts();
    let style = Style::of(&door.assets, door.config.is_secure());
    refusal(&door, &style, &asked, Wrong::Missing).await
}

/// The answer to an address as we write it ourselves, which is found without
/// being understood, when it is kept and still true.
pub(crate) fn kept(door: &Door, counter: &Counter, asked: &Request) -> Option<Response<Body>> {
    let written = asked.uri().path_and_query()?.as_str();
    let (locale, _) = language(asked.uri().query(), asked.headers());
    counter.cache.respond(written, locale, Moment::of(&door.office), asked.headers())
}

async fn read(
    State(door): State<Door>,
    Extension(counter): Extension<Arc<Counter>>,
    request: Request,
) -> Response<Body> {
    let (asked, _) = request.into_parts();
    let (locale, chosen) = language(asked.uri.query(), &asked.headers);
    let moment = Moment::of(&door.office);
    let style = counter.style(&door);
    let address = match Address::read(asked.uri.path(), asked.uri.query()) {
        Ok(address) => address,
        Err(wrong) => return refusal(&door, style, &asked, wrong).await,
    };
    let locale_kept = if address.is_page() { locale } else { domain::Locale::Vi };
    let make = async || answer(&door, style, &address, locale_kept).await;
    let found = counter.cache.find_or(&address.to_string(), locale_kept, moment, make).await;
    let mut response = match found {
        Ok(answer) => answer.respond(&asked.headers).await,
        Err(failure) => return refusal(&door, style, &asked, failure.into()).await,
    };
    if chosen && address.is_page() {
        remember(&mut response, locale);
    }
    response
}

/// A language that was asked for by hand stays; such an answer is not shared.
fn remember(response: &mut Response<Body>, locale: domain::Locale) {
    let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", locale.tag());
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
}

/// "To the week of the day": the form of the page, which works without script.
async fn jump(
    State(door): State<Door>,
    Extension(counter): Extension<Arc<Counter>>,
    request: Request,
) -> Response<Body> {
    let (asked, _) = request.into_parts();
    let day = field(asked.uri.query(), "date").map(|day| day.replace("%2F", "/"));
    let week = match day.as_deref() {
        None | Some("") => Some(IsoWeek::of(door.office.today())),
        Some(day) => spoken::parse_date(day).map(IsoWeek::of),
    };
    match week.filter(|week| week.is_supported()) {
        Some(week) => {
            let mut to = Redirect::to(&format!("/weeks/{week}")).into_response();
            to.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            debug_assert_eq!(to.status(), StatusCode::SEE_OTHER);
            to
        }
        None => refusal(&door, counter.style(&door), &asked, Wrong::Unreadable).await,
    }
}
