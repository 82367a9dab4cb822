//! One's own sessions, and one's own password.

use super::api;
use super::words::*;
use crate::fields::DEED;
use crate::parts::{Badge, Field, Icon, Notice, RefusalNotice, refused_page};
use crate::refused::Answer;
use crate::send::Sending;
use crate::title::PageTitle;
use crate::visit::say;
use chrono::{DateTime, Utc};
use domain::access::OwnSession;
use domain::calendar::spoken;
use domain::words::vietnam;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page at its address; it asks the server when it is shown.
pub fn sessions_page() -> AnyView {
    let sessions = Resource::new(|| (), |()| api::own_sessions());
    view! {
        <PageTitle text=say(SESSIONS)/>
        <div class="narrow">
            <div class="head"><h1>{say(SESSIONS)}</h1></div>
            <p class="soft">{say(SESSIONS_LEAD)}</p>
            <Transition>
                {move || Suspend::new(async move {
                    match sessions.await {
                        Ok(list) => view! { <List list sessions/> }.into_any(),
                        Err(refused) => refused_page(&refused.0),
                    }
                })}
            </Transition>
            <Password/>
        </div>
    }
    .into_any()
}

#[component]
fn List(list: Vec<OwnSession>, sessions: Resource<Answer<Vec<OwnSession>>>) -> impl IntoView {
    let everywhere = Sending::of("access.sign_out_everywhere");
    let leave = everywhere.submit(
        |_| api::sign_out_everywhere(),
        |()| {
            _ = window().location().set_href("/sign-in");
        },
    );
    view! {
        <ul class="sessions">
            {list.into_iter().map(|session| view! { <Session session sessions/> }).collect_view()}
        </ul>
        <form method="post" on:submit=leave>
            <input type="hidden" name=DEED value="access.sign_out_everywhere"/>
            <RefusalNotice refusal=everywhere.refusal/>
            <p class="buttons">
                <button class="button" data-kind="danger"><Icon name="sign-out"/>{say(EVERYWHERE)}</button>
            </p>
        </form>
    }
}

#[component]
fn Session(session: OwnSession, sessions: Resource<Answer<Vec<OwnSession>>>) -> impl IntoView {
    let ending = Sending::of("access.end_session");
    let id = session.id;
    let end = ending.submit(move |_| api::end_session(id), move |()| sessions.refetch());
    let client =
        if session.client.is_empty() { say(UNKNOWN_CLIENT).to_owned() } else { browser(&session.client) };
    view! {
        <li>
            <Icon name="device"/>
            <div>
                <p>
                    <b>{client}</b>
                    {session.this.then(|| view! { " " <Badge tone="green" icon="done" text=say(THIS_SESSION)/> })}
                </p>
                <small>
                    {session.address} " · " {say(SINCE)} " " {moment(session.began_at)} " · " {say(LAST_SEEN)} " "
                    {moment(session.seen_at)}
                </small>
            </div>
            {(!session.this)
                .then(|| {
                    view! {
                        <form method="post" on:submit=end>
                            <input type="hidden" name=DEED value="access.end_session"/>
                            <input type="hidden" name="session" value=id.to_string()/>
                            <button class="button" data-size="small">{say(END_SESSION)}</button>
                        </form>
                    }
                })}
        </li>
    }
}

#[component]
fn Password() -> impl IntoView {
    let sending = Sending::of("access.change_password");
    let query = use_query_map();
    let changed = RwSignal::new(query.with_untracked(|q| q.get("changed").is_some()));
    let issues = sending.issues();
    let save = sending.submit(
        |fields| api::change_password(fields.text("old"), fields.text("new")),
        move |()| changed.set(true),
    );
    view! {
        <h2>{say(CHANGE_PASSWORD)}</h2>
        <Show when=move || changed.get()>
            <Notice tone="green"><p>{say(PASSWORD_CHANGED)}</p></Notice>
        </Show>
        <form class="form" method="post" on:submit=save>
            <input type="hidden" name=DEED value="access.change_password"/>
            <RefusalNotice refusal=sending.refusal/>
            <div class="fields">
                <Field name="old" span=6 label=OLD_PASSWORD issues>
                    <input id="old" name="old" type="password" autocomplete="current-password" required/>
                </Field>
                <Field name="new" span=6 label=NEW_PASSWORD hint=NEW_PASSWORD_HINT issues>
                    <input id="new" name="new" type="password" autocomplete="new-password" minlength="10" required/>
                </Field>
            </div>
            <p class="buttons"><button class="button" data-kind="primary">{say(CHANGE_PASSWORD)}</button></p>
        </form>
    }
}

/// "14:36 02/12".
fn moment(at: DateTime<Utc>) -> String {
    spoken::date_time(at.with_timezone(&vietnam()).naive_local())
}

/// The browser and system of a User-Agent header, as far as a person needs it.
fn browser(agent: &str) -> String {
    let find = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let name = find(&[
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("CocCoc", "Cốc Cốc"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (name, system) {
        (Some(name), Some(system)) => format!("{name}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => agent.chars().take(60).collect(),
    }
}
