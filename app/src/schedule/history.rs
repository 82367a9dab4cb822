//! What was done to an entry: who, when, old and new values.

use super::api;
use super::open::Open;
use super::words::*;
use crate::parts::refused_page;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::journal::Change;
use domain::{EntryId, Word, words};
use leptos::prelude::*;

/// The history in the panel.
pub(super) fn panel(open: Open, id: EntryId) -> AnyView {
    let changes = Resource::new(move || open.board.with(|b| b.week.version), move |_| api::history(id));
    view! {
        <div class="body">
            <p><b>{open.entry(id).map(|e| e.plan.content)}</b></p>
            <Transition>
                {move || Suspend::new(async move {
                    match changes.await {
                        Ok(changes) => list(&changes),
                        Err(refused) => refused_page(&refused.0),
                    }
                })}
            </Transition>
            <p><a href=format!("?entry={id}") data-noscroll>{say(BACK_TO_FORM)}</a></p>
        </div>
    }
    .into_any()
}

fn deed(code: &str) -> Word {
    match code {
        "schedule.create_entry" => DID_CREATE,
        "schedule.postpone_entry" => POSTPONED,
        "schedule.cancel_entry" => CANCELLED,
        "schedule.resume_entry" => RESUMED,
        "schedule.remove_entry" => REMOVED,
        _ => DID_CHANGE,
    }
}

fn list(changes: &[Change]) -> AnyView {
    if changes.is_empty() {
        return view! { <p class="soft">{say(NO_HISTORY)}</p> }.into_any();
    }
    let lines = changes.iter().map(|change| line(change, say(deed(&change.deed)).into_any()));
    view! { <ol class="history">{lines.collect_view()}</ol> }.into_any()
}

/// A line of the journal: when, who, what was `said` of it, old and new values.
pub(super) fn line(change: &Change, said: AnyView) -> AnyView {
    let locale = use_locale();
    let at = change.at.with_timezone(&words::vietnam()).naive_local();
    let fields = change.fields.iter().map(|field| {
        view! {
            <dt>{locale.say(words::field(&field.field))}</dt>
            <dd>
                {(!field.before.is_empty())
                    .then(|| view! { <del>{words::value(locale, &field.field, &field.before)}</del> " → " })}
                <ins>{words::value(locale, &field.field, &field.after)}</ins>
            </dd>
        }
    });
    view! {
        <li>
            <time datetime=format!("{}T{}+07:00", at.date(), spoken::time(at.time()))>{spoken::date_time(at)}</time>
            <div>
                <p><b>{change.actor.clone()}</b> ": " {said}</p>
                {(!change.reason.is_empty())
                    .then(|| view! { <p class="soft">{say(words::field("reason"))} ": " {change.reason.clone()}</p> })}
                <dl>{fields.collect_view()}</dl>
            </div>
        </li>
    }
    .into_any()
}
