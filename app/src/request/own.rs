//! The list of one unit: what it asked for, and how each of it stands.

use super::answer::{Answer as Short, answer};
use super::api;
use super::card::{card, facts, times};
use super::form::{RequestForm, own_papers};
use super::page::{LIVE, PATH};
use super::panel::{Step, known, state_named, use_step};
use super::words::*;
use crate::file::count;
use crate::list::{Open, address, use_open, use_saved};
use crate::panel::{Panel, Saved, no_such_row};
use crate::parts::{Icon, StateBox};
use crate::refused::Answer;
use crate::steady::steady;
use crate::visit::{say, tell_header, use_actor, use_locale, use_today, use_visit};
use chrono::DateTime;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::file::Owner;
use domain::request::{OwnRequests, Request, RequestRules, RequestStep};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of an officer.
pub fn own_page() -> AnyView {
    let all = Resource::new(|| (), |()| api::list_requests());
    let (open, step) = (use_open(), use_step());
    let is_open = Signal::derive(move || open.get() != Open::Nothing);
    crate::live::keep_fresh(LIVE, &["requests", "missed"], is_open, all, api::list_requests);
    steady(all, move |own| view! { <Own own all open step/> }.into_any())
}

#[component]
fn Own(
    own: Signal<OwnRequests>,
    all: Resource<Answer<OwnRequests>>,
    open: Memo<Open>,
    step: Memo<Option<Step>>,
) -> impl IntoView {
    let name = move |id| own.with(|own| own.requests.iter().find(|r| r.id.0 == id).map(state_named));
    let unit = Memo::new(move |_| own.with(|own| own.unit.clone()));
    let rules = Memo::new(move |_| own.with(|own| own.rules));
    let this_week = IsoWeek::of(use_today());
    let returned = Memo::new(move |_| {
        own.with(|own| own.requests.iter().filter(|r| r.waits_for_unit(this_week)).count())
    });
    tell_header(move |counts| counts.requests = u32::try_from(returned.get()).unwrap_or(u32::MAX));
    // A form stays as long as its request is the one that it was opened for.
    let shown = Memo::new(move |_| {
        let stands = |id| own.with(|own| own.requests.iter().find(|r| r.id.0 == id).map(known));
        match open.get() {
            Open::Edit(id) => (Open::Edit(id), step.get(), stands(id)),
            open => (open, None, None),
        }
    });
    let (saved, actor) = (use_saved(), use_actor());
    // What was sent just now often has papers that go with it.
    let attach = move || {
        let takes = |r: &&Request| saved.get() == Some(r.id.0) && r.takes_papers_of(&actor);
        let id = own.with(|own| own.requests.iter().find(takes).map(|r| r.id))?;
        let href = address(PATH, &format!("edit={id}"), "");
        Some(
            view! { <p class="closes"><a class="button" href=href><Icon name="file"/>{say(ADD_FILES)}</a></p> },
        )
    };
    view! {
        <div class="head">
            <div>
                <h1>{say(REQUESTS)}</h1>
                <p>{move || unit.get()}</p>
            </div>
            <div class="buttons">
                <a class="button" data-kind="primary" href=address(PATH, "new", "")>
                    <Icon name="add"/>
                    {say(NEW)}
                </a>
            </div>
        </div>
        <p class="closes"><Icon name="clock"/><span>{move || closes(rules.get())} " " {say(LATE_HINT)}</span></p>
        <Saved name/>
        {attach}
        <div class="with-panel">
            {list(own, open)}
            {move || {
                let (open, step, _) = shown.get();
                let own = Arc::new(own.get_untracked());
                let chosen = |id| own.requests.iter().find(|r| r.id.0 == id).cloned();
                match open {
                    Open::Nothing => None,
                    Open::New => Some(view! { <RequestForm request=None own all/> }.into_any()),
                    Open::Edit(id) => {
                        Some(match chosen(id) {
                            Some(request) => panel(request, step, own, all),
                            None => no_such_row(),
                        })
                    }
                }
            }}
        </div>
    }
}

/// "Hạn đăng ký tuần 51 (từ 14/12/2026): Thứ Năm, 10/12/2026, 11:30."
fn closes(rules: RequestRules) -> String {
    let now = use_visit().with_value(|v| DateTime::from_timestamp_millis(v.now).unwrap_or_default());
    let week = rules.next_open(now);
    let at = rules.closes(week);
    let (day, hour) = (spoken::long_date(use_locale(), at.date()), spoken::time(at.time()));
    let monday = spoken::day_month(week.monday());
    format!("{} {} ({monday}): {day}, {hour}.", say(CLOSES), week.number())
}

fn list(own: Signal<OwnRequests>, open: Memo<Open>) -> AnyView {
    let is_empty = Memo::new(move |_| own.with(|own| own.requests.is_empty()));
    let row = move |request: Request| {
        let href = address(PATH, &format!("edit={}", request.id), "");
        let owner = Owner::Request(request.id);
        let files = move || own.with(|own| count(&own.files, owner));
        card(&request, move || href.clone(), open, Some(view! { {files} }.into_any()))
    };
    let rows = move || {
        if is_empty.get() {
            return view! {
                <StateBox icon="send" title=say(NONE_YET)><p>{say(NONE_YET_HINT)}</p></StateBox>
            }
            .into_any();
        }
        view! {
            <ul class="requests">
                <For
                    each=move || own.with(|own| own.requests.clone())
                    key=|r| (r.id, r.version, r.placed.clone())
                    children=row
                />
            </ul>
        }
        .into_any()
    };
    rows.into_any()
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
            {own_papers(&request, &own)}
        </Panel>
    }
    .into_any()
}
