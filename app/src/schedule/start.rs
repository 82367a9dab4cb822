//! The page at `/desk/weeks/{week}/start`: what the week could begin with, taken from
//! another week or a template (`?from=2026-W49`, `?from=template-3`).
//!
//! Each line says at once what stands in its way, judged upon the lines ticked before it.
//! What could not be taken stays on the list (`?left=`). A template is saved of what is
//! ticked without leaving the page; a plain form leads back to it (`?tick=12.13&kept=3`).

pub mod api;
mod deed;
mod form;
mod line;
#[cfg(feature = "ssr")]
pub mod post;
pub(super) mod undo;
mod words;

use self::form::form;
use self::words::*;
use super::address;
use super::page::week_of_address;
use crate::parts::{Notice, StateBox, refused_page};
use crate::title::PageTitle;
use crate::visit::say;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Source, Starting, TakenBack};
use domain::{Refusal, TemplateId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Weeks before this one from which it can begin.
const WEEKS_BACK: usize = 13;

/// Templates that were saved on the page since it was asked for, with their names.
type Kept = RwSignal<Vec<(TemplateId, String)>>;

/// The address of the page with its source.
pub(super) fn address_of(week: IsoWeek, source: Source) -> String {
    format!("{}/start?from={source}", address::board(week))
}

/// What the address asks for besides the week.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    source: Option<Source>,
    /// "all", "none" or the keys; nothing: what is usual.
    tick: String,
    /// How many were taken just now.
    taken: usize,
    /// What was picked just now and could not be taken.
    left: BTreeSet<String>,
    /// What the last beginning brought.
    brought: String,
    /// The template that was saved just now.
    kept: Option<TemplateId>,
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
            brought: q.get(undo::BROUGHT).unwrap_or_default(),
            left: q.get("left").map(|l| l.split('.').map(str::to_owned).collect()).unwrap_or_default(),
            kept: q.get(deed::KEPT).and_then(|id| id.parse().ok()),
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
    let kept = Kept::default();
    view! {
        <PageTitle text=say(START_WEEK)/>
        <Transition>
            {move || Suspend::new(async move {
                match starting.await {
                    Ok(starting) => {
                        let starting = Arc::new(starting);
                        view! { {move || page(Arc::clone(&starting), asked.get(), again, kept)} }.into_any()
                    }
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn page(starting: Arc<Starting>, asked: Asked, again: Callback<()>, kept: Kept) -> AnyView {
    let week = starting.board.week.iso;
    let days = format!("({} - {})", spoken::day_month(week.monday()), spoken::date(week.sunday()));
    let told = told(week, &asked, again);
    let saved = asked.kept.and_then(|id| starting.templates.iter().find(|template| template.id == id));
    let saved = saved.map(|template| saved_notice(&template.name));
    let form = if starting.proposals.is_empty() {
        view! { <StateBox icon="week" title=say(NOTHING_THERE)><p>{say(NOTHING_THERE_HINT)}</p></StateBox> }
            .into_any()
    } else {
        form(Arc::clone(&starting), &asked, again, kept)
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
        {sources(&starting, kept)}
        {told}
        {saved}
        {form}
    }
    .into_any()
}

/// Where the lines can come from: last week or another one, and each template.
fn sources(starting: &Starting, kept: Kept) -> AnyView {
    let (week, chosen) = (starting.board.week.iso, starting.source);
    let mut weeks = vec![week.previous()];
    if let Source::Week(from) = chosen
        && from != week.previous()
    {
        weeks.insert(0, from);
    }
    let link = move |source: Source, name: String| {
        let here = (source == chosen).then_some("page");
        view! { <a href=address_of(week, source) aria-current=here>{name}</a> }
    };
    let weeks = weeks.into_iter().map(|from| {
        let days = format!("{} - {}", spoken::day_month(from.monday()), spoken::day_month(from.sunday()));
        link(Source::Week(from), format!("{} {} ({days})", say(WEEK), from.number()))
    });
    let series = link(Source::Series, say(SERIES).to_owned());
    let known: Vec<_> = starting.templates.iter().map(|t| (t.id, t.name.clone())).collect();
    let templates = move || {
        kept.with(|kept| {
            let fresh = kept.iter().filter(|(id, _)| known.iter().all(|(known, _)| known != id));
            let all = known.iter().chain(fresh);
            all.map(|(id, name)| link(Source::Template(*id), name.clone())).collect_view()
        })
    };
    view! {
        <div class="sources">
            <nav class="segment" aria-label=say(TAKE_FROM)>
                {weeks.collect_view()} {series} {templates}
            </nav>
            {other_week(starting)}
            <a href="/desk/templates">{say(ALL_TEMPLATES)}</a>
            <a href="/desk/series">{say(ALL_SERIES)}</a>
        </div>
    }
    .into_any()
}

/// The weeks of the last three months to choose from: last week may have been empty.
fn other_week(starting: &Starting) -> AnyView {
    let last = starting.board.week.iso.previous();
    let before = std::iter::successors(Some(last), |week| Some(week.previous()));
    let weeks = before.take(WEEKS_BACK).filter(|week| week.is_supported()).map(|week| {
        let days = format!("{} - {}", spoken::day_month(week.monday()), spoken::date(week.sunday()));
        let chosen = starting.source == Source::Week(week);
        view! {
            <option value=Source::Week(week).to_string() selected=chosen>
                {format!("{} {} ({days})", say(WEEK), week.number())}
            </option>
        }
    });
    view! {
        <form>
            <label for="from">{say(OTHER_WEEK)}</label>
            <select id="from" name="from">{weeks.collect_view()}</select>
            <button class="button">{say(SHOW_WEEK)}</button>
        </form>
    }
    .into_any()
}

/// Says that a template was saved, and where it is.
fn saved_notice(name: &str) -> AnyView {
    let said = format!("{}: {name}. {}", say(TEMPLATE_SAVED), say(TEMPLATE_SAVED_HINT));
    view! { <Notice tone="green"><p>{said}</p></Notice> }.into_any()
}

/// What became of the last press of the button.
fn told(week: IsoWeek, asked: &Asked, again: Callback<()>) -> Option<AnyView> {
    let (taken, left) = (asked.taken, asked.left.len());
    let taken = (taken > 0).then(|| {
        let undone = move |back: &TakenBack| {
            again.try_run(());
            undo::way_on(week, back)
        };
        let undo = (!asked.brought.is_empty()).then(|| undo::undo_form(week, asked.brought.clone(), undone));
        view! { <p>{say(TAKEN)} ": " {taken} "."</p> {undo} }
    });
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
