//! The list of one unit: what it asked for, and how each of it stands.

use super::answer::{Answer as Short, answer};
use super::api;
use super::card::{card, facts, times};
use super::form::RequestForm;
use super::page::{LIVE, PATH};
use super::panel::{Step, state_named, use_step};
use super::words::*;
use crate::list::{Open, address, use_open};
use crate::panel::{Panel, Saved, no_such_row};
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::visit::{say, use_actor, use_locale, use_visit};
use chrono::DateTime;
use domain::calendar::spoken;
use domain::request::{OwnRequests, Request, RequestStep};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of an officer.
pub fn own_page() -> AnyView {
    let all = Resource::new(|| (), |()| api::list_requests());
    let (open, step) = (use_open(), use_step());
    let is_open = Signal::derive(move || open.get() != Open::Nothing);
    crate::live::keep_fresh(LIVE, &["requests", "missed"], is_open, all, api::list_requests);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(own) => view! { <Own own=Arc::new(own) all open step/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Own(
    own: Arc<OwnRequests>,
    all: Resource<Answer<OwnRequests>>,
    open: Memo<Open>,
    step: Memo<Option<Step>>,
) -> impl IntoView {
    let (named, listed) = (own.clone(), own.clone());
    let name = move |id| named.requests.iter().find(|r| r.id.0 == id).map(state_named);
    view! {
        <div class="head">
            <div>
                <h1>{say(REQUESTS)}</h1>
                <p>{own.unit.clone()}</p>
            </div>
            <div class="buttons">
                <a class="button" data-kind="primary" href=address(PATH, "new", "")>
                    <Icon name="add"/>
                    {say(NEW)}
                </a>
            </div>
        </div>
        <p class="closes"><Icon name="clock"/><span>{closes(&own)} " " {say(LATE_HINT)}</span></p>
        <Saved name/>
        <div class="with-panel">
            {move || list(&listed, open.get())}
            {move || {
                let chosen = |id| own.requests.iter().find(|r| r.id.0 == id).cloned();
                match open.get() {
                    Open::Nothing => None,
                    Open::New => Some(view! { <RequestForm request=None own=own.clone() all/> }.into_any()),
                    Open::Edit(id) => {
                        Some(match chosen(id) {
                            Some(request) => panel(request, step.get(), own.clone(), all),
                            None => no_such_row(),
                        })
                    }
                }
            }}
        </div>
    }
}

/// "Hạn đăng ký tuần 51 (từ 14/12/2026): Thứ Năm, 10/12/2026, 11:30."
fn closes(own: &OwnRequests) -> String {
    let now = use_visit().with_value(|v| DateTime::from_timestamp_millis(v.now).unwrap_or_default());
    let week = own.rules.next_open(now);
    let at = own.rules.closes(week);
    let (day, hour) = (spoken::long_date(use_locale(), at.date()), spoken::time(at.time()));
    let monday = spoken::day_month(week.monday());
    format!("{} {} ({monday}): {day}, {hour}.", say(CLOSES), week.number())
}

fn list(own: &OwnRequests, open: Open) -> AnyView {
    if own.requests.is_empty() {
        return view! {
            <StateBox icon="send" title=say(NONE_YET)><p>{say(NONE_YET_HINT)}</p></StateBox>
        }
        .into_any();
    }
    let rows = own.requests.iter().map(|request| {
        let href = address(PATH, &format!("edit={}", request.id), "");
        card(request, href, open == Open::Edit(request.id.0), None)
    });
    view! { <ul class="requests">{rows.collect_view()}</ul> }.into_any()
}

/// A request that waits is a form; one that was decided is told.
fn panel(
    request: Request,
    step: Option<Step>,
    own: Arc<OwnRequests>,
    all: Resource<Answer<OwnRequests>>,
) -> AnyView {
    let may = request.steps(&use_actor());
    if step == Some(Step::Withdraw) && may.contains(&RequestStep::Withdraw) {
        let about = facts(&request);
        let saved = move |_: Request| all.refetch();
        return answer(&request, Short::Withdraw, String::new(), about, saved);
    }
    if may.contains(&RequestStep::Change) {
        return view! { <RequestForm request=Some(request) own all/> }.into_any();
    }
    view! {
        <Panel title=ONE note=own.unit.clone() close=Signal::derive(|| PATH.to_owned())>
            <div class="body">{facts(&request)} {times(&request)}</div>
        </Panel>
    }
    .into_any()
}
