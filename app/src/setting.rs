//! What the office decides about itself: its names, its cut-off, its hours, its days off.
//!
//! Names and cut-off are the administrator's to change; hours and days off, which the
//! Office learns from notices, and the ways between places are the secretaries' and the
//! Chief's. Accounts are in `access`.

pub mod api;
pub mod calendar;
mod day_form;
mod days;
mod done;
mod files;
mod frame;
mod hours_form;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod profile;
mod reception;
mod requests;
pub mod tabs;
pub mod travel;
mod words;
