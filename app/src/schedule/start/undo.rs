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

/// The button that takes the beginning back.
pub(in crate::schedule) fn undo_form(week: IsoWeek, brought: String, then: Callback<()>) -> AnyView {
    let sending = Sending::of(UNDO_START);
    let go = sending.onward();
    let undo = sending.submit(
        |fields: Fields| async move { carry(&fields).await },
        move |_: TakenBack| {
            then.run(());
            go(&address::board(week), Default::default());
        },
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
    carry(fields).await?;
    Ok(format!("{}?done=undo_start", address::board(week)))
}
