//! The page that somebody signs in for comes with the answer to their sign-in.

use crate::house::{House, Page, form};
use axum::body::Body;
use axum::http::{StatusCode, header};

/// Signs in for a page, in a browser with script or without.
async fn signs_in(house: &House, who: &str, next: &str, in_place: &str) -> (Page, String, String) {
    let email = format!("{who}@minhgiang.example");
    let typed =
        [("email", email.as_str()), ("password", "giao-ban-demo"), ("next", next), ("in_place", in_place)];
    let body = form(&typed);
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept-language", "vi")];
    let answer = house.nobody().asks("POST", "/sign-in", &headers, Body::from(body)).await;
    let said = |name: header::HeaderName| {
        answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    };
    let (place, policy) = (said(header::CONTENT_LOCATION), said(header::CONTENT_SECURITY_POLICY));
    assert!(said(header::SET_COOKIE).starts_with("giaoban="), "a session");
    (Page::of(answer).await, place, policy)
}

#[tokio::test]
async fn a_browser_with_script_is_given_the_page_itself() {
    let house = House::open().await;
    let week = "/desk/weeks/2026-W49?q=%3C/script%3E";
    let (page, place, policy) = signs_in(&house, "thuky", week, "1").await;
    assert_eq!((page.status, place.as_str()), (StatusCode::OK, week));
    assert!(page.has(".board .card"), "the board of whoever signed in");
    assert_eq!(page.text("head script"), format!("history.replaceState(null,'',\"{week}\")"));
    let nonce = page.value("head script", "nonce").expect("a nonce");
    assert!(policy.contains(&format!("'nonce-{nonce}'")), "{policy}");

    let (page, place, _) = signs_in(&house, "sotaichinh", "", "1").await;
    assert_eq!((page.status, place.as_str()), (StatusCode::OK, "/desk"), "their own home");
}

#[tokio::test]
async fn others_and_what_is_no_room_are_sent_there() {
    let house = House::open().await;
    let week = "/desk/weeks/2026-W49";
    let (page, place, _) = signs_in(&house, "thuky", week, "").await;
    assert_eq!((page.status, page.to.as_str(), place.as_str()), (StatusCode::SEE_OTHER, week, ""));
    // A public page, a file, an address that another room leads on, a closed room, nowhere.
    for next in ["/", "/feeds/public.ics", "/desk/weeks", "/desk/journal", "/desk/nowhere"] {
        let (page, place, _) = signs_in(&house, "sotaichinh", next, "1").await;
        let answer = (page.status, page.to.as_str(), place.as_str());
        assert_eq!(answer, (StatusCode::SEE_OTHER, next, ""), "{next}");
    }
}
