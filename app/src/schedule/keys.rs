//! The keyboard: what a secretary does twenty times an hour without the mouse,
//! and the list of it. The list opens without our program too.

#[cfg(feature = "hydrate")]
use super::address;
use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::visit::say;
use domain::Word;
use leptos::prelude::*;

/// Each key and what it does.
const KEYS: [(&str, Word); 6] = [
    ("n", KEY_NEW),
    ("← → ↑ ↓", KEY_ARROWS),
    ("Enter", KEY_ENTER),
    ("Ctrl+S", KEY_SAVE),
    ("Esc", KEY_ESCAPE),
    ("?", KEY_LIST),
];

/// The button that shows the list.
pub(super) fn button() -> AnyView {
    view! {
        <button class="button keys-button" data-kind="icon" type="button" popovertarget="keys" aria-label=say(KEYS_TITLE)>
            <Icon name="keyboard"/>
        </button>
    }
    .into_any()
}

/// The list, hidden until it is asked for.
pub(super) fn list() -> AnyView {
    view! {
        <div class="dialog" id="keys" popover="auto" role="dialog" aria-labelledby="keys-h">
            <h2 id="keys-h">{say(KEYS_TITLE)}</h2>
            <dl class="keys">
                {KEYS
                    .map(|(key, word)| view! { <dt><kbd>{key}</kbd></dt><dd>{say(word)}</dd> })
                    .into_iter()
                    .collect_view()}
            </dl>
        </div>
    }
    .into_any()
}

/// Listens as long as the board is shown.
#[cfg(feature = "hydrate")]
pub(super) fn listen(open: Open) {
    use leptos::ev::keydown;
    use leptos_router::NavigateOptions;
    use leptos_router::hooks::use_navigate;
    let go = use_navigate();
    let handle = window_event_listener(keydown, move |event| {
        let key = event.key();
        if event.ctrl_key() || event.meta_key() {
            if key.eq_ignore_ascii_case("s") && press(".panel form .save") {
                event.prevent_default();
            }
            return;
        }
        if key == "Escape" {
            if open.panel.get_untracked() != address::Panel::Closed && find("#keys:popover-open").is_none() {
                let quiet = NavigateOptions { scroll: false, ..NavigateOptions::default() };
                go(&address::board(open.week), quiet);
            }
            return;
        }
        let at = document().active_element();
        let typing =
            at.as_ref().is_some_and(|e| e.closest("input, select, textarea").ok().flatten().is_some());
        if typing || event.alt_key() {
            return;
        }
        let heard = match key.as_str() {
            "n" => press("#add-entry"),
            "?" => press(".keys-button"),
            "/" => focus(find(".seek input")),
            "ArrowLeft" => step(at, -1, 0),
            "ArrowRight" => step(at, 1, 0),
            "ArrowUp" => step(at, 0, -1),
            "ArrowDown" => step(at, 0, 1),
            _ => false,
        };
        if heard {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// There is no keyboard on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn listen(_: Open) {}

#[cfg(feature = "hydrate")]
mod page {
    use leptos::prelude::document;
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Element, HtmlElement};

    pub(super) fn find(selector: &str) -> Option<Element> {
        document().query_selector(selector).ok().flatten()
    }

    pub(super) fn focus(element: Option<Element>) -> bool {
        element.and_then(|e| e.dyn_into::<HtmlElement>().ok()).is_some_and(|e| e.focus().is_ok())
    }

    pub(super) fn press(selector: &str) -> bool {
        let element = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok());
        element.inspect(HtmlElement::click).is_some()
    }

    fn among(root: &Element, selector: &str) -> Vec<Element> {
        let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
    }

    /// Moves the focus on the board: sideways to the next leader, up and down
    /// through the cards and the lanes of one.
    pub(super) fn step(at: Option<Element>, right: i32, down: i32) -> bool {
        let Some(board) = find(".board") else { return false };
        let cell = at.as_ref().and_then(|e| e.closest("td").ok().flatten());
        let Some(cell) = cell else {
            return focus(find(".board tbody[data-today] .card").or_else(|| find(".board td a")));
        };
        let column: i32 = cell.get_attribute("data-column").and_then(|c| c.parse().ok()).unwrap_or_default();
        if right != 0 {
            let row = cell.parent_element();
            let target = format!("td[data-column='{}'] a", column + right);
            return focus(row.and_then(|row| row.query_selector(&target).ok().flatten()));
        }
        let links = among(&board, &format!("td[data-column='{column}'] a"));
        let here = links.iter().position(|link| Some(link) == at.as_ref());
        let next = here.and_then(|here| here.checked_add_signed(down as isize));
        focus(next.and_then(|next| links.get(next).cloned()))
    }
}

#[cfg(feature = "hydrate")]
use page::{find, focus, press, step};
