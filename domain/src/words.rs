//! The words for what the rules say: names of choices, problems, conflicts,
//! refusals. Screens have their own words beside them, in their rooms.

mod choice;
mod conflict;
mod field;
mod file;
mod hour;
mod meeting;
mod reception;
mod refusal;
mod series;

pub use choice::*;
pub use conflict::*;
pub use field::*;
pub use file::*;
pub use hour::*;
pub use meeting::*;
pub use reception::*;
pub use refusal::*;
pub use series::*;
