//! When things take place and when they changed: F11, F12, F15, F16 and the order of F18.

use chrono::{Days, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Asia::Ho_Chi_Minh;
use office::feed::ical::{FeedEvent, FeedTime, write};

use super::{a_meeting, day, feed_of, lines_of, local, revised_on_friday, the_value};

fn lasting(when: FeedTime) -> Vec<String> {
    let event = FeedEvent::new("a@example".to_owned(), revised_on_friday(), when, "Họp".to_owned());
    lines_of(&[event])
}

fn whole_days(first: &str, last: &str) -> Vec<String> {
    lasting(FeedTime::AllDay { first: day(first), last: day(last) })
}

#[test]
fn a_trip_of_one_day_ends_on_the_day_after() {
    let lines = whole_days("2026-12-31", "2026-12-31");
    assert_eq!(the_value(&lines, "DTSTART;VALUE=DATE:"), "20261231");
    assert_eq!(the_value(&lines, "DTEND;VALUE=DATE:"), "20270101");
}

#[test]
fn a_trip_of_three_days_ends_on_the_fourth() {
    let lines = whole_days("2026-12-01", "2026-12-03");
    assert_eq!(the_value(&lines, "DTSTART;VALUE=DATE:"), "20261201");
    assert_eq!(the_value(&lines, "DTEND;VALUE=DATE:"), "20261204");
}

#[test]
fn a_trip_that_ends_before_it_begins_lasts_its_first_day() {
    let lines = whole_days("2026-12-03", "2026-12-01");
    assert_eq!(the_value(&lines, "DTSTART;VALUE=DATE:"), "20261203");
    assert_eq!(the_value(&lines, "DTEND;VALUE=DATE:"), "20261204");
}

#[test]
fn a_meeting_without_a_later_end_is_shown_for_half_an_hour() {
    let start = local("2026-11-30", "23:45");
    let a_moment = TimeDelta::milliseconds(400);
    for end in [start, start - TimeDelta::hours(1), start + a_moment] {
        let lines = lasting(FeedTime::Timed { start, end });
        assert_eq!(the_value(&lines, "DTSTART;TZID=Asia/Ho_Chi_Minh:"), "20261130T234500");
        assert_eq!(the_value(&lines, "DTEND;TZID=Asia/Ho_Chi_Minh:"), "20261201T001500");
    }
}

#[test]
fn the_last_day_of_the_calendar_is_no_reason_to_fall_over() {
    lasting(FeedTime::AllDay { first: NaiveDate::MAX, last: NaiveDate::MAX });
    let end_of_time = NaiveDate::MAX.and_time(NaiveTime::MIN) + TimeDelta::hours(23);
    lasting(FeedTime::Timed { start: end_of_time + TimeDelta::minutes(50), end: end_of_time });
}

#[test]
fn the_time_zone_says_what_the_tz_database_says() {
    let lines = lines_of(&[]);
    assert_eq!(the_value(&lines, "TZID:"), "Asia/Ho_Chi_Minh");
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:STANDARD").count(), 1);
    assert!(!lines.iter().any(|line| line.starts_with("RRULE") || line == "BEGIN:DAYLIGHT"));
    assert!(the_value(&lines, "DTSTART:") < "19800101T000000");

    let written = the_value(&lines, "TZOFFSETTO:");
    let mut date = day("1980-01-01");
    while date < day("2054-01-01") {
        for hour in [0, 12, 23] {
            let moment = date.and_hms_opt(hour, 30, 0).expect("a time");
            let offset = Ho_Chi_Minh.offset_from_local_datetime(&moment).single().expect("one");
            let minutes = offset.fix().local_minus_utc() / 60;
            assert_eq!(format!("+{:02}{:02}", minutes / 60, minutes % 60), written, "{moment}");
        }
        date = date + Days::new(1);
    }
}

#[test]
fn the_stamp_of_an_event_is_its_last_revision() {
    let mut event = a_meeting("Họp");
    event.created = revised_on_friday() - TimeDelta::days(3);
    event.sequence = 7;
    let lines = lines_of(&[event]);
    assert_eq!(the_value(&lines, "CREATED:"), "20261124T091500Z");
    assert_eq!(the_value(&lines, "LAST-MODIFIED:"), "20261127T091500Z");
    assert_eq!(the_value(&lines, "DTSTAMP:"), "20261127T091500Z");
    assert_eq!(the_value(&lines, "SEQUENCE:"), "7");
}

#[test]
fn a_sequence_stays_an_integer_of_31_bits() {
    for (sequence, written) in [(-1, "0"), (i64::MAX, "2147483647")] {
        let mut event = a_meeting("Họp");
        event.sequence = sequence;
        assert_eq!(the_value(&lines_of(&[event]), "SEQUENCE:"), written);
    }
}

#[test]
fn an_identity_is_ascii_and_at_most_255_octets() {
    let mut event = a_meeting("Họp");
    event.uid = format!("Đặng {}\r\n", "a,".repeat(200));
    let lines = lines_of(&[event]);
    let written = the_value(&lines, "UID:").replace("\\,", ",");
    assert_eq!(written, format!("ng{}a", "a,".repeat(126)));
    assert_eq!(written.len(), 255);
}

#[test]
fn events_come_by_start_then_identity_however_they_are_handed_over() {
    let named = |uid: &str, when| FeedEvent::new(uid.to_owned(), revised_on_friday(), when, "Họp".to_owned());
    let at = |clock| FeedTime::Timed { start: local("2026-12-01", clock), end: local("2026-12-01", "17:00") };
    let whole_day = FeedTime::AllDay { first: day("2026-12-01"), last: day("2026-12-01") };
    let mut events = vec![
        named("d", at("14:00")),
        named("c", at("08:00")),
        named("a", whole_day),
        named("b", at("08:00")),
    ];
    let written = write(&feed_of(&events));
    let order: Vec<String> =
        lines_of(&events).iter().filter_map(|line| line.strip_prefix("UID:").map(str::to_owned)).collect();
    assert_eq!(order, ["a", "b", "c", "d"]);
    events.reverse();
    assert_eq!(write(&feed_of(&events)), written);
}
