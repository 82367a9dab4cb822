//! What comes through the doors, asked over the router on a demo office.

mod bulletin;
mod desk;
mod feed;
mod house;
mod people;
mod settings;
mod support;
