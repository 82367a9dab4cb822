//! What comes through the doors, asked over the router on a demo office.

mod bulletin;
mod feed;
mod support;
