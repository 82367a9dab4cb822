//! The schedule room: the board of a working week, the form of an entry beside
//! it, the steps of a week, and the review before it is published.
//!
//! Everything is reached by an address and sent by a form, so that it works
//! without our program; with it, the same deeds are immediate.

mod address;
pub mod api;
mod card;
mod clash;
mod deed;
mod form;
mod grid;
mod halt;
mod head;
mod history;
mod keys;
mod open;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
pub mod review;
mod toast;
mod words;
