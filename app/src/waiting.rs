//! The secretaries' desk: what waits, as counts that lead to their places.

pub mod api;
mod card;
pub mod page;
mod words;
