//! Units, persons, positions, and which secretary serves which leader.
//!
//! Three lists with a panel beside them. Nothing is deleted here: to end
//! something is to give it a last day.

pub mod api;
pub mod choice;
mod draft;
mod frame;
mod person_form;
pub mod persons;
mod position_form;
pub mod positions;
#[cfg(feature = "ssr")]
pub mod post;
mod serving;
mod unit_form;
pub mod units;
mod words;
