//! What was just done, in words, with the way back.

use super::address;
use super::open::Open;
use super::start::undo::{BROUGHT, outcome, undo_form};
use super::words::*;
use crate::parts::{Icon, SIGN_IN_AGAIN};
use crate::visit::say;
use domain::Word;
use domain::schedule::TakenBack;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::time::Duration;

/// What was just done, or why it was not.
#[derive(Clone)]
pub(super) struct Toast {
    /// The verb.
    pub verb: &'static str,
    /// Whether it can be undone.
    pub undo: bool,
    /// Where an entry stands now that was moved.
    pub moved_to: Option<String>,
    /// Why it was not done.
    pub refused: Option<String>,
    /// Whether it took the week back to be built: what was submitted or approved is not
    /// what stands there now.
    pub to_submit: bool,
    /// Whether it was not done because the session has ended.
    pub to_sign_in: bool,
}

impl Toast {
    /// What a verb has done, and nothing more of it.
    pub fn of(verb: &'static str) -> Self {
        Self { verb, undo: false, moved_to: None, refused: None, to_submit: false, to_sign_in: false }
    }

    /// Whether the deed itself was to take the week back.
    pub fn is_step_back(&self) -> bool {
        matches!(self.verb, "withdraw" | "return")
    }

    fn text(&self) -> Option<String> {
        let moved = || self.moved_to.as_ref().map(|place| format!("{} {place}", say(MOVED_ON_TO)));
        let by_verb = || done(self.verb).map(|word| say(word).to_owned());
        self.refused.clone().or_else(moved).or_else(by_verb)
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
        "submit" => WEEK_SUBMITTED,
        "withdraw" => WEEK_WITHDRAWN,
        "return" => WEEK_RETURNED,
        "approve" => WEEK_APPROVED,
        "publish" => WEEK_PUBLISHED,
        "is_back" => WEEK_IS_BACK,
        "set_remark" => REMARK_SET,
        "undo" => UNDONE,
        "redo" => REDONE,
        "no_undo" => NOTHING_TO_UNDO,
        "no_redo" => NOTHING_TO_REDO,
        "copy" => COPIED,
        "others" => OTHERS_CHANGED,
        "start_week" => WEEK_STARTED,
        "record_absence" => SAVED,
        "accept_request" => ACCEPTED_REQUEST,
        "undo_start" => START_UNDONE,
        "undo_start_in_part" => START_UNDONE_IN_PART,
        "undo_start_not" => START_STAYS,
        "end_absence" => ABSENCE_ENDED,
        _ => return None,
    })
}

/// What the address says that was done: a plain form says it through the address it leads to.
pub(super) struct Told {
    first: Option<Word>,
    /// The entries that came with the beginning of a week, as the form of undoing it has them.
    back: String,
}

/// What was told when the page was written.
pub(super) fn told() -> Told {
    use_query_map().with_untracked(|q| Told {
        first: q.get("done").and_then(|verb| done(&verb)),
        back: q.get(BROUGHT).unwrap_or_default(),
    })
}

/// The corner of the screen that says what was done.
pub(super) fn toasts(open: Open, told: Told) -> AnyView {
    let Told { first, back } = told;
    let first = RwSignal::new(first);
    let undone = move |back: &TakenBack| {
        first.set(None);
        open.toast.set(Some(Toast::of(outcome(back))));
        open.refresh();
        address::board(open.week)
    };
    Effect::new(move |again: Option<()>| {
        let is_said = open.toast.with(Option::is_some);
        // Whatever is begun or done from now on takes the place of what the address told.
        if is_said || again.is_some() {
            first.set(None);
        }
        if !is_said && first.with_untracked(Option::is_none) {
            return;
        }
        let handle = set_timeout_with_handle(
            move || {
                first.set(None);
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
                let undo = back.clone();
                first
                    .get()
                    .map(|word| {
                        view! {
                            <div class="toast">
                                <Icon name="check"/>
                                <span>{say(word)}</span>
                                {(!undo.is_empty()).then(|| undo_form(open.week, undo, undone))}
                            </div>
                        }
                    })
            }}
            {move || {
                open.toast
                    .get()
                    .map(|toast| {
                        let icon = if toast.refused.is_some() { "warning" } else { "check" };
                        view! {
                            <div class="toast">
                                <Icon name=icon/>
                                <span>{toast.text()}</span>
                                {toast.to_submit.then(|| view! { <span>{say(TO_SUBMIT_AGAIN)}</span> })}
                                {toast
                                    .to_sign_in
                                    .then(|| view! { <a href="/sign-in" target="_blank">{say(SIGN_IN_AGAIN)}</a> })}
                                {toast
                                    .undo
                                    .then(|| {
                                        view! {
                                            <button type="button" on:click=move |_| open.walk(false)>
                                                {say(UNDO)}
                                            </button>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
