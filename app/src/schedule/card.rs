//! One entry on the board: time, content, place, and what is to be known of it
//! at a glance.

use super::face::Face;
use super::open::Open;
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::say;
use domain::schedule::{Mark, Visibility};
use domain::words;
use leptos::prelude::*;

/// The style name, tone and icon of a mark.
pub(super) fn looks(mark: Mark) -> Option<(&'static str, &'static str, &'static str)> {
    match mark {
        Mark::Kept => None,
        Mark::Added => Some(("added", "green", "add")),
        Mark::Adjusted => Some(("changed", "blue", "edit")),
        Mark::Postponed => Some(("postponed", "amber", "pause")),
        Mark::Cancelled => Some(("cancelled", "red", "cancel")),
        Mark::Delegated => Some(("delegated", "blue", "substitute")),
    }
}

/// The badge of a mark; nothing for what was kept.
pub(super) fn mark_badge(mark: Mark) -> Option<AnyView> {
    let (_, tone, icon) = looks(mark)?;
    Some(view! { <Badge tone=tone icon=icon text=say(words::mark(mark))/> }.into_any())
}

/// The card of an entry, and below that of a leave who acts meanwhile.
pub(super) fn card(open: Open, face: Face) -> AnyView {
    let id = face.id;
    let attends = face.attends.then_some("attend");
    let hidden = match face.visibility {
        Visibility::Public => None,
        Visibility::Internal => Some("internal"),
        Visibility::Restricted => Some("restricted"),
    };
    let visibility = say(words::visibility(face.visibility));
    view! {
        <a
            class="card"
            href=format!("?entry={id}")
            data-noscroll
            draggable="false"
            data-entry=id.to_string()
            data-chosen=move || open.chosen.with(|chosen| chosen.contains(&id)).then_some("")
            data-mark=looks(face.mark).map(|l| l.0)
            data-role=attends
            data-kind=face.is_filler.then_some("filler")
            data-fresh=open.fresh.with_value(|fresh| fresh.contains(&id)).then_some("")
            data-clash=(face.clash == Some(true)).then_some("")
            aria-current=move || (open.panel.get().entry() == Some(id)).then_some("true")
        >
            <span class="when">
                <b>{face.start}</b>
                {face.end.map(|end| view! { <small>{end}</small> })}
                <span class="flags">
                    {face
                        .clash
                        .map(|open| {
                            view! {
                                <span class=open.then_some("clash") title=say(CLASHES)>
                                    <Icon name="warning"/>
                                    <span class="only-read">{say(CLASHES)}</span>
                                </span>
                            }
                        })}
                    {face.is_online.then(|| view! { <Icon name="online"/> })}
                    {hidden
                        .map(|icon| {
                            view! {
                                <span title=visibility>
                                    <Icon name=icon/>
                                    <span class="only-read">{visibility}</span>
                                </span>
                            }
                        })}
                </span>
            </span>
            <span class="content">
                {(face.attends && !face.says_so).then(|| view! { <span class="soft">{say(ATTENDS)}</span> })} {face.content}
            </span>
            {(!face.leader.is_empty()).then(|| view! { <span class="only-read">", " {face.leader}</span> })}
            {(!face.location.is_empty()).then(|| view! { <span class="place">{face.location}</span> })}
            {mark_badge(face.mark)}
            {face.may.then(|| view! { <span class="grip" aria-hidden="true"></span> })}
            {(face.may && face.is_timed).then(|| view! { <span class="stretch" aria-hidden="true"></span> })}
        </a>
        {face
            .acting
            .map(|name| view! { <p class="small soft">{say(words::field("acting"))} ": " {name}</p> })}
    }
    .into_any()
}
