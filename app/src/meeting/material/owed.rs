//! The page at `/desk/papers`: what the own unit owes, with the form that sends it, and
//! the meetings whose papers can be read.

use super::api;
use super::deed::PAPERS;
use super::line::line;
use super::list::close_form;
use super::panel::send_panel;
use super::words::*;
use crate::meeting::card::halted_as;
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, say_counted, tell_header, use_actor, use_locale};
use domain::calendar::spoken;
use domain::meeting::{Owed, PackLine, Papers};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The page at its address; it asks the server when it is shown.
pub fn owed_page() -> AnyView {
    let query = use_query_map();
    let known: Resource<Answer<Papers>> = Resource::new(|| (), |()| api::read_papers());
    let open =
        Memo::new(move |_| query.with(|query| query.get("send").and_then(|id| id.parse::<i64>().ok())));
    let again = Callback::new(move |()| known.refetch());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match known.await {
                    Ok(papers) => whole(Arc::new(papers), open, again),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn whole(papers: Arc<Papers>, open: Memo<Option<i64>>, again: Callback<()>) -> AnyView {
    let missing = papers.missing();
    let count = u32::try_from(missing).unwrap_or(u32::MAX);
    tell_header(move |counts| counts.papers = count);
    let title = match missing {
        0 => say(PAPERS_TITLE).to_owned(),
        count => format!("({count}) {}", say(PAPERS_TITLE)),
    };
    let beside = papers.clone();
    let has_unit = use_actor().speaks_for().is_some();
    view! {
        <PageTitle text=title/>
        <div class="head"><h1>{say(PAPERS_TITLE)}</h1></div>
        <div class="with-panel meeting">
            <div>
                {has_unit.then(|| owed(&papers, again))}
                {packs(&papers.packs)}
            </div>
            {move || {
                let id = open.get()?;
                let owed = beside.owed.iter().find(|owed| owed.material.id.0 == id)?;
                let close = Signal::derive(|| PAPERS.to_owned());
                let back = format!("send={id}");
                Some(send_panel(&owed.material, owed.is_frozen, owed.state, close, back, again))
            }}
        </div>
    }
    .into_any()
}

fn owed(papers: &Papers, again: Callback<()>) -> AnyView {
    let (missing, late) = (papers.missing(), papers.late());
    let counts = (missing > 0).then(|| {
        let late = (late > 0).then(|| format!(", {late} {}", say(OVER)));
        view! { <p class="soft">{missing} " " {say(TO_SEND)} {late}</p> }
    });
    let empty = papers.owed.is_empty().then(|| {
        view! { <StateBox icon="done" title=say(NOTHING_OWED)><p>{say(NOTHING_OWED_HINT)}</p></StateBox> }
    });
    let lines = papers.owed.iter().map(|owed| one(owed, again));
    view! {
        <section class="materials" aria-labelledby="owed">
            <h2 id="owed">{say(OWED)}</h2>
            {counts}
            {empty}
            <ul>{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn one(owed: &Owed, again: Callback<()>) -> AnyView {
    let material = &owed.material;
    let day = spoken::short_date(use_locale(), owed.date);
    let of = if owed.item.is_empty() {
        format!("{} ({day})", owed.content)
    } else {
        format!("{} ({day}): {}", owed.content, owed.item)
    };
    let sends = material.takes_files_of(&use_actor(), owed.state).is_ok().then(|| {
        let word = if material.files.is_empty() { SEND } else { SEND_AGAIN };
        let name = format!("{}: {}", say(word), material.plan.title);
        let kind = owed.is_wanted().then_some("primary");
        view! {
            <p>
                <a class="button" data-kind=kind href=format!("{PAPERS}?send={}", material.id) aria-label=name>
                    <Icon name="send"/>
                    {say(word)}
                </a>
            </p>
        }
    });
    let close = close_form(material, owed.state, owed.date, again, None);
    line(
        material,
        &owed.standing,
        Some(of),
        None,
        Some(view! { <div class="deeds">{sends} {close}</div> }.into_any()),
    )
}

fn packs(packs: &[PackLine]) -> AnyView {
    let locale = use_locale();
    let empty = packs.is_empty().then(|| view! { <p class="soft">{say(NOTHING_TO_READ)}</p> });
    let lines = packs.iter().map(|pack| {
        let count = say_counted(pack.count as usize, [FILE_OF, FILES_OF]);
        let off = halted_as(&pack.standing).map(|badge| view! { <div class="stands">{badge}</div> });
        view! {
            <li>
                <div class="what">
                    <h3><a href=format!("{PAPERS}/{}", pack.meeting)>{pack.content.clone()}</a></h3>
                    <p class="soft">{spoken::long_date(locale, pack.date)} " · " {count}</p>
                </div>
                {off}
            </li>
        }
    });
    view! {
        <section aria-labelledby="packs">
            <h2 id="packs">{say(TO_READ)}</h2>
            {empty}
            <ul class="requests">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
