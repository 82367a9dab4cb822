//! The Office's memory and its verbs: everything that is remembered and done.
//!
//! The only way in is a [`Desk`]: somebody, at some moment, at this office. A
//! verb has five beats: *may*, *open*, *judge*, *save*, *journal* and commit.
//! Rules are in `domain`; pages, routes and the process are elsewhere.
#![forbid(unsafe_code)]

pub mod access;
pub mod bulletin;
pub mod demo;
mod desk;
pub mod duty;
pub mod export;
pub mod facility;
mod failure;
pub mod feed;
pub mod file;
pub mod import;
pub mod journal;
pub mod live;
pub mod meeting;
mod migration;
pub mod people;
pub mod post;
pub mod request;
pub mod schedule;
pub mod setting;
mod store;
pub mod waiting;

pub use desk::{Desk, Office};
pub use failure::{Failure, Result};
pub use store::Engine;
