//! The page at `/desk/bodies`: the bodies with their members and standing secretaries,
//! and what waits to come before them. A unit sees its own items, and what it was asked.

use super::act::Act;
use super::api;
use super::body_form::BodyForm;
use super::card::{at, item_badge};
use super::choices::named;
use super::deed::{self, BODIES, MEETINGS};
use super::item_form::item_fields;
use super::words::*;
use crate::control::{Area, Choice, Form, Line};
use crate::list::address;
use crate::panel::{Feet, Panel, no_such_row};
use crate::parts::{Badge, Field, Icon, StateBox, refused_page};
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::calendar::spoken;
use domain::meeting::{Asked, Backlog, Body, Item, ItemDraft, ItemStep};
use domain::{Deed, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
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
    let office = use_actor().can(Deed::EditMeeting);
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
            format!(" · {} {} · {} {}", body.members.len(), say(MEMBERS), body.voters(), say(VOTERS))
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

/// A question with its day and its answer.
pub fn asked_line(asked: &Asked) -> AnyView {
    let actor = use_actor();
    let own = actor.unit == Some(asked.unit) && actor.can(Deed::ProposeMeeting);
    let answer = match &asked.reply {
        Some(reply) => {
            let (tone, word) = if reply.agrees { ("green", AGREES) } else { ("red", DISAGREES) };
            view! {
                <Badge tone=tone icon="done" text=say(word)/>
                " "
                {reply.text.clone()}
                " ("
                {reply.by.clone()}
                ", "
                {at(reply.at)}
                ")"
            }
            .into_any()
        }
        None => {
            let late = asked.is_late(use_today());
            let (tone, icon) = if late { ("red", "error") } else { ("amber", "clock") };
            let text = format!("{} {}", say(ANSWER_BY), spoken::short_date(use_locale(), asked.due));
            let href = address(BODIES, &format!("answer={}", asked.id), "");
            view! {
                <Badge tone=tone icon=icon text=text/>
                " "
                {own.then(|| view! { <a class="button" data-size="small" href=href>{say(ANSWER)}</a> })}
            }
            .into_any()
        }
    };
    view! {
        <li>
            <p><b>{asked.unit_name.clone()}</b> " · " {asked.question.clone()} <span class="soft">" (" {asked.content.clone()} ")"</span></p>
            <p>{answer}</p>
        </li>
    }
    .into_any()
}

fn panel(backlog: &Backlog, beside: Beside, again: Callback<()>) -> Option<AnyView> {
    let office = use_actor().can(Deed::EditMeeting);
    Some(match beside {
        Beside::Nothing => return None,
        Beside::NewBody if office => {
            view! { <BodyForm body=None offer=backlog.offer.clone() again/> }.into_any()
        }
        Beside::Body(id) if office => match backlog.bodies.iter().find(|body| body.id.0 == id) {
            Some(body) => {
                view! { <BodyForm body=Some(body.clone()) offer=backlog.offer.clone() again/> }.into_any()
            }
            None => no_such_row(),
        },
        Beside::NewBody | Beside::Body(_) => no_such_row(),
        Beside::NewItem => item_panel(backlog, None, again),
        Beside::Item(id) => match backlog.items.iter().find(|item| item.id.0 == id) {
            Some(item) => item_panel(backlog, Some(item), again),
            None => no_such_row(),
        },
        Beside::Answer(id) => match backlog.asked.iter().find(|asked| asked.id.0 == id) {
            Some(asked) if asked.reply.is_none() => answer_panel(asked, again),
            _ => no_such_row(),
        },
    })
}

/// A new item, or one with the steps that can be taken.
fn item_panel(backlog: &Backlog, item: Option<&Item>, again: Callback<()>) -> AnyView {
    let actor = use_actor();
    let steps = item.map(|item| item.steps(&actor)).unwrap_or_default();
    let close = Signal::derive(|| BODIES.to_owned());
    let editable = item.is_none() || steps.contains(&ItemStep::Change);
    let form = editable.then(|| item_form(backlog, item, again));
    let told = item.map(|item| {
        let head =
            (!item.head.is_empty()).then(|| format!(" · {}: {}", say(words::field("head")), item.head));
        let decision =
            item.decision.as_ref().filter(|decision| !decision.reason.is_empty()).map(|decision| {
                view! { <p class="said"><b>{decision.by.clone()} ": "</b> {decision.reason.clone()}</p> }
            });
        view! {
            <div class="body">
                <p class="asked">{item.plan.content.clone()}</p>
                <p class="stands">{item_badge(item)}</p>
                <p class="soft">{item.unit_name.clone()} {head}</p>
                {decision}
            </div>
        }
    });
    let taking = item.map(|item| step_form(item, &steps, again));
    let title = if item.is_some() { ITEM } else { PROPOSE_ITEM };
    view! { <Panel title note="" close>{told} {form} {taking}</Panel> }.into_any()
}

fn item_form(backlog: &Backlog, item: Option<&Item>, again: Callback<()>) -> AnyView {
    let deed = if item.is_some() { "meeting.change_proposed_item" } else { "meeting.propose_item" };
    let form = Form::of(deed, item.map(|item| item.id.0), item.map_or(0, |item| item.version));
    let (issues, sending) = (form.issues, form.sending);
    let (to, by) = (form.text("body"), form.text("unit"));
    let shown = match (&form.typed, item) {
        (Some(typed), _) => deed::item(typed),
        (None, Some(item)) => ItemDraft::of(item),
        (None, None) => ItemDraft::default(),
    };
    let office = use_actor().can(Deed::EditMeeting);
    let offer = &backlog.offer;
    let (units, bodies) = (named(&offer.units), named(&offer.bodies));
    let fields = item_fields(offer, shown, issues);
    let first = item.is_none().then(|| {
        let unit = office.then(|| {
            view! {
                <Field name="unit" label=PROPOSED_BY issues>
                    <Choice name="unit" options=units chosen=by none=NO_CHOICE issues required=true/>
                </Field>
            }
        });
        view! {
            <div class="fields">
                <Field name="body" issues>
                    <Choice name="body" options=bodies chosen=to none=NO_CHOICE issues required=true/>
                </Field>
                {unit}
            </div>
        }
    });
    let close = Signal::derive(|| BODIES.to_owned());
    view! {
        <Act form again>
            <div class="body">{first} {fields}</div>
            <Feet close busy=sending.busy/>
        </Act>
    }
    .into_any()
}

/// The steps of an item: who of the unit agreed, what is missing, that it is complete.
fn step_form(item: &Item, steps: &[ItemStep], again: Callback<()>) -> Option<AnyView> {
    let steps: Vec<ItemStep> = steps.iter().copied().filter(|step| *step != ItemStep::Change).collect();
    if steps.is_empty() {
        return None;
    }
    let form = Form::of("meeting.take_item_step", Some(item.id.0), item.version);
    let issues = form.issues;
    let (head, why) = (form.text("head"), form.text("reason"));
    let submits = steps.contains(&ItemStep::Submit).then(|| {
        view! {
            <Field name="head" hint=HEAD_HINT issues>
                <Line name="head" value=head issues/>
            </Field>
        }
    });
    let explains = steps.contains(&ItemStep::Return).then(|| {
        view! {
            <Field name="reason" hint=RETURN_HINT issues>
                <Line name="reason" value=why issues/>
            </Field>
        }
    });
    let buttons = steps.into_iter().map(|step| {
        let kind = match step {
            ItemStep::Submit | ItemStep::Accept => Some("primary"),
            ItemStep::Withdraw => Some("danger"),
            _ => None,
        };
        view! {
            <button class="button" data-kind=kind name="step" value=step.code()>{say(words::item_step(step))}</button>
        }
    });
    Some(
        view! {
            <Act form again class="body">
                {submits}
                {explains}
                <p class="buttons">{buttons.collect_view()}</p>
            </Act>
        }
        .into_any(),
    )
}

/// The answer of the own unit.
fn answer_panel(asked: &Asked, again: Callback<()>) -> AnyView {
    let form = Form::of("meeting.answer_opinion", Some(asked.id.0), 0);
    let issues = form.issues;
    let typed = form.text("answer");
    let question = asked.question.clone();
    view! {
        <Panel title=ANSWER note=asked.content.clone() close=Signal::derive(|| BODIES.to_owned())>
            <Act form again class="body">
                <p class="asked">{question}</p>
                <Field name="answer" issues>
                    <Area name="answer" value=typed issues/>
                </Field>
                <p class="buttons">
                    <button class="button" data-kind="primary" name="agrees" value="yes">{say(AGREES)}</button>
                    <button class="button" data-kind="danger" name="agrees" value="no">{say(DISAGREES)}</button>
                </p>
            </Act>
        </Panel>
    }
    .into_any()
}
