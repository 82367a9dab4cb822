//! The week that is open on the screen: its board, its panel, and what happens
//! after a deed. One copy is handed to every part of the room.

use super::address::{self, Panel};
use super::clash::Clashes;
use super::deed::Done;
use super::drawn::Drawn;
use super::put::{Clip, Held, new_place};
use super::sieve::Sieve;
use super::toast::Toast;
use super::turns::settled;
use super::undo::{Mark, Past};
use super::{api, deed, live};
use crate::fields::Fields;
use crate::send::Sending;
use chrono::NaiveDateTime;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Board, Entry, Place, Present, WeekState};
use domain::{Actor, EntryId, Locale};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::reactive::effect::ImmediateEffect;
use leptos_router::NavigateOptions;
use std::future::Future;

/// The open week.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "only browsers carry things"))]
pub(super) struct Open {
    /// Which one.
    pub week: IsoWeek,
    /// Its board, as it was last heard of.
    pub board: RwSignal<Board>,
    /// The conflicts of the board.
    pub clashes: Memo<Clashes>,
    /// What stands beside it.
    pub panel: Memo<Panel>,
    /// Raised to lay a form anew although its address stays the same.
    pub turn: RwSignal<u32>,
    /// What the form that is laid anew begins with.
    pub refill: RwSignal<Option<Fields>>,
    /// What was just done.
    pub toast: RwSignal<Option<Toast>>,
    /// What can be undone and redone.
    pub past: RwSignal<Past>,
    /// What is carried over the board, in words and tone.
    pub carried: RwSignal<Option<(String, &'static str)>>,
    /// Entries that are moved together.
    pub chosen: RwSignal<Vec<EntryId>>,
    /// What was cut or copied; an empty week shows the places for it.
    pub clip: RwSignal<Option<Clip>>,
    /// Whether something was pasted into this week, which shows its places from then on.
    pub pasted: RwSignal<bool>,
    /// What is shown of the board, and how it lies.
    pub sieve: RwSignal<Sieve>,
    /// Whether the requests lie open above the board, which then shows its places also
    /// without entries.
    pub asking: RwSignal<bool>,
    /// When something was last put down, in milliseconds since 1970: a click right
    /// after it is none. Infinite while the pointer that gave it up is still down.
    pub dropped: StoredValue<f64>,
    /// What the keyboard carries, and where it is held.
    pub hand: RwSignal<Option<(Held, Place)>>,
    /// What is drawn of the board and not answered yet, in the order of its deeds.
    pub drawn: StoredValue<Vec<Drawn>>,
    /// Raised whenever something about requests is heard.
    pub asked: RwSignal<u32>,
    /// The others who have this week open.
    pub people: RwSignal<Vec<Present>>,
    /// Entries that others have just changed, while the board is drawn with them.
    pub fresh: StoredValue<Vec<EntryId>>,
    /// Deeds of a form that are on their way.
    pub deeds: StoredValue<u32>,
    /// Whether the board is to be asked for as soon as nothing is under way.
    pub is_behind: StoredValue<bool>,
    /// The day and hour at which the page was asked for.
    pub now: NaiveDateTime,
    /// The language of the page, for what happens outside of its views.
    pub locale: Locale,
    /// The person at the desk.
    pub actor: StoredValue<Actor>,
    /// Whether the week is shown otherwise than the page was written.
    pub is_changed: StoredValue<bool>,
    /// What all of the above stands on. It is gone with the page.
    pub ground: StoredValue<Owner>,
}

impl Open {
    /// Where the state of a week stands: apart from its page in a browser, where a deed
    /// may be answered when the person has gone on to the next week.
    pub fn ground() -> Owner {
        if cfg!(feature = "hydrate") { Owner::default() } else { Owner::new() }
    }

    /// Notes from now on that something is shown otherwise than the page was written.
    #[cfg(feature = "hydrate")]
    pub fn note_changes(self) {
        ImmediateEffect::new_scoped(move || {
            self.board.track();
            // Looked at: who first looks at it afterwards would else be taken for a change.
            self.panel.get();
            self.toast.track();
            self.past.track();
            self.chosen.track();
            self.clip.track();
            self.pasted.track();
            self.sieve.track();
            self.asking.track();
            self.people.track();
            self.is_changed.set_value(true);
        });
        self.is_changed.set_value(false);
    }

    /// Whether the week is shown as the page was written.
    #[cfg(feature = "hydrate")]
    pub fn is_as_written(self) -> bool {
        self.is_changed.try_get_value() == Some(false)
    }

    /// The work with the ground that it stands on, which stays until it is done.
    pub fn outlive<T>(self, work: impl Future<Output = T> + 'static) -> impl Future<Output = T> + 'static {
        let ground = self.ground.try_get_value();
        async move {
            let done = work.await;
            drop(ground);
            done
        }
    }

    /// Whether the person has gone on to another page.
    pub fn is_left(self) -> bool {
        self.ground.is_disposed()
    }

    /// The entry with this number, if it is in this week.
    pub fn entry(self, id: EntryId) -> Option<Entry> {
        self.board.with_untracked(|b| b.entries.iter().find(|e| e.id == id).cloned())
    }

    /// Takes an entry to those that are moved together, or from them.
    #[cfg(feature = "hydrate")]
    pub fn choose(self, id: EntryId) {
        self.chosen.update(|chosen| match chosen.iter().position(|known| *known == id) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(id),
        });
    }

    /// Asks the server for the board again.
    pub fn refresh(self) {
        leptos::task::spawn_local(self.outlive(self.refreshed()));
    }

    /// [`Open::refresh`], waited for.
    pub async fn refreshed(self) {
        // Nobody looks at the board of a week that was left.
        if self.is_left() {
            return;
        }
        if let Ok(board) = api::board(self.week).await {
            let falls = self.falls_back(&board);
            self.show(board);
            if falls {
                self.toast.update(|toast| {
                    if let Some(toast) = toast.as_mut().filter(|toast| !toast.is_step_back()) {
                        toast.to_submit = true;
                    }
                });
            }
        }
    }

    /// Whether a week that was submitted or approved is being built again on this board.
    pub fn falls_back(self, board: &Board) -> bool {
        let before = self.board.with_untracked(|b| b.week.state);
        matches!(before, WeekState::Submitted | WeekState::Approved)
            && board.week.state == WeekState::Building
    }

    /// A deed of a form is on its way: what others do is shown after it.
    fn deed_begins(self) {
        self.deeds.update_value(|deeds| *deeds += 1);
    }

    fn deed_ends(self) {
        self.deeds.update_value(|deeds| *deeds = deeds.saturating_sub(1));
        if self.is_behind.get_value() {
            live::look(self);
        }
    }

    /// Lays the form of the panel anew, with these fields or with what is stored.
    pub fn lay_anew(self, fields: Option<Fields>) {
        self.refill.set(fields);
        self.turn.update(|turn| *turn += 1);
    }

    /// A handler for the form of a verb: sends it, and afterwards closes the
    /// panel and shows the board as it is then.
    pub fn submit(self, verb: &'static str, sending: Sending) -> impl Fn(SubmitEvent) + 'static {
        self.submit_then(verb, sending, || ())
    }

    /// The fields of a form that was sent upon a change of one's own which had not been
    /// answered: they are meant for the entry as that change left it. What somebody else
    /// has changed since is refused as ever.
    fn caught_up(self, fields: Fields, id: Option<EntryId>) -> Fields {
        let (Some(id), Ok(seen)) = (id, fields.get("seen").parse()) else { return fields };
        let now = self.past.with_untracked(|past| past.led_to(id, seen));
        fields.with("seen", now.to_string())
    }

    /// [`Open::submit`], and something more when it is done.
    pub fn submit_then(
        self,
        verb: &'static str,
        sending: Sending,
        then: impl Fn() + Clone + 'static,
    ) -> impl Fn(SubmitEvent) + 'static {
        let go = sending.onward();
        sending.submit(
            move |fields| {
                // What was done before is not what comes of this.
                self.toast.set(None);
                let id = fields.id("id").map(EntryId);
                self.outlive(async move {
                    self.deed_begins();
                    let fields = if settled().await { self.caught_up(fields, id) } else { fields };
                    // What stands before the deed is looked at before anything of it can be heard of.
                    let old = id.and_then(|id| self.entry(id));
                    // Of an entry that was not on this board when it was sent it is not known what stood before.
                    let is_known = id.is_none() || old.is_some();
                    let done = deed::carry_out(verb, &fields).await;
                    if done.is_err() {
                        self.deed_ends();
                    }
                    done.map(|done| (done, old, is_known))
                })
            },
            move |(done, old, is_known): (Done, Option<Entry>, bool)| {
                // Whoever has gone on to another page stays there.
                if self.is_left() {
                    return;
                }
                if let Some(now) = done.entry.clone() {
                    self.take_in(now);
                }
                let elsewhere = done.elsewhere();
                then();
                let pair = old.as_ref().zip(done.entry.as_ref()).filter(|_| verb == "move_entry");
                let moved_to = pair.and_then(|(old, now)| new_place(self, &old.plan, &now.plan));
                let name = done.name(verb);
                let mark = if is_known { Mark::of(verb, old, done.entry) } else { None };
                let undo = self.remember(mark);
                self.toast.set(Some(Toast { undo, moved_to, ..Toast::of(name) }));
                leptos::task::spawn_local(self.outlive(async move {
                    self.refreshed().await;
                    self.deed_ends();
                }));
                match elsewhere {
                    Some(address) => go(&address, NavigateOptions::default()),
                    None => {
                        let quiet = NavigateOptions { scroll: false, ..NavigateOptions::default() };
                        go(&address::board(done.week), quiet);
                    }
                }
            },
        )
    }
}
