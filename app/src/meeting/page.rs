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
use super::jump::{LAST, current, jump};
use super::list::meetings_page;
use super::live::follow_meeting;
use super::material;
use super::panel::panel;
use super::plan::plan_page;
use super::rules::rules_page;
use super::words::*;
use crate::dom::focus_when_drawn;
use crate::journal::old_new::differences;
use crate::parts::Notice;
use crate::refused::Answer;
use crate::steady::steady;
use crate::title::PageTitle;
use crate::visit::{Waits, say, use_actor, use_locale};
use chrono::NaiveDateTime;
use domain::journal::Change;
use domain::meeting::Dossier;
use domain::{MeetingId, Refusal};
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
    /// Whether what comes next was changed by an own deed.
    pub own: StoredValue<bool>,
    /// Why the last row that was carried elsewhere went back.
    pub carried: RwSignal<Option<Refusal>>,
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
    let own = StoredValue::new(false);
    let carried = RwSignal::new(None);
    let again = move || {
        carried.set(None);
        let asked = id.get_untracked();
        leptos::task::spawn_local(async move {
            let Some(of) = asked else { return };
            let answer = Some(api::read_meeting(of).await);
            // Unless the page was left meanwhile.
            if id.try_get_untracked() == Some(asked) && known.get_untracked() != answer {
                own.set_value(true);
                known.set(answer);
            }
        });
    };
    let here = Here {
        open: Memo::new(move |_| {
            query.with(|query| {
                let row = query.get("item").and_then(|id| id.parse().ok());
                query.get("do").map(|deed| (deed, row))
            })
        }),
        focus: RwSignal::new(None),
        now: clock(),
        own,
        carried,
        again: Callback::new(move |()| again()),
    };
    Effect::new(move |_| {
        id.track();
        carried.set(None);
    });
    follow_meeting(id, known, api::read_meeting);
    let done = Memo::new(move |_| query.with(|query| query.get("done").is_some()));
    steady(known, move |dossier| whole(Memo::new(move |_| Arc::new(dossier.get())), here, done))
}

/// The page as it stands; what is in it changes with the meeting. The panel stays as it
/// was opened, until it is sent.
fn whole(dossier: Memo<Arc<Dossier>>, here: Here, done: Memo<bool>) -> AnyView {
    let drawn = RwSignal::new(0);
    Effect::new(move |_| {
        dossier.track();
        if here.own.get_value() {
            here.own.set_value(false);
            drawn.update(|drawn| *drawn += 1);
        }
        if let Some(id) = here.focus.get_untracked() {
            here.focus.set(None);
            focus_when_drawn(format!("#{id}"));
        }
    });
    let kept =
        move || done.get().then(|| view! { <Notice tone="green"><p>{say(TEMPLATE_KEPT)}</p></Notice> });
    let content = Signal::derive(move || dossier.with(|dossier| dossier.meeting.proposal.content.clone()));
    count_answered(dossier);
    let of = Memo::new(move |_| dossier.with(|dossier| dossier.meeting.id));
    let panel = move || {
        drawn.track();
        of.track();
        here.open.get().and_then(|(deed, row)| panel(&dossier.get_untracked(), here, &deed, row))
    };
    let read = current();
    view! {
        <PageTitle text=content/>
        <div class="with-panel meeting">
            <div>
                {move || jump(&dossier.get(), read)}
                {move || head(&dossier.get())}
                {move || beside::beside(&dossier.get())}
                {kept}
                {move || opinion(&dossier.get().meeting, here)}
                {move || progress(&dossier.get(), here)}
                {move || agenda(&dossier.get(), here)}
                {move || people(&dossier.get(), here)}
                {move || material::section(&dossier.get(), here)}
                {move || history(&dossier.get().history)}
            </div>
            {panel}
        </div>
    }
    .into_any()
}

/// A proposal that the person has answered waits no more in the header.
fn count_answered(dossier: Memo<Arc<Dossier>>) {
    let (actor, waiting) = (use_actor(), expect_context::<Waits>().0);
    Effect::new(move |before: Option<(MeetingId, bool)>| {
        let now = dossier.with(|dossier| (dossier.meeting.id, dossier.meeting.waits_for(&actor)));
        if before == Some((now.0, true)) && !now.1 {
            waiting.update(|counts| counts.proposals = counts.proposals.saturating_sub(1));
        }
        now
    });
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
            <details class="more history" id=LAST>
                <summary>{say(HISTORY)}</summary>
                <ol>{lines.collect_view()}</ol>
            </details>
        }
        .into_any(),
    )
}
