//! The form of a request, as an officer fills it in.

use super::card::{facts, time};
use super::page::PATH;
use super::words::*;
use super::{api, draft};
use crate::control::{Area, Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::file::{Papers, PickFirst, choose, hand_over};
use crate::list::address;
use crate::panel::Panel;
use crate::parts::{Field, Icon, RefusalNotice};
use crate::refused::Answer;
use crate::visit::{say, use_actor, use_visit};
use domain::calendar::hours::SessionPart;
use domain::file::Owner;
use domain::request::{Choices, OwnRequests, Request, RequestDraft, RequestState, SLOT_FIELDS, SlotDraft};
use domain::{Issue, Refusal, Word, words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The panel that registers a request or changes one.
#[component]
pub fn RequestForm(
    /// The request, or nothing for a new one.
    request: Option<Request>,
    /// The unit's requests, and what the form offers.
    own: Arc<OwnRequests>,
    /// The list, to be read again.
    all: Resource<Answer<OwnRequests>>,
) -> impl IntoView {
    let id = request.as_ref().map(|r| r.id);
    let deed = if id.is_some() { "request.change" } else { "request.register" };
    let form = Form::of(deed, id.map(|i| i.0), request.as_ref().map_or(0, |r| r.version));
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &request) {
        (Some(typed), _) => draft::request(typed),
        (None, Some(request)) => RequestDraft::of(&request.wanted),
        (None, None) => RequestDraft::default(),
    };
    let now = use_visit().with_value(|v| v.local_now());
    let navigate = sending.onward();
    let choices = own.choices.clone();
    let save = sending.submit(
        move |fields: Fields| {
            let draft = draft::request(&fields);
            let judged = draft.check(&choices, now).map_err(Refusal::Invalid);
            async move {
                judged?;
                match id {
                    Some(id) => api::change_request(id, fields.number("seen"), draft).await,
                    None => api::register_request(draft).await,
                }
            }
        },
        move |saved: Request| {
            let id = saved.id;
            // The files that were chosen with it go their way beside the request.
            let query = if hand_over(Owner::Request(id)) {
                all.update(|all| known(all, saved));
                format!("edit={id}&saved={id}")
            } else {
                format!("saved={id}")
            };
            all.refetch();
            navigate(&address(PATH, &query, ""), Default::default());
        },
    );
    let send = move |event: SubmitEvent| match id.map_or_else(|| choose(&event), |_| Ok(())) {
        Ok(()) => save(event),
        Err(refusal) => {
            event.prevent_default();
            sending.refusal.set(Some(refusal));
        }
    };
    let returned = request.as_ref().filter(|r| r.state == RequestState::Returned);
    let button = if returned.is_some() { SEND_AGAIN } else { SEND };
    let told = request.as_ref().filter(|r| r.decision.is_some()).map(facts);
    let title = if request.is_some() { CHANGE } else { NEW };
    let note = request.as_ref().map(|r| time(&r.wanted.wish, r.wanted.minutes)).unwrap_or_default();
    view! {
        <Panel title note close=Signal::derive(|| PATH.to_owned())>
            <form class="form" method="post" novalidate on:submit=send>
                <Hidden form/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    {told}
                    {fields(&own.choices, shown, issues)}
                    {id.is_none().then(|| view! { <PickFirst issues later=say(FILES_LATER)/> })}
                </div>
                <footer>
                    <button
                        class="button"
                        data-kind="primary"
                        aria-busy=move || sending.busy.get().to_string()
                    >
                        <Icon name="send"/>
                        {say(button)}
                    </button>
                    {id
                        .map(|id| {
                            let href = address(PATH, &format!("edit={id}&do=withdraw"), "");
                            view! { <a class="button" data-kind="danger" href=href>{say(WITHDRAW)}</a> }
                        })}
                    <a class="button" href=PATH>{say(BACK)}</a>
                </footer>
            </form>
            {request.as_ref().map(|request| own_papers(request, &own))}
        </Panel>
    }
}

/// Puts a new request into the list before the list is read again.
fn known(all: &mut Option<Answer<OwnRequests>>, saved: Request) {
    if let Some(Ok(own)) = all {
        own.requests.insert(0, saved);
    }
}

/// The papers of a request, for its own unit.
pub fn own_papers(request: &Request, own: &OwnRequests) -> AnyView {
    let owner = Owner::Request(request.id);
    let files = own.files.iter().filter(|file| file.owner == owner).cloned().collect();
    let actor = use_actor();
    let (adds, removes) = (request.takes_papers_of(&actor), request.gives_papers_to(&actor));
    let back = format!("edit={}", request.id);
    view! { <div class="body"><Papers owner files adds removes back/></div> }.into_any()
}

fn fields(choices: &Choices, shown: RequestDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let [wish, first, second] = shown.slots;
    let (chairs, rooms) = (chairs(choices), rooms(choices));
    let has_others = !first.date.is_empty() || !second.date.is_empty();
    let wrong =
        issues.with_untracked(|all| all.iter().any(|i| i.field.ends_with("_2") || i.field.ends_with("_3")));
    view! {
        <div class="fields">
            <Field name="content" issues>
                <Area name="content" value=shown.content issues required=true/>
            </Field>
            <Field name="purpose" issues>
                <Area name="purpose" value=shown.purpose issues/>
            </Field>
            <Field name="chair" issues>
                <Choice name="chair" options=chairs chosen=shown.chair none=NO_CHAIR issues required=true/>
            </Field>
        </div>
        {slot(WISHED, SLOT_FIELDS[0], wish, true, issues)}
        <details class="more" open=has_others || wrong>
            <summary>{say(OTHERS)} <Icon name="down"/></summary>
            {slot(FIRST_OTHER, SLOT_FIELDS[1], first, false, issues)}
            {slot(SECOND_OTHER, SLOT_FIELDS[2], second, false, issues)}
        </details>
        <div class="fields">
            <Field name="minutes" hint=MINUTES_HINT span=6 issues>
                <Line name="minutes" value=shown.minutes issues required=true/>
            </Field>
            <Field name="room" span=6 issues>
                <Choice name="room" options=rooms chosen=shown.room none=NO_ROOM issues/>
            </Field>
            <Field name="place" issues>
                <Line name="place" value=shown.place issues/>
            </Field>
            <Field name="participants" issues>
                <Area name="participants" value=shown.participants issues/>
            </Field>
            <Field name="papers" hint=PAPERS_HINT issues>
                <Area name="papers" value=shown.papers issues/>
            </Field>
        </div>
    }
    .into_any()
}

/// Day, part of the day and hour of one time.
pub fn slot(
    legend: Word,
    [date, part, start]: [&'static str; 3],
    shown: SlotDraft,
    required: bool,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let parts = SessionPart::ALL.map(|p| (p.code().to_owned(), say(words::part(p)).to_owned())).to_vec();
    view! {
        <fieldset class="slot">
            <legend>{say(legend)}</legend>
            <div class="fields">
                <Field name=date label=DAY span=6 issues>
                    <Day name=date value=shown.date issues required/>
                </Field>
                <Field name=part label=PART hint=PART_HINT span=6 issues>
                    <Choice name=part options=parts chosen=shown.part none=NO_PART issues/>
                </Field>
                <Field name=start label=START hint=HOUR_HINT issues>
                    <Line name=start value=shown.start issues/>
                </Field>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The leaders who can be asked.
pub fn chairs(choices: &Choices) -> Vec<(String, String)> {
    choices.chairs.iter().map(|c| (c.id.to_string(), c.name.clone())).collect()
}

/// Rooms with their seats.
pub fn rooms(choices: &Choices) -> Vec<(String, String)> {
    choices.rooms.iter().map(|r| (r.id.to_string(), format!("{} ({})", r.name, r.capacity))).collect()
}
