//! What the keyboard does with an entry on the board: picking it up and walking with
//! it, cutting, copying and pasting it, making it longer, choosing several.

use super::aim::{aim, let_go};
use super::dom::{cell_of, entry_of, place_of};
use super::open::Open;
use super::put::{self, Clip, Held};
use super::words::PASTE_WHERE;
use crate::dom::among;
use domain::schedule::Place;
use leptos::prelude::*;
use leptos::web_sys::Element;

fn card(at: Option<Element>) -> Option<Element> {
    at?.closest(".board .card[data-entry]").ok().flatten()
}

/// Takes the focused entry up.
pub(super) fn pick_up(open: Open, at: Option<Element>) -> bool {
    let Some((id, place)) = card(at).as_ref().and_then(entry_of) else { return false };
    hold_over(open, Held { id, from: place.leader, copy: false }, place);
    true
}

/// A key while something is held: every key is for what is held.
pub(super) fn hold(open: Open, key: &str, go: impl Fn(&str) + 'static) -> bool {
    let Some((held, place)) = open.hand.get_untracked() else { return false };
    match key {
        "Escape" => drop_hand(open),
        "Enter" | " " => {
            drop_hand(open);
            put::put(open, held, place, go);
        }
        "c" => hold_over(open, Held { copy: !held.copy, ..held }, place),
        "ArrowLeft" => hold_over(open, held, beside(place, -1, 0).unwrap_or(place)),
        "ArrowRight" => hold_over(open, held, beside(place, 1, 0).unwrap_or(place)),
        "ArrowUp" => hold_over(open, held, beside(place, 0, -1).unwrap_or(place)),
        "ArrowDown" => hold_over(open, held, beside(place, 0, 1).unwrap_or(place)),
        "Tab" => return false,
        _ => {}
    }
    true
}

fn hold_over(open: Open, held: Held, place: Place) {
    open.hand.set(Some((held, place)));
    aim(open, held, Some(place));
    // With the frame that is drawn next: now the page would be laid out twice.
    request_animation_frame(move || {
        if let Some(cell) = cell_of(place) {
            cell.scroll_into_view_with_bool(false);
        }
    });
}

fn drop_hand(open: Open) {
    open.hand.set(None);
    let_go(open);
}

/// The place beside another one: sideways by columns, up and down by lanes.
pub(super) fn beside(place: Place, right: i32, down: isize) -> Option<Place> {
    let cell = cell_of(place)?;
    let column: i32 = cell.get_attribute("data-column")?.parse().ok()?;
    if right != 0 {
        let row = cell.parent_element()?;
        let next = row.query_selector(&format!("td[data-column='{}']", column + right)).ok()??;
        return place_of(&next);
    }
    let cells = among(&format!(".board td[data-column='{column}']"));
    let here = cells.iter().position(|other| *other == cell)?;
    place_of(cells.get(here.checked_add_signed(down)?)?)
}

/// Cuts or copies the focused entry, and with it those that are chosen together with it.
/// Marked text is copied as text.
pub(super) fn clip(open: Open, at: Option<Element>, cut: bool) -> bool {
    let marked = window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed());
    let Some((id, place)) = card(at).as_ref().and_then(entry_of).filter(|_| !marked) else { return false };
    let taken = put::together(open, id);
    if taken.is_empty() {
        return false;
    }
    // What is said to be taken is all that is moved.
    open.chosen.set(Vec::new());
    let held = Held { id, from: place.leader, copy: !cut };
    open.clip.set(Some(Clip { taken, held, is_told: true }));
    true
}

/// Pastes what was cut or copied into the focused place.
pub(super) fn paste(open: Open, at: Option<Element>, go: impl Fn(&str) + 'static) -> bool {
    let Some(clip) = open.clip.get_untracked() else { return false };
    let cell = at.and_then(|e| e.closest("td[data-place]").ok().flatten());
    let Some(to) = cell.as_ref().and_then(place_of) else {
        open.complain(open.locale.say(PASTE_WHERE).to_owned());
        return true;
    };
    let Clip { taken, held, .. } = clip.clone();
    open.pasted.set(true);
    // A copy can be pasted again.
    open.clip.set(held.copy.then_some(Clip { is_told: false, ..clip }));
    put::put_taken(open, taken, held, to, go);
    true
}

/// Makes the focused entry longer or shorter.
pub(super) fn stretch(open: Open, at: Option<Element>, minutes: i64, go: impl Fn(&str) + 'static) -> bool {
    let Some((id, _)) = card(at).as_ref().and_then(entry_of) else { return false };
    put::stretch(open, id, minutes, go);
    true
}

/// Takes the focused entry to those that are moved together.
pub(super) fn choose(open: Open, at: Option<Element>) -> bool {
    let Some((id, _)) = card(at).as_ref().and_then(entry_of) else { return false };
    open.choose(id);
    true
}
