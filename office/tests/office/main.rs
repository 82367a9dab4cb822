//! What the office remembers and does, told as stories.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

mod access;
mod bulletin;
mod demo;
mod duty;
mod export;
mod feed;
mod file;
mod ical;
mod journal;
mod live;
mod meeting;
mod migration;
mod people;
mod post;
mod publication;
mod request;
mod rights;
mod schedule;
mod setting;
mod support;
mod waiting;
