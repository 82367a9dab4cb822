//! Invitations on the screen: everybody of a meeting with the letter, for the Office and
//! the chair; one's own invitations with the form of the answer, for everybody else.

pub mod api;
mod chain;
pub mod deed;
mod form;
mod guest;
mod letter;
mod mine;
mod panel;
mod section;
mod words;
mod write;

pub use mine::{invitation_page, invitations_page};
pub use panel::panel;
pub use section::people;
