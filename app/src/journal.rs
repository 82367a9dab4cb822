//! The journal of the office, for the Chief of Office: what happened, who did
//! it, when, with old and new values. It is only read.

pub mod api;
pub(crate) mod old_new;
pub mod page;
pub(crate) mod words;
