//! The phone: my day and my week, out of publications only.

pub mod api;
mod entry;
pub mod page;
mod tell;
mod words;
