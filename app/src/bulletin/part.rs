//! Small pieces that several public pages share.

use super::Reader;
use super::entry::entry;
use super::words::NOTHING_PUBLIC;
use chrono::NaiveDate;
use domain::calendar::LunarDate;
use domain::calendar::hours::SessionPart;
use domain::schedule::Published;
use leptos::prelude::*;

/// "22/10 Bính Ngọ", or nothing outside the years that the calendar knows.
pub(super) fn lunar_long(reader: &Reader, day: NaiveDate) -> String {
    LunarDate::of(day).map(|l| l.long(reader.locale)).unwrap_or_default()
}

/// "22/10".
pub(super) fn lunar_short(reader: &Reader, day: NaiveDate) -> String {
    LunarDate::of(day).map(|l| l.short(reader.locale)).unwrap_or_default()
}

/// The names of the holidays of one day.
pub(super) fn holiday(holidays: &[(NaiveDate, String)], day: NaiveDate) -> Option<String> {
    holidays.iter().find(|(date, _)| *date == day).map(|(_, name)| name.clone())
}

/// Takes the entries out that satisfy a condition, in their order.
pub(super) fn take(entries: &mut Vec<Published>, wanted: impl Fn(&Published) -> bool) -> Vec<Published> {
    entries.extract_if(.., |entry| wanted(entry)).collect()
}

/// The lanes of one day; an empty morning or afternoon says so.
pub(super) fn lanes(reader: &Reader, mut entries: Vec<Published>) -> Vec<AnyView> {
    SessionPart::ALL
        .into_iter()
        .filter_map(|part| {
            let own = take(&mut entries, |e| e.face.part == part);
            let half = matches!(part, SessionPart::Morning | SessionPart::Afternoon);
            if own.is_empty() && !half {
                return None;
            }
            Some(
                view! {
                    <h3 class="lane">{reader.say(part.word())}</h3>
                    {list(reader, own)}
                }
                .into_any(),
            )
        })
        .collect()
}

/// Entries as a list, or the words that there are none.
pub(super) fn list(reader: &Reader, entries: Vec<Published>) -> AnyView {
    if entries.is_empty() {
        return view! { <p class="none">{reader.say(NOTHING_PUBLIC)}</p> }.into_any();
    }
    let items: Vec<AnyView> = entries.into_iter().map(|e| entry(reader, e, true)).collect();
    view! { <ol class="entries">{items}</ol> }.into_any()
}
