//! Quick entry: a line above the board becomes a filled form. What was understood is
//! marked while it is typed; what was not stays as content. Without our program the
//! line leads to the same form.

use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::visit::{say, use_locale, use_today};
use domain::schedule::quick::{Mark, READ, Understood, understand};
use domain::{Locale, words};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The field of the address that holds a typed line.
pub(super) const LINE: &str = "line";

/// What the office understands of a line typed on this board.
pub(super) fn read(open: Open, line: &str) -> Understood {
    let today = use_today();
    open.board.with_untracked(|b| understand(line, &b.directory, today, open.week))
}

/// What somebody has typed into the line of the written page before our program was there.
#[cfg(feature = "hydrate")]
fn typed() -> String {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::HtmlInputElement;
    let line = crate::dom::find("#quick").and_then(|line| line.dyn_into::<HtmlInputElement>().ok());
    line.map(|line| line.value()).unwrap_or_default()
}

/// Nobody types on the server.
#[cfg(not(feature = "hydrate"))]
fn typed() -> String {
    String::new()
}

/// The line above the board, for those who build the week; with what was typed already into
/// the one that the page was written with.
pub(super) fn quick(open: Open, is_written: bool) -> AnyView {
    let typed = if is_written { typed() } else { String::new() };
    // Only written where the line is drawn anew: somebody may be in the middle of a word.
    let begun = typed.clone();
    let here = NodeRef::<Input>::new();
    let locale = use_locale();
    let today = use_today();
    let line = RwSignal::new(String::new());
    Effect::new(move |_| {
        if !typed.is_empty() {
            line.set(typed.clone());
        }
    });
    let understood = Memo::new(move |_| {
        open.board.with_untracked(|b| line.with(|line| understand(line, &b.directory, today, open.week)))
    });
    let go = use_navigate();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if line.with_untracked(|line| line.trim().is_empty()) {
            return;
        }
        let draft = understood.get_untracked().draft;
        open.lay_anew(Some(super::form::fields::fields_of(None, 0, &draft, "")));
        line.set(String::new());
        if let Some(input) = here.get_untracked() {
            input.set_value("");
        }
        let quiet = NavigateOptions { scroll: false, ..NavigateOptions::default() };
        go("?new", quiet);
    };
    view! {
        <form class="quick" on:submit=submit>
            <input type="hidden" name="new" value=""/>
            <label for="quick" class="only-read">{say(QUICK)}</label>
            <input
                id="quick"
                name=LINE
                type="text"
                autocomplete="off"
                maxlength=READ.to_string()
                placeholder=say(QUICK_EXAMPLE)
                aria-describedby="quick-says"
                value=begun
                node_ref=here
                on:input=move |event| line.set(event_target_value(&event))
            />
            <button class="button">
                <Icon name="edit"/>
                {say(QUICK_FILL)}
            </button>
            <p id="quick-says" class="small">
                {move || {
                    let typed = line.get();
                    (!typed.trim().is_empty()).then(|| said(locale, &typed, &understood.get().marks))
                }}
            </p>
        </form>
    }
    .into_any()
}

/// The line with what was understood marked in it.
fn said(locale: Locale, line: &str, marks: &[Mark]) -> AnyView {
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (line.get(at..mark.from), line.get(mark.from..mark.to)) else {
            continue;
        };
        let field = locale.say(words::field(mark.field));
        pieces.push(view! { <span>{before.to_owned()}</span> }.into_any());
        pieces.push(
            view! {
                <mark>{inside.to_owned()} <small>{field} ": " {mark.value.clone()}</small></mark>
            }
            .into_any(),
        );
        at = mark.to;
    }
    if let Some(rest) = line.get(at..) {
        pieces.push(view! { <span>{rest.to_owned()}</span> }.into_any());
    }
    pieces.into_any()
}
