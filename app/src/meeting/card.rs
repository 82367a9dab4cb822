//! A meeting in a list, and the marks of how far it has come.

use super::deed::page;
use crate::parts::Badge;
use crate::visit::{say, use_locale};
use chrono::{DateTime, Utc};
use domain::calendar::spoken;
use domain::meeting::{Item, ItemState, Mark, Meeting, MeetingState};
use domain::schedule::Standing;
use domain::words;
use leptos::prelude::*;

/// How far it has come, in a word.
pub fn badge(state: MeetingState) -> AnyView {
    let (tone, icon) = match state {
        MeetingState::Proposed => ("amber", "clock"),
        MeetingState::Agreed => ("blue", "check"),
        MeetingState::Draft => ("blue", "edit"),
        MeetingState::Convened => ("blue", "send"),
        MeetingState::Ready => ("green", "file"),
        MeetingState::Held | MeetingState::Concluded => ("green", "done"),
        MeetingState::Written => ("", "file"),
        MeetingState::NotHeld => ("red", "cancel"),
        MeetingState::Withdrawn => ("", "close"),
    };
    view! { <Badge tone=tone icon=icon text=say(words::meeting_state(state))/> }.into_any()
}

/// Whether it does not take place, as the board says.
pub fn halted(meeting: &Meeting) -> Option<AnyView> {
    halted_as(&meeting.board.as_ref()?.standing)
}

/// A standing that is none, in a word.
pub fn halted_as(standing: &Standing) -> Option<AnyView> {
    let (tone, icon, standing) = match standing {
        Standing::Going => return None,
        Standing::Postponed(_) => ("amber", "pause", "postponed"),
        Standing::Cancelled(_) => ("red", "cancel", "cancelled"),
    };
    let text = words::value(use_locale(), "standing", standing);
    Some(view! { <Badge tone=tone icon=icon text=text/> }.into_any())
}

/// How far an item has come, in a word.
pub fn item_badge(item: &Item) -> AnyView {
    let (tone, icon) = match item.state {
        ItemState::Drafted => ("", "edit"),
        ItemState::Presented => ("amber", "clock"),
        ItemState::Submitted => ("blue", "send"),
        ItemState::Returned => ("amber", "undo"),
        ItemState::Accepted | ItemState::Placed => ("green", "done"),
        ItemState::Carried => ("blue", "arrow"),
        ItemState::Withdrawn => ("", "close"),
    };
    view! { <Badge tone=tone icon=icon text=say(words::item_state(item.state))/> }.into_any()
}

/// The look of a mark of the legal clock: its tone and its icon.
pub fn looks(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Done => ("green", "done"),
        Mark::DoneLate => ("amber", "done"),
        Mark::Far => ("", "clock"),
        Mark::Amber => ("amber", "warning"),
        Mark::Red => ("red", "error"),
    }
}

/// "Thứ Tư, 16/12/2026, 08:30 - 10:30".
pub fn time(meeting: &Meeting) -> String {
    let locale = use_locale();
    let end = meeting.board.as_ref().and_then(|board| board.end);
    let hours = words::hours(locale, meeting.start(), end, meeting.part());
    format!("{}, {hours}", spoken::long_date(locale, meeting.day()))
}

/// "14:36 03/12" on the clocks of Vietnam.
pub fn at(moment: DateTime<Utc>) -> String {
    spoken::date_time(moment.with_timezone(&words::vietnam()).naive_local())
}

/// The body that meets, and which one of its meetings this is.
pub fn body_and_session(meeting: &Meeting) -> String {
    let number = meeting.session.map(|number| words::session(use_locale(), number));
    let name = Some(meeting.body_name.clone()).filter(|name| !name.is_empty());
    [name, number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A meeting in the list.
pub fn card(meeting: &Meeting) -> AnyView {
    let place = meeting.board.as_ref().map(|board| board.place.clone()).filter(|place| !place.is_empty());
    let body =
        Some(body_and_session(meeting)).filter(|body| !body.is_empty()).map(|body| format!(" · {body}"));
    view! {
        <li id=format!("m{}", meeting.id)>
            <div class="what">
                <h2><a href=page(meeting.id)>{meeting.proposal.content.clone()}</a></h2>
                <p class="soft">
                    <b>{time(meeting)}</b> {place.map(|place| format!(" · {place}"))} " · " {meeting.chair_name.clone()}
                </p>
                <p class="soft">{say(words::kind(meeting.proposal.kind))} {body} " · " {meeting.unit_name.clone()}</p>
            </div>
            <div class="stands">{halted(meeting)} {badge(meeting.state)}</div>
        </li>
    }
    .into_any()
}
