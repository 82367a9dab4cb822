//! What a publication changed about an entry, in one line: what, from what to
//! what, why, and in which publication.

use super::Reader;
use super::entry::mark_code;
use super::icon;
use super::words::*;
use domain::Locale;
use domain::calendar::spoken;
use domain::journal::FieldChange;
use domain::schedule::LeaderRole;
use domain::schedule::publication::{Face, LeaderName, Mark, Published, is_resumed};
use domain::words;
use maud::{Markup, html};

/// The line of an entry; nothing when it was kept.
pub(super) fn mark(reader: &Reader, published: &Published) -> Markup {
    let Published { mark, face, was, changed_in, .. } = published;
    mark_of(reader, *mark, face, was, *changed_in)
}

/// The line for a mark, a face and the values that changed; `changed_in` is the
/// publication that did it, when the line is to say so (2 and up).
pub(super) fn mark_of(
    reader: &Reader,
    mark: Mark,
    face: &Face,
    was: &[FieldChange],
    changed_in: i32,
) -> Markup {
    let Some(code) = mark_code(mark) else {
        return Markup::default();
    };
    let told = |change: &&FieldChange| !matches!(change.field.as_str(), "standing" | "moved_to");
    let substitutes =
        if mark == Mark::Delegated && was.is_empty() { face.leaders.as_slice() } else { Default::default() };
    let bare = !was.iter().any(|change| told(&change))
        && !substitutes.iter().any(|leader| leader.in_place_of.is_some());
    html! {
        p.mark data-mark=(code) {
            (icon::mark(icon_of(mark))) " " b { (reader.say(words::mark_told(mark, is_resumed(was)))) }
            @if let Some(day) = face.moved_to {
                " " (reader.say(MOVED_TO)) " " (spoken::long_date(reader.locale, day))
            }
            (if bare { '.' } else { ':' })
            @for change in was.iter().filter(told) { (field(reader, change)) }
            @for leader in substitutes { (substitute(reader, leader)) }
            (reason(reader, &face.reason))
            @if changed_in > 1 { " " small { (edition(reader.locale, changed_in)) } }
        }
    }
}

/// " giờ bắt đầu 16:00 → 16:30."
fn field(reader: &Reader, change: &FieldChange) -> Markup {
    let name = reader.say(words::field(&change.field)).to_lowercase();
    let lang = if is_written(&change.field) { reader.written() } else { None };
    let value = |stored: &str| match change.field.as_str() {
        "leaders" => roles_in(reader.locale, stored),
        field => words::value(reader.locale, field, stored),
    };
    html! {
        " " (name) " " del lang=[lang] { (value(&change.before)) } " → "
        ins lang=[lang] { (value(&change.after)) } "."
    }
}

/// " Chủ tịch A → PCT B."
fn substitute(reader: &Reader, leader: &LeaderName) -> Markup {
    let lang = reader.written();
    html! {
        @if let Some((title, name)) = &leader.in_place_of {
            " " del lang=[lang] { (title) " " (name) } " → "
            ins lang=[lang] { (leader.title) " " (leader.name) } "."
        }
    }
}

fn reason(reader: &Reader, reason: &str) -> Markup {
    html! {
        @if !reason.is_empty() {
            " " span lang=[reader.written()] {
                (reason) @if !reason.ends_with(['.', '!', '?', '…']) { "." }
            }
        }
    }
}

/// Whether the values of a field are texts of the Office and not words of ours.
fn is_written(field: &str) -> bool {
    matches!(
        field,
        "content"
            | "place"
            | "participants"
            | "preparing_unit"
            | "host_unit"
            | "remote_sites"
            | "leaders"
            | "acting"
    )
}

/// The stored line names roles in Vietnamese; other readers get their own words.
fn roles_in(locale: Locale, line: &str) -> String {
    if locale == Locale::Vi || line.is_empty() {
        return words::value(locale, "leaders", line);
    }
    let mut text = line.replace("(dự thay ", "(for ").replace(", thay ", ", for ");
    for role in LeaderRole::ALL {
        let word = words::leader_role(*role);
        for end in [')', ','] {
            let (vi, own) = (word.vi.to_lowercase(), locale.say(word).to_lowercase());
            text = text.replace(&format!("({vi}{end}"), &format!("({own}{end}"));
        }
    }
    text
}

fn icon_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Added => "#add",
        Mark::Kept | Mark::Adjusted => "#edit",
        Mark::Postponed => "#pause",
        Mark::Cancelled => "#cancel",
        Mark::Delegated => "#substitute",
    }
}
