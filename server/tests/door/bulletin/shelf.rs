//! Kept answers: true at once after a publication, the same after a restart.

use crate::support::{House, WEEK};
use axum::http::Method;
use domain::schedule::EntryDraft;
use office::schedule;

const ADDRESSES: [&str; 6] = [
    "/",
    "/weeks/2026-W49?view=table",
    "/weeks/2026-W49/changes",
    "/weeks/2026-W49.json",
    "/feeds/public.ics",
    "/feeds/public/leaders/ct.ics",
];

/// Gives the Chairman something public to do on Friday.
pub async fn add(house: &House, content: &str) {
    let board = schedule::board(&house.desk(), WEEK.parse().unwrap()).await.unwrap();
    let leader = board.directory.leaders.iter().find(|l| l.slug == "ct").unwrap().id;
    house
        .save(EntryDraft {
            content: content.to_owned(),
            start: "19:00".to_owned(),
            end: "19:30".to_owned(),
            visibility: "public".to_owned(),
            place: "Hội trường".to_owned(),
            reason: "Thử".to_owned(),
            ..EntryDraft::blank(
                "2026-12-04".parse().unwrap(),
                domain::calendar::SessionPart::Evening,
                Some(leader),
            )
        })
        .await;
}

#[tokio::test]
async fn a_publication_is_read_at_once_and_moves_every_tag() {
    let house = House::open().await;
    let mut before = Vec::new();
    for address in ADDRESSES {
        before.push(house.get(address).await.etag());
    }
    add(&house, "Gặp mặt cuối tuần").await;
    let draft = house.get("/").await;
    assert!(!draft.text().contains("Gặp mặt cuối tuần"), "a draft is not published");
    assert_eq!(draft.etag(), before[0]);

    house.publish(WEEK).await;
    for (address, old) in ADDRESSES.into_iter().zip(before) {
        let stale = house.get_with(address, &[("if-none-match", &old)]).await;
        assert_eq!(stale.status, 200, "{address}");
        assert_ne!(stale.etag(), old, "{address}");
        assert!(stale.text().contains("Gặp mặt cuối tuần"), "{address}");
    }
}

#[tokio::test]
async fn bytes_and_tags_are_the_same_after_a_restart() {
    let mut house = House::open().await;
    let mut before = Vec::new();
    for address in ADDRESSES {
        before.push(house.get(address).await);
    }
    house = house.again().await;
    for (address, old) in ADDRESSES.into_iter().zip(before) {
        let known = house.get_with(address, &[("if-none-match", &old.etag())]).await;
        assert_eq!(known.status, 304, "{address}");
        assert!(known.body.is_empty());
        for name in ["etag", "cache-control", "vary"] {
            assert_eq!(known.header(name), old.header(name), "{address} {name}");
        }
        let new = house.get(address).await;
        assert_eq!((new.etag(), new.body), (old.etag(), old.body), "{address}");
    }
}

#[tokio::test]
async fn one_question_has_one_answer_however_it_is_written() {
    let house = House::open().await;
    let plain = house.get("/weeks/2026-W49?view=leaders").await;
    for written in ["?view=leaders&fbclid=x", "?utm_source=zalo&view=leaders", "?view=leaders&publication="] {
        assert_eq!(house.get(&format!("/weeks/2026-W49{written}")).await.body, plain.body, "{written}");
    }
}

#[tokio::test]
async fn packed_copies_hold_the_same_page() {
    let house = House::open().await;
    let plain = house.get("/").await;
    for (coding, name) in [("br", "br"), ("gzip", "gzip"), ("gzip;q=0.5, br", "br"), ("identity", "")] {
        let packed = house.get_with("/", &[("accept-encoding", coding)]).await;
        assert_eq!(packed.header("content-encoding"), name);
        assert_eq!(packed.header("vary"), "accept-encoding, accept-language, cookie");
        assert_eq!(packed.etag(), plain.etag());
        assert!(plain.etag().starts_with("W/\""), "one tag for all codings is a weak one");
        assert_eq!(unpacked(name, &packed.body), plain.body);
    }
}

#[tokio::test]
async fn a_kept_answer_is_as_complete_as_a_new_one() {
    let house = House::open().await;
    for address in ["/", "/feeds/public.ics"] {
        let new = house.get_with(address, &[("x-request-id", "proxy-1")]).await;
        let kept = house.get_with(address, &[("x-request-id", "proxy-2")]).await;
        let head = house.ask(Method::HEAD, address, &[("x-request-id", "proxy-3")], None).await;
        let known = [("if-none-match", &*new.etag()), ("x-request-id", "proxy-4")];
        let unchanged = house.get_with(address, &known).await;
        for (number, reply) in [&new, &kept, &head, &unchanged].into_iter().enumerate() {
            assert_eq!(reply.header("x-request-id"), format!("proxy-{}", number + 1), "{address}");
            for name in [
                "content-security-policy",
                "cross-origin-opener-policy",
                "permissions-policy",
                "referrer-policy",
                "strict-transport-security",
                "x-content-type-options",
            ] {
                // A browser puts the headers of 304 over those that it kept.
                assert_eq!(reply.header(name), new.header(name), "{address} {name} {number}");
                assert_ne!(reply.header(name), "", "{address} {name}");
            }
        }
        assert_eq!(unchanged.status, 304);
        assert_eq!(unchanged.header("content-type"), "");
        assert_eq!((kept.header("content-type"), &kept.body), (new.header("content-type"), &new.body));
        assert!(head.body.is_empty());
        assert_eq!(head.header("content-type"), new.header("content-type"));
    }
    let (one, two) = (house.get("/").await, house.get("/").await);
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
    assert!(one.header("x-request-id").len() > 4);
}

pub fn unpacked(coding: &str, body: &[u8]) -> Vec<u8> {
    use std::io::Read as _;
    let mut plain = Vec::new();
    match coding {
        "br" => brotli::Decompressor::new(body, 4096).read_to_end(&mut plain).unwrap(),
        "gzip" => flate2::read::GzDecoder::new(body).read_to_end(&mut plain).unwrap(),
        _ => return body.to_vec(),
    };
    plain
}
