//! The choices of the forms of this room.

use crate::visit::use_locale;
use domain::meeting::{ItemKind, KINDS, Offer};
use domain::words;
use std::fmt::Display;

/// Value and name of each choice.
pub type Options = Vec<(String, String)>;

/// The kinds of meetings.
pub fn kinds() -> Options {
    let locale = use_locale();
    KINDS.map(|kind| (kind.code().to_owned(), locale.say(words::kind(kind)).to_owned())).to_vec()
}

/// What an item can be for.
pub fn item_kinds() -> Options {
    let locale = use_locale();
    ItemKind::ALL.map(|kind| (kind.code().to_owned(), locale.say(words::item_kind(kind)).to_owned())).to_vec()
}

/// Leaders who can be asked to chair.
pub fn chairs(offer: &Offer) -> Options {
    offer.chairs.iter().map(|chair| (chair.id.to_string(), chair.name.clone())).collect()
}

/// Rooms with their seats.
pub fn rooms(offer: &Offer) -> Options {
    offer
        .rooms
        .iter()
        .map(|room| (room.id.to_string(), format!("{} ({})", room.name, room.capacity)))
        .collect()
}

/// Numbered things and their names.
pub fn named<I: Display>(list: &[(I, String)]) -> Options {
    list.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
}
