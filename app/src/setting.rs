//! What the office decides about itself: its names, its cut-off, its hours, its days off.
//!
//! Names and cut-off are the administrator's to change; hours and days off are read here.
//! Accounts are in `access`.

pub mod api;
mod days;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod profile;
mod requests;
pub mod tabs;
mod words;
