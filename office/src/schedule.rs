//! The working week of the leaders, and its publication.
//!
//! Entries are changed here all day; readers see publications only. What may
//! be shown to the public is frozen by `publish` into the tables of `bulletin`.

pub(crate) mod table;

mod absence;
mod board;
pub(crate) mod book;
mod calendar;
mod entry;
mod look;
mod lookback;
mod opened;
mod publish;
mod published;
mod reception;
mod rosters;
mod series;
mod several;
pub(crate) mod shelf;
mod start;
mod template;
mod week;

pub(crate) use absence::acts_on;
pub use absence::{absence_of, absent, end_absence, record_absence};
pub use board::{board, history, review, working_entry};
pub(crate) use book::directory_of;
pub(crate) use calendar::entries_named;
pub use entry::{cancel_entry, move_entry, postpone_entry, remove_entry, resume_entry, save_entry};
pub(crate) use entry::{insert_entry, rename_entry, save_entry_in};
pub use look::mark_seen;
pub use lookback::look_back;
pub use publish::publish;
pub(crate) use publish::publish_into;
pub use published::{changes, my_week, official_week};
pub use series::{change_series, end_series, list_series, make_series, restore_day, series_of, skip_day};
pub(crate) use several::{Several, foreseen};
pub use start::{start_week, starting, undo_start};
pub use template::{delete_template, list_templates, rename_template, save_template};
pub(crate) use week::{open_week, store_week, touch, versions_of};
pub use week::{set_remark, take_step, weeks};
