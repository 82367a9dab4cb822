//! Undoing and redoing on the board. Each deed leaves its way back; the ways are
//! walked in turn, also after others changed other entries. What somebody else has
//! changed since is refused as stale and said, never overwritten.

use super::api;
use super::open::Open;
use super::put::{who_was_first, why_not};
use super::toast::Toast;
use super::turns::in_turn;
use crate::dom::press;
use domain::schedule::{Entry, EntryDraft, Save, Standing};
use domain::{EntryId, Refusal, words};
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
        match (verb, old, now) {
            ("save_entry", None, Some(now)) => Some(Undo::Remove(now.id, now.version)),
            ("save_entry" | "move_entry", Some(old), Some(now)) => Some(Undo::to(old, now.id, now.version)),
            ("postpone_entry" | "cancel_entry", _, Some(now)) => Some(Undo::Resume(now.id, now.version)),
            ("resume_entry", Some(old), Some(now)) => Some(Undo::Halt(now.id, now.version, old.standing)),
            ("remove_entry", Some(old), None) if old.standing.is_going() => Some(Undo::anew(old)),
            _ => None,
        }
    }

    /// Creates anew what was removed.
    fn anew(old: Entry) -> Self {
        let again = Some(old.id);
        Undo::save(old, Save { again, ..Save::default() })
    }

    fn to(old: Entry, id: EntryId, seen: i32) -> Self {
        Undo::save(old, Save { id: Some(id), seen, ..Save::default() })
    }

    fn save(old: Entry, save: Save) -> Self {
        let draft = EntryDraft { reason: old.reason, ..EntryDraft::of(&old.plan) };
        Undo::Save(Box::new(Save { draft, conflict_reason: old.conflict_reason, ..save }))
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

/// What was done to one entry, and can be undone.
#[derive(Clone)]
pub(super) struct Mark {
    way: Undo,
    /// The entry and its version that stand again when the way was walked.
    was: Option<(EntryId, i32)>,
    /// The entry as it stands until then; it may be of another week than the board.
    now: Option<Entry>,
}

impl Mark {
    /// Of a verb, with the entry before and after it; nothing when there is no way back.
    pub fn of(verb: &str, old: Option<Entry>, now: Option<Entry>) -> Option<Self> {
        let was = old.as_ref().map(|e| (e.id, e.version));
        Some(Self { way: Undo::of(verb, old, now.clone())?, was, now })
    }

    /// The way back from there, once the way was walked to what stands now.
    fn back(self, after: Option<Entry>) -> Option<Self> {
        let was = self.way.about();
        let way = way_back(&self.way, self.now, after.as_ref())?;
        Some(Self { way, was, now: after })
    }
}

/// What is undone and redone at once: one mark, or those of all that was moved together.
type Marks = Vec<Mark>;

/// What was done on this board, and what was undone of it.
#[derive(Clone, Default)]
pub(super) struct Past {
    done: Vec<Marks>,
    undone: Vec<Marks>,
}

impl Past {
    /// Whether there is something to undo, and something to redo.
    pub fn ways(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// The version to which one's own deeds, one upon the other, have led an entry from this
    /// version.
    pub fn led_to(&self, id: EntryId, seen: i32) -> i32 {
        self.done.iter().flatten().fold(seen, |at, mark| match mark.way.about() {
            Some((of, version)) if of == id && mark.was == Some((id, at)) => version,
            _ => at,
        })
    }

    /// What stood there stands again, in another version or under another number: what was
    /// done before and after it meets it there.
    fn rename(&mut self, from: (EntryId, i32), to: (EntryId, i32)) {
        for mark in self.done.iter_mut().chain(&mut self.undone).flatten() {
            mark.way.renamed(from, to);
            if mark.was == Some(from) {
                mark.was = Some(to);
            }
        }
    }
}

impl Open {
    /// Remembers what was done at once, if there is a way back from it.
    pub fn remember(self, marks: impl IntoIterator<Item = Mark>) -> bool {
        let marks = Marks::from_iter(marks);
        let is_undoable = !marks.is_empty();
        if is_undoable {
            self.past.update(|past| {
                past.undone.clear();
                past.done.push(marks);
                let over = past.done.len().saturating_sub(DEPTH);
                past.done.drain(..over);
            });
        }
        is_undoable
    }

    /// Undoes the last deed, or redoes what was undone last. A deed that is not answered
    /// yet is waited for; when there is nothing, that is said. Of several entries the last
    /// goes first, so that each meets the others where they were; one that cannot go is
    /// said and keeps none of them back.
    pub fn walk(self, forth: bool) {
        in_turn(self, async move {
            let mut next = None;
            self.past.update(|past| next = if forth { past.undone.pop() } else { past.done.pop() });
            let Some(marks) = next else {
                // Entries that came with the beginning of the week go back by their own form.
                if !forth && press(".toasts form button") {
                    return;
                }
                return self.say(if forth { "no_redo" } else { "no_undo" });
            };
            self.toast.set(None);
            let is_alone = marks.len() == 1;
            let (mut walked, mut refused) = (Marks::new(), Vec::new());
            let (mut kept, mut passing) = (Marks::new(), None);
            for mark in marks.into_iter().rev() {
                match mark.way.clone().walk().await {
                    Ok(after) => {
                        if let Some((was, after)) = mark.was.zip(after.as_ref()) {
                            self.past.update(|past| past.rename(was, (after.id, after.version)));
                        }
                        walked.extend(mark.back(after));
                    }
                    // Without a session or a network the way stays open.
                    Err(refusal) if refusal == Refusal::SignInNeeded || !refusal.is_judged() => {
                        passing = Some(refusal);
                        kept.push(mark);
                    }
                    Err(refusal) if is_alone => refused.push(why_not(self.locale, &refusal)),
                    Err(refusal) => {
                        let why = who_was_first(self.locale, &refusal);
                        let content = mark.now.map(|entry| words::excerpt(&entry.plan.content));
                        refused.push(content.map_or(why.clone(), |content| format!("{content}: {why}")));
                    }
                }
            }
            kept.reverse();
            self.past.update(|past| {
                let (from, to) = match forth {
                    true => (&mut past.undone, &mut past.done),
                    false => (&mut past.done, &mut past.undone),
                };
                from.extend((!kept.is_empty()).then_some(kept));
                to.extend((!walked.is_empty()).then_some(walked));
            });
            if let Some(refusal) = passing {
                self.refused(&refusal);
            } else if refused.is_empty() {
                self.say(if forth { "redo" } else { "undo" });
            } else {
                self.complain(refused.join(" "));
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
        let to_sign_in = *refusal == Refusal::SignInNeeded;
        let refused = Some(why_not(self.locale, refusal));
        self.toast.set(Some(Toast { refused, to_sign_in, ..Toast::of("") }));
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
        (Undo::Remove(..), Some(before), None) => Some(Undo::anew(before)),
        _ => None,
    }
}
