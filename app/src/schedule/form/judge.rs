//! What the rules say to a form while it is being filled in: the same functions
//! as in the transaction that saves, over the board as it was last heard of.

use crate::schedule::offer::offered;
use chrono::NaiveDateTime;
use domain::schedule::{Board, Conflict, EntryDraft, Severity, Slot, conflict, conflicts};
use domain::{EntryId, Issue, Problem};

/// The judgement of a draft.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Judged {
    /// What is wrong, field by field.
    pub issues: Vec<Issue>,
    /// What stands in its way.
    pub conflicts: Vec<Conflict>,
    /// Free times, when something heavy does.
    pub offered: Option<Vec<Slot>>,
}

impl Judged {
    /// Judges a draft. An entry that does not take place is in nobody's way.
    pub fn of(board: &Board, id: Option<EntryId>, draft: &EntryDraft, now: NaiveDateTime) -> Self {
        let old = board.entries.iter().find(|e| Some(e.id) == id);
        let issues = draft.check(&board.directory).err().unwrap_or_default();
        if old.is_some_and(|e| !e.standing.is_going()) {
            return Self { issues, ..Self::default() };
        }
        // Hours and people are judged before there is a content.
        let told = EntryDraft {
            content: if draft.content.trim().is_empty() { "-".to_owned() } else { draft.content.clone() },
            ..draft.clone()
        };
        let Ok(plan) = told.check(&board.directory) else {
            return Self { issues, ..Self::default() };
        };
        let conflicts = conflicts(&board.entries, id, &plan, &board.directory);
        let offered = offered(board, id, &plan, &conflicts, now);
        Self { issues, conflicts, offered }
    }

    /// Leaves out what is only not filled in yet.
    pub fn patient(mut self) -> Self {
        self.issues.retain(|i| i.problem != Problem::Required);
        self
    }
}

/// Whether these conflicts pass only with a reason, for this person.
pub(super) fn needs_reason(found: &[Conflict], chief: bool) -> bool {
    match conflict::heaviest(found) {
        Some(Severity::Reason) => true,
        Some(Severity::Refuse) => chief,
        _ => false,
    }
}
