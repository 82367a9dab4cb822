//! Making a public answer: read the office, write the page or the data, tag it.

use super::address::{Address, Wrong};
use super::language::language;
use super::style::Style;
use super::{data, sheet, sitemap};
use crate::cache::Answer;
use crate::door::Door;
use crate::observe::carry;
use app::bulletin::{Message, Reader, changes_page, leader_page, message_page, subscribe_page, week_page};
use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use domain::calendar::week::IsoWeek;
use domain::{Locale, Refusal};
use office::{Failure, Result, bulletin, feed, setting};
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

const HTML: &str = "text/html; charset=utf-8";

/// Reads and writes what the address asks for.
///
/// # Errors
/// [`Refusal::NotFound`], or when the database fails.
pub(super) async fn answer(door: &Door, style: &Style, address: &Address, locale: Locale) -> Result<Answer> {
    let office = &door.office;
    let sheet_of = &style.sheet;
    let (kind, body, file) = match address {
        Address::Week { week, view, publication } => {
            let iso = week.unwrap_or_else(|| IsoWeek::of(office.today()));
            let week = bulletin::week(office, iso, *publication).await?;
            let reader = reader(door, locale, address).await?;
            (HTML, week_page(&reader, sheet_of, &week, *view), None)
        }
        Address::Changes { week, to: None, from: None } => {
            let steps = bulletin::history(office, *week).await?;
            let reader = reader(door, locale, address).await?;
            (HTML, changes_page(&reader, sheet_of, *week, &steps), None)
        }
        Address::Changes { week, to, from } => {
            let step = bulletin::changes(office, *week, *from, *to).await?;
            let reader = reader(door, locale, address).await?;
            (HTML, changes_page(&reader, sheet_of, *week, &[step]), None)
        }
        Address::Leader { slug, week } => {
            (HTML, leader(door, style, locale, address, slug, *week).await?, None)
        }
        Address::Subscribe => {
            let leaders = bulletin::leaders(office).await?;
            let reader = reader(door, locale, address).await?;
            (HTML, subscribe_page(&reader, sheet_of, &leaders), None)
        }
        Address::Json { week, publication } => {
            let week = bulletin::week(office, *week, *publication).await?;
            ("application/json", data::json(&week, &door.config.public_url)?, None)
        }
        Address::Csv { week, publication } => {
            let shown = bulletin::week(office, *week, *publication).await?;
            (
                "text/csv; charset=utf-8",
                sheet::csv(&shown),
                Some(format!("attachment; filename=\"lich-{week}.csv\"")),
            )
        }
        Address::File { week } => {
            let file = feed::week_file(office, *week, &door.config.public_url).await?;
            let file = String::from_utf8(file.ok_or(Refusal::NotFound)?);
            let file = file.map_err(|_| Failure::Other("a calendar file is not text".into()))?;
            ("text/calendar; charset=utf-8", file, Some(format!("attachment; filename=\"lich-{week}.ics\"")))
        }
        Address::Sitemap => {
            let weeks = bulletin::published_weeks(office).await?;
            let leaders = bulletin::leaders(office).await?;
            ("application/xml", sitemap::write(&door.config.public_url, &weeks, &leaders), None)
        }
    };
    let mut headers = style.headers.clone();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    if address.is_page() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag()));
    } else {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    if let Some(Ok(file)) = file.map(HeaderValue::try_from) {
        headers.insert(header::CONTENT_DISPOSITION, file);
    }
    carry(&mut headers, door.config.is_secure());
    let body = Bytes::from(body);
    let etag = tag(&body)?;
    Ok(Answer::new(headers, etag, None, body))
}

/// Same bytes, same tag: also after a restart and from another process. Nobody gains by two
/// pages with one tag, so the quick hash is enough.
fn tag(body: &[u8]) -> Result<HeaderValue> {
    HeaderValue::try_from(format!("W/\"{:032x}\"", xxh3_128(body))).map_err(|e| Failure::Other(e.to_string()))
}

async fn reader(door: &Door, locale: Locale, address: &Address) -> Result<Reader> {
    Ok(Reader {
        locale,
        today: door.office.today(),
        here: address.to_string(),
        site: door.config.public_url.clone(),
        office: Arc::clone(&bulletin::frame(&door.office).await?.profile),
    })
}

async fn leader(
    door: &Door,
    style: &Style,
    locale: Locale,
    address: &Address,
    slug: &str,
    week: Option<IsoWeek>,
) -> Result<String> {
    let first = week.unwrap_or_else(|| IsoWeek::of(door.office.today()));
    let mut shown = vec![bulletin::week(&door.office, first, None).await?];
    if first.next().is_supported() {
        shown.push(bulletin::week(&door.office, first.next(), None).await?);
    }
    // The names of the weeks that are shown come before today's.
    let known = shown.iter().flat_map(|week| &week.leaders).find(|l| l.slug == slug).cloned();
    let known = match known {
        Some(leader) => Some(leader),
        None => bulletin::leaders(&door.office).await?.into_iter().find(|l| l.slug == slug),
    };
    let leader = known.ok_or(Refusal::NotFound)?;
    let reader = reader(door, locale, address).await?;
    Ok(leader_page(&reader, &style.sheet, &leader, &shown))
}

/// The page that says no. It is not kept.
pub(super) async fn refusal(door: &Door, style: &Style, asked: &Parts, wrong: Wrong) -> Response<Body> {
    let (locale, _) = language(asked.uri.query(), &asked.headers);
    let (status, message) = match wrong {
        Wrong::Missing => (StatusCode::NOT_FOUND, Message::Missing),
        Wrong::Unreadable => (StatusCode::BAD_REQUEST, Message::Unreadable),
        Wrong::Broken(failure) => {
            // A number that nobody can guess the next of; it only has to be found in the log.
            let reference = format!("{:08x}", RandomState::new().hash_one(0) as u32);
            tracing::error!(reference, path = asked.uri.path(), error = ?failure, "a public page is broken");
            (StatusCode::INTERNAL_SERVER_ERROR, Message::Broken(reference))
        }
    };
    let reader = Reader {
        locale,
        today: door.office.today(),
        here: "/".to_owned(),
        site: door.config.public_url.clone(),
        office: Arc::new(setting::profile(&door.office).await.unwrap_or_default()),
    };
    let mut response = Response::new(Body::from(message_page(&reader, &style.sheet, message)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    *headers = style.headers.clone();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(HTML));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    response
}
