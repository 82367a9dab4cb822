//! The page at `/desk/meetings`: what is proposed, prepared and held.

use super::api;
use super::card::card;
use super::deed::{BODIES, MEETINGS};
use super::entry::entry_panel;
use super::proposal::ProposalForm;
use super::words::*;
use crate::fields::Fields;
use crate::list::address;
use crate::parts::{Icon, StateBox, refused_page};
use crate::send::fields_of;
use crate::title::PageTitle;
use crate::visit::{say, tell_header, use_actor};
use domain::meeting::{Meeting, MeetingList, MeetingState};
use domain::text::plain;
use domain::{Deed, EntryId, words};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;
use std::sync::Arc;

/// What of the list is shown, as the address says.
#[derive(Clone, Default, PartialEq)]
struct Sought {
    text: String,
    state: String,
    body: String,
    kind: String,
}

const FIELDS: [&str; 4] = ["q", "state", "body", "kind"];

impl Sought {
    fn is_on(&self) -> bool {
        *self != Self::default()
    }

    fn finds(&self, meeting: &Meeting) -> bool {
        let text = plain(self.text.trim());
        let proposal = &meeting.proposal;
        let told = [&proposal.content, &meeting.unit_name, &meeting.chair_name];
        (text.is_empty() || told.iter().any(|told| plain(told).contains(&text)))
            && (self.state.is_empty() || meeting.state.code() == self.state)
            && (self.body.is_empty() || proposal.body.is_some_and(|body| body.to_string() == self.body))
            && (self.kind.is_empty() || proposal.kind.code() == self.kind)
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn meetings_page() -> AnyView {
    let query = use_query_map();
    let all = Resource::new(|| (), |()| api::list_meetings());
    let get = move |name: &str| query.with(|query| query.get(name));
    let is_new = Memo::new(move |_| get("new").is_some());
    let entry = Memo::new(move |_| get("entry").and_then(|id| id.parse::<EntryId>().ok()));
    let sought = Memo::new(move |_| {
        let [text, state, body, kind] = FIELDS.map(|name| get(name).unwrap_or_default());
        Sought { text, state, body, kind }
    });
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageTitle text=say(MEETINGS_TITLE)/>
        <Transition>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(list) => {
                        let list = Arc::new(list);
                        let waiting = list.meetings.iter().filter(|one| one.waits_for(&use_actor())).count();
                        tell_header(move |counts| counts.proposals = u32::try_from(waiting).unwrap_or(u32::MAX));
                        let shown = list.clone();
                        view! {
                            {head()}
                            {filters(&list, &sought.get_untracked())}
                            <div class="with-panel">
                                {move || rows(&shown, &sought.get())}
                                {move || match entry.get() {
                                    Some(id) => Some(entry_panel(id, again)),
                                    None => {
                                        is_new
                                            .get()
                                            .then(|| view! { <ProposalForm meeting=None offer=list.offer.clone() again/> }.into_any())
                                    }
                                }}
                            </div>
                        }
                            .into_any()
                    }
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn head() -> AnyView {
    let actor = use_actor();
    let proposes = actor.can(Deed::ProposeMeeting);
    let rules = actor.can(Deed::EditMeeting);
    view! {
        <div class="head">
            <h1>{say(MEETINGS_TITLE)}</h1>
            <div class="buttons">
                {rules.then(|| view! { <a class="button" href=format!("{MEETINGS}/rules")><Icon name="clock"/>{say(RULES)}</a> })}
                {proposes.then(|| view! { <a class="button" href=BODIES><Icon name="unit"/>{say(BODIES_TITLE)}</a> })}
                {proposes
                    .then(|| {
                        view! {
                            <a class="button" data-kind="primary" href=address(MEETINGS, "new", "")>
                                <Icon name="add"/>
                                {say(PROPOSE)}
                            </a>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}

fn filters(list: &MeetingList, sought: &Sought) -> AnyView {
    let navigate = use_navigate();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        navigate(&address(MEETINGS, &query(&fields_of(&event)), ""), Default::default());
    };
    let select = |name: &'static str, label, options: Vec<(String, String)>, chosen: String| {
        // The form of a proposal beside the list has fields of the same names.
        let id = format!("by-{name}");
        view! {
            <div class="field">
                <label for=id.clone()>{say(label)}</label>
                <select id=id name=name>
                    <option value="">{say(ANY)}</option>
                    {options
                        .into_iter()
                        .map(|(value, text)| {
                            let selected = value == chosen;
                            view! { <option value=value selected=selected>{text}</option> }
                        })
                        .collect_view()}
                </select>
            </div>
        }
    };
    let states =
        MeetingState::ALL.map(|state| (state.code().to_owned(), say(words::meeting_state(state)).to_owned()));
    let bodies = list.bodies.iter().map(|body| (body.id.to_string(), body.name.clone())).collect();
    view! {
        <form class="filters" role="search" on:submit=keep>
            <div class="field">
                <label for="q">{say(LOOK_FOR)}</label>
                <input id="q" name="q" type="search" value=sought.text.clone()/>
            </div>
            {select("state", STATE, states.to_vec(), sought.state.clone())}
            {select("body", BODY, bodies, sought.body.clone())}
            {select("kind", KIND, super::choices::kinds(), sought.kind.clone())}
            <button class="button"><Icon name="search"/>{say(FILTER)}</button>
        </form>
    }
    .into_any()
}

fn query(fields: &Fields) -> String {
    let parts = FIELDS.into_iter().filter(|name| !fields.get(name).is_empty());
    parts.map(|name| format!("{name}={}", Url::escape(fields.get(name)))).collect::<Vec<_>>().join("&")
}

fn rows(list: &MeetingList, sought: &Sought) -> AnyView {
    let found: Vec<&Meeting> = list.meetings.iter().filter(|meeting| sought.finds(meeting)).collect();
    if found.is_empty() {
        let (title, hint) =
            if sought.is_on() { (NONE_FOUND, NONE_FOUND_HINT) } else { (NONE_YET, NONE_YET_HINT) };
        return view! { <StateBox icon="people" title=say(title)><p>{say(hint)}</p></StateBox> }.into_any();
    }
    view! { <ul class="requests">{found.into_iter().map(card).collect_view()}</ul> }.into_any()
}
