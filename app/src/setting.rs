//! What the office decides about itself: its names, its hours, its days off.
//!
//! Names are the administrator's to change; hours and days off are read here.
//! Accounts are in `access`.

pub mod api;
mod days;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod profile;
pub mod tabs;
mod words;
