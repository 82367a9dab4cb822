//! One entry as the public sees it: when, what, where, who, and what changed.

use super::Reader;
use super::mark::mark;
use super::words::*;
use domain::calendar::spoken;
use domain::journal::FieldChange;
use domain::schedule::Format;
use domain::schedule::publication::{Face, FaceStanding, LeaderName, Mark, Published};
use domain::words;
use maud::{Markup, html};

/// An item of a day's list. `anchored` gives it an address within the page,
/// which only one item of a page may have.
pub(super) fn entry(reader: &Reader, published: &Published, anchored: bool) -> Markup {
    let face = &published.face;
    html! {
        li.entry id=[anchored.then(|| anchor(&published.uid))] data-mark=[mark_code(published.mark)] {
            (when(reader, face, &published.was))
            div.what {
                (content(reader, face))
                @if !face.place.is_empty() { p.place lang=[reader.written()] { (face.place) } }
                (acting(reader, face))
                (details(reader, face))
                (mark(reader, published))
            }
            (chair(reader, &face.leaders))
        }
    }
}

/// The name of a mark in the style sheet; what did not change has none.
pub(super) fn mark_code(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Kept => None,
        Mark::Adjusted => Some("changed"),
        mark => Some(mark.code()),
    }
}

/// A short name of the entry for addresses, the same in all publications.
fn anchor(uid: &str) -> String {
    // FNV-1a: short, stable, and no secret is kept by it.
    let hash =
        uid.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("e{hash:08x}")
}

/// The time, and the one before it when that changed.
pub(super) fn when(reader: &Reader, face: &Face, was: &[FieldChange]) -> Markup {
    let old = was.iter().find(|change| change.field == "start").map_or("", |change| &change.before);
    html! {
        p.when {
            b {
                @match face.start {
                    Some(start) => time { (spoken::time(start)) },
                    None => (reader.say(face.part.word())),
                }
            }
            @if !old.is_empty() { del { (old) } " " }
            @if let Some(end) = face.end { small { (reader.say(UNTIL)) " " (spoken::time(end)) } }
        }
    }
}

/// What it is about, struck out when it does not take place.
pub(super) fn content(reader: &Reader, face: &Face) -> Markup {
    html! {
        p.content lang=[reader.written()] {
            @match face.standing {
                FaceStanding::Going => (face.content),
                _ => s { (face.content) },
            }
        }
    }
}

/// Who is there, in order of precedence; under a substitute, whom they stand for.
pub(super) fn chair(reader: &Reader, leaders: &[LeaderName]) -> Markup {
    let lang = reader.written();
    html! {
        ul.chair {
            @for leader in leaders {
                li {
                    span lang=[lang] { b { (leader.title) } " " (leader.name) }
                    " " small { (reader.say(words::leader_role(leader.role)).to_lowercase()) }
                }
                @if let Some((title, name)) = &leader.in_place_of {
                    li { del lang=[lang] { (title) " " (name) } }
                }
            }
        }
    }
}

/// Who acts while the leader is away.
pub(super) fn acting(reader: &Reader, face: &Face) -> Markup {
    html! {
        @if let Some((title, name)) = &face.acting {
            p.place {
                b { (reader.say(words::field("acting"))) ": " }
                span lang=[reader.written()] { (title) " " (name) }
            }
        }
    }
}

/// The rest opens: who takes part, who prepares, how it is convened.
fn details(reader: &Reader, face: &Face) -> Markup {
    let written = reader.written();
    let sites = face.remote_sites.join(", ");
    let format = if face.format == Format::InPerson { "" } else { reader.say(words::format(face.format)) };
    let invitation = face.invitation.map_or("", |mode| reader.say(words::invitation(mode)));
    let lines = [
        ("participants", face.participants.as_str(), written),
        ("preparing_unit", &face.preparing, written),
        ("format", format, None),
        ("remote_sites", &sites, written),
        ("invitation", invitation, None),
    ];
    html! {
        @if lines.iter().any(|(_, text, _)| !text.is_empty()) {
            details.more {
                summary { (reader.say(DETAILS)) }
                @for (field, text, lang) in lines {
                    @if !text.is_empty() {
                        p.place { b { (reader.say(words::field(field))) ": " } span lang=[lang] { (text) } }
                    }
                }
            }
        }
    }
}
