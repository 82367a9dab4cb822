//! What a feed says about an event and about itself: F7 to F9, F17, F19.

use office::feed::ical::{FeedClass, FeedColour, FeedStatus, write};

use super::{a_meeting, feed_of, lines_of, logical_lines, names, the_value};

#[test]
fn a_feed_without_events_still_holds_its_time_zone() {
    let lines = lines_of(&[]);
    let components: Vec<_> = lines.iter().filter(|line| line.starts_with("BEGIN:")).collect();
    assert_eq!(components, ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"]);
}

#[test]
fn the_calendar_names_itself_before_its_components() {
    let events = [a_meeting("Họp")];
    let mut feed = feed_of(&events);
    feed.name = "Lịch; UBND, tỉnh";
    feed.colour = Some(FeedColour::SteelBlue);
    let lines = logical_lines(&write(&feed));
    assert_eq!(the_value(&lines, "NAME:"), "Lịch\\; UBND\\, tỉnh");
    assert_eq!(the_value(&lines, "X-WR-CALNAME:"), "Lịch\\; UBND\\, tỉnh");
    assert_eq!(the_value(&lines, "COLOR:"), "steelblue");
    assert_eq!(the_value(&lines, "REFRESH-INTERVAL;VALUE=DURATION:"), "PT1H");
    for once in ["VERSION", "PRODID", "CALSCALE", "NAME", "BEGIN"] {
        let first_component = lines.iter().position(|line| line == "BEGIN:VTIMEZONE").expect("a time zone");
        let head = names(&lines[..first_component]);
        assert_eq!(head.iter().filter(|name| **name == once).count(), 1, "{once}");
    }
}

#[test]
fn a_subscription_invites_nobody_and_rings_nowhere() {
    let lines = lines_of(&[a_meeting("Họp")]);
    for absent in ["METHOD", "ORGANIZER", "ATTENDEE", "BEGIN:VALARM", "RRULE"] {
        assert!(!lines.iter().any(|line| line.starts_with(absent)), "{absent}");
    }
}

#[test]
fn a_cancelled_event_says_so_in_its_title_and_frees_the_time() {
    let mut event = a_meeting("Họp giao ban");
    event.status = FeedStatus::Cancelled;
    event.sequence = 3;
    let lines = lines_of(&[event]);
    assert_eq!(the_value(&lines, "SUMMARY:"), "[HỦY] Họp giao ban");
    assert_eq!(the_value(&lines, "STATUS:"), "CANCELLED");
    assert_eq!(the_value(&lines, "SEQUENCE:"), "3");
    assert_eq!(the_value(&lines, "TRANSP:"), "TRANSPARENT");
    assert_eq!(the_value(&lines, "X-MICROSOFT-CDO-BUSYSTATUS:"), "FREE");
}

#[test]
fn free_and_busy_are_said_in_both_languages() {
    for (status, busy, transparency, outlook) in [
        (FeedStatus::Confirmed, true, "OPAQUE", "BUSY"),
        (FeedStatus::Confirmed, false, "TRANSPARENT", "FREE"),
        (FeedStatus::Tentative, true, "OPAQUE", "TENTATIVE"),
        (FeedStatus::Tentative, false, "TRANSPARENT", "FREE"),
    ] {
        let mut event = a_meeting("Họp");
        (event.status, event.busy) = (status, busy);
        let lines = lines_of(&[event]);
        assert_eq!(the_value(&lines, "TRANSP:"), transparency);
        assert_eq!(the_value(&lines, "X-MICROSOFT-CDO-BUSYSTATUS:"), outlook);
    }
}

#[test]
fn a_private_event_is_marked() {
    let mut event = a_meeting("Bận");
    event.class = FeedClass::Private;
    assert_eq!(the_value(&lines_of(&[event]), "CLASS:"), "PRIVATE");
}

#[test]
fn blank_fields_are_left_out() {
    let mut event = a_meeting("Họp");
    event.location = " \r\n".to_owned();
    event.categories = vec![String::new(), "Họp".to_owned(), " ".to_owned()];
    event.conference = Some("  ".to_owned());
    let lines = lines_of(&[event]);
    assert_eq!(the_value(&lines, "CATEGORIES:"), "Họp");
    for absent in ["LOCATION", "DESCRIPTION", "URL", "CONFERENCE"] {
        assert!(!names(&lines).contains(&absent), "{absent}");
    }
}

#[test]
fn the_link_of_a_meeting_is_told_once_in_the_description() {
    let link = "https://hop.example/49";
    let mut event = a_meeting("Họp");
    event.conference = Some(link.to_owned());
    let told = |description: &str| {
        let mut event = event.clone();
        event.description = description.to_owned();
        the_value(&lines_of(&[event]), "DESCRIPTION:").to_owned()
    };
    assert_eq!(told(""), "Họp trực tuyến: https://hop.example/49");
    assert_eq!(told("Mời dự"), "Mời dự\\nHọp trực tuyến: https://hop.example/49");
    assert_eq!(told("Vào https://hop.example/49 nhé"), "Vào https://hop.example/49 nhé");
}

#[test]
fn only_web_addresses_become_links() {
    for odd in ["javascript:alert(1)", "Zoom 123 456", "https://", "ftp://a", "đường dẫn"] {
        let mut event = a_meeting("Họp");
        event.url = Some(odd.to_owned());
        event.conference = Some(odd.to_owned());
        let lines = lines_of(&[event]);
        assert!(!names(&lines).contains(&"URL") && !names(&lines).contains(&"CONFERENCE"), "{odd}");
        assert!(the_value(&lines, "DESCRIPTION:").ends_with(odd));
    }
}

#[test]
fn addresses_are_percent_encoded() {
    let mut event = a_meeting("Họp");
    event.url = Some("HTTPS://lich.example/thứ hai?a=1&b=%20\"<\\>\r\n".to_owned());
    let lines = lines_of(&[event]);
    let expected = "HTTPS://lich.example/th%E1%BB%A9%20hai?a=1&b=%20%22%3C%5C%3E%0D%0A";
    assert_eq!(the_value(&lines, "URL:"), expected);
}
