//! What a publication changed about an entry, in one line: what, from what to
//! what, why, and in which publication.

use super::Reader;
use super::entry::mark_code;
use super::frame::icon;
use super::words::*;
use domain::Locale;
use domain::calendar::spoken;
use domain::journal::FieldChange;
use domain::schedule::LeaderRole;
use domain::schedule::publication::{Face, Mark, Published};
use domain::words;
use leptos::prelude::*;

/// The line of an entry; nothing when it was kept.
pub(super) fn mark(reader: &Reader, published: &Published) -> Option<AnyView> {
    let Published { mark, face, was, changed_in, .. } = published;
    let edition = (*changed_in > 1).then(|| edition(reader.locale, *changed_in));
    mark_of(reader, *mark, face, was, edition)
}

/// The line for a mark, a face and the values that changed.
pub(super) fn mark_of(
    reader: &Reader,
    mark: Mark,
    face: &Face,
    was: &[FieldChange],
    edition: Option<String>,
) -> Option<AnyView> {
    let code = mark_code(mark)?;
    let lang = reader.written();
    let word = reader.say(words::mark(mark));
    let moved = face
        .moved_to
        .map(|day| format!(" {} {}", reader.say(MOVED_TO), spoken::long_date(reader.locale, day)));
    let changes: Vec<AnyView> = was
        .iter()
        .filter(|change| !matches!(change.field.as_str(), "standing" | "moved_to"))
        .map(|change| field(reader, change))
        .collect();
    let substitutes: Vec<AnyView> = match mark {
        Mark::Delegated if was.is_empty() => face
            .leaders
            .iter()
            .filter_map(|leader| {
                let (title, name) = leader.in_place_of.as_ref()?;
                let (old, new) = (format!("{title} {name}"), format!("{} {}", leader.title, leader.name));
                Some(view! { " "<del lang=lang>{old}</del>" → "<ins lang=lang>{new}</ins>"." }.into_any())
            })
            .collect(),
        _ => Vec::new(),
    };
    let reason = (!face.reason.is_empty()).then(|| {
        let stop = if face.reason.ends_with(['.', '!', '?', '…']) { "" } else { "." };
        view! { " "<span lang=lang>{face.reason.clone()}{stop}</span> }
    });
    Some(
        view! {
            <p class="mark" data-mark=code>
                {icon(icon_of(mark))}" "<b>{word}</b>{moved}
                {if changes.is_empty() && substitutes.is_empty() { "." } else { ":" }}
                {changes}{substitutes}{reason}
                {edition.map(|edition| view! { " "<small>{edition}</small> })}
            </p>
        }
        .into_any(),
    )
}

/// " giờ bắt đầu 16:00 → 16:30."
fn field(reader: &Reader, change: &FieldChange) -> AnyView {
    let name = reader.say(words::field(&change.field)).to_lowercase();
    let typed = is_written(&change.field);
    let lang = typed.then(|| reader.written()).flatten();
    let value = |stored: &str| match change.field.as_str() {
        "leaders" => roles_in(reader.locale, stored),
        field => words::value(reader.locale, field, stored),
    };
    view! {
        " "{name}" "<del lang=lang>{value(&change.before)}</del>" → "<ins lang=lang>{value(&change.after)}</ins>"."
    }
    .into_any()
}

/// Whether the values of a field are texts of the Office and not words of ours.
fn is_written(field: &str) -> bool {
    matches!(
        field,
        "content" | "place" | "participants" | "preparing_unit" | "host_unit" | "remote_sites" | "leaders"
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
