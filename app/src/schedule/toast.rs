//! What was just done, in words, with the way back.

use super::api;
use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::visit::{say, use_locale};
use domain::schedule::{Entry, EntryDraft, Save};
use domain::{EntryId, Word, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::time::Duration;

/// What was just done.
#[derive(Clone)]
pub(super) struct Toast {
    /// The verb.
    pub verb: &'static str,
    /// The way back, when there is one.
    pub undo: Option<Undo>,
}

/// The way back from a deed.
#[derive(Clone)]
pub(super) enum Undo {
    Save(Box<Save>),
    Resume(EntryId, i32),
    Remove(EntryId, i32),
}

impl Undo {
    /// The way back from `now` to what stood before.
    pub fn of(verb: &str, old: Option<Entry>, now: Option<Entry>) -> Option<Self> {
        let now = now?;
        match (verb, old) {
            ("save_entry", None) => Some(Undo::Remove(now.id, now.version)),
            ("save_entry" | "move_entry", Some(old)) => {
                let draft = EntryDraft { reason: old.reason, ..EntryDraft::of(&old.plan) };
                Some(Undo::Save(Box::new(Save {
                    id: Some(now.id),
                    seen: now.version,
                    draft,
                    conflict_reason: old.conflict_reason,
                })))
            }
            ("postpone_entry" | "cancel_entry", _) => Some(Undo::Resume(now.id, now.version)),
            _ => None,
        }
    }
}

fn done(verb: &str) -> Option<Word> {
    Some(match verb {
        "save_entry" => SAVED,
        "move_entry" => MOVED,
        "postpone_entry" => POSTPONED,
        "cancel_entry" => CANCELLED,
        "resume_entry" => RESUMED,
        "remove_entry" => REMOVED,
        "take_step" => STEP_TAKEN,
        "set_remark" => REMARK_SET,
        "undo" => UNDONE,
        _ => return None,
    })
}

/// The corner of the screen that says what was done.
pub(super) fn toasts(open: Open) -> AnyView {
    let locale = use_locale();
    // A plain form says it through the address it leads to.
    let arrived = use_query_map().with_untracked(|q| q.get("done").and_then(|verb| done(&verb)));
    let first = RwSignal::new(arrived);
    let refused = RwSignal::new(None::<String>);
    let go_back = move |undo: Undo| {
        leptos::task::spawn_local(async move {
            let answer = match undo {
                Undo::Save(save) => api::save_entry(*save).await.map(|_| ()),
                Undo::Resume(id, seen) => api::resume_entry(id, seen, String::new()).await.map(|_| ()),
                Undo::Remove(id, seen) => api::remove_entry(id, seen).await,
            };
            match answer {
                Ok(()) => open.toast.set(Some(Toast { verb: "undo", undo: None })),
                Err(no) => refused.set(Some(words::refusal(locale, &no.0))),
            }
            open.refresh();
        });
    };
    Effect::new(move |_| {
        if open.toast.with(Option::is_some) {
            first.set(None);
            refused.set(None);
        }
        let handle = set_timeout_with_handle(
            move || {
                first.set(None);
                refused.set(None);
                open.toast.set(None);
            },
            Duration::from_secs(12),
        );
        if let Ok(handle) = handle {
            on_cleanup(move || handle.clear());
        }
    });
    view! {
        <div class="toasts" role="status">
            {move || {
                first.get().map(|word| view! { <div class="toast"><Icon name="check"/><span>{say(word)}</span></div> })
            }}
            {move || {
                open.toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <Icon name="check"/>
                                <span>{done(toast.verb).map(say)}</span>
                                {toast
                                    .undo
                                    .map(|undo| {
                                        view! {
                                            <button type="button" on:click=move |_| go_back(undo.clone())>
                                                {say(UNDO)}
                                            </button>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
            {move || refused.get().map(|text| view! { <div class="toast"><Icon name="warning"/><span>{text}</span></div> })}
        </div>
    }
    .into_any()
}
