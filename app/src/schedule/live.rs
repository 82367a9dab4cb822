//! Many hands at one week: what others change appears here, and who they are.
//!
//! Nothing is locked. The board is asked for again when its week has another version than
//! the one that is shown; never while something is carried over it, and never in
//! between a deed of one's own and its answer.

use super::api;
use super::open::Open;
use super::toast::Toast;
use super::turns::in_turn;
use super::words::*;
use crate::parts::initials;
use crate::visit::say;
use domain::EntryId;
use domain::schedule::{Board, Present};
use leptos::prelude::*;

/// Follows the week of the board.
pub(super) fn follow(open: Open) {
    let heard = move |event: &str, data: &str| match event {
        "week" => {
            let known = open.board.with_untracked(|b| b.week.version);
            if data.parse().is_ok_and(|version: i32| version != known) {
                look(open);
            }
        }
        "requests" => open.asked.update(|times| *times += 1),
        "missed" => {
            look(open);
            open.asked.update(|times| *times += 1);
        }
        "people" => {
            let me = open.actor.with_value(|a| a.account);
            let people: Vec<Present> = serde_json::from_str(data).unwrap_or_default();
            open.people.set(people.into_iter().filter(|p| Some(p.account) != me).collect());
        }
        _ => {}
    };
    crate::live::listen(
        format!("/desk/weeks/{}/live", open.week),
        &["week", "people", "requests", "missed"],
        heard,
    );
    Effect::new(move |_| {
        let is_free = open.carried.with(Option::is_none) && open.hand.with(Option::is_none);
        if is_free && open.is_behind.get_value() {
            look(open);
        }
    });
}

/// Looks at the board as it is now.
pub(super) fn look(open: Open) {
    let is_held = open.carried.with_untracked(Option::is_some) || open.hand.with_untracked(Option::is_some);
    if is_held || open.deeds.get_value() > 0 {
        return open.is_behind.set_value(true);
    }
    open.is_behind.set_value(false);
    in_turn(open, async move {
        let Ok(board) = api::board(open.week).await else { return };
        // One's own deed may have been heard of before it was answered.
        if open.board.with_untracked(|b| b.week.version == board.week.version) {
            return;
        }
        let changed = open.board.with_untracked(|old| changed(old, &board));
        let to_submit = open.falls_back(&board);
        open.fresh.set_value(changed);
        open.show(board);
        // The board is drawn anew before the next frame.
        request_animation_frame(move || open.fresh.set_value(Vec::new()));
        if open.toast.with_untracked(Option::is_none) {
            open.toast.set(Some(Toast { to_submit, ..Toast::of("others") }));
        }
    });
}

/// The entries that are new or in another version.
fn changed(old: &Board, new: &Board) -> Vec<EntryId> {
    let known = |entry: &&domain::schedule::Entry| {
        old.entries.iter().any(|e| e.id == entry.id && e.version == entry.version)
    };
    new.entries.iter().filter(|entry| !known(entry)).map(|entry| entry.id).collect()
}

/// The others who have this week open.
pub(super) fn people(open: Open) -> AnyView {
    let list = move || {
        let people = open.people.get();
        (!people.is_empty()).then(|| {
            let faces = people.into_iter().map(|person| {
                let Present { name, .. } = person;
                view! {
                    <li title=name.clone()>
                        <span class="face" aria-hidden="true">{initials(&name)}</span>
                        <span class="only-read">{name.clone()}</span>
                    </li>
                }
            });
            view! {
                <ul class="here" aria-label=open.locale.say(ALSO_HERE)>{faces.collect_view()}</ul>
            }
        })
    };
    view! { <div class="here-box" title=say(ALSO_HERE)>{list}</div> }.into_any()
}
