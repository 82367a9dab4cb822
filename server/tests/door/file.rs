//! Papers in files: sent by tus, read whole and in part, attached by a plain form, and
//! hidden from everybody whom their request is hidden from.

mod plain;
mod sent;

use crate::house::{Page, Person};
use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use base64::Engine as _;
use http_body_util::BodyExt as _;

const PATH: &str = "/desk/requests";
const PIECE: (&str, &str) = ("content-type", "application/offset+octet-stream");

/// A PDF of that length.
fn a_pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((bytes.len()..length).map(|at| (at * 7 % 251) as u8));
    bytes
}

/// The number of the first request in somebody's list.
async fn own_request(person: &Person<'_>) -> String {
    let link = person.reads(PATH).await.value(".requests h2 a", "href").expect("a request");
    link.split("edit=").nth(1).expect("a number").to_owned()
}

/// What is told of a file before it comes.
fn told(name: &str, request: &str) -> String {
    let coded = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
    let confirmed = coded("on");
    format!(
        "filename {},owner {},id {},no_secrets {confirmed}",
        coded(name),
        coded("request"),
        coded(request)
    )
}

async fn announced(person: &Person<'_>, name: &str, request: &str, length: usize) -> Response<Body> {
    let (told, length) = (told(name, request), length.to_string());
    let headers =
        [("upload-length", length.as_str()), ("upload-metadata", &told), ("tus-resumable", "1.0.0")];
    person.asks("POST", "/files/uploads", &headers, Body::empty()).await
}

fn value<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("text"))
}

async fn bytes(response: Response<Body>) -> Vec<u8> {
    response.into_body().collect().await.expect("a body").to_bytes().to_vec()
}

/// Sends all of a file, and gives the address that it is read at.
async fn sent(person: &Person<'_>, name: &str, contents: &[u8]) -> String {
    let request = own_request(person).await;
    let begun = announced(person, name, &request, contents.len()).await;
    assert_eq!(begun.status(), StatusCode::CREATED);
    let at = value(&begun, "location").to_owned();
    let done = person.asks("PATCH", &at, &[PIECE, ("upload-offset", "0")], contents.to_vec().into()).await;
    assert_eq!(done.status(), StatusCode::NO_CONTENT);
    address(&person.reads(&format!("{PATH}?edit={request}")).await, name)
}

/// The address of a paper on the page of its request.
fn address(page: &Page, name: &str) -> String {
    let at = page.texts(".files a:not(.view)").iter().position(|text| text == name);
    let at = at.unwrap_or_else(|| panic!("no paper {name}: {:?}", page.texts(".papers")));
    let document = scraper::Html::parse_document(&page.html);
    let links = scraper::Selector::parse(".files a:not(.view)").expect("a selector");
    document.select(&links).nth(at).and_then(|a| a.value().attr("href")).expect("an address").to_owned()
}

async fn read(person: &Person<'_>, at: &str, headers: &[(&str, &str)]) -> Response<Body> {
    person.asks("GET", at, headers, Body::empty()).await
}

/// Everything that guards a file on its way out.
fn is_guarded(response: &Response<Body>) {
    assert_eq!(value(response, "x-content-type-options"), "nosniff");
    assert_eq!(value(response, "cache-control"), "private, no-store");
    assert!(value(response, "content-security-policy").contains("sandbox"));
    assert!(response.headers().get(header::CONTENT_ENCODING).is_none());
}
