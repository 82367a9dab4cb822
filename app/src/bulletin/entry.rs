//! One entry as the public sees it: when, what, where, who, and what changed.

use super::Reader;
use super::mark::mark;
use super::words::*;
use domain::calendar::spoken;
use domain::schedule::Format;
use domain::schedule::publication::{Face, FaceStanding, LeaderName, Mark, Published};
use domain::words;
use leptos::prelude::*;

/// An item of a day's list. `anchored` gives it an address within the page,
/// which only one item of a page may have.
pub(super) fn entry(reader: &Reader, published: Published, anchored: bool) -> AnyView {
    let id = anchored.then(|| anchor(&published.uid));
    let code = mark_code(published.mark);
    let old_start = published.was.iter().find(|c| c.field == "start").map(|c| c.before.clone());
    let marked = mark(reader, &published);
    let face = published.face;
    let when = when(reader, &face, old_start);
    let chair = chair(reader, &face.leaders);
    let more = details(reader, &face);
    view! {
        <li class="entry" id=id data-mark=code>
            {when}
            <div class="what">
                {content(reader, face.standing, face.content)}
                {place(reader, face.place)}
                {more}
                {marked}
            </div>
            {chair}
        </li>
    }
    .into_any()
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

pub(super) fn when(reader: &Reader, face: &Face, old_start: Option<String>) -> impl IntoView + use<> {
    let start = match (face.start, face.part) {
        (Some(start), _) => view! { <time>{spoken::time(start)}</time> }.into_any(),
        (None, part) => reader.say(part.word()).into_any(),
    };
    let end = face.end.map(|end| format!("{} {}", reader.say(UNTIL), spoken::time(end)));
    let old = old_start.filter(|old| !old.is_empty());
    view! {
        <p class="when">
            <b>{start}</b>
            {old.map(|old| view! { <del>{old}</del>" " })}
            {end.map(|end| view! { <small>{end}</small> })}
        </p>
    }
}

pub(super) fn content(reader: &Reader, standing: FaceStanding, text: String) -> AnyView {
    let lang = reader.written();
    match standing {
        FaceStanding::Going => view! { <p class="content" lang=lang>{text}</p> }.into_any(),
        _ => view! { <p class="content" lang=lang><s>{text}</s></p> }.into_any(),
    }
}

fn place(reader: &Reader, place: String) -> Option<impl IntoView + use<>> {
    let lang = reader.written();
    (!place.is_empty()).then(|| view! { <p class="place" lang=lang>{place}</p> })
}

/// Who is there, in order of precedence; under a substitute, whom they stand for.
pub(super) fn chair(reader: &Reader, leaders: &[LeaderName]) -> impl IntoView + use<> {
    let lang = reader.written();
    let names: Vec<AnyView> = leaders
        .iter()
        .map(|leader| {
            let role = reader.say(words::leader_role(leader.role)).to_lowercase();
            let original = leader.in_place_of.as_ref().map(|(title, name)| format!("{title} {name}"));
            view! {
                <li>
                    <span lang=lang><b>{leader.title.clone()}</b>" "{leader.name.clone()}</span>
                    " "<small>{role}</small>
                </li>
                {original.map(|original| view! { <li><del lang=lang>{original}</del></li> })}
            }
            .into_any()
        })
        .collect();
    view! { <ul class="chair">{names}</ul> }
}

/// The rest opens: who takes part, who prepares, how it is convened.
fn details(reader: &Reader, face: &Face) -> Option<impl IntoView + use<>> {
    let lang = reader.written();
    let mut lines: Vec<AnyView> = Vec::new();
    let mut add = |field: &str, text: String, lang: Option<&'static str>| {
        if !text.is_empty() {
            let name = reader.say(words::field(field));
            lines.push(
                view! { <p class="place"><b>{name}": "</b><span lang=lang>{text}</span></p> }.into_any(),
            );
        }
    };
    add("participants", face.participants.clone(), lang);
    add("preparing_unit", face.preparing.clone(), lang);
    if face.format != Format::InPerson {
        add("format", reader.say(words::format(face.format)).to_owned(), None);
    }
    add("remote_sites", face.remote_sites.join(", "), lang);
    if let Some(mode) = face.invitation {
        add("invitation", reader.say(words::invitation(mode)).to_owned(), None);
    }
    (!lines.is_empty()).then(|| {
        view! { <details class="more"><summary>{reader.say(DETAILS)}</summary>{lines}</details> }
    })
}

/// "PCT Lương Quốc Trụ" for the narrow column of the table.
pub(super) fn short_names(leaders: &[LeaderName]) -> String {
    let names: Vec<String> = leaders.iter().map(|l| format!("{} {}", l.title, l.name)).collect();
    names.join(", ")
}
