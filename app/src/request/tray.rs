//! The tray of a week: what waits first, and the panel in which a request is put
//! on the board, sent back, merged or refused.

use super::accept::accept;
use super::answer::{Answer as Short, answer};
use super::api;
use super::card::{card, facts, times};
use super::filter::{Filter, filter_form};
use super::merge::merge;
use super::page::{LIVE, PATH};
use super::panel::{Step, known, state_named, use_step};
use super::words::*;
use crate::file::{Papers, count};
use crate::list::{Open, use_open};
use crate::panel::{Panel, Saved, no_such_row};
use crate::parts::{Badge, Icon, StateBox};
use crate::refused::Answer;
use crate::steady::steady;
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::UnitId;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::file::{File, Owner};
use domain::request::{Request, RequestRules, RequestStep, Tray, Waiting};
use domain::schedule::{Severity, conflict};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the page stands on.
#[derive(Clone, Copy)]
pub struct TrayPage {
    /// The tray, to be read again after each step.
    pub tray: Resource<Answer<Tray>>,
    /// What of it is shown.
    pub filter: Filter,
    open: Memo<Open>,
    step: Memo<Option<Step>>,
    /// Which of its times, or which free one, is to be taken.
    time: Memo<(Option<String>, Option<String>)>,
}

/// The page of a secretary: the week after this one, unless the address names one.
pub fn tray_page() -> AnyView {
    let query = use_query_map();
    let usual = IsoWeek::of(use_today()).next();
    let week = Memo::new(move |_| query.with(|q| q.get("week")?.parse().ok()).unwrap_or(usual));
    let page = TrayPage {
        tray: Resource::new(move || week.get(), api::request_tray),
        filter: Filter::of_address(),
        open: use_open(),
        step: use_step(),
        time: Memo::new(move |_| query.with(|q| (q.get("slot"), q.get("free")))),
    };
    let is_open = Signal::derive(move || page.open.get() != Open::Nothing);
    let ask = move || api::request_tray(week.get_untracked());
    crate::live::keep_fresh(LIVE, &["requests", "missed"], is_open, page.tray, ask);
    steady(page.tray, move |tray| tray_view(page, tray))
}

fn tray_view(page: TrayPage, tray: Signal<Tray>) -> AnyView {
    let TrayPage { filter, open, step, time, .. } = page;
    let find = |tray: &Tray, id| tray.requests.iter().find(|w| w.request.id.0 == id).cloned();
    let name = move |id| tray.with(|tray| find(tray, id).map(|w| state_named(&w.request)));
    let top = Memo::new(move |_| tray.with(|tray| (tray.week, tray.rules, tray.open.clone())));
    let units = Memo::new(move |_| {
        let asked = |tray: &Tray| {
            tray.requests.iter().map(|w| (w.request.unit, w.request.unit_name.clone())).collect()
        };
        let mut units: Vec<(UnitId, String)> = tray.with(asked);
        units.sort();
        units.dedup();
        (top.with(|(week, ..)| *week), units)
    });
    // A form stays as long as its request is the one that it was opened for.
    let shown = Memo::new(move |_| match open.get() {
        Open::Edit(id) => {
            let known = tray.with(|tray| find(tray, id).map(|w| known(&w.request)));
            Some((id, known, step.get(), time.get()))
        }
        _ => None,
    });
    view! {
        {move || top.with(|(week, rules, open)| head(*week, *rules, open, filter))}
        {move || units.with(|(week, units)| filter_form(filter, *week, units))}
        <Saved name/>
        <div class="with-panel">
            {list(tray, filter, open)}
            {move || {
                let (id, _, step, _) = shown.get()?;
                let waiting = tray.with_untracked(|tray| find(tray, id));
                Some(waiting.map_or_else(no_such_row, |waiting| panel(page, tray, &waiting, step)))
            }}
        </div>
    }
    .into_any()
}

/// The week, its cut-off, its neighbours, and where else something waits.
fn head(week: IsoWeek, rules: RequestRules, open: &[(IsoWeek, u32)], filter: Filter) -> AnyView {
    let at = rules.closes(week);
    let closes = format!(
        "{} {}: {}, {}.",
        say(CLOSES),
        week.number(),
        spoken::long_date(use_locale(), at.date()),
        spoken::time(at.time())
    );
    let days = format!("{} - {}", spoken::day_month(week.monday()), spoken::date(week.sunday()));
    let aside = |to: IsoWeek, word, icon: &'static str| {
        to.is_supported().then(|| {
            let href = move || filter.link(to, "");
            view! { <a class="button" data-kind="icon" href=href aria-label=say(word)><Icon name=icon/></a> }
        })
    };
    let waiting = open.iter().map(|(to, count)| {
        let (to, count) = (*to, *count);
        let here = (to == week).then_some("page");
        view! {
            <a href=move || filter.link(to, "") aria-current=here>
                {say(WEEK)} " " {spoken::week_seen(to, IsoWeek::of(use_today()))} " (" {count} ")"
            </a>
        }
    });
    let waiting = (!open.is_empty()).then(|| {
        view! { <nav class="segment" aria-label=say(WAITING)>{waiting.collect_view()}</nav> }
    });
    view! {
        <div class="head">
            <div>
                <h1>{say(REQUESTS)} ", " {say(WEEK).to_lowercase()} " " {week.number()}</h1>
                <p>{days}</p>
            </div>
            <div class="buttons">
                {aside(week.previous(), PREVIOUS, "previous")} {waiting} {aside(week.next(), NEXT, "next")}
                <a class="button" href=format!("/desk/weeks/{week}")><Icon name="week"/>{say(BOARD)}</a>
            </div>
        </div>
        <p class="closes"><Icon name="clock"/><span>{closes}</span></p>
    }
    .into_any()
}

fn list(tray: Signal<Tray>, filter: Filter, open: Memo<Open>) -> AnyView {
    let rows = Memo::new(move |_| {
        let shown = |w: &&Waiting| filter.shows(&w.request);
        tray.with(|tray| tray.requests.iter().filter(shown).cloned().collect::<Vec<_>>())
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let row = move |waiting: Waiting| {
        let request = &waiting.request;
        let (id, week) = (request.id, request.wanted.week());
        let files = move || tray.with(|tray| count(&tray.files, Owner::Request(id)));
        let marks = view! { {mark(&waiting)} {files} }.into_any();
        card(request, move || filter.link(week, &format!("edit={id}")), open, Some(marks))
    };
    let list = move || {
        if is_empty.get() {
            return view! {
                <StateBox icon="done" title=say(NONE_HERE)><p>{say(NONE_HERE_HINT)}</p></StateBox>
            }
            .into_any();
        }
        view! {
            <ul class="requests">
                <For
                    each=move || rows.get()
                    key=|w| (w.request.id, w.request.version, w.request.placed.clone(), collides(w))
                    children=row
                />
            </ul>
        }
        .into_any()
    };
    list.into_any()
}

/// Whether the wish collides with the board.
fn collides(waiting: &Waiting) -> bool {
    waiting.conflicts.first().and_then(|wish| conflict::heaviest(wish)).is_some_and(|s| s >= Severity::Reason)
}

/// The mark of a wish that collides with the board.
fn mark(waiting: &Waiting) -> Option<AnyView> {
    collides(waiting).then(|| view! { <Badge tone="red" icon="error" text=say(CONFLICTS)/> }.into_any())
}

fn panel(page: TrayPage, tray: Signal<Tray>, waiting: &Waiting, step: Option<Step>) -> AnyView {
    let request = &waiting.request;
    let week = request.wanted.week();
    let may = request.steps(&use_actor());
    let back = untrack(|| page.filter.query(week));
    let saved = move |_: Request| page.tray.refetch();
    let about = || view! { {facts(request)} {papers(tray, request)} }.into_any();
    let short = |kind| answer(request, kind, back.clone(), about(), saved);
    match step {
        Some(Step::Return) if may.contains(&RequestStep::Return) => short(Short::Return),
        Some(Step::Refuse) if may.contains(&RequestStep::Refuse) => short(Short::Refuse),
        Some(Step::Merge) if may.contains(&RequestStep::Merge) => {
            tray.with_untracked(|tray| merge(page, tray, request, back))
        }
        _ if may.contains(&RequestStep::Accept) => accept(page, tray, waiting, back),
        _ => told(page, tray, request, &may),
    }
}

/// A request that is not put on the board now.
fn told(page: TrayPage, tray: Signal<Tray>, request: &Request, may: &[RequestStep]) -> AnyView {
    let week = request.wanted.week();
    let about = view! { {facts(request)} {times(request)} {papers(tray, request)} };
    let refuse = may.contains(&RequestStep::Refuse).then(|| {
        let href = page.filter.link(week, &format!("edit={}&do=refuse", request.id));
        view! {
            <footer><a class="button" data-kind="danger" href=href>{say(REFUSE)}</a></footer>
        }
    });
    view! {
        <Panel title=ONE note=request.unit_name.clone() close=Signal::derive(move || page.filter.link(week, ""))>
            <div class="body">{about}</div>
            {refuse}
        </Panel>
    }
    .into_any()
}

/// The papers of a request, to be read.
pub fn papers(tray: Signal<Tray>, request: &Request) -> AnyView {
    let owner = Owner::Request(request.id);
    let files = Memo::new(move |_| {
        let own = |tray: &Tray| tray.files.iter().filter(|file| file.owner == owner).cloned().collect();
        tray.with(own)
    });
    let list = move || {
        let files: Vec<File> = files.get();
        (!files.is_empty()).then(|| view! { <Papers owner files/> })
    };
    list.into_any()
}

/// The links to the other steps of a request, below the form of acceptance.
pub fn other_steps(request: &Request, back: &str) -> AnyView {
    let id = request.id;
    let steps = [("merge", MERGE), ("return", RETURN), ("refuse", REFUSE)].map(|(code, word)| {
        let href = crate::list::address(PATH, &format!("edit={id}&do={code}"), back);
        let kind = (code == "refuse").then_some("danger");
        view! { <a class="button" data-kind=kind href=href>{say(word)}</a> }
    });
    steps.collect_view().into_any()
}
