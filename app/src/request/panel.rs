//! What the panel beside a list is about: the address says which step of the
//! request is asked for (`?edit=7&do=return`).

use crate::visit::say;
use domain::request::{Joined, Placed, Request};
use domain::words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A step that has a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The unit withdraws it.
    Withdraw,
    /// The Office merges it.
    Merge,
    /// The Office sends it back.
    Return,
    /// The Office refuses it.
    Refuse,
}

/// The step that the address asks for.
pub fn use_step() -> Memo<Option<Step>> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|q| match q.get("do").as_deref() {
            Some("withdraw") => Some(Step::Withdraw),
            Some("merge") => Some(Step::Merge),
            Some("return") => Some(Step::Return),
            Some("refuse") => Some(Step::Refuse),
            _ => None,
        })
    })
}

/// What a panel about a request stands on: once it is another, the panel is drawn anew. While
/// there is a form for it, only its version changes.
pub fn known(request: &Request) -> (i32, Option<Placed>, Option<Joined>) {
    (request.version, request.placed.clone(), request.joined.clone())
}

/// "Họp ... (Đã xếp lịch)", after it was saved.
pub fn state_named(request: &Request) -> String {
    format!("{} ({})", request.wanted.content, say(words::request_state(request.state)))
}
