//! What stands around the events: the properties of the calendar and its time zone.
//!
//! The zone has one observance. Việt Nam has kept +07 since 13 June 1975; the full history holds
//! offsets in seconds, at which Exchange refused whole feeds.

use super::line::Lines;
use super::{Feed, FeedEvent, text};

/// RFC 7986 (5.7) wants the VALUE; the X- property is the hint that Outlook knows.
const REFRESH: &str = "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n";

const ZONE_RULES: &str = "BEGIN:VTIMEZONE\r\n\
    TZID:Asia/Ho_Chi_Minh\r\n\
    BEGIN:STANDARD\r\n\
    DTSTART:19750613T000000\r\n\
    TZOFFSETFROM:+0800\r\n\
    TZOFFSETTO:+0700\r\n\
    TZNAME:+07\r\n\
    END:STANDARD\r\n\
    END:VTIMEZONE\r\n";

/// Properties come before components, and the zone is there even for a feed without events: a
/// calendar must hold a component (RFC 5545, 3.6).
pub(super) fn write_head(lines: &mut Lines, feed: &Feed<'_>) {
    lines.verbatim("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    lines.line("PRODID:-//", |out| {
        text::push_text(out, feed.office);
        out.extend_from_slice(b"//Giao Ban ");
        text::push_text(out, feed.product_version);
        out.extend_from_slice(b"//VI");
    });
    lines.verbatim("CALSCALE:GREGORIAN\r\n");
    if feed.publish_method.is_some() {
        lines.verbatim("METHOD:PUBLISH\r\n");
    }
    lines.text("NAME:", feed.name);
    lines.text("X-WR-CALNAME:", feed.name);
    lines.text("X-WR-TIMEZONE:", super::ZONE);
    lines.verbatim(REFRESH);
    if let Some(colour) = feed.colour {
        lines.text("COLOR:", colour.name());
    }
    lines.verbatim(ZONE_RULES);
}

pub(super) fn write_tail(lines: &mut Lines) {
    lines.verbatim("END:VCALENDAR\r\n");
}

/// Enough room for the bytes of most feeds, so that the buffer is taken once.
pub(super) fn expected_size(feed: &Feed<'_>) -> usize {
    let of_event = |event: &FeedEvent| {
        let texts = event.summary.len() + event.location.len() + event.description.len();
        let links = [&event.url, &event.conference].map(|link| link.as_ref().map_or(0, String::len));
        let categories: usize = event.categories.iter().map(|name| name.len() + 2).sum();
        560 + texts + texts / 8 + links[0] + 2 * links[1] + categories
    };
    1024 + feed.events.iter().map(of_event).sum::<usize>()
}
