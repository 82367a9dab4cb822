//! The published week for machines.

use crate::support::{House, WEEK};
use serde_json::Value;

#[tokio::test]
async fn json_has_the_promised_fields_and_all_public_entries() {
    let house = House::open().await;
    let reply = house.get(&format!("/weeks/{WEEK}.json")).await;
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    let week: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(week["week"], WEEK);
    assert_eq!(week["publication"]["number"], 3);
    assert_eq!(week["publication"]["published"], "2026-12-02T07:05:00Z");
    assert_eq!(week["entries"].as_array().unwrap().len(), 48);
    let mut names: Vec<&str> = week["entries"][0].as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "acting",
            "changed_in",
            "changes",
            "content",
            "created",
            "date",
            "end",
            "format",
            "host_unit",
            "invitation",
            "kind",
            "leaders",
            "mark",
            "moved_to",
            "part",
            "participants",
            "place",
            "preparing_unit",
            "reason",
            "remote_sites",
            "revised",
            "sequence",
            "standing",
            "start",
            "uid",
        ]
    );
    let entries = week["entries"].as_array().unwrap();
    let moved = entries.iter().find(|e| e["uid"] == "demo-e19@giaoban").unwrap();
    assert_eq!(moved["start"], "16:30");
    assert_eq!(moved["mark"], "adjusted");
    assert_eq!(moved["changes"][0]["before"], "16:00");
    let delegated = entries.iter().find(|e| e["uid"] == "demo-e52@giaoban").unwrap();
    assert_eq!(delegated["leaders"][0]["in_place_of"]["name"], "Đặng Hữu Khiêm");
}

#[tokio::test]
async fn an_earlier_publication_can_be_had_as_data_too() {
    let house = House::open().await;
    let reply = house.get(&format!("/weeks/{WEEK}.json?publication=1")).await;
    let week: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(week["publication"]["number"], 1);
    assert!(week["entries"].as_array().unwrap().iter().all(|e| e["uid"] != "demo-e41@giaoban"));
    let empty: Value = serde_json::from_slice(&house.get("/weeks/2026-W50.json").await.body).unwrap();
    assert!(empty["publication"].is_null() && empty["entries"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn csv_opens_in_a_spreadsheet() {
    let house = House::open().await;
    let reply = house.get(&format!("/weeks/{WEEK}.csv")).await;
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"lich-2026-W49.csv\"");
    let text = reply.text().strip_prefix('\u{feff}').unwrap();
    assert!(text.starts_with("date,part,start,end,content,leaders,place,"));
    let rows = rows(text);
    assert_eq!(rows.len(), 49);
    assert!(rows.iter().all(|row| row.len() == 17), "every row has every column");
    let moved = rows.iter().find(|row| row[16] == "demo-e19@giaoban").unwrap();
    assert_eq!(moved[..4], ["2026-12-01", "afternoon", "16:30", "17:15"]);
    assert_eq!(moved[5], "Chủ tịch Đặng Hữu Khiêm (chair)");
}

/// A reader of RFC 4180 that knows nothing of the writer.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && rest.peek() == Some(&'\n') => {
                rest.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last row ends as the others");
    rows
}

#[tokio::test]
async fn the_week_can_be_downloaded_as_a_calendar() {
    let house = House::open().await;
    let reply = house.get(&format!("/weeks/{WEEK}.ics")).await;
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"lich-2026-W49.ics\"");
    assert_eq!(reply.text().matches("BEGIN:VEVENT\r\n").count(), 48);
    assert_eq!(house.get("/weeks/2026-W50.ics").await.status, 404);
}

#[tokio::test]
async fn the_sitemap_names_pages_that_answer() {
    let house = House::open().await;
    let reply = house.get("/sitemap.xml").await;
    assert_eq!(reply.header("content-type"), "application/xml");
    let site = "https://lich.minhgiang.example";
    let listed: Vec<&str> = reply
        .text()
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap().strip_prefix(site).unwrap())
        .collect();
    assert_eq!(listed.len(), 2 + 5 + 1);
    for address in listed {
        assert_eq!(house.get(address).await.status, 200, "{address}");
    }
}
