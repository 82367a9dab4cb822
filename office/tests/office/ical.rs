//! The feed as bytes: what every calendar must be able to read, whatever people typed.
//! Requirements by number (F1 ...) are those for feeds in docs/decisions/0003-icalendar-bytes.md.

#![allow(clippy::expect_used, reason = "helpers of tests say what they expect")]

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use office::feed::ical::{Feed, FeedEvent, FeedTime, write};

mod content;
mod lines;
mod readers;
mod time;

pub fn local(day: &str, clock: &str) -> NaiveDateTime {
    let text = format!("{day} {clock}");
    NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M").expect("a day and a time")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn revised_on_friday() -> DateTime<Utc> {
    local("2026-11-27", "09:15").and_utc()
}

/// A meeting on Monday from 8:00 to 10:00.
pub fn a_meeting(summary: &str) -> FeedEvent {
    let when = FeedTime::Timed { start: local("2026-11-30", "08:00"), end: local("2026-11-30", "10:00") };
    let uid = "5f0c7a86-2c4e-4f0b-9a53-0d6f1f1b2a11@lich.minhgiang.example".to_owned();
    FeedEvent::new(uid, revised_on_friday(), when, summary.to_owned())
}

pub fn feed_of(events: &[FeedEvent]) -> Feed<'_> {
    Feed {
        name: "Lịch công tác UBND tỉnh Minh Giang",
        office: "UBND tỉnh Minh Giang",
        product_version: "0.1.0",
        colour: None,
        publish_method: None,
        events,
    }
}

/// Reads the lines as a strict client does, and refuses bytes that such a client refuses (F1,
/// F2): any line end but CRLF, a line over 75 octets, a torn character, a torn escape pair.
pub fn logical_lines(bytes: &[u8]) -> Vec<String> {
    assert!(bytes.starts_with(b"BEGIN:VCALENDAR\r\n"));
    assert!(bytes.ends_with(b"\r\nEND:VCALENDAR\r\n"));
    let mut logical: Vec<String> = Vec::new();
    for physical in bytes[..bytes.len() - 2].split(|octet| *octet == b'\n') {
        let physical = physical.strip_suffix(b"\r").unwrap_or(physical);
        let line = std::str::from_utf8(physical).expect("whole characters on each line");
        assert!(!line.is_empty() && line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
        match (line.strip_prefix(' '), logical.last_mut()) {
            (Some(more), Some(last)) => {
                let open = last.chars().rev().take_while(|c| *c == '\\').count();
                assert!(open % 2 == 0, "a fold tears an escape pair: {last} | {more}");
                last.push_str(more);
            }
            _ => logical.push(line.to_owned()),
        }
    }
    let line_ends = bytes.iter().filter(|octet| **octet == b'\n').count();
    let crlf = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    let returns = bytes.iter().filter(|octet| **octet == b'\r').count();
    assert_eq!((line_ends, returns), (crlf, crlf), "a bare CR or LF");
    logical
}

pub fn lines_of(events: &[FeedEvent]) -> Vec<String> {
    logical_lines(&write(&feed_of(events)))
}

/// What stands behind `head` on the one line that begins with it.
pub fn the_value<'a>(lines: &'a [String], head: &str) -> &'a str {
    let mut found = lines.iter().filter_map(|line| line.strip_prefix(head));
    let value = found.next().unwrap_or_else(|| panic!("no {head} in {lines:#?}"));
    assert_eq!(found.next(), None, "{head} more than once");
    value
}

/// The names of the properties, in order, without parameters and values.
pub fn names(lines: &[String]) -> Vec<&str> {
    lines.iter().map(|line| line.split([':', ';']).next().unwrap_or_default()).collect()
}

#[test]
fn a_small_feed_reads_as_agreed() {
    let mut meeting = a_meeting("Họp giao ban; tuần 49, quý IV");
    meeting.sequence = 2;
    meeting.location = "Phòng họp số 1, trụ sở UBND tỉnh".to_owned();
    meeting.description = "Chủ trì: Chủ tịch\r\nChuẩn bị: Văn phòng".to_owned();
    meeting.categories = vec!["Họp".to_owned(), "Giao ban, hội ý".to_owned()];
    meeting.url = Some("https://lich.minhgiang.example/weeks/2026-W49#thứ-hai".to_owned());
    meeting.conference = Some("https://hop.minhgiang.example/49".to_owned());

    let bytes = write(&feed_of(&[meeting]));
    let text = String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n");
    insta::assert_snapshot!(text, @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//UBND tỉnh Minh Giang//Giao Ban 0.1.0//VI
    CALSCALE:GREGORIAN
    NAME:Lịch công tác UBND tỉnh Minh Giang
    X-WR-CALNAME:Lịch công tác UBND tỉnh Minh Giang
    X-WR-TIMEZONE:Asia/Ho_Chi_Minh
    REFRESH-INTERVAL;VALUE=DURATION:PT1H
    X-PUBLISHED-TTL:PT1H
    BEGIN:VTIMEZONE
    TZID:Asia/Ho_Chi_Minh
    BEGIN:STANDARD
    DTSTART:19750613T000000
    TZOFFSETFROM:+0800
    TZOFFSETTO:+0700
    TZNAME:+07
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:5f0c7a86-2c4e-4f0b-9a53-0d6f1f1b2a11@lich.minhgiang.example
    DTSTAMP:20261127T091500Z
    LAST-MODIFIED:20261127T091500Z
    CREATED:20261127T091500Z
    SEQUENCE:2
    DTSTART;TZID=Asia/Ho_Chi_Minh:20261130T080000
    DTEND;TZID=Asia/Ho_Chi_Minh:20261130T100000
    SUMMARY:Họp giao ban\; tuần 49\, quý IV
    LOCATION:Phòng họp số 1\, trụ sở UBND tỉnh
    DESCRIPTION:Chủ trì: Chủ tịch\nChuẩn bị: Văn phòng\nHọp tr
     ực tuyến: https://hop.minhgiang.example/49
    STATUS:CONFIRMED
    TRANSP:OPAQUE
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY
    CLASS:PUBLIC
    CATEGORIES:Họp,Giao ban\, hội ý
    URL:https://lich.minhgiang.example/weeks/2026-W49#th%E1%BB%A9-hai
    CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://hop.minhgiang.example/49
    END:VEVENT
    END:VCALENDAR
    ");
}
