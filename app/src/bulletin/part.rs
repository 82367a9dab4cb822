//! Small pieces that several public pages share.

use super::Reader;
use super::entry::entry;
use super::words::{HOTLINE, NOTHING_PUBLIC, ON_DUTY};
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::duty::PublicDuty;
use domain::schedule::Published;
use maud::{Markup, html};

/// The name of the holiday on one day.
pub(super) fn holiday(holidays: &[(NaiveDate, String)], day: NaiveDate) -> Option<&str> {
    holidays.iter().find(|(date, _)| *date == day).map(|(_, name)| name.as_str())
}

/// Who is on duty on one day, in a line: "Trực: PCT Lương Quốc Trụ · (0200) 3.000.115".
pub(super) fn duty(reader: &Reader, duty: &[PublicDuty], day: NaiveDate) -> Markup {
    let own = duty.iter().filter(|duty| duty.date == day);
    html! {
        @for duty in own {
            p.duty {
                (reader.say(ON_DUTY))
                @if duty.part != SessionPart::AllDay { " (" (reader.say(duty.part.word())) ")" }
                ": " span lang=[reader.written()] { (duty.title) " " (duty.name) }
                @if !duty.hotline.is_empty() { " · " (reader.say(HOTLINE)) " " (duty.hotline) }
            }
        }
    }
}

/// The entries of one day.
pub(super) fn on(entries: &[Published], day: NaiveDate) -> Vec<&Published> {
    entries.iter().filter(|entry| entry.face.date == day).collect()
}

/// The parts of one day with their entries: morning and afternoon always, what
/// else there is when it has any.
pub(super) fn lanes<'a>(
    entries: &[&'a Published],
) -> impl Iterator<Item = (SessionPart, Vec<&'a Published>)> {
    SessionPart::ALL.into_iter().filter_map(|part| {
        let own: Vec<&Published> = entries.iter().copied().filter(|entry| entry.face.part == part).collect();
        let half = matches!(part, SessionPart::Morning | SessionPart::Afternoon);
        (half || !own.is_empty()).then_some((part, own))
    })
}

/// Entries as a list, or the words that there are none.
pub(super) fn list(reader: &Reader, entries: &[&Published]) -> Markup {
    html! {
        @if entries.is_empty() {
            p.none { (reader.say(NOTHING_PUBLIC)) }
        } @else {
            ol.entries { @for published in entries { (entry(reader, published, true)) } }
        }
    }
}
