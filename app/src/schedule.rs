//! The schedule room: the board of a working week, the form of an entry beside
//! it, the steps of a week, and the review before it is published.
//!
//! Everything is reached by an address and sent by a form, so that it works
//! without our program; with it, the same deeds are immediate.

pub mod absence;
mod address;
#[cfg(feature = "hydrate")]
mod ahead;
#[cfg(feature = "hydrate")]
mod aim;
pub mod api;
pub mod beside;
mod card;
#[cfg(feature = "hydrate")]
mod carry;
mod clash;
mod deed;
#[cfg(feature = "hydrate")]
mod dom;
mod drag;
mod drawing;
mod drawn;
mod face;
mod focus;
mod form;
mod grid;
mod halt;
mod head;
mod history;
mod keys;
mod live;
mod offer;
mod open;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
pub mod publications;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "only browsers carry"))]
mod put;
mod quick;
pub mod review;
pub mod series;
mod sieve;
mod skeleton;
pub mod start;
pub mod template;
mod toast;
mod tray;
mod turns;
mod undo;
mod words;
