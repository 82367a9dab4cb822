//! The phone: my day and my week, out of publications only.

pub mod api;
pub mod page;
mod words;
