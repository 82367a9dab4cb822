//! The rules of the Office, and nothing else: what a week is, who may do what,
//! when two entries collide, what may be shown to whom.
//!
//! Everything here is a pure function of its arguments, so that the browser
//! and the transaction on the server judge with the same code. There is no
//! clock, no file, no network and no framework in this crate.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod access;
pub mod bulletin;
pub mod calendar;
pub mod duty;
pub mod facility;
pub mod feed;
pub mod file;
pub mod id;
pub mod journal;
pub mod locale;
pub mod meeting;
pub mod people;
pub mod refusal;
pub mod request;
pub mod schedule;
pub mod setting;
pub mod text;
pub mod waiting;
pub mod words;

pub use access::{Actor, Deed, Role};
pub use id::*;
pub use locale::{Locale, Word};
pub use refusal::{Issue, Problem, Refusal, Stale};
