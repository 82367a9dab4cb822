//! The next times at which everybody and everything of an entry is free, offered where
//! something stands in its way: in the form as buttons, and in words while it is
//! carried over the board.
//!
//! With our program a button fills the form in. Without it the button sends the form,
//! which is then saved at that time, or comes back with it.

use super::words::*;
#[cfg(feature = "hydrate")]
use super::{open::Open, put::Held};
use crate::fields::Fields;
use crate::visit::use_locale;
use chrono::NaiveDateTime;
use domain::calendar::spoken;
#[cfg(feature = "hydrate")]
use domain::schedule::WeekSearch;
use domain::schedule::{Board, Conflict, EntryDraft, Plan, Severity, Slot, conflict, slots_of_week};
use domain::{EntryId, Locale, words};
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use std::time::Duration;

/// The field of the button that was chosen.
pub(super) const SLOT: &str = "slot";
/// Times that are offered.
const AT_MOST: usize = 3;

/// The times to offer; `None` when nothing heavy stands in the way, or in a week that
/// the board does not know.
pub(super) fn offered(
    board: &Board,
    id: Option<EntryId>,
    plan: &Plan,
    found: &[Conflict],
    now: NaiveDateTime,
) -> Option<Vec<Slot>> {
    is_owed(board, plan, found)
        .then(|| slots_of_week(&board.entries, id, plan, &board.directory, now, AT_MOST))
}

/// Whether other times are to be offered.
fn is_owed(board: &Board, plan: &Plan, found: &[Conflict]) -> bool {
    conflict::heaviest(found) >= Some(Severity::Reason) && board.week.iso.contains(plan.date)
}

/// "T3 08/12, 14:00 - 15:30".
pub(super) fn told(locale: Locale, slot: &Slot) -> String {
    let hours = words::hours(locale, slot.start, slot.end, slot.part);
    format!("{}, {hours}", spoken::short_date(locale, slot.date))
}

/// The times as buttons of the form; `take` fills one in.
pub(super) fn buttons(
    offered: RwSignal<Option<Vec<Slot>>>,
    take: impl Fn(Slot) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = use_locale();
    move || {
        let slots = offered.get()?;
        if slots.is_empty() {
            return Some(view! { <p class="small soft">{locale.say(NOTHING_FREE)}</p> }.into_any());
        }
        let buttons = slots.into_iter().map(|slot| {
            let choose = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                take(slot);
            };
            view! {
                <button class="button" data-size="small" name=SLOT value=slot.code() on:click=choose>
                    {told(locale, &slot)}
                </button>
            }
        });
        Some(
            view! {
                <div class="free-times" role="group" aria-label=locale.say(FREE_TIMES)>
                    // Enter in a field presses the first button of a form.
                    <button hidden></button>
                    <p class="small soft">{locale.say(FREE_TIMES)} ":"</p>
                    {buttons.collect_view()}
                </div>
            }
            .into_any(),
        )
    }
}

/// The draft at the time of the button that sent it.
pub(super) fn at_slot(fields: &Fields, draft: EntryDraft) -> EntryDraft {
    let Some(slot) = Slot::of_code(fields.get(SLOT)) else { return draft };
    let time = |time: Option<_>| time.map(spoken::time).unwrap_or_default();
    EntryDraft {
        date: slot.date.to_string(),
        part: slot.part.code().to_owned(),
        start: time(slot.start),
        end: time(slot.end),
        ..draft
    }
}

/// Adds free times to what is said of a place that something is held over, once it is
/// held there for a moment. They are looked for a day at a time, so that no frame waits
/// for them.
#[cfg(feature = "hydrate")]
pub(super) fn tell_later(open: Open, held: Held, verdict: super::put::Verdict, said: (String, &'static str)) {
    let begin = move || {
        let id = (!held.copy).then_some(held.id);
        let search = open.board.try_with_untracked(|board| {
            is_owed(board, &verdict.plan, &verdict.found)
                .then(|| WeekSearch::new(id, verdict.plan, &board.directory, open.now, AT_MOST))
        });
        if let Some(search) = search.flatten() {
            go_on(open, search, said);
        }
    };
    set_timeout(begin, Duration::from_millis(250));
}

/// Looks through another day, unless something else is said by now.
#[cfg(feature = "hydrate")]
fn go_on(open: Open, mut search: WeekSearch, said: (String, &'static str)) {
    let still = open.carried.try_with_untracked(|now| now.as_ref() == Some(&said));
    if still != Some(true) {
        return;
    }
    if open.board.with_untracked(|board| search.look(&board.entries, &board.directory)) {
        return set_timeout(move || go_on(open, search, said), Duration::ZERO);
    }
    let slots = open.board.with_untracked(|board| search.found(&board.directory));
    let slots: Vec<_> = slots.iter().map(|slot| told(open.locale, slot)).collect();
    if !slots.is_empty() {
        let (text, tone) = said;
        let text = format!("{text} {}: {}.", open.locale.say(FREE_TIMES), slots.join("; "));
        open.carried.set(Some((text, tone)));
    }
}
