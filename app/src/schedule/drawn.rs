//! What is drawn of an entry before its deed is answered: whoever moves one sees it there
//! at once, and goes on from there. What is heard meanwhile is kept under the drawing, so
//! that a key pressed before the last one is answered counts from what is seen.

use super::open::Open;
use domain::EntryId;
use domain::schedule::{Board, Entry, Plan};
use leptos::prelude::*;

/// One drawing, until its deed is answered.
pub(super) struct Drawn {
    /// The entry as it was last heard of.
    known: Entry,
    /// Its plan as it is drawn.
    plan: Plan,
}

impl Open {
    /// Shows the plan that an entry gets by a deed that begins now.
    pub fn draw(self, entry: Entry, plan: Plan) {
        let known = self.drawn.with_value(|drawn| {
            let before = drawn.iter().find(|one| one.known.id == entry.id);
            before.map(|one| one.known.clone())
        });
        let known = known.unwrap_or(entry);
        self.drawn.update_value(|drawn| drawn.push(Drawn { known: known.clone(), plan }));
        self.take_in(known);
    }

    /// The first deed that was drawn of an entry is answered: with the entry as it is now,
    /// or by a refusal, upon which it is shown as it was last heard of.
    pub fn answered(self, id: EntryId, now: Option<Entry>) {
        let mut known = None;
        self.drawn.update_value(|drawn| {
            let first = drawn.iter().position(|one| one.known.id == id);
            known = first.map(|first| drawn.remove(first).known);
        });
        if let Some(entry) = now.or(known) {
            self.take_in(entry);
        }
    }

    /// Shows an entry as it was answered, before the whole board is asked for: who opens
    /// it at once begins with what was saved.
    pub fn take_in(self, entry: Entry) {
        self.board.update(|board| {
            board.entries.retain(|e| e.id != entry.id);
            board.entries.push(entry);
            self.draw_over(board);
        });
    }

    /// Shows the board as the server told it.
    pub fn show(self, mut board: Board) {
        self.draw_over(&mut board);
        self.board.set(board);
    }

    /// Draws over what was heard what is not answered yet.
    fn draw_over(self, board: &mut Board) {
        self.drawn.update_value(|drawn| {
            for entry in &mut board.entries {
                let mut last = None;
                for one in drawn.iter_mut().filter(|one| one.known.id == entry.id) {
                    one.known.clone_from(entry);
                    last = Some(&one.plan);
                }
                if let Some(plan) = last {
                    entry.plan.clone_from(plan);
                }
            }
        });
        board.entries.retain(|entry| self.week.contains(entry.plan.date));
        board.entries.sort_by_key(|entry| entry.plan.order());
    }
}
