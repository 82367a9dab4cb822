//! The duty roster on its page: a month by weeks, with a panel to change a row.

pub mod api;
mod form;
pub mod month;
pub mod page;
#[cfg(feature = "ssr")]
pub mod post;
mod rules;
mod table;
mod words;
