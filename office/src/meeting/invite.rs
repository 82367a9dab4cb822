//! Who is invited to a meeting, the numbered letter that invites them, their answers.
//!
//! Whoever is not invited does not find the letter, nor anybody's name; whoever is finds
//! the letter as it went out and their own answers. All answers of all are for the Office
//! and the chair of the meeting.

mod add;
mod answer;
mod letter;
mod line;
mod list;
mod read;
pub(super) mod table;

pub(super) use add::add_members;
pub use add::{change_invitee, invite, invite_members, remove_invitee};
pub use answer::answer_invitation;
pub use letter::{issue_invitation, save_invitation};
pub(super) use line::history;
pub(super) use list::{deputies_left, own_items};
pub use list::{invitation, invitations, unanswered};
pub(super) use read::people;
