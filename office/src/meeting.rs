//! Meetings from the proposal to the day they are held, their agendas, their bodies.
//!
//! When and where a meeting is, under whom, and whether it takes place at all is read
//! from its entry on the board: moving, postponing or cancelling the entry is the same
//! deed on the meeting, and there is no second copy to keep in step. Whoever may not
//! know of a meeting or an item does not find it.

mod agenda;
mod asked;
mod backlog;
mod body;
mod hour;
mod invite;
mod item;
mod known;
mod line;
mod list;
mod material;
mod names;
mod place;
mod progress;
mod propose;
mod read;
mod rule;
mod series;
mod table;
mod template;

pub use agenda::{add_item, carry_item, change_item, freeze_agenda, move_item, place_item, remove_item};
pub(crate) use asked::opinions;
pub use asked::{answer_opinion, ask_opinion};
pub(crate) use backlog::agreements;
pub use backlog::{backlog, change_proposed_item, propose_item, submit_item, take_item_step};
pub use body::save_body;
pub use hour::{begin_item, course, end_item, note_hours};
pub use invite::{
    answer_invitation, change_invitee, invitation, invitations, invite, invite_members, issue_invitation,
    remove_invitee, save_invitation, unanswered,
};
pub(crate) use known::{concerned, may_know};
pub(crate) use list::{has_meeting, left, unheard};
pub use list::{list_meetings, meeting};
pub use material::{
    Archive, add_material, archive, change_material, close_material, move_material, note_privately,
    note_received, pack, papers, remind_material, remove_material,
};
pub(crate) use material::{Found, found, owed};
pub(crate) use place::settle;
pub use place::{found_meeting, meeting_of_entry, schedule_meeting};
pub use progress::take_step;
pub use propose::{change_proposal, propose_meeting};
pub use rule::{meeting_rules, save_counting, save_rule};
pub use series::{number_meeting, plan_meetings, planning};
pub use template::{lay_out, save_agenda_template};
