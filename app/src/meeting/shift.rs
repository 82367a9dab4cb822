//! The buttons that move a row of a list up and down.

use super::act::Act;
use super::page::Here;
use super::words::{DOWN, UP};
use crate::control::Form;
use crate::parts::Icon;
use crate::visit::say;
use domain::{MeetingId, Word};
use leptos::prelude::*;

/// Up and down for the row of a form. Whichever was pressed has the focus again once the
/// page is drawn anew: `mark` and the row make the name by which it is found.
pub fn shifts(form: Form, meeting: MeetingId, name: &str, mark: &str, here: Here) -> AnyView {
    let row = form.row.clone();
    let shift = |to: &'static str, word: Word, icon: &'static str| {
        let name = format!("{}: {name}", say(word));
        let mark = format!("{mark}{to}-{row}");
        let kept = mark.clone();
        view! {
            <button
                class="button"
                data-kind="icon"
                id=mark
                name="shift"
                value=to
                aria-label=name
                on:click=move |_| here.focus.set(Some(kept.clone()))
            >
                <Icon name=icon/>
            </button>
        }
        .into_any()
    };
    let (up, down) = (shift("up", UP, "previous"), shift("down", DOWN, "next"));
    view! {
        <Act form again=here.again meeting=Some(meeting) class="shift">
            {up} {down}
        </Act>
    }
    .into_any()
}
