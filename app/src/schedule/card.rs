//! One entry on the board: time, content, place, and what is to be known of it
//! at a glance.

use super::open::Open;
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::schedule::conflict::place_of;
use domain::schedule::{Directory, Entry, EntryKind, Format, LeaderRole, Mark, Standing, Visibility};
use domain::{PositionId, words};
use leptos::prelude::*;

/// How an entry stands against the last publication.
pub(super) fn mark_of(entry: &Entry, published: bool) -> Mark {
    match &entry.standing {
        Standing::Postponed(_) => Mark::Postponed,
        Standing::Cancelled(_) => Mark::Cancelled,
        Standing::Going if entry.plan.attending.iter().any(|a| a.in_place_of.is_some()) => Mark::Delegated,
        Standing::Going if published && entry.published_in.is_none() => Mark::Added,
        Standing::Going if published && !entry.reason.is_empty() => Mark::Adjusted,
        Standing::Going => Mark::Kept,
    }
}

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

/// The card of an entry in the column of a leader. `clash` is whether it
/// collides, and whether nobody has said why that is accepted.
pub(super) fn card(
    open: Open,
    entry: &Entry,
    leader: Option<PositionId>,
    directory: &Directory,
    published: bool,
    clash: Option<bool>,
) -> AnyView {
    let locale = use_locale();
    let (id, plan) = (entry.id, &entry.plan);
    let on = plan.positions();
    let may = open.actor.with_value(|a| a.may_arrange(&on, &on));
    let role = plan.attending.iter().find(|a| Some(a.position) == leader).map(|a| a.role);
    let filler = plan.kind == EntryKind::OfficeWork;
    let attends = !filler
        && plan.attending.len() > 1
        && matches!(role, Some(LeaderRole::Attend | LeaderRole::Speak | LeaderRole::Substitute));
    let prefix = attends && !plan.content.starts_with("Dự ");
    let kind = filler.then_some("filler");
    let role = attends.then_some("attend");
    let mark = mark_of(entry, published);
    let place = place_of(plan, directory);
    let hidden = match plan.visibility {
        Visibility::Public => None,
        Visibility::Internal => Some("internal"),
        Visibility::Restricted => Some("restricted"),
    };
    let visibility = say(words::visibility(plan.visibility));
    let (start, end) = match (plan.start, plan.end) {
        (Some(start), end) => (spoken::time(start), end.map(|end| format!("- {}", spoken::time(end)))),
        _ => (words::hours(locale, None, None, plan.part), None),
    };
    view! {
        <a
            class="card"
            href=format!("?entry={id}")
            data-noscroll
            draggable="false"
            data-entry=id.to_string()
            data-chosen=move || open.chosen.with(|chosen| chosen.contains(&id)).then_some("")
            data-mark=looks(mark).map(|l| l.0)
            data-role=role
            data-kind=kind
            data-fresh=open.fresh.with_value(|fresh| fresh.contains(&id)).then_some("")
            data-clash=(clash == Some(true)).then_some("")
            aria-current=move || (open.panel.get().entry() == Some(id)).then_some("true")
        >
            <span class="when">
                <b>{start}</b>
                {end.map(|end| view! { <small>{end}</small> })}
                <span class="flags">
                    {clash
                        .map(|open| {
                            view! {
                                <span class=open.then_some("clash") title=say(CLASHES)>
                                    <Icon name="warning"/>
                                    <span class="only-read">{say(CLASHES)}</span>
                                </span>
                            }
                        })}
                    {(plan.format != Format::InPerson).then(|| view! { <Icon name="online"/> })}
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
                {prefix.then(|| view! { <span class="soft">{say(ATTENDS)}</span> })} {plan.content.clone()}
            </span>
            {leader
                .and_then(|id| directory.leader(id))
                .map(|post| {
                    view! { <span class="only-read">", " {post.short_title.clone()} " " {post.person_name.clone()}</span> }
                })}
            {(!place.is_empty()).then(|| view! { <span class="place">{place}</span> })}
            {mark_badge(mark)}
            {may.then(|| view! { <span class="grip" aria-hidden="true"></span> })}
            {(may && plan.start.is_some()).then(|| view! { <span class="stretch" aria-hidden="true"></span> })}
        </a>
    }
    .into_any()
}
