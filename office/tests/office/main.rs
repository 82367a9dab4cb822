//! What the office remembers and does, told as stories.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

mod demo;
mod ical;
mod schedule;
mod support;
