//! Undoing and redoing on the board. Each deed leaves its way back; the ways are
//! walked in turn, also after others changed other entries. What somebody else has
//! changed since is refused as stale and said, never overwritten.

use super::api;
use super::open::Open;
use super::put::why_not;
use super::toast::Toast;
use super::turns::in_turn;
use domain::schedule::{Entry, EntryDraft, Save, Standing};
use domain::{EntryId, Refusal};
use leptos::prelude::*;

/// Deeds that are remembered.
const DEPTH: usize = 50;

/// The way back from a deed, or forth again.
#[derive(Clone)]
pub(super) enum Undo {
    /// Saves what stood before, or creates anew what was removed.
    Save(Box<Save>),
    /// Lets it take place again.
    Resume(EntryId, i32),
    /// Removes what was created.
    Remove(EntryId, i32),
    /// Postpones or cancels again.
    Halt(EntryId, i32, Standing),
}

impl Undo {
    /// The way back from `now` to what stood before.
    pub fn of(verb: &str, old: Option<Entry>, now: Option<Entry>) -> Option<Self> {
        let now = now?;
        match (verb, old) {
            ("save_entry", None) => Some(Undo::Remove(now.id, now.version)),
            ("save_entry" | "move_entry", Some(old)) => Some(Undo::to(old, now.id, now.version)),
            ("postpone_entry" | "cancel_entry", _) => Some(Undo::Resume(now.id, now.version)),
            ("resume_entry", Some(old)) => Some(Undo::Halt(now.id, now.version, old.standing)),
            _ => None,
        }
    }

    fn to(old: Entry, id: EntryId, seen: i32) -> Self {
        let draft = EntryDraft { reason: old.reason, ..EntryDraft::of(&old.plan) };
        Undo::Save(Box::new(Save { id: Some(id), seen, draft, conflict_reason: old.conflict_reason }))
    }

    fn about(&self) -> Option<(EntryId, i32)> {
        match self {
            Undo::Save(save) => save.id.map(|id| (id, save.seen)),
            Undo::Resume(id, seen) | Undo::Remove(id, seen) | Undo::Halt(id, seen, _) => Some((*id, *seen)),
        }
    }

    /// The same way for an entry whose number or version is another one now.
    fn renamed(&mut self, from: (EntryId, i32), to: (EntryId, i32)) {
        if self.about() != Some(from) {
            return;
        }
        match self {
            Undo::Save(save) => (save.id, save.seen) = (Some(to.0), to.1),
            Undo::Resume(id, seen) | Undo::Remove(id, seen) | Undo::Halt(id, seen, _) => {
                (*id, *seen) = to;
            }
        }
    }

    /// Walks the way; the answer is the entry as it is then, unless it is gone.
    async fn walk(self) -> Result<Option<Entry>, Refusal> {
        let answer = match self {
            Undo::Save(save) => api::save_entry(*save).await.map(|saved| Some(saved.entry)),
            Undo::Resume(id, seen) => {
                api::resume_entry(id, seen, String::new()).await.map(|saved| Some(saved.entry))
            }
            Undo::Remove(id, seen) => api::remove_entry(id, seen).await.map(|()| None),
            Undo::Halt(id, seen, Standing::Postponed(halt)) => {
                api::postpone_entry(id, seen, halt.reason, halt.moved_to).await.map(Some)
            }
            Undo::Halt(id, seen, standing) => {
                let reason = standing.halt().map(|halt| halt.reason.clone()).unwrap_or_default();
                api::cancel_entry(id, seen, reason).await.map(Some)
            }
        };
        answer.map_err(|refused| refused.0)
    }
}

/// One deed that can be undone.
#[derive(Clone)]
struct Mark {
    way: Undo,
    /// The version that stands again when the way was walked.
    base: Option<i32>,
}

/// What was done on this board, and what was undone of it.
#[derive(Clone, Default)]
pub(super) struct Past {
    done: Vec<Mark>,
    undone: Vec<Mark>,
}

impl Past {
    /// Whether there is something to undo, and something to redo.
    pub fn ways(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    fn rename(&mut self, from: (EntryId, i32), to: (EntryId, i32)) {
        for mark in self.done.iter_mut().chain(&mut self.undone) {
            mark.way.renamed(from, to);
            if from.0 == to.0 && mark.base == Some(from.1) {
                mark.base = Some(to.1);
            }
        }
    }
}

impl Open {
    /// Remembers a deed, with the entry before and after it.
    pub fn remember(self, verb: &'static str, old: Option<Entry>, now: Option<Entry>) -> Option<Undo> {
        let base = old.as_ref().map(|e| e.version);
        let way = Undo::of(verb, old, now)?;
        self.past.update(|past| {
            past.undone.clear();
            past.done.push(Mark { way: way.clone(), base });
            let over = past.done.len().saturating_sub(DEPTH);
            past.done.drain(..over);
        });
        Some(way)
    }

    /// Undoes the last deed, or redoes what was undone last. A deed that is not answered
    /// yet is waited for; when there is nothing, that is said.
    pub fn walk(self, forth: bool) {
        in_turn(self, async move {
            let mut next = None;
            self.past.update(|past| next = if forth { past.undone.pop() } else { past.done.pop() });
            let Some(mark) = next else {
                return self.say(if forth { "no_redo" } else { "no_undo" });
            };
            self.toast.set(None);
            let about = mark.way.about();
            let before = about.and_then(|(id, _)| self.entry(id));
            match mark.way.clone().walk().await {
                Ok(after) => {
                    self.past.update(|past| {
                        let back = way_back(&mark.way, before.clone(), after.as_ref());
                        let base = about.map(|(_, seen)| seen);
                        // Older deeds of this entry meet it in its new version.
                        if let (Some((id, _)), Some(base), Some(after)) = (about, mark.base, &after) {
                            past.rename((id, base), (after.id, after.version));
                        }
                        if let Some(way) = back {
                            let stack = if forth { &mut past.done } else { &mut past.undone };
                            stack.push(Mark { way, base });
                        }
                    });
                    self.say(if forth { "redo" } else { "undo" });
                }
                Err(refusal) => self.refused(&refusal),
            }
            self.refreshed().await;
        });
    }

    /// Says what was done.
    fn say(self, verb: &'static str) {
        self.toast.set(Some(Toast::of(verb)));
    }

    /// Says why something was not done.
    pub fn complain(self, text: String) {
        self.toast.set(Some(Toast { refused: Some(text), ..Toast::of("") }));
    }

    /// Says why something was refused that was done without a form.
    pub fn refused(self, refusal: &Refusal) {
        self.complain(why_not(self.locale, refusal));
    }
}

/// The way back from a way that was walked.
fn way_back(way: &Undo, before: Option<Entry>, after: Option<&Entry>) -> Option<Undo> {
    match (way, before, after) {
        (Undo::Save(save), _, Some(after)) if save.id.is_none() => {
            Some(Undo::Remove(after.id, after.version))
        }
        (Undo::Save(_), Some(before), Some(after)) => Some(Undo::to(before, after.id, after.version)),
        (Undo::Resume(..), Some(before), Some(after)) => {
            Some(Undo::Halt(after.id, after.version, before.standing))
        }
        (Undo::Halt(..), _, Some(after)) => Some(Undo::Resume(after.id, after.version)),
        (Undo::Remove(..), Some(before), None) => {
            let draft = EntryDraft { reason: before.reason, ..EntryDraft::of(&before.plan) };
            let conflict_reason = before.conflict_reason;
            Some(Undo::Save(Box::new(Save { id: None, seen: 0, draft, conflict_reason })))
        }
        _ => None,
    }
}
