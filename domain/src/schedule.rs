//! The weekly work schedule of the leaders: weeks, entries, conflicts,
//! publications.
//!
//! The working week ([`Entry`]) is what secretaries change all day; a
//! [`publication`] is a frozen copy of it and the only thing that readers see.
//! What the public may see of a publication is decided in `bulletin`.

pub mod absence;
pub mod board;
pub mod buffer;
pub mod choice;
pub mod conflict;
pub mod describe;
pub mod directory;
pub mod draft;
pub mod entry;
pub mod lookback;
pub mod official;
pub mod publication;
pub mod quick;
pub mod reception;
pub mod series;
pub mod shift;
pub mod slots;
pub mod start;
#[cfg(test)]
pub(crate) mod story;
pub mod week;

pub use board::{Board, Present, Review, Save, Saved};
pub use buffer::{Leg, LegDraft, Stop, Travel, TravelDraft};
pub use choice::{EntryKind, Format, InvitationMode, LeaderRole, Visibility};
pub use conflict::index::EntryIndex;
pub use conflict::{Conflict, ConflictKind, Severity, conflicts};
pub use directory::Directory;
pub use draft::EntryDraft;
pub use entry::{Agreed, Attending, Entry, Halt, Plan, Standing};
pub use lookback::{Asked, Found, Lookback};
pub use official::{Look, OfficialWeek, Phone};
pub use publication::{Backstage, Face, LeaderName, Mark, Publication, Published, PublishedEntry};
pub use quick::{Understood, understand};
pub use reception::{ReceptionDraft, ReceptionDue, ReceptionRules};
pub use series::Series;
pub use shift::Place;
pub use slots::{Search, Slot, WeekSearch, free_slots, slots_of_week};
pub use start::{Left, Pick, Proposal, Source, Start, Started, Starting, TakenBack, Template};
pub use week::{Step, Week, WeekState};
