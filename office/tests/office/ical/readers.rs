//! Two readers that others wrote, `icalendar` and `calcard`, get the texts back that went in.

use calcard::icalendar::{ICalendarComponent, ICalendarComponentType};
use calcard::{Entry, Parser};
use office::feed::ical::{Feed, FeedEvent, FeedTime, Organizer, write};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::lines::{typed_text, with_text_everywhere};
use super::{a_meeting, day, feed_of, logical_lines};

const TEXTS: [&str; 3] = ["SUMMARY", "LOCATION", "DESCRIPTION"];

fn text_of(feed: &Feed<'_>) -> String {
    String::from_utf8(write(feed)).expect("UTF-8")
}

/// The named texts of each event, as `icalendar` reads them.
fn read_by_icalendar(text: &str, names: &[&str]) -> Vec<Vec<String>> {
    let unfolded = icalendar::parser::unfold(text);
    let calendar = icalendar::parser::read_calendar(&unfolded).expect("a calendar");
    let events = calendar.components.iter().filter(|component| component.name == "VEVENT");
    let value = |event: &icalendar::parser::Component<'_>, name: &&str| {
        event.find_prop(name).map(|property| property.val.to_string()).unwrap_or_default()
    };
    events.map(|event| names.iter().map(|name| value(event, name)).collect()).collect()
}

/// The events as `calcard` reads them, with nothing left over behind the calendar.
fn read_by_calcard(text: &str) -> Vec<ICalendarComponent> {
    let mut parser = Parser::new(text);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("{other:?} instead of a calendar in {text}"),
    };
    assert!(matches!(parser.entry(), Entry::Eof));
    let is_event = |part: &ICalendarComponent| part.component_type == ICalendarComponentType::VEvent;
    calendar.components.into_iter().filter(is_event).collect()
}

fn values(event: &ICalendarComponent, name: &str) -> Vec<String> {
    let entries = event.entries.iter().filter(|entry| entry.name.as_str() == name);
    let values = entries.flat_map(|entry| &entry.values);
    values.map(|value| value.as_text().expect("a text").to_owned()).collect()
}

/// What should arrive: the same text in NFC, with one kind of line break.
fn as_read(typed: &str) -> String {
    let unwanted =
        |c: &char| matches!(c, '\u{feff}' | '\u{fffd}') || (c.is_control() && !"\r\n\t".contains(*c));
    let kept: String = typed.chars().filter(|c| !unwanted(c)).collect();
    let kept = kept.replace(['\u{2028}', '\u{2029}'], "\n");
    let kept = kept.replace("\r\n", "\n").replace('\r', "\n");
    kept.replace('\t', " ").nfc().collect()
}

fn expected_texts(event: &FeedEvent) -> [String; 3] {
    let link = event.conference.as_deref().map(|link| format!("\nHọp trực tuyến: {}", link.trim()));
    let description = format!("{}{}", event.description, link.unwrap_or_default());
    [&event.summary, &event.location, &description].map(|text| as_read(text))
}

fn assert_both_read(event: FeedEvent) {
    let expected = expected_texts(&event);
    let text = text_of(&feed_of(std::slice::from_ref(&event)));
    assert_eq!(read_by_icalendar(&text, &TEXTS), std::slice::from_ref(&expected));

    let events = read_by_calcard(&text);
    assert_eq!(events.len(), 1);
    let lines = logical_lines(text.as_bytes());
    let begin = lines.iter().position(|line| line == "BEGIN:VEVENT").expect("an event");
    let properties = lines.len() - begin - "BEGIN END END".split(' ').count();
    assert_eq!(events[0].entries.len(), properties);
    for (name, expected) in TEXTS.iter().zip(&expected) {
        assert_eq!(values(&events[0], name), [expected.as_str()], "{name}");
    }
    let categories: Vec<String> = event.categories.iter().map(|name| as_read(name)).collect();
    assert_eq!(values(&events[0], "CATEGORIES"), categories);
}

#[test]
fn both_read_back_a_long_vietnamese_event() {
    let text = "Phiên họp thường kỳ tháng 11; thông qua: \"Đề án\", Tờ trình số 12\\TTr,\r\n\
        ý kiến của các sở, ban, ngành – xã, phường, đặc khu.\n"
        .repeat(5);
    assert_both_read(with_text_everywhere(&text));
}

#[test]
fn both_read_back_a_week_in_order() {
    let mut trip = a_meeting("Đi công tác");
    trip.uid = "trip@lich.example".to_owned();
    trip.when = FeedTime::AllDay { first: day("2026-11-30"), last: day("2026-12-02") };
    let text = text_of(&feed_of(&[a_meeting("Họp giao ban"), trip]));
    let names = ["SUMMARY", "DTSTART", "DTEND"];
    assert_eq!(
        read_by_icalendar(&text, &names),
        [["Đi công tác", "20261130", "20261203"], ["Họp giao ban", "20261130T080000", "20261130T100000"],]
    );
    let events = read_by_calcard(&text);
    let stamp = |event: &ICalendarComponent, name: &str| {
        let entry = event.entries.iter().find(|entry| entry.name.as_str() == name);
        let entry = entry.unwrap_or_else(|| panic!("no {name}"));
        let time = entry.values[0].as_partial_date_time().expect("a time");
        let zone = entry.tz_id().unwrap_or("none").to_owned();
        (time.month, time.day, time.hour, zone)
    };
    let date = |day| (Some(11), Some(day), None, "none".to_owned());
    let clock = |hour| (Some(11), Some(30), Some(hour), "Asia/Ho_Chi_Minh".to_owned());
    assert_eq!(stamp(&events[0], "DTSTART"), date(30));
    assert_eq!(stamp(&events[1], "DTSTART"), clock(8));
    assert_eq!(stamp(&events[1], "DTEND"), clock(10));
}

#[test]
fn both_find_the_same_calendar_in_a_feed_that_publishes() {
    let events = [a_meeting("Họp")];
    let mut feed = feed_of(&events);
    let email = "lich@minhgiang.example";
    feed.publish_method = Some(Organizer { name: "Văn phòng \"UBND\"; tỉnh", email });
    let text = text_of(&feed);
    let organizer = "mailto:lich@minhgiang.example";
    assert_eq!(read_by_icalendar(&text, &["ORGANIZER"]), [[organizer]]);
    assert_eq!(values(&read_by_calcard(&text)[0], "ORGANIZER"), [organizer]);
}

proptest! {
    #[test]
    fn both_read_back_whatever_was_typed(text in typed_text()) {
        // The link stays out, being trimmed and told once; so do blanks in a category, since
        // `calcard` takes them for its own behind an escape.
        let mut event = with_text_everywhere(&text);
        event.conference = None;
        event.summary = format!("x{text}x");
        event.description = format!("x{text}x");
        event.location = format!("x{text}x");
        let without_blanks: String = text.split_whitespace().collect();
        event.categories = vec![format!("x{without_blanks}x"), "Họp".to_owned()];
        assert_both_read(event);
    }
}
