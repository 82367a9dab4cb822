//! What comes through the doors, asked over the router on a demo office.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

mod bulletin;
mod command;
mod desk;
mod duty;
mod feed;
mod file;
mod house;
mod kept;
mod live;
mod material;
mod meeting;
mod my;
mod past;
mod people;
mod questions;
mod request;
mod settings;
mod sign_in;
mod support;
mod waiting;
