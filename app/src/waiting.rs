//! The desk: what waits, as counts that lead to their places; for the secretaries the
//! office's work, for everybody their own.

pub mod api;
mod card;
mod meetings;
mod own;
pub mod page;
mod weeks;
mod words;
