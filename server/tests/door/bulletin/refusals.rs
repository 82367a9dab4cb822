//! Addresses that are wrong get a page that says so, in the same look.

use crate::support::{House, WEEK};
use axum::http::Method;
use scraper::{Html, Selector};

#[tokio::test]
async fn what_is_not_there_is_404_and_what_cannot_be_read_is_400() {
    let house = House::open().await;
    for (address, status) in [
        ("/weeks/2026-W54", 404),
        ("/weeks/2026-W1x", 404),
        ("/weeks/1900-W01", 404),
        ("/weeks/..", 404),
        ("/weeks/..%2F..%2Fetc%2Fpasswd", 404),
        ("/weeks/2026-W49.exe", 404),
        ("/weeks/2026-W49.json%00", 404),
        ("/weeks/2026-W49/history", 404),
        ("/leaders/nobody", 404),
        ("/leaders/%3Cscript%3E", 404),
        ("/nothing", 404),
        ("/weeks/2026-W49?publication=99", 404),
        ("/weeks/2026-W49.json?publication=99", 404),
        ("/weeks/2026-W49/changes?publication=99", 404),
        ("/weeks/2026-W49/changes?publication=3&against=98", 404),
        ("/weeks/2026-W49?view=x", 400),
        ("/?view=<b>", 400),
        ("/weeks/2026-W49?publication=-1", 400),
        ("/weeks/2026-W49?publication=one", 400),
        ("/leaders/ct?week=2026-W54", 400),
        ("/weeks?date=1900-01-01", 400),
        ("/weeks?date=tomorrow", 400),
    ] {
        let Ok(address) = address.replace('<', "%3C").replace('>', "%3E").parse::<String>();
        let reply = house.get(&address).await;
        assert_eq!(reply.status, status, "{address}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8", "{address}");
        assert_eq!(reply.header("cache-control"), "no-store", "{address}");
        let page = Html::parse_document(reply.text());
        let way_out = Selector::parse("main a[href='/']").unwrap();
        assert_eq!(page.select(&way_out).count(), 1, "{address}");
        assert!(reply.text().contains("Văn phòng Ủy ban nhân dân tỉnh Minh Giang"), "{address}");
    }
}

#[tokio::test]
async fn the_form_of_the_page_leads_to_the_week_of_a_day() {
    let house = House::open().await;
    for (typed, week) in [
        ("2026-11-05", "/weeks/2026-W45"),
        ("05/11/2026", "/weeks/2026-W45"),
        ("05%2F11%2F2026", "/weeks/2026-W45"),
        ("2027-01-03", "/weeks/2026-W53"),
        ("", "/weeks/2026-W49"),
    ] {
        let reply = house.get(&format!("/weeks?date={typed}")).await;
        assert_eq!((reply.status.as_u16(), reply.header("location")), (303, week), "{typed}");
    }
}

#[tokio::test]
async fn the_public_door_is_for_reading() {
    let house = House::open().await;
    for address in ["/".to_owned(), format!("/weeks/{WEEK}.json"), "/feeds/public.ics".to_owned()] {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"] {
            let reply = house.ask(Method::from_bytes(method.as_bytes()).unwrap(), &address, &[], None).await;
            assert_eq!(reply.status, 405, "{method} {address}");
        }
        let (head, get) = (house.ask(Method::HEAD, &address, &[], None).await, house.get(&address).await);
        assert!(head.body.is_empty() && !get.body.is_empty());
        assert_eq!(head.header("etag"), get.header("etag"));
        assert_eq!(head.header("content-type"), get.header("content-type"));
        assert_eq!(head.header("content-length"), get.body.len().to_string());
    }
}

#[tokio::test]
async fn a_week_that_is_not_published_is_empty_and_not_missing() {
    let house = House::open().await;
    let reply = house.get("/weeks/2026-W50").await;
    assert_eq!(reply.status, 200);
    assert!(reply.text().contains("Lịch tuần này chưa được phát hành."));
    assert!(reply.text().contains("đăng ký lịch với Văn phòng: "), "a deadline says what of");
    let first = house.get("/weeks/1968-W01").await;
    assert_eq!(first.status, 200);
    assert!(!first.text().contains("1967-W"), "no link leads out of the calendar");
}
