//! The keyboard keeps its place when the board is drawn anew after a change.

use super::open::Open;
#[cfg(feature = "hydrate")]
use crate::dom::{among, find, focus};
#[cfg(feature = "hydrate")]
use leptos::prelude::*;

/// Remembers which card or place has the focus, and gives it back.
#[cfg(feature = "hydrate")]
pub(super) fn follow(open: Open) {
    let last = StoredValue::new(None::<(String, Option<String>)>);
    let handle = window_event_listener_untyped("focusin", move |_| {
        let at = document().active_element();
        let cell = at.as_ref().and_then(|e| e.closest("td[data-place]").ok().flatten());
        let known = cell.and_then(|cell| {
            let entry = at.and_then(|e| e.get_attribute("data-entry"));
            Some((cell.get_attribute("data-place")?, entry))
        });
        // Focus that went elsewhere on purpose is not brought back.
        last.set_value(known);
    });
    Effect::new(move |drawn: Option<()>| {
        open.board.track();
        if drawn.is_none() {
            return;
        }
        request_animation_frame(move || {
            let is_lost = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            let Some((place, entry)) = last.try_get_value().flatten().filter(|_| is_lost) else { return };
            let card = entry.and_then(|id| {
                let here = find(&format!("td[data-place='{place}'] .card[data-entry='{id}']"));
                here.or_else(|| among(&format!(".board .card[data-entry='{id}']")).into_iter().next())
            });
            focus(card.or_else(|| find(&format!("td[data-place='{place}'] a"))));
        });
    });
    on_cleanup(move || handle.remove());
}

/// Nobody has a focus on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn follow(_: Open) {}
