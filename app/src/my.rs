//! The phone: my day and my week, out of publications only.

pub mod api;
mod days;
mod entry;
mod look;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod reach;
mod tell;
mod week;
mod words;
