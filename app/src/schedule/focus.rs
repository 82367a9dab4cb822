//! The keyboard keeps its place when the board is drawn anew after a change.

use super::open::Open;
#[cfg(feature = "hydrate")]
use crate::dom::{among, find, focus};
#[cfg(feature = "hydrate")]
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use std::time::Duration;

/// Remembers which card or place has the focus, and gives it back: with the next turn of
/// the page, not with its next frame, which a busy machine paints late; and before any key
/// that comes still earlier is heard, so that none is lost between two drawings.
#[cfg(feature = "hydrate")]
pub(super) fn follow(open: Open) {
    let last = StoredValue::new(None::<(String, Option<String>)>);
    let moved = window_event_listener_untyped("focusin", move |_| {
        let at = document().active_element();
        let cell = at.as_ref().and_then(|e| e.closest("td[data-place]").ok().flatten());
        let known = cell.and_then(|cell| {
            let entry = at.and_then(|e| e.get_attribute("data-entry"));
            Some((cell.get_attribute("data-place")?, entry))
        });
        // Focus that went elsewhere on purpose is not brought back.
        last.set_value(known);
    });
    let is_lost = || document().active_element().is_none_or(|e| e.tag_name() == "BODY");
    let let_go = window_event_listener_untyped("mousedown", move |_| {
        // Whoever presses beside everything has let go of it.
        let forget = move || drop(is_lost().then(|| last.try_set_value(None)));
        set_timeout(forget, Duration::ZERO);
    });
    let give_back = move || {
        let Some((place, entry)) = last.try_get_value().flatten().filter(|_| is_lost()) else { return };
        let card = entry.and_then(|id| {
            let here = find(&format!("td[data-place='{place}'] .card[data-entry='{id}']"));
            here.or_else(|| among(&format!(".board .card[data-entry='{id}']")).into_iter().next())
        });
        focus(card.or_else(|| find(&format!("td[data-place='{place}'] a"))));
    };
    let pressed = window_event_listener_untyped("keydown", move |_| give_back());
    Effect::new(move |drawn: Option<()>| {
        open.board.track();
        if drawn.is_some() {
            set_timeout(give_back, Duration::ZERO);
        }
    });
    on_cleanup(move || {
        moved.remove();
        let_go.remove();
        pressed.remove();
    });
}

/// Nobody has a focus on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn follow(_: Open) {}
