//! The public pages and data, read as a citizen, a machine and a curious person
//! would read them.

mod data;
mod pages;
mod refusals;
mod secrets;
pub mod shelf;
