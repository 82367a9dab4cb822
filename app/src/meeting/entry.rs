//! What the board's form leads to: the meeting of an entry, or the button that makes it.

use super::act::Act;
use super::api;
use super::deed::{MEETINGS, on_board, page};
use super::words::*;
use crate::control::Form;
use crate::panel::Panel;
use crate::parts::{Icon, Notice};
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::meeting::{OfEntry, is_meeting};
use domain::{EntryId, words};
use leptos::prelude::*;

/// The panel about an entry.
pub fn entry_panel(id: EntryId, again: Callback<()>) -> AnyView {
    let known = Resource::new(move || id, api::meeting_of_entry);
    view! {
        <Panel title=OF_ENTRY note="" close=Signal::derive(|| MEETINGS.to_owned())>
            <div class="body">
                <Transition>
                    {move || Suspend::new(async move {
                        match known.await {
                            Ok(of) => about(of, again),
                            Err(refused) => {
                                let sentence = words::refusal(use_locale(), &refused.0);
                                view! { <Notice tone="red"><p>{sentence}</p></Notice> }.into_any()
                            }
                        }
                    })}
                </Transition>
            </div>
        </Panel>
    }
    .into_any()
}

fn about(of: OfEntry, again: Callback<()>) -> AnyView {
    let locale = use_locale();
    let board = on_board(of.date, of.entry);
    let next = match of.meeting {
        Some(meeting) => view! {
            <p><a class="button" data-kind="primary" href=page(meeting)><Icon name="people"/>{say(OPEN_MEETING)}</a></p>
        }
        .into_any(),
        None if is_meeting(of.kind) => {
            let form = Form::of("meeting.found_meeting", Some(of.entry.0), 0);
            view! {
                <p class="soft">{say(FOUND_HINT)}</p>
                <Act form again>
                    <p><button class="button" data-kind="primary"><Icon name="add"/>{say(FOUND)}</button></p>
                </Act>
            }
            .into_any()
        }
        None => view! { <p class="soft">{say(NO_MEETING_KIND)}</p> }.into_any(),
    };
    view! {
        <p class="asked">{of.content}</p>
        <p class="soft">{spoken::long_date(locale, of.date)} " · " {say(words::kind(of.kind))}</p>
        {next}
        <p><a href=board><Icon name="week"/>{say(TO_BOARD)}</a></p>
    }
    .into_any()
}
