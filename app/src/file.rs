//! Papers in files beside the thing that they belong to: a list with versions, and the
//! form that sends more of them. Any room can show it; rights are the owner's.

pub mod api;
pub mod list;
mod pick;
#[cfg(feature = "ssr")]
pub mod post;
mod send;
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "on the server nothing is on its way"))]
mod way;
mod words;

pub use list::{Papers, count, link};
pub use pick::{PickFirst, choose, hand_over};
