//! The questions of our program in the browser, asked by somebody else.

use crate::house::House;
use axum::body::{Body, to_bytes};
use axum::http::StatusCode;

/// The status of the answer, and its body.
async fn asked(who: &str, name: &str, body: &str) -> (StatusCode, String) {
    let house = House::open().await;
    let person = if who.is_empty() { house.nobody() } else { house.sign_in(who).await };
    let json = [("content-type", "application/json")];
    let answer = person.asks("POST", &format!("/api/{name}"), &json, Body::from(body.to_owned())).await;
    let status = answer.status();
    let body = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn what_is_wrong_with_a_question_is_not_the_servers_fault() {
    let week = r#"{"week":"2026-W49"}"#;
    for name in ["my/week", "schedule/board"] {
        let (status, body) = asked("", name, week).await;
        assert_eq!((status, body.as_str()), (StatusCode::UNAUTHORIZED, "\"SignInNeeded\""), "{name}");
    }
    assert_eq!(asked("sotaichinh", "schedule/board", week).await.0, StatusCode::FORBIDDEN);
    assert_eq!(asked("thuky", "schedule/board", week).await.0, StatusCode::OK);
    let (status, body) = asked("thuky", "schedule/board", r#"{"month":"2026-12"}"#).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(!body.contains("missing field"), "{body}");
}
