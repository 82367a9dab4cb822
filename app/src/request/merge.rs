//! Merging a request, and others with it, into one that goes on.

use super::card::facts;
use super::page::PATH;
use super::tray::TrayPage;
use super::words::*;
use super::{api, draft};
use crate::control::{Choice, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::address;
use crate::panel::Panel;
use crate::parts::{Field, Icon, RefusalNotice};
use crate::visit::say;
use domain::request::{Request, RequestState, Tray};
use leptos::prelude::*;

/// The panel of merging.
pub fn merge(page: TrayPage, tray: &Tray, request: &Request, back: String) -> AnyView {
    let id = request.id;
    let form = Form::of("request.merge", Some(id.0), request.version);
    let (issues, sending) = (form.issues, form.sending);
    let typed = form.typed.clone().unwrap_or_default();
    let others: Vec<&Request> = tray.requests.iter().map(|w| &w.request).filter(|r| r.id != id).collect();
    let goes_on = |r: &&&Request| matches!(r.state, RequestState::Registered | RequestState::Accepted);
    let targets = others.iter().filter(goes_on).map(|r| (r.id.to_string(), named(r))).collect::<Vec<_>>();
    let ticked = typed.all("merged");
    let (into, why) = (typed.text("merged_into"), typed.text("reason"));
    let waiting = others.iter().filter(|r| r.state == RequestState::Registered).map(|other| {
        let value = format!("{}:{}", other.id, other.version);
        let checked = ticked.contains(&value);
        view! {
            <label class="choice">
                <input type="checkbox" name="merged" value=value checked=checked/>
                <span>{named(other)}</span>
            </label>
        }
    });
    let waiting: Vec<_> = waiting.collect();
    let as_well = (!waiting.is_empty()).then(|| {
        view! { <fieldset class="also"><legend>{say(ALSO_MERGE)}</legend>{waiting}</fieldset> }
    });
    let to = address(PATH, &format!("edit={id}"), &back);
    let after = address(PATH, &format!("saved={id}"), &back);
    let navigate = sending.onward();
    let send = sending.submit(
        |fields: Fields| {
            let merging = draft::merging(&fields);
            async move {
                let draft::Merging { merged, into } = merging?;
                api::merge_requests(merged, into, fields.text("reason")).await
            }
        },
        move |_: Vec<Request>| {
            page.tray.refetch();
            navigate(&after, Default::default());
        },
    );
    let (about, close, kept) = (facts(request), to.clone(), back);
    view! {
        <Panel title=MERGE note=request.unit_name.clone() close=Signal::derive(move || close.clone())>
            <form class="form" method="post" novalidate on:submit=send>
                <Hidden form back=Signal::derive(move || kept.clone())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    {about}
                    <p class="soft">{say(MERGE_HINT)}</p>
                    <Field name="merged_into" issues>
                        <Choice
                            name="merged_into"
                            options=targets
                            chosen=into
                            none=ELSEWHERE
                            issues
                        />
                    </Field>
                    {as_well}
                    <Field name="reason" issues>
                        <Line name="reason" value=why issues/>
                    </Field>
                </div>
                <footer>
                    <button class="button" data-kind="primary" aria-busy=move || sending.busy.get().to_string()>
                        <Icon name="check"/>
                        {say(MERGE)}
                    </button>
                    <a class="button" href=to>{say(BACK)}</a>
                </footer>
            </form>
        </Panel>
    }
    .into_any()
}

fn named(request: &Request) -> String {
    format!("{}: {}", request.unit_name, request.wanted.content)
}
