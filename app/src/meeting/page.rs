//! The pages of this room by their addresses, and the page of one meeting in the order
//! of the work: what the chair says, what is next, the agenda, what was done.

use super::address::meeting_below;
use super::agenda::agenda;
use super::api;
use super::beside;
use super::bodies::bodies_page;
use super::deed::{BODIES, INVITATIONS, MEETINGS};
use super::head::{head, opinion, progress};
use super::hour::clock;
use super::invite::{invitation_page, invitations_page, people};
use super::list::meetings_page;
use super::material;
use super::panel::panel;
use super::plan::plan_page;
use super::rules::rules_page;
use super::words::*;
use crate::dom::focus_when_drawn;
use crate::journal::old_new::differences;
use crate::parts::{Notice, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use chrono::NaiveDateTime;
use domain::Refusal;
use domain::journal::Change;
use domain::meeting::Dossier;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use std::sync::Arc;

/// The page of this room that the address names.
pub fn room() -> AnyView {
    let here = use_location().pathname.with_untracked(|path| path.trim_end_matches('/').to_owned());
    if here == BODIES {
        return bodies_page();
    }
    if let Some(below) = here.strip_prefix(INVITATIONS) {
        return if below.is_empty() { invitations_page() } else { invitation_page() };
    }
    if let Some(pack) = here.strip_prefix(material::PAPERS) {
        return if pack.is_empty() { material::owed_page() } else { material::pack_page() };
    }
    match here.strip_prefix(MEETINGS).unwrap_or_default() {
        "" => meetings_page(),
        "/rules" => rules_page(),
        "/plan" => plan_page(),
        _ => meeting_page(),
    }
}

/// The page of one meeting.
#[derive(Clone, Copy)]
pub struct Here {
    /// The panel that is open, and the row that it is about.
    pub open: Memo<Option<(String, Option<i64>)>>,
    /// What is to have the focus once the page is drawn anew.
    pub focus: RwSignal<Option<String>>,
    /// The present minute.
    pub now: Signal<NaiveDateTime>,
    /// Reads the page again.
    pub again: Callback<()>,
}

fn meeting_page() -> AnyView {
    let query = use_query_map();
    let id = meeting_below(MEETINGS);
    let known: Resource<Answer<Dossier>> = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => api::read_meeting(id).await,
                None => Err(Refusal::NotFound.into()),
            }
        },
    );
    let here = Here {
        open: Memo::new(move |_| {
            query.with(|query| {
                let row = query.get("item").and_then(|id| id.parse().ok());
                query.get("do").map(|deed| (deed, row))
            })
        }),
        focus: RwSignal::new(None),
        now: clock(),
        again: Callback::new(move |()| known.refetch()),
    };
    let done = Memo::new(move |_| query.with(|query| query.get("done").is_some()));
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match known.await {
                    Ok(dossier) => whole(Arc::new(dossier), here, done),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn whole(dossier: Arc<Dossier>, here: Here, done: Memo<bool>) -> AnyView {
    let meeting = &dossier.meeting;
    let (beside, listed) = (dossier.clone(), dossier.clone());
    Effect::new(move |_| {
        if let Some(id) = here.focus.get_untracked() {
            here.focus.set(None);
            focus_when_drawn(format!("#{id}"));
        }
    });
    let kept =
        move || done.get().then(|| view! { <Notice tone="green"><p>{say(TEMPLATE_KEPT)}</p></Notice> });
    view! {
        <PageTitle text=meeting.proposal.content.clone()/>
        <div class="with-panel meeting">
            <div>
                {head(&dossier)}
                {beside::beside(&dossier)}
                {kept}
                {opinion(meeting, here)}
                {progress(meeting, here)}
                {move || agenda(&listed, here)}
                {people(&dossier, here)}
                {material::section(&dossier, here)}
                {history(&dossier.history)}
            </div>
            {move || here.open.get().and_then(|(deed, row)| panel(&beside, here, &deed, row))}
        </div>
    }
    .into_any()
}

/// What was done, the newest first.
fn history(lines: &[Change]) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let locale = use_locale();
    let lines = lines.iter().map(|line| {
        let deed = locale.say(crate::journal::words::deed(&line.deed));
        let reason = (!line.reason.is_empty()).then(|| format!(" ({})", line.reason));
        view! {
            <li>
                <p><b>{super::card::at(line.at)}</b> " · " {line.actor.clone()} ": " {deed} {reason}</p>
                {differences(&line.fields)}
            </li>
        }
    });
    Some(
        view! {
            <details class="more history">
                <summary>{say(HISTORY)}</summary>
                <ol>{lines.collect_view()}</ol>
            </details>
        }
        .into_any(),
    )
}
