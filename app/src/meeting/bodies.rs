//! The page at `/desk/bodies`: the bodies with their members and standing secretaries,
//! and what waits to come before them. A unit sees its own items, and what it was asked.

mod panel;

use super::api;
use super::asked::asked_line;
use super::card::item_badge;
use super::deed::{BODIES, MEETINGS};
use super::words::*;
use crate::list::address;
use crate::parts::{Badge, Icon, StateBox, refused_page};
use crate::title::PageTitle;
use crate::visit::{say, say_counted, tell_header, use_actor};
use domain::meeting::{Backlog, Body};
use domain::{Deed, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use panel::panel;
use std::sync::Arc;

/// What the panel shows.
#[derive(Clone, PartialEq)]
enum Beside {
    Nothing,
    NewBody,
    Body(i64),
    NewItem,
    Item(i64),
    Answer(i64),
}

/// The page at its address; it asks the server when it is shown.
pub fn bodies_page() -> AnyView {
    let query = use_query_map();
    let all = Resource::new(|| (), |()| api::read_backlog());
    let beside = Memo::new(move |_| {
        query.with(|query| {
            let number = |name: &str| query.get(name).and_then(|id| id.parse().ok());
            match (number("edit"), query.get("item"), number("answer")) {
                (Some(id), ..) => Beside::Body(id),
                (_, Some(item), _) => item.parse().map_or(Beside::NewItem, Beside::Item),
                (.., Some(id)) => Beside::Answer(id),
                _ if query.get("new").is_some() => Beside::NewBody,
                _ => Beside::Nothing,
            }
        })
    });
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageTitle text=say(BODIES_TITLE)/>
        <Transition>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(backlog) => whole(Arc::new(backlog), beside, again),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn whole(backlog: Arc<Backlog>, beside: Memo<Beside>, again: Callback<()>) -> AnyView {
    let actor = use_actor();
    let office = actor.can(Deed::EditMeeting);
    let (agreements, opinions) = (backlog.agreements(&actor), backlog.opinions(&actor));
    tell_header(move |counts| {
        counts.agreements = agreements;
        counts.opinions = opinions;
    });
    let known = backlog.clone();
    view! {
        <div class="head">
            <div>
                <p class="soft"><a href=MEETINGS>{say(MEETINGS_TITLE)}</a></p>
                <h1>{say(BODIES_TITLE)}</h1>
            </div>
            <div class="buttons">
                <a class="button" href=address(BODIES, "item=new", "")><Icon name="send"/>{say(PROPOSE_ITEM)}</a>
                {office
                    .then(|| {
                        view! {
                            <a class="button" data-kind="primary" href=address(BODIES, "new", "")>
                                <Icon name="add"/>
                                {say(NEW_BODY)}
                            </a>
                        }
                    })}
            </div>
        </div>
        <div class="with-panel meeting">
            <div>
                {questions(&backlog)}
                {items(&backlog)}
                {bodies(&backlog, office)}
            </div>
            {move || panel(&known, beside.get(), again)}
        </div>
    }
    .into_any()
}

/// Bodies with who chairs and keeps them.
fn bodies(backlog: &Backlog, office: bool) -> AnyView {
    if backlog.bodies.is_empty() {
        return view! { <StateBox icon="unit" title=say(NO_BODIES)><p>{say(NO_BODIES_HINT)}</p></StateBox> }
            .into_any();
    }
    let rows = backlog.bodies.iter().map(|body| {
        let waits = backlog.items.iter().filter(|item| item.body == Some(body.id)).count();
        let people = office.then(|| {
            let members = say_counted(body.members.len(), [MEMBER, MEMBERS]);
            format!(" · {members} · {} {}", body.voters(), say(VOTERS))
        });
        let name = body.name.clone();
        let name = if office {
            view! { <a href=address(BODIES, &format!("edit={}", body.id), "")>{name}</a> }.into_any()
        } else {
            name.into_any()
        };
        view! {
            <li>
                <div class="what">
                    <h3>{name}</h3>
                    <p class="soft">
                        {say(words::kind(body.kind))} {(!body.chair_name.is_empty()).then(|| format!(" · {}", body.chair_name))}
                        {people}
                    </p>
                    {secretary(body)}
                </div>
                <div class="stands">
                    {(waits > 0).then(|| view! { <Badge tone="amber" icon="clock" text=format!("{waits} {}", say(WAITS))/> })}
                    <a class="button" data-size="small" href=next(body)>{say(NEXT_MEETING)}</a>
                    {office.then(|| super::plan::way(body.id))}
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="bodies">
            <h2 id="bodies">{say(BODIES_LIST)}</h2>
            <ul class="requests">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn secretary(body: &Body) -> Option<AnyView> {
    let standing = [(SECRETARY_OF, &body.secretary_name), (STANDING_UNIT, &body.unit_name)];
    let told: Vec<String> = standing
        .into_iter()
        .filter(|(_, name)| !name.is_empty())
        .map(|(word, name)| format!("{}: {name}", say(word)))
        .collect();
    (!told.is_empty()).then(|| view! { <p class="soft">{told.join(" · ")}</p> }.into_any())
}

/// The form of the next meeting of a body, with what is known of it.
fn next(body: &Body) -> String {
    let id = |id: Option<String>| id.unwrap_or_default();
    let with = format!(
        "new&body={}&kind={}&chair={}&secretary={}",
        body.id,
        body.kind.code(),
        id(body.chair.map(|id| id.to_string())),
        id(body.secretary.map(|id| id.to_string())),
    );
    address(MEETINGS, &with, "")
}

/// Items on their way.
fn items(backlog: &Backlog) -> AnyView {
    if backlog.items.is_empty() {
        return view! {
            <section aria-labelledby="items">
                <h2 id="items">{say(BACKLOG)}</h2>
                <p class="soft">{say(NO_ITEMS)}</p>
            </section>
        }
        .into_any();
    }
    let rows = backlog.items.iter().map(|item| {
        let body = item.body.map(|id| backlog.offer.body(id)).unwrap_or_default();
        view! {
            <li>
                <div class="what">
                    <h3><a href=address(BODIES, &format!("item={}", item.id), "")>{item.plan.content.clone()}</a></h3>
                    <p class="soft">{item.unit_name.clone()} " · " {body} " · " {item.plan.minutes} " " {say(MINUTES)}</p>
                </div>
                <div class="stands">{item_badge(item)}</div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="items">
            <h2 id="items">{say(BACKLOG)}</h2>
            <ul class="requests">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What units were asked.
fn questions(backlog: &Backlog) -> Option<AnyView> {
    if backlog.asked.is_empty() {
        return None;
    }
    let rows = backlog.asked.iter().map(asked_line).collect_view();
    Some(
        view! {
            <section aria-labelledby="asked">
                <h2 id="asked">{say(ASKED)}</h2>
                <ul class="asked-list">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}
