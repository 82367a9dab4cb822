//! What the office decides about itself: its names, its cut-off, its hours, its days off.
//!
//! Names and cut-off are the administrator's to change; hours and days off are read here.
//! The ways between places are kept by those who arrange the leaders' days.
//! Accounts are in `access`.

pub mod api;
mod days;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod profile;
mod requests;
pub mod tabs;
pub mod travel;
mod words;
