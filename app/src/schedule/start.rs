//! The page at `/desk/weeks/{week}/start`: what the week could begin with, taken from
//! another week or a template (`?from=2026-W49`, `?from=template-3`).
//!
//! Each line says at once what stands in its way, judged upon the lines ticked before it.
//! What could not be taken stays on the list (`?left=`).

pub mod api;
mod deed;
mod line;
#[cfg(feature = "ssr")]
pub mod post;
mod words;

use self::deed::Done;
use self::words::*;
use super::address;
use super::page::week_of_address;
use crate::control::Line as Text;
use crate::fields::{DEED, Fields, Returned};
use crate::parts::{Field, Icon, Notice, RefusalNotice, StateBox, refused_page};
use crate::send::Sending;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_locale, use_visit};
use chrono::NaiveDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::start::judged;
use domain::schedule::{Conflict, Proposal, Severity, Source, Starting, conflict};
use domain::{Deed, Refusal};
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The address of the page with its source.
pub(super) fn address_of(week: IsoWeek, source: Source) -> String {
    format!("{}/start?from={source}", address::board(week))
}

/// What the address asks for besides the week.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    source: Option<Source>,
    /// "all" or "none"; otherwise what is usual.
    tick: String,
    /// How many were taken just now.
    taken: usize,
    /// What was picked just now and could not be taken.
    left: BTreeSet<String>,
}

/// The page at its address; it asks the server when it is shown.
pub fn start_page() -> AnyView {
    let week = week_of_address();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|q| Asked {
            source: q.get("from").and_then(|from| from.parse().ok()),
            tick: q.get("tick").unwrap_or_default(),
            taken: q.get("taken").and_then(|n| n.parse().ok()).unwrap_or_default(),
            left: q.get("left").map(|l| l.split('.').map(str::to_owned).collect()).unwrap_or_default(),
        })
    });
    let starting = Resource::new(
        move || (week.get(), asked.get().source),
        |(week, source)| async move {
            let week = week.filter(|week| week.previous().is_supported());
            let week = week.ok_or(Refusal::NotFound)?;
            api::week_start(week, source.unwrap_or(Source::Week(week.previous()))).await
        },
    );
    let again = Callback::new(move |()| starting.refetch());
    view! {
        <PageTitle text=say(START_WEEK)/>
        <Transition>
            {move || Suspend::new(async move {
                match starting.await {
                    Ok(starting) => {
                        let starting = Arc::new(starting);
                        view! { {move || page(Arc::clone(&starting), asked.get(), again)} }.into_any()
                    }
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn page(starting: Arc<Starting>, asked: Asked, again: Callback<()>) -> AnyView {
    let week = starting.board.week.iso;
    let days = format!("({} - {})", spoken::day_month(week.monday()), spoken::date(week.sunday()));
    let told = told(&asked);
    let form = if starting.proposals.is_empty() {
        view! { <StateBox icon="week" title=say(NOTHING_THERE)><p>{say(NOTHING_THERE_HINT)}</p></StateBox> }
            .into_any()
    } else {
        form(Arc::clone(&starting), &asked, again)
    };
    view! {
        <nav class="crumbs" aria-label=say(PLACE)>
            <ol>
                <li><a href=address::board(week)>{say(WEEK)} " " {week.number()}</a></li>
                <li>{say(START_WEEK)}</li>
            </ol>
        </nav>
        <div class="head">
            <div>
                <h1>{say(START_OF)} " " {week.number()} " " <small>{days}</small></h1>
                <p>{say(START_LEAD)}</p>
            </div>
        </div>
        {sources(&starting)}
        {told}
        {form}
    }
    .into_any()
}

/// Where the lines can come from: last week, and each template.
fn sources(starting: &Starting) -> AnyView {
    let week = starting.board.week.iso;
    let mut weeks = vec![week.previous()];
    if let Source::Week(from) = starting.source
        && from != week.previous()
    {
        weeks.insert(0, from);
    }
    let link = |source: Source, name: String| {
        let here = (source == starting.source).then_some("page");
        view! { <a href=address_of(week, source) aria-current=here>{name}</a> }
    };
    let weeks = weeks.into_iter().map(|from| {
        let days = format!("{} - {}", spoken::day_month(from.monday()), spoken::day_month(from.sunday()));
        link(Source::Week(from), format!("{} {} ({days})", say(WEEK), from.number()))
    });
    let series = link(Source::Series, say(SERIES).to_owned());
    let templates = starting.templates.iter().map(|t| link(Source::Template(t.id), t.name.clone()));
    view! {
        <div class="sources">
            <nav class="segment" aria-label=say(TAKE_FROM)>
                {weeks.collect_view()} {series} {templates.collect_view()}
            </nav>
            <a href="/desk/templates">{say(ALL_TEMPLATES)}</a>
            <a href="/desk/series">{say(ALL_SERIES)}</a>
        </div>
    }
    .into_any()
}

/// What became of the last press of the button.
fn told(asked: &Asked) -> Option<AnyView> {
    let (taken, left) = (asked.taken, asked.left.len());
    let taken = (taken > 0).then(|| view! { <p>{say(TAKEN)} ": " {taken} "."</p> });
    match (taken, left) {
        (None, 0) => None,
        (taken, 0) => Some(view! { <Notice tone="green">{taken}</Notice> }.into_any()),
        (taken, left) => Some(
            view! {
                <Notice tone="amber">
                    {taken}
                    <p>{say(NOT_TAKEN)} ": " {left} ". " {say(NOT_TAKEN_HINT)}</p>
                </Notice>
            }
            .into_any(),
        ),
    }
}

/// What is ticked when the page is opened.
fn ticked(starting: &Starting, asked: &Asked, typed: Option<&Fields>) -> BTreeSet<String> {
    if let Some(typed) = typed {
        return typed.all("take").into_iter().collect();
    }
    if !asked.left.is_empty() {
        return asked.left.clone();
    }
    let is_ticked = |p: &&Proposal| match asked.tick.as_str() {
        "all" => true,
        "none" => false,
        _ => p.ticked,
    };
    starting.proposals.iter().filter(is_ticked).map(|p| p.key.clone()).collect()
}

fn form(starting: Arc<Starting>, asked: &Asked, again: Callback<()>) -> AnyView {
    let locale = use_locale();
    let week = starting.board.week.iso;
    let source = starting.source;
    let visit = use_visit();
    let returned = Returned::of(deed::START).or_else(|| Returned::of(deed::KEEP));
    let sending = Sending::of(deed::START);
    sending.refusal.set(returned.as_ref().map(|r| r.refusal.clone()));
    Effect::new(move |_| visit.update_value(|v| v.returned = None));
    let typed = returned.map(|r| r.fields);
    let issues = sending.issues();

    let first = ticked(&starting, asked, typed.as_ref());
    let chosen = RwSignal::new(first.clone());
    let node = NodeRef::<html::Form>::new();
    let follow = move || {
        if let Some(fields) = fields_now(node) {
            chosen.set(fields.all("take").into_iter().collect());
        }
    };
    // Boxes may have been ticked before our program was there.
    Effect::new(move |_| follow());
    let chief = use_actor().can(Deed::OverrideConflict);
    let verdicts = {
        let starting = Arc::clone(&starting);
        Memo::new(move |_| {
            chosen.with(|chosen| {
                let takes = |p: &Proposal, found: &[Conflict]| {
                    let refused = conflict::heaviest(found) == Some(Severity::Refuse) && !chief;
                    chosen.contains(&p.key) && !refused
                };
                judged(&starting.board.entries, &starting.proposals, &starting.board.directory, takes)
            })
        })
    };

    let mut days: Vec<(Option<NaiveDate>, Vec<AnyView>)> = Vec::new();
    for (number, proposal) in starting.proposals.iter().enumerate() {
        let day = spoken::parse_date(&proposal.draft.date);
        let verdict = Signal::derive(move || verdicts.with(|v| v.get(number).cloned().unwrap_or_default()));
        let line = line::Line {
            proposal,
            directory: &starting.board.directory,
            ticked: first.contains(&proposal.key),
            left: asked.left.contains(&proposal.key),
            why: typed.as_ref().map(|f| f.text(&deed::why(&proposal.key))).unwrap_or_default(),
        };
        let line = line::line(line, verdict, chief);
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    let days = days.into_iter().map(|(day, lines)| {
        let name = day.map(|day| spoken::long_date(locale, day)).unwrap_or_default();
        view! {
            <section class="day-of-start">
                <h2>{name}</h2>
                <ul class="proposals">{lines}</ul>
            </section>
        }
    });

    let go = use_navigate();
    let submit = sending.submit(
        move |fields: Fields| async move { deed::carry_out(&fields).await },
        move |done: Done| {
            again.run(());
            go(&done.way_on(week), Default::default());
        },
    );
    let count = move || chosen.with(BTreeSet::len);
    let tick = |which: &str| format!("{}&tick={which}", address_of(week, source));
    view! {
        <form class="start" method="post" novalidate node_ref=node on:change=move |_| follow() on:submit=submit>
            <input type="hidden" name="week" value=week.to_string()/>
            <input type="hidden" name="from" value=source.to_string()/>
            <RefusalNotice refusal=sending.refusal/>
            <p class="ticks">
                <a href=tick("")>{say(TICK_USUAL)}</a>
                <a href=tick("all")>{say(TICK_ALL)}</a>
                <a href=tick("none")>{say(TICK_NONE)}</a>
            </p>
            {days.collect_view()}
            <footer class="start-feet">
                <button
                    class="button"
                    data-kind="primary"
                    name=DEED
                    value=deed::START
                    aria-busy=move || sending.busy.get().to_string()
                >
                    <Icon name="check"/>
                    {say(PUT_INTO)}
                    " "
                    {week.number()}
                    " ("
                    {count}
                    ")"
                </button>
                <a class="button" href=address::board(week)>{say(BACK_TO_BOARD)}</a>
            </footer>
            {keeping(source, typed.as_ref(), issues)}
        </form>
    }
    .into_any()
}

/// Saving what is ticked as a template; a template itself is not saved again.
fn keeping(source: Source, typed: Option<&Fields>, issues: Signal<Vec<domain::Issue>>) -> Option<AnyView> {
    if !matches!(source, Source::Week(_)) {
        return None;
    }
    let name = typed.map(|f| f.text("template_name")).unwrap_or_default();
    let open = !name.is_empty() || issues.with_untracked(|i| i.iter().any(|i| i.field == "template_name"));
    Some(
        view! {
            <details class="more" open=open>
                <summary><Icon name="down"/>{say(KEEP_AS_TEMPLATE)}</summary>
                <p class="soft">{say(KEEP_HINT)}</p>
                <div class="fields">
                    <Field name="template_name" issues>
                        <Text name="template_name" value=name issues/>
                    </Field>
                </div>
                <button class="button" name=DEED value=deed::KEEP>
                    <Icon name="copy"/>
                    {say(KEEP)}
                </button>
            </details>
        }
        .into_any(),
    )
}

/// What stands in the form now.
#[cfg(feature = "hydrate")]
fn fields_now(form: NodeRef<html::Form>) -> Option<Fields> {
    form.get_untracked().map(|form| Fields::of_form(&form))
}

/// Nobody ticks on the server.
#[cfg(not(feature = "hydrate"))]
fn fields_now(_: NodeRef<html::Form>) -> Option<Fields> {
    None
}
