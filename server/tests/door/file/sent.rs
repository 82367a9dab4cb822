//! Sent by tus 1.0.0 and read.

use super::{PATH, PIECE, a_pdf, announced, bytes, is_guarded, own_request, read, sent, value};
use crate::house::House;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use futures_util::stream;
use std::io;

/// A body that breaks off.
fn cut(contents: &[u8]) -> Body {
    let broken = io::Error::from(io::ErrorKind::ConnectionReset);
    Body::from_stream(stream::iter([Ok(Bytes::copy_from_slice(contents)), Err(broken)]))
}

#[tokio::test]
async fn a_file_is_cut_off_and_goes_on_where_it_stood() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let request = own_request(&officer).await;
    let contents = a_pdf(100_000);
    let begun = announced(&officer, "Tờ trình.pdf", &request, contents.len()).await;
    assert_eq!((begun.status(), value(&begun, "upload-offset")), (StatusCode::CREATED, "0"));
    assert_eq!(value(&begun, "tus-resumable"), "1.0.0");
    let at = value(&begun, "location").to_owned();
    assert!(at.starts_with("/files/uploads/") && at.len() > 40, "{at}");

    officer.asks("PATCH", &at, &[PIECE, ("upload-offset", "0")], cut(&contents[..40_000])).await;
    let asked = officer.asks("HEAD", &at, &[], Body::empty()).await;
    assert_eq!((asked.status(), value(&asked, "upload-offset")), (StatusCode::OK, "40000"));
    assert_eq!((value(&asked, "upload-length"), value(&asked, "cache-control")), ("100000", "no-store"));

    let wrong = officer.asks("PATCH", &at, &[PIECE, ("upload-offset", "39999")], "x".into()).await;
    assert_eq!(wrong.status(), StatusCode::CONFLICT);
    assert_eq!(bytes(wrong).await, br#"{"WrongOffset":{"received":40000}}"#);
    let other = house.sign_in("soxaydung").await;
    for method in ["HEAD", "PATCH", "DELETE"] {
        let headers = [PIECE, ("upload-offset", "40000")];
        let answer = other.asks(method, &at, &headers, Body::empty()).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{method} by another unit");
        let answer = house.nobody().asks(method, &at, &headers, Body::empty()).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{method} by nobody");
    }

    let rest = officer
        .asks("PATCH", &at, &[PIECE, ("upload-offset", "40000")], contents[40_000..].to_vec().into())
        .await;
    assert_eq!((rest.status(), value(&rest, "upload-offset")), (StatusCode::NO_CONTENT, "100000"));
    let page = officer.reads(&format!("{PATH}?edit={request}")).await;
    let paper = super::address(&page, "Tờ trình.pdf");
    assert_eq!(bytes(read(&officer, &paper, &[]).await).await, contents);
    assert!(page.text(".files").contains("PDF, 98 KB · Văn thư Sở Tài chính"), "{}", page.text(".files"));
    assert!(page.text(".requests").contains("1 tệp"));
}

#[tokio::test]
async fn a_file_is_read_by_those_who_may_and_by_nobody_else() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let contents = a_pdf(5_000);
    let paper = sent(&officer, "Tờ trình \"45\".pdf", &contents).await;
    for who in ["sotaichinh", "thuky", "chanhvanphong"] {
        let answer = read(&house.sign_in(who).await, &paper, &[]).await;
        assert_eq!(answer.status(), StatusCode::OK, "{who}");
        is_guarded(&answer);
        assert_eq!(
            (value(&answer, "content-type"), value(&answer, "content-length")),
            ("application/pdf", "5000")
        );
        assert_eq!(
            value(&answer, "content-disposition"),
            "attachment; filename=\"To trinh _45_.pdf\"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20%2245%22.pdf"
        );
        assert_eq!(bytes(answer).await, contents);
    }
    for who in ["soxaydung", "chutich", "quantri"] {
        let person = house.sign_in(who).await;
        let (there, nowhere) = (read(&person, &paper, &[]).await, read(&person, "/files/999999", &[]).await);
        assert_eq!(
            (there.status(), nowhere.status()),
            (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
            "{who}"
        );
        assert_eq!(bytes(there).await, bytes(nowhere).await, "{who} learns nothing");
    }
    let nobody = read(&house.nobody(), &paper, &[]).await;
    assert_eq!(
        (nobody.status(), value(&nobody, "location")),
        (StatusCode::SEE_OTHER, format!("/sign-in?next={paper}").as_str())
    );
    assert_eq!(read(&officer, "/files/x", &[]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn parts_and_copies_are_answered_by_the_tag() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let contents = a_pdf(5_000);
    let paper = sent(&officer, "a.pdf", &contents).await;
    let whole = read(&officer, &paper, &[]).await;
    let tag = value(&whole, "etag").to_owned();
    assert_eq!((tag.len(), value(&whole, "accept-ranges")), (66, "bytes"));

    let part = read(&officer, &paper, &[("range", "bytes=10-19"), ("if-range", &tag)]).await;
    assert_eq!(
        (part.status(), value(&part, "content-range")),
        (StatusCode::PARTIAL_CONTENT, "bytes 10-19/5000")
    );
    is_guarded(&part);
    assert_eq!(bytes(part).await, contents[10..20]);
    let other = read(&officer, &paper, &[("range", "bytes=10-19"), ("if-range", "\"x\"")]).await;
    assert_eq!((other.status(), bytes(other).await.len()), (StatusCode::OK, 5_000));
    let none = read(&officer, &paper, &[("range", "bytes=5000-")]).await;
    assert_eq!(
        (none.status(), value(&none, "content-range")),
        (StatusCode::RANGE_NOT_SATISFIABLE, "bytes */5000")
    );
    let same = read(&officer, &paper, &[("if-none-match", &tag)]).await;
    assert_eq!((same.status(), bytes(same).await.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = officer.asks("HEAD", &paper, &[], Body::empty()).await;
    assert_eq!(
        (head.status(), value(&head, "content-length"), value(&head, "etag")),
        (StatusCode::OK, "5000", tag.as_str())
    );
}

#[tokio::test]
async fn pictures_and_text_are_shown_and_nothing_in_them_runs() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let page = b"<!doctype html><script>alert(1)</script>";
    let paper = sent(&officer, "a.txt", page).await;
    let answer = read(&officer, &paper, &[]).await;
    assert_eq!(value(&answer, "content-type"), "text/plain; charset=utf-8");
    assert!(value(&answer, "content-disposition").starts_with("inline; "));
    is_guarded(&answer);
}

#[tokio::test]
async fn what_is_not_taken_is_refused_at_the_door() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let request = own_request(&officer).await;
    let large = announced(&officer, "a.pdf", &request, 200 * 1024 * 1024 + 1).await;
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(
        bytes(large).await,
        br#"{"Invalid":[{"field":"file","problem":{"TooLarge":{"megabytes":200}}}]}"#
    );
    assert_eq!(announced(&officer, "a.exe", &request, 9).await.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(
        announced(&officer, "a\u{202E}.pdf", &request, 9).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(announced(&officer, "a.pdf", "999999", 9).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        announced(&house.sign_in("soyte").await, "a.pdf", &request, 9).await.status(),
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        announced(&house.sign_in("thuky").await, "a.pdf", &request, 9).await.status(),
        StatusCode::FORBIDDEN
    );
    assert_eq!(announced(&house.nobody(), "a.pdf", &request, 9).await.status(), StatusCode::UNAUTHORIZED);

    let begun = announced(&officer, "a.pdf", &request, 9).await;
    let at = value(&begun, "location").to_owned();
    let offset = ("upload-offset", "0");
    let json =
        officer.asks("PATCH", &at, &[("content-type", "application/json"), offset], Body::empty()).await;
    assert_eq!(json.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(officer.asks("PATCH", &at, &[PIECE], Body::empty()).await.status(), StatusCode::BAD_REQUEST);
    let elsewhere = [PIECE, offset, ("sec-fetch-site", "cross-site")];
    assert_eq!(
        officer.asks("PATCH", &at, &elsewhere, "%PDF-1.7\n".into()).await.status(),
        StatusCode::FORBIDDEN
    );
    let old = officer.asks("PATCH", &at, &[PIECE, offset, ("tus-resumable", "0.2.2")], Body::empty()).await;
    assert_eq!((old.status(), value(&old, "tus-version")), (StatusCode::PRECONDITION_FAILED, "1.0.0"));
    let other = officer.asks("PATCH", &at, &[PIECE, offset], "MZ program".into()).await;
    assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY, "longer than it was announced");
    assert_eq!(
        officer.asks("HEAD", &at, &[], Body::empty()).await.status(),
        StatusCode::NOT_FOUND,
        "nothing is left"
    );

    let begun = announced(&officer, "a.pdf", &request, 9).await;
    let at = value(&begun, "location").to_owned();
    let program = officer.asks("PATCH", &at, &[PIECE, offset], "MZ\0\0\0\0\0\0\0".into()).await;
    assert_eq!(program.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let begun = announced(&officer, "a.pdf", &request, 9).await;
    let at = value(&begun, "location").to_owned();
    assert_eq!(officer.asks("DELETE", &at, &[], Body::empty()).await.status(), StatusCode::NO_CONTENT);
    assert!(!officer.reads(&format!("{PATH}?edit={request}")).await.has(".files"));

    let able = officer.asks("OPTIONS", "/files/uploads", &[], Body::empty()).await;
    assert_eq!(value(&able, "tus-extension"), "creation,expiration,termination");
    assert_eq!(value(&able, "tus-max-size"), "209715200");
}
