//! Materials on the screen: the papers of a meeting in the order of its agenda, the forms
//! that arrange and chase them, and a page for whoever owes or reads some.

pub mod api;
mod deed;
mod line;
mod list;
mod owed;
mod pack;
mod panel;
mod words;

pub use deed::{PAPERS, carries_out, carry_out};
pub use list::section;
pub use owed::owed_page;
pub use pack::pack_page;
pub use panel::panel;
