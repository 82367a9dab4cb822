//! Finding things on the page, for the parts of the board that a keyboard or a
//! pointer moves through.

use domain::EntryId;
use domain::schedule::Place;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// The first element that a selector finds.
pub(super) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements that a selector finds.
pub(super) fn among(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Gives the focus to an element; says whether there was one.
pub(super) fn focus(element: Option<Element>) -> bool {
    element.and_then(|e| e.dyn_into::<HtmlElement>().ok()).is_some_and(|e| e.focus().is_ok())
}

/// Presses a button or a link; says whether there was one.
pub(super) fn press(selector: &str) -> bool {
    let element = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.inspect(HtmlElement::click).is_some()
}

/// The place on the board that a cell stands for.
pub(super) fn place_of(cell: &Element) -> Option<Place> {
    Place::of_code(&cell.get_attribute("data-place")?)
}

/// The cell of a place.
pub(super) fn cell_of(place: Place) -> Option<Element> {
    find(&format!("td[data-place='{place}']"))
}

/// The entry of a card, and the column that the card stands in.
pub(super) fn entry_of(card: &Element) -> Option<(EntryId, Place)> {
    let id = card.get_attribute("data-entry")?.parse().ok().map(EntryId)?;
    let cell = card.closest("td[data-place]").ok().flatten()?;
    Some((id, place_of(&cell)?))
}
