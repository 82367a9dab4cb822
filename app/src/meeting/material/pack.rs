//! The page at `/desk/papers/{meeting}`: the papers of one meeting for whoever takes part
//! in it, in the order of its agenda.

use super::api;
use super::deed::PAPERS;
use super::list::{archive, groups};
use super::panel::note_panel;
use super::words::*;
use crate::meeting::address::meeting_below;
use crate::meeting::card::halted_as;
use crate::meeting::hour::api::read_course;
use crate::meeting::hour::{self, clock};
use crate::meeting::live::follow_meeting;
use crate::parts::{Icon, Notice, StateBox};
use crate::refused::Answer;
use crate::steady::steady;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use chrono::NaiveDateTime;
use domain::calendar::spoken;
use domain::meeting::{Course, Pack};
use domain::{MeetingId, Refusal};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The page at its address; it asks the server when it is shown.
pub fn pack_page() -> AnyView {
    let id = meeting_below(PAPERS);
    let known: Resource<Answer<(Pack, Course)>> = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => read(id).await,
                None => Err(Refusal::NotFound.into()),
            }
        },
    );
    let query = use_query_map();
    let open = Memo::new(move |_| query.with(|query| query.get("note")));
    let now = clock();
    let again = Callback::new(move |()| known.refetch());
    follow_meeting(id, known, read);
    steady(known, move |page| whole(page, now, open, again))
}

/// The papers, and the agenda by its hours.
async fn read(id: MeetingId) -> Answer<(Pack, Course)> {
    Ok((api::read_pack(id).await?, read_course(id).await?))
}

fn whole(
    page: Signal<(Pack, Course)>,
    now: Signal<NaiveDateTime>,
    open: Memo<Option<String>>,
    again: Callback<()>,
) -> AnyView {
    let pack = Memo::new(move |_| Arc::new(page.with(|(pack, _)| pack.clone())));
    let hours = Memo::new(move |_| page.with(|(_, course)| course.clone()));
    view! {
        {move || top(&pack.get())}
        <div class="with-panel meeting">
            <div>
                {move || hour::course(&hours.get(), now.get())}
                {move || papers(&pack.get())}
            </div>
            {move || open.get().map(|of| note_panel(&pack.get_untracked(), &of, again))}
        </div>
    }
    .into_any()
}

/// What it is about, and when.
fn top(pack: &Pack) -> AnyView {
    let hour = pack.start.map(|start| format!("{} ", spoken::time(start))).unwrap_or_default();
    let when = format!("{hour}{}", spoken::long_date(use_locale(), pack.date));
    let off = pack.standing.halt().map(|halt| {
        let why = halt.reason.clone();
        view! { <Notice tone="red"><p>{say(IS_OFF)} " " {why}</p></Notice> }
    });
    view! {
        <PageTitle text=pack.content.clone()/>
        <div class="head">
            <h1>{pack.content.clone()} " " <small>{when}</small></h1>
            {halted_as(&pack.standing).map(|badge| view! { <p class="stands">{badge}</p> })}
            <p><a class="button" href=PAPERS><Icon name="previous"/>{say(ALL_PAPERS)}</a></p>
        </div>
        {off}
    }
    .into_any()
}

fn papers(pack: &Pack) -> AnyView {
    let empty = pack.materials.is_empty().then(|| {
        view! { <StateBox icon="file" title=say(NO_PAPERS)><p>{say(NONE_FOR_YOU)}</p></StateBox> }
    });
    view! {
        <section class="materials" aria-labelledby="materials">
            <h2 id="materials">{say(TITLE)}</h2>
            {empty}
            {archive(pack)}
            {groups(pack, |_| None)}
            <p class="soft">{say(READING_IS_SEEN)}</p>
        </section>
    }
    .into_any()
}
