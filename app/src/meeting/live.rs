//! Pages of one meeting that others work on as well: they follow it while they are open.

use crate::live::{busy_hands, follow};
use crate::refused::Answer;
use domain::MeetingId;
use leptos::prelude::*;
use std::future::Future;

/// Asks again when something about the meeting changed, and shows what is another, never
/// under busy hands.
pub fn follow_meeting<T, F>(
    id: Memo<Option<MeetingId>>,
    page: Resource<Answer<T>>,
    ask: impl Fn(MeetingId) -> F + Copy + 'static,
) where
    T: PartialEq + Clone + Send + Sync + 'static,
    F: Future<Output = Answer<T>> + 'static,
{
    let address = Signal::derive(move || id.get().map(|id| format!("/desk/meetings/{id}/live")));
    let ask = move || {
        let id = id.get_untracked();
        async move {
            match id {
                Some(id) => ask(id).await,
                None => Err(domain::Refusal::NotFound.into()),
            }
        }
    };
    follow(address, &["meeting", "missed"], busy_hands(), page, ask);
}
