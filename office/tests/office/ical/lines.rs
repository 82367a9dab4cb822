//! Text that people typed, on the way into lines: F1 to F6.

use office::feed::ical::{FeedEvent, Organizer, write};
use proptest::prelude::*;

use super::{a_meeting, feed_of, lines_of, logical_lines, names, the_value};

/// The event with `text` in every field that a person fills in.
pub fn with_text_everywhere(text: &str) -> FeedEvent {
    let mut event = a_meeting(text);
    event.location = format!("x{text}");
    event.description = format!("x{text}");
    event.categories = vec![format!("x{text}"), "Họp".to_owned()];
    event.url = Some(format!("https://lich.example/{text}"));
    event.conference = Some(format!("https://hop.example/{text}"));
    event
}

#[test]
fn titles_of_any_length_are_folded_between_characters() {
    for length in 1..=200 {
        let title = "Đ".repeat(length);
        let lines = lines_of(&[a_meeting(&title)]);
        assert_eq!(the_value(&lines, "SUMMARY:"), title);
    }
}

#[test]
fn no_fold_tears_an_escape_pair_wherever_it_falls() {
    for offset in 0..200 {
        for (typed, escaped) in [("\n", "\\n"), (",", "\\,"), (";", "\\;"), ("\\", "\\\\")] {
            let (before, after) = ("a".repeat(offset), "ữ".repeat(80));
            let lines = lines_of(&[a_meeting(&format!("{before}{typed}{typed}{after}"))]);
            let expected = format!("{before}{escaped}{escaped}{after}");
            assert_eq!(the_value(&lines, "SUMMARY:"), expected);
        }
    }
}

#[test]
fn a_line_is_folded_only_when_it_is_longer_than_75_octets() {
    let room = 75 - "SUMMARY:".len();
    let written = |length: usize| {
        let bytes = write(&feed_of(&[a_meeting(&"a".repeat(length))]));
        String::from_utf8(bytes).expect("UTF-8")
    };
    assert!(written(room).contains(&format!("SUMMARY:{}\r\nSTATUS", "a".repeat(room))));
    assert!(written(room + 1).contains(&format!("SUMMARY:{}\r\n a\r\nSTATUS", "a".repeat(room))));
}

#[test]
fn a_text_area_of_a_web_form_keeps_its_lines() {
    let mut event = a_meeting("Họp\rgiao ban");
    event.description = "Một\r\nhai\n\r\nba\tbốn\r\n".to_owned();
    event.location = "Hội trường\r\n\r\nTầng 2".to_owned();
    let lines = lines_of(&[event]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "Họp\\ngiao ban");
    assert_eq!(the_value(&lines, "DESCRIPTION:"), "Một\\nhai\\n\\nba bốn\\n");
    assert_eq!(the_value(&lines, "LOCATION:"), "Hội trường\\n\\nTầng 2");
}

#[test]
fn what_word_and_broken_decoders_leave_behind_is_removed() {
    let title = "Họp\u{b} \u{0}giao\u{7f} ban\u{85} \u{feff}số\u{fffd} 1";
    let lines = lines_of(&[a_meeting(title)]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "Họp giao ban số 1");
}

#[test]
fn decomposed_text_is_composed() {
    let decomposed = "Ho\u{323}p tie\u{302}\u{301}p da\u{302}n, \u{111}o\u{31b}\u{323}t 1";
    let lines = lines_of(&[with_text_everywhere(decomposed)]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "Họp tiếp dân\\, đợt 1");
    assert_eq!(the_value(&lines, "LOCATION:"), "xHọp tiếp dân\\, đợt 1");
    assert_eq!(the_value(&lines, "CATEGORIES:"), "xHọp tiếp dân\\, đợt 1,Họp");
}

#[test]
fn a_control_character_does_not_keep_a_letter_from_its_accent() {
    let lines = lines_of(&[a_meeting("ho\u{b}\u{323}p")]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "họp");
}

#[test]
fn a_character_that_becomes_a_semicolon_is_escaped_as_one() {
    let lines = lines_of(&[a_meeting("a\u{37e}b")]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "a\\;b");
}

#[test]
fn nothing_typed_adds_a_line() {
    let expected = lines_of(&[with_text_everywhere("họp")]);
    for line_end in ["\r\n", "\n", "\r", "\u{85}", "\u{b}", "\u{2028}", "\u{2029}", "\\n", "\r\n "] {
        let injected = format!("họp{line_end}ATTENDEE:mailto:x@example.org{line_end}END:VEVENT");
        let event = with_text_everywhere(&injected);
        let mut feed = feed_of(std::slice::from_ref(&event));
        feed.name = &injected;
        feed.office = &injected;
        feed.product_version = &injected;
        let bytes = write(&feed);
        assert_eq!(names(&logical_lines(&bytes)), names(&expected), "{line_end:?}");

        let text = String::from_utf8(bytes).expect("UTF-8");
        let by_unicode = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
        assert!(!by_unicode.into_iter().any(|line| line.starts_with("ATTENDEE")), "{line_end:?}");
    }
}

#[test]
fn the_name_of_an_organizer_stays_inside_its_quotes() {
    let events = [a_meeting("Họp")];
    let mut feed = feed_of(&events);
    for (typed, written) in [
        ("Nguyễn \"Tư\" An", "\"Nguyễn ^'Tư^' An\""),
        ("Văn phòng; UBND: tỉnh, 2^3", "\"Văn phòng; UBND: tỉnh, 2^^3\""),
        ("Văn phòng\r\nUBND tỉnh", "\"Văn phòng^nUBND tỉnh\""),
    ] {
        feed.publish_method = Some(Organizer { name: typed, email: "lich@minhgiang.example" });
        let lines = logical_lines(&write(&feed));
        let expected = format!("{written}:mailto:lich@minhgiang.example");
        assert_eq!(the_value(&lines, "ORGANIZER;CN="), expected);
        assert_eq!(the_value(&lines, "METHOD:"), "PUBLISH");
    }
}

proptest! {
    #[test]
    fn any_text_in_any_field_leaves_the_lines_sound(text in typed_text()) {
        let expected = lines_of(&[with_text_everywhere("họp")]);
        let lines = lines_of(&[with_text_everywhere(&text)]);
        prop_assert_eq!(names(&lines), names(&expected));
    }
}

/// What fingers, clipboards and attackers produce: mostly the characters that matter here.
pub fn typed_text() -> impl Strategy<Value = String> {
    let troubling = "\r\n\t\\;,:\"^'nN \u{0}\u{b}\u{85}\u{feff}\u{fffd}\u{2028}\u{301}\u{323}\u{31b}oOeđữẬ🏛";
    let troubling: Vec<char> = troubling.chars().collect();
    let character = prop_oneof![
        3 => prop::sample::select(troubling),
        1 => any::<char>(),
    ];
    prop::collection::vec(character, 0..160).prop_map(String::from_iter)
}
