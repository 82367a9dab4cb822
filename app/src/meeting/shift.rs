//! The buttons that move a row of a list up and down.

use super::act::Act;
use super::page::Here;
use super::words::{DOWN, UP};
use crate::control::Form;
use crate::parts::Icon;
use crate::visit::say;
use domain::meeting::Shift;
use domain::{MeetingId, Word};
use leptos::prelude::*;

/// Up and down for the row of a form, as far as it `moves`. Whichever was pressed has the
/// focus again once the page is drawn anew, also at the end of its list: `mark` and the row
/// make the name by which it is found.
pub fn shifts(
    form: Form,
    meeting: MeetingId,
    name: &str,
    mark: &str,
    moves: impl Fn(Shift) -> bool,
    here: Here,
) -> AnyView {
    let row = form.row.clone();
    let shift = |to: &'static str, way: Shift, word: Word, icon: &'static str| {
        let ends = (!moves(way)).then_some("true");
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
                aria-disabled=ends
                on:click=move |_| here.focus.set(Some(kept.clone()))
            >
                <Icon name=icon/>
            </button>
        }
        .into_any()
    };
    let (up, down) = (shift("up", Shift::Up, UP, "previous"), shift("down", Shift::Down, DOWN, "next"));
    view! {
        <Act form again=here.again meeting=Some(meeting) class="shift">
            {up} {down}
        </Act>
    }
    .into_any()
}
