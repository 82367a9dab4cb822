//! The line of parts above a long page: each is one jump away, and the one that is being
//! read is marked.

use super::words::*;
use crate::visit::say;
use domain::Word;
use domain::meeting::Dossier;
use leptos::prelude::*;

domain::words! {
    PARTS: "Các phần của trang" | "Parts of this page";
    OVERVIEW: "Tổng quan" | "Overview";
    LETTER: "Giấy mời" | "Invitation";
}

/// The first part.
pub const TOP: &str = "overview";
/// The last part.
pub const LAST: &str = "history";

/// The parts that the page of a meeting has, by their anchors.
fn parts(dossier: &Dossier) -> Vec<(&'static str, Word)> {
    let on_board = dossier.meeting.state.is_on_board();
    let has_people = dossier.people.is_some();
    [
        (true, TOP, OVERVIEW),
        (on_board, "agenda", AGENDA),
        (has_people, "people", PEOPLE),
        (has_people, "invitation", LETTER),
        (on_board, "materials", PAPERS),
        (!dossier.history.is_empty(), LAST, HISTORY),
    ]
    .into_iter()
    .filter(|(is_there, ..)| *is_there)
    .map(|(_, id, word)| (id, word))
    .collect()
}

/// The line; a page of one part needs none.
pub fn jump(dossier: &Dossier, current: Signal<&'static str>) -> Option<AnyView> {
    let parts = parts(dossier);
    if parts.len() < 2 {
        return None;
    }
    let links = parts.into_iter().map(|(id, word)| {
        let is_here = move || (current.get() == id).then_some("location");
        // The browser jumps by itself.
        view! { <li><a href=format!("#{id}") rel="external" aria-current=is_here>{say(word)}</a></li> }
    });
    Some(view! { <nav class="jump" aria-label=say(PARTS)><ul>{links.collect_view()}</ul></nav> }.into_any())
}

/// The part that is being read; none before our program has looked.
pub fn current() -> Signal<&'static str> {
    let current = RwSignal::new("");
    #[cfg(feature = "hydrate")]
    {
        let waits = StoredValue::new(false);
        let look = move || {
            if waits.get_value() {
                return;
            }
            waits.set_value(true);
            request_animation_frame(move || {
                if waits.try_set_value(false).is_none() {
                    let here = read_now();
                    if current.get_untracked() != here {
                        current.set(here);
                    }
                }
            });
        };
        Effect::new(move |_| look());
        Effect::new(move |_| {
            current.track();
            request_animation_frame(keep_in_view);
        });
        for event in ["scroll", "resize"] {
            let listener = window_event_listener_untyped(event, move |_| look());
            on_cleanup(move || listener.remove());
        }
    }
    current.into()
}

/// Moves the line of parts as far as its current link asks for. The page stays: asking
/// the link itself to come into view would end a jump that is on its way.
#[cfg(feature = "hydrate")]
fn keep_in_view() {
    const BESIDE: f64 = 24.0;
    let Some(link) = crate::dom::find(".jump [aria-current]") else { return };
    let Some(line) = link.closest("ul").ok().flatten() else { return };
    let (link, seen) = (link.get_bounding_client_rect(), line.get_bounding_client_rect());
    let after = (link.right() + BESIDE - seen.right()).max(0.0);
    let before = (link.left() - BESIDE - seen.left()).min(0.0);
    line.set_scroll_left(line.scroll_left() + (after + before) as i32);
}

/// The last part whose heading is not below the first quarter of the window; at the end
/// of the page, the last one.
#[cfg(feature = "hydrate")]
fn read_now() -> &'static str {
    let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let top = |id: &str| {
        let part = crate::dom::find(&format!("#{id}"))?;
        Some(part.get_bounding_client_rect().top())
    };
    let parts = [TOP, "agenda", "people", "invitation", "materials", LAST];
    let page = document().document_element();
    let is_end = page.is_some_and(|page| {
        let reached = window().scroll_y().unwrap_or_default() + window_height;
        reached > window_height && reached >= f64::from(page.scroll_height()) - 2.0
    });
    let line = if is_end { window_height } else { window_height / 4.0 };
    parts.into_iter().rev().find(|id| top(id).is_some_and(|top| top <= line)).unwrap_or(TOP)
}
