//! What the keyboard does with an entry on the board: picking it up and walking with
//! it, cutting, copying and pasting it, making it longer, choosing several.

use super::aim::{aim, let_go};
use super::dom::{cell_of, entry_of, place_of};
use super::open::Open;
use super::put::{self, Held, put_entry};
use crate::dom::among;
use domain::schedule::{Entry, Place};
use leptos::prelude::*;
use leptos::web_sys::Element;
use std::cell::RefCell;

/// An entry that was cut or copied; it goes along to another week.
struct Clip {
    entry: Entry,
    held: Held,
}

thread_local! {
    static CLIP: RefCell<Option<Clip>> = const { RefCell::new(None) };
}

fn card(at: Option<Element>) -> Option<Element> {
    at?.closest(".board .card[data-entry]").ok().flatten()
}

/// Undoes, or does again.
pub(super) fn walk(open: Open, forth: bool) -> bool {
    let (back, on) = open.past.with_untracked(|past| past.ways());
    let can = if forth { on } else { back };
    if can {
        open.walk(forth);
    }
    can
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

/// Cuts or copies the focused entry. Marked text is copied as text.
pub(super) fn clip(open: Open, at: Option<Element>, cut: bool) -> bool {
    let marked = window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed());
    let taken = card(at).as_ref().and_then(entry_of).filter(|_| !marked);
    let taken = taken.and_then(|(id, place)| Some((open.entry(id)?, place)));
    let Some((entry, place)) = taken else { return false };
    let words = super::words::CLIPPED;
    open.carried.set(Some((format!("{}: {}", open.locale.say(words), entry.plan.content), "blue")));
    let held = Held { id: entry.id, from: place.leader, copy: !cut };
    CLIP.set(Some(Clip { entry, held }));
    true
}

/// Pastes what was cut or copied into the focused place.
pub(super) fn paste(open: Open, at: Option<Element>, go: impl Fn(&str) + 'static) -> bool {
    let cell = at.and_then(|e| e.closest("td[data-place]").ok().flatten());
    let Some(to) = cell.as_ref().and_then(place_of) else { return false };
    let Some(Clip { entry, held }) = CLIP.take() else { return false };
    open.carried.set(None);
    if held.copy {
        // A copy can be pasted again.
        CLIP.set(Some(Clip { entry: entry.clone(), held }));
    }
    put_entry(open, entry, held, to, go);
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
