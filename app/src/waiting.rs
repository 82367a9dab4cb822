//! The secretaries' desk: what waits, as counts that lead to their places.

pub mod api;
mod card;
mod meetings;
pub mod page;
mod weeks;
mod words;
