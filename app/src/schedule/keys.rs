//! The keyboard: what a secretary does twenty times an hour without the mouse,
//! and the list of it. The list opens without our program too.

#[cfg(feature = "hydrate")]
use super::address;
use super::open::Open;
use super::words::*;
#[cfg(feature = "hydrate")]
use crate::dom::{among, find, focus, press};
use crate::parts::Icon;
use crate::visit::say;
use domain::Word;
use leptos::prelude::*;

/// Each key and what it does.
const KEYS: [(&str, Word); 12] = [
    ("n", KEY_NEW),
    ("/", QUICK),
    ("← → ↑ ↓", KEY_ARROWS),
    ("Enter", KEY_ENTER),
    ("Space", KEY_CARRY),
    ("Shift ↑ ↓", KEY_LONGER),
    ("x", KEY_CHOOSE),
    ("Ctrl+X C V", KEY_CLIP),
    ("Ctrl+Z, Ctrl+Y", KEY_UNDO),
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

/// Undo and redo, once our program is there and something was done.
pub(super) fn ways(open: Open) -> impl IntoView {
    move || {
        let (back, on) = open.past.with(super::undo::Past::ways);
        let way = |forth: bool, can: bool, word: Word, icon: &'static str| {
            view! {
                <button
                    class="button"
                    data-kind="icon"
                    type="button"
                    disabled=!can
                    aria-label=say(word)
                    title=say(word)
                    on:click=move |_| open.walk(forth)
                >
                    <Icon name=icon/>
                </button>
            }
        };
        (back || on).then(|| view! { {way(false, back, UNDO, "undo")} {way(true, on, REDO, "refresh")} })
    }
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
    use super::carry;
    use leptos::ev::keydown;
    use leptos_router::NavigateOptions;
    use leptos_router::hooks::use_navigate;
    let navigate = use_navigate();
    let go = move |address: &str| {
        let quiet = NavigateOptions { scroll: false, ..NavigateOptions::default() };
        navigate(address, quiet);
    };
    let handle = window_event_listener(keydown, move |event| {
        let key = event.key();
        let at = document().active_element();
        let typing =
            at.as_ref().is_some_and(|e| e.closest("input, select, textarea").ok().flatten().is_some());
        if event.ctrl_key() || event.meta_key() {
            let walk = |forth| {
                open.walk(forth);
                true
            };
            let heard = match key.to_ascii_lowercase().as_str() {
                "s" => press(".panel form .save"),
                _ if typing => false,
                "z" => walk(event.shift_key()),
                "y" => walk(true),
                "c" => carry::clip(open, at, false),
                "x" => carry::clip(open, at, true),
                "v" => carry::paste(open, at, go.clone()),
                _ => false,
            };
            if heard {
                event.prevent_default();
            }
            return;
        }
        if open.hand.with_untracked(Option::is_some) {
            if carry::hold(open, &key, go.clone()) {
                event.prevent_default();
            }
            return;
        }
        if key == "Escape" {
            // Who gives up what the pointer carries gives up nothing else with it.
            if event.default_prevented() || find("#keys:popover-open").is_some() {
                return;
            }
            if !open.chosen.with_untracked(Vec::is_empty) {
                open.chosen.set(Vec::new());
            } else if open.panel.get_untracked() != address::Panel::Closed {
                go(&address::board(open.week));
            } else {
                open.clip.set(None);
            }
            return;
        }
        if typing || event.alt_key() {
            return;
        }
        let heard = match key.as_str() {
            "n" => press("#add-entry"),
            "?" => press(".keys-button"),
            "/" => focus(find("#quick")),
            " " => carry::pick_up(open, at),
            "x" => carry::choose(open, at),
            "ArrowUp" if event.shift_key() => carry::stretch(open, at, -15, go.clone()),
            "ArrowDown" if event.shift_key() => carry::stretch(open, at, 15, go.clone()),
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

/// Moves the focus on the board: sideways to the next leader, up and down through
/// the cards and the lanes of one.
#[cfg(feature = "hydrate")]
fn step(at: Option<leptos::web_sys::Element>, right: i32, down: i32) -> bool {
    let cell = at.as_ref().and_then(|e| e.closest("td[data-place]").ok().flatten());
    let Some(cell) = cell else {
        return focus(find(".board tbody[data-today] .card").or_else(|| find(".board td a")));
    };
    let column: i32 = cell.get_attribute("data-column").and_then(|c| c.parse().ok()).unwrap_or_default();
    if right != 0 {
        let row = cell.parent_element();
        let target = format!("td[data-column='{}'] a", column + right);
        return focus(row.and_then(|row| row.query_selector(&target).ok().flatten()));
    }
    let links = among(&format!(".board td[data-column='{column}'] a"));
    let here = links.iter().position(|link| Some(link) == at.as_ref());
    let next = here.and_then(|here| here.checked_add_signed(down as isize));
    focus(next.and_then(|next| links.get(next).cloned()))
}
