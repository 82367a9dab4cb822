//! What units ask for on the leaders' calendar: an officer's own list with its
//! form, and the tray from which secretaries put requests on the board.
//!
//! Both stand at one address; the panel beside the list is opened by it.

mod accept;
mod answer;
pub mod api;
mod card;
mod draft;
mod filter;
mod form;
mod merge;
mod own;
pub mod page;
mod panel;
#[cfg(feature = "ssr")]
pub mod post;
mod tray;
mod words;

pub use card::time;
