//! One VEVENT. An event of a feed carries no ATTENDEE (RFC 5545, 3.8.4.1) and no VALARM, and an
//! ORGANIZER only together with METHOD:PUBLISH.

use super::line::Lines;
use super::{CANCELLED_PREFIX, FeedClass, FeedEvent, FeedStatus, FeedTime, Organizer, text, value};

pub(super) fn write_event(lines: &mut Lines, event: &FeedEvent, organizer: Option<Organizer<'_>>) {
    lines.verbatim("BEGIN:VEVENT\r\n");
    write_identity(lines, event, organizer);
    write_time(lines, event.when);
    write_content(lines, event);
    write_standing(lines, event);
    write_links(lines, event);
    lines.verbatim("END:VEVENT\r\n");
}

/// Without METHOD:REQUEST, DTSTAMP means "last revised" (RFC 5545, 3.8.7.2): the time of the
/// request in it would change the bytes at every poll.
fn write_identity(lines: &mut Lines, event: &FeedEvent, organizer: Option<Organizer<'_>>) {
    lines.line("UID:", |out| {
        let printable = |octet: &u8| octet.is_ascii_graphic();
        let uid = event.uid.as_bytes();
        let octets = uid.iter().copied().filter(printable).take(255);
        for octet in octets {
            if matches!(octet, b'\\' | b';' | b',') {
                out.push(b'\\');
            }
            out.push(octet);
        }
    });
    lines.line("DTSTAMP:", |out| value::push_utc(out, event.revised));
    lines.line("LAST-MODIFIED:", |out| value::push_utc(out, event.revised));
    lines.line("CREATED:", |out| value::push_utc(out, event.created));
    lines.line("SEQUENCE:", |out| value::push_integer(out, event.sequence));
    if let Some(organizer) = organizer {
        lines.line("ORGANIZER;CN=", |out| {
            text::push_quoted(out, organizer.name);
            out.extend_from_slice(b":mailto:");
            value::push_uri(out, organizer.email);
        });
    }
}

fn write_time(lines: &mut Lines, when: FeedTime) {
    match when.writable() {
        FeedTime::Timed { start, end } => {
            lines.line("DTSTART;TZID=Asia/Ho_Chi_Minh:", |out| value::push_local(out, start));
            lines.line("DTEND;TZID=Asia/Ho_Chi_Minh:", |out| value::push_local(out, end));
        }
        FeedTime::AllDay { first, last } => {
            lines.line("DTSTART;VALUE=DATE:", |out| value::push_date(out, first));
            lines.line("DTEND;VALUE=DATE:", |out| value::push_date(out, last));
        }
    }
}

fn write_content(lines: &mut Lines, event: &FeedEvent) {
    lines.line("SUMMARY:", |out| {
        if event.status == FeedStatus::Cancelled {
            text::push_text(out, CANCELLED_PREFIX);
        }
        text::push_text(out, &event.summary);
    });
    lines.text_unless_blank("LOCATION:", &event.location);
    match untold_conference(event) {
        None => lines.text_unless_blank("DESCRIPTION:", &event.description),
        Some(link) => lines.line("DESCRIPTION:", |out| {
            if !event.description.trim().is_empty() {
                text::push_text(out, &event.description);
                text::push_text(out, "\n");
            }
            text::push_text(out, "Họp trực tuyến: ");
            text::push_text(out, link);
        }),
    }
}

/// The link of the online meeting, if the description does not name it already.
fn untold_conference(event: &FeedEvent) -> Option<&str> {
    let link = event.conference.as_deref()?.trim();
    (!link.is_empty() && !event.description.contains(link)).then_some(link)
}

fn write_standing(lines: &mut Lines, event: &FeedEvent) {
    lines.verbatim(match event.status {
        FeedStatus::Confirmed => "STATUS:CONFIRMED\r\n",
        FeedStatus::Tentative => "STATUS:TENTATIVE\r\n",
        FeedStatus::Cancelled => "STATUS:CANCELLED\r\n",
    });
    lines.verbatim(match (event.busy, event.status) {
        (false, _) | (_, FeedStatus::Cancelled) => {
            "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
        }
        (true, FeedStatus::Tentative) => "TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n",
        (true, FeedStatus::Confirmed) => "TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n",
    });
    lines.verbatim(match event.class {
        FeedClass::Public => "CLASS:PUBLIC\r\n",
        FeedClass::Private => "CLASS:PRIVATE\r\n",
        FeedClass::Confidential => "CLASS:CONFIDENTIAL\r\n",
    });
    let mut categories = event.categories.iter().filter(|name| !name.trim().is_empty());
    if let Some(first) = categories.next() {
        lines.line("CATEGORIES:", |out| {
            text::push_text(out, first);
            for name in categories {
                out.push(b',');
                text::push_text(out, name);
            }
        });
    }
}

fn write_links(lines: &mut Lines, event: &FeedEvent) {
    lines.web_address("URL:", event.url.as_deref());
    let conference = event.conference.as_deref().map(str::trim);
    lines.web_address("CONFERENCE;VALUE=URI;FEATURE=VIDEO:", conference);
}
