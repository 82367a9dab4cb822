//! The places and cards of the board as elements of the page, for the parts that a
//! keyboard or a pointer moves through.

use crate::dom::find;
use domain::EntryId;
use domain::schedule::Place;
use leptos::web_sys::Element;

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
