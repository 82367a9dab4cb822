//! Meetings on the screen: the list with the form of a proposal, one meeting with what
//! its chair says, its legal days and its agenda, the bodies with what waits for them.
//!
//! Every deed is a form that works without our program; the panel beside a page is
//! opened by its address.

mod act;
mod address;
mod agenda;
pub mod api;
mod asked;
mod beside;
mod bodies;
mod body_form;
mod card;
mod choices;
mod deed;
mod entry;
mod head;
pub mod hour;
mod invite;
mod item_form;
mod jump;
mod list;
mod live;
pub mod material;
pub mod page;
mod panel;
mod place;
mod plan;
#[cfg(feature = "ssr")]
pub mod post;
mod proposal;
mod rules;
mod shift;
mod words;
