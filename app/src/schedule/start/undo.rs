//! The way back from a beginning: a button beside what it says was taken.

use super::api;
use crate::fields::{DEED, Fields};
use crate::parts::RefusalNotice;
use crate::refused::Answer;
use crate::schedule::address;
use crate::schedule::words::UNDO;
use crate::send::Sending;
use crate::visit::say;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, TakenBack};
use domain::{EntryId, Problem, Refusal};
use leptos::prelude::*;

/// The verb.
const UNDO_START: &str = "schedule.undo_start";
/// What the beginning brought, in addresses and forms: "12:1.13:1".
pub(in crate::schedule) const BROUGHT: &str = "brought";

/// The entries of a beginning, each with its version.
pub(super) fn brought(taken: &[Entry]) -> String {
    let one = |entry: &Entry| format!("{}:{}", entry.id, entry.version);
    taken.iter().map(one).collect::<Vec<_>>().join(".")
}

/// The name under which it is told what became of it.
pub(in crate::schedule) fn outcome(back: &TakenBack) -> &'static str {
    match (back.removed, back.kept.is_empty()) {
        (_, true) => "undo_start",
        (0, false) => "undo_start_not",
        (_, false) => "undo_start_in_part",
    }
}

/// The board of the week, which tells what became of it.
pub(super) fn way_on(week: IsoWeek, back: &TakenBack) -> String {
    format!("{}?done={}", address::board(week), outcome(back))
}

/// The button that takes the beginning back; `then` hears what became of it, and says where
/// to go on.
pub(in crate::schedule) fn undo_form(
    week: IsoWeek,
    brought: String,
    then: impl Fn(&TakenBack) -> String + Clone + 'static,
) -> AnyView {
    let sending = Sending::of(UNDO_START);
    let go = sending.onward();
    let undo = sending.submit(
        |fields: Fields| async move { carry(&fields).await },
        move |back: TakenBack| go(&then(&back), Default::default()),
    );
    view! {
        <form method="post" on:submit=undo>
            <input type="hidden" name=DEED value=UNDO_START/>
            <input type="hidden" name="week" value=week.to_string()/>
            <input type="hidden" name=BROUGHT value=brought/>
            <RefusalNotice refusal=sending.refusal/>
            <button>{say(UNDO)}</button>
        </form>
    }
    .into_any()
}

async fn carry(fields: &Fields) -> Answer<TakenBack> {
    let read = |text: &str| -> Option<(EntryId, i32)> {
        let (id, seen) = text.split_once(':')?;
        Some((id.parse().ok()?, seen.parse().ok()?))
    };
    let brought: Option<Vec<_>> = fields.get(BROUGHT).split('.').map(read).collect();
    let brought = brought.ok_or(Refusal::field("taken", Problem::Unknown))?;
    api::undo_start(super::deed::week(fields)?, brought).await
}

/// The plain form.
#[cfg(feature = "ssr")]
pub(in crate::schedule) async fn carry_out(fields: &Fields) -> Answer<String> {
    let week = super::deed::week(fields)?;
    Ok(way_on(week, &carry(fields).await?))
}
