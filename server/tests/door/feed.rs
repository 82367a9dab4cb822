//! Feeds over HTTP, as calendars fetch them (guide: F1, F9, F15-F17, F20, F22-F26).

use crate::bulletin::shelf::{add, unpacked};
use crate::support::{House, Reply, WEEK};
use axum::http::Method;

const FEED: &str = "/feeds/public.ics";
const LEADER: &str = "/feeds/public/leaders/ct.ics";

async fn known(house: &House, address: &str, headers: &[(&str, &str)]) -> Reply {
    house.get_with(address, headers).await
}

#[tokio::test]
async fn f22_the_head_of_a_feed_is_what_calendars_need() {
    let house = House::open().await;
    for (address, file) in [(FEED, "public.ics"), (LEADER, "ct.ics")] {
        for accept in ["*/*", "text/html", "application/json", ""] {
            let reply = known(&house, address, &[("accept", accept)]).await;
            assert_eq!(reply.status, 200);
            assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
            assert_eq!(reply.header("content-disposition"), format!("inline; filename=\"{file}\""));
            assert_eq!(reply.header("x-content-type-options"), "nosniff");
            assert_eq!(reply.header("set-cookie"), "");
        }
    }
}

#[tokio::test]
async fn f1_and_f9_the_bytes_are_lines_without_a_method() {
    let house = House::open().await;
    for address in [FEED, LEADER] {
        let reply = house.get(address).await;
        let text = reply.text();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        let bare = text.replace("\r\n", "");
        assert!(!bare.contains(['\r', '\n']), "every line ends in CRLF");
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        for never in ["\r\nMETHOD", "\r\nATTENDEE", "BEGIN:VALARM", "mailto:"] {
            assert!(!text.contains(never), "{never}");
        }
    }
}

#[tokio::test]
async fn f15_and_f17_who_is_cancelled_keeps_its_name_and_says_so() {
    let house = House::open().await;
    let reply = house.get(FEED).await;
    let event = |uid: &str| {
        let text = reply.text().replace("\r\n ", "");
        let found = text.split("BEGIN:VEVENT").find(|event| event.contains(&format!("\r\nUID:{uid}\r\n")));
        found.unwrap().to_owned()
    };
    let cancelled = event("demo-e33@giaoban");
    assert!(cancelled.contains("\r\nSTATUS:CANCELLED\r\n") && cancelled.contains("\r\nSUMMARY:[HỦY] "));
    assert!(cancelled.contains("\r\nSEQUENCE:1\r\n"));
    assert!(event("demo-e19@giaoban").contains("\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261201T163000\r\n"));
    assert!(event("demo-e02@giaoban").contains("\r\nSEQUENCE:0\r\n"));
    // The same event has the same name in the leader's feed and in the download.
    for address in [LEADER, "/weeks/2026-W49.ics"] {
        assert!(house.get(address).await.text().contains("\r\nUID:demo-e19@giaoban\r\n"), "{address}");
    }
}

#[tokio::test]
async fn a_leader_has_what_is_his_and_nobody_elses() {
    let house = House::open().await;
    let week = office::bulletin::week(&house.office, WEEK.parse().unwrap(), None).await.unwrap();
    let text = house.get(LEADER).await;
    for entry in week.entries {
        let his = entry.face.leaders.iter().any(|l| l.slug == "ct");
        assert_eq!(text.text().contains(&format!("\r\nUID:{}\r\n", entry.uid)), his, "{}", entry.uid);
    }
    for wrong in
        ["/feeds/public/leaders/nobody.ics", "/feeds/public/leaders/ct", "/feeds/public/leaders/CT.ics"]
    {
        let reply = known(&house, wrong, &[("if-none-match", "*")]).await;
        assert_eq!(reply.status, 404, "{wrong}");
        assert!(!reply.text().contains("VCALENDAR") && !reply.text().contains("<html"));
    }
}

#[tokio::test]
async fn f23_who_has_it_already_is_told_so() {
    let house = House::open().await;
    let first = house.get(FEED).await;
    let (etag, modified) = (first.etag(), first.header("last-modified").to_owned());
    assert_eq!(modified, "Wed, 02 Dec 2026 07:05:00 GMT");
    let strong = etag.trim_start_matches("W/").to_owned();
    let list = format!("\"x\", {etag}");
    for tag in [&etag, &strong, &list, "*"] {
        let reply = known(&house, FEED, &[("if-none-match", tag)]).await;
        assert_eq!((reply.status.as_u16(), reply.body.len()), (304, 0), "{tag}");
        assert_eq!(reply.etag(), etag);
        assert_eq!(reply.header("cache-control"), "public, max-age=300");
        assert_eq!(reply.header("vary"), "accept-encoding");
    }
    for headers in [
        [("if-none-match", "\"other\""), ("if-modified-since", modified.as_str())],
        [("if-modified-since", "Wed, 02 Dec 2026 07:04:59 GMT"), ("accept", "*/*")],
        [("if-modified-since", "the day before yesterday"), ("accept", "*/*")],
    ] {
        assert_eq!(known(&house, FEED, &headers).await.status, 200, "{headers:?}");
    }
    let since = known(&house, FEED, &[("if-modified-since", &modified)]).await;
    assert_eq!(since.status, 304);
    assert_eq!(house.get(FEED).await.body, first.body);
}

#[tokio::test]
async fn f23_a_publication_moves_both_validators() {
    let house = House::open().await;
    let first = house.get(FEED).await;
    add(&house, "Gặp mặt").await;
    house.publish(WEEK).await;
    let stale = [("if-modified-since", first.header("last-modified"))];
    let reply = known(&house, FEED, &stale).await;
    assert_eq!(reply.status, 200);
    assert_ne!(reply.etag(), first.etag());
    assert_ne!(reply.header("last-modified"), first.header("last-modified"));
}

#[tokio::test]
async fn f24_a_feed_is_packed_when_asked_and_plain_when_not() {
    let house = House::open().await;
    let plain = house.get(FEED).await;
    assert_eq!(plain.header("content-encoding"), "");
    let packed = known(&house, FEED, &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_eq!(packed.header("vary"), "accept-encoding");
    assert!(packed.body.len() * 3 < plain.body.len());
    assert_eq!(unpacked("gzip", &packed.body), plain.body);
}

#[tokio::test]
async fn f26_an_address_that_asks_too_much_is_told_when_to_come_back() {
    let house = House::open().await;
    let mut refused = None;
    for _ in 0..400 {
        let reply = house.ask(Method::GET, FEED, &[], Some("192.0.2.7")).await;
        if reply.status == 429 {
            refused = Some(reply);
            break;
        }
        assert_eq!(reply.status, 200);
    }
    let refused = refused.expect("a limit");
    assert!(refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert!(refused.header("content-type").starts_with("text/plain"), "never a page");
    assert_eq!(house.ask(Method::GET, FEED, &[], Some("192.0.2.8")).await.status, 200);
}

#[tokio::test]
async fn f26_behind_a_proxy_each_client_has_its_own_count() {
    let house = House::open().await;
    let house = house
        .configured(|config| {
            config.trusted_proxies = vec!["192.0.2.1".parse::<std::net::IpAddr>().unwrap().into()]
        })
        .await;
    for number in 0..400 {
        let client = format!("203.0.113.{}", number % 2);
        let headers = [("x-forwarded-for", client.as_str())];
        let reply = house.ask(Method::GET, FEED, &headers, Some("192.0.2.1")).await;
        assert_eq!(reply.status, 200, "{number}");
    }
    let fresh = house.ask(Method::GET, FEED, &[("x-forwarded-for", "203.0.113.9")], Some("192.0.2.1")).await;
    assert_eq!(fresh.status, 200);
}

#[test]
fn f25_robots_may_fetch_feeds() {
    let robots = include_str!("../../../public/robots.txt");
    assert!(!robots.contains("/feeds"), "calendars of search engines obey this file");
}
