//! A request in a list, and a request told in full: the same for the unit that
//! asks and for the Office.

use super::page::PATH;
use super::words::*;
use crate::list::{Open, address};
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_actor, use_locale, use_today};
use chrono::{DateTime, Utc};
use domain::calendar::spoken;
use domain::request::{Request, RequestState, Slot};
use domain::{Deed, words};
use leptos::prelude::*;

/// The state in a word.
pub fn badge(state: RequestState) -> AnyView {
    let (tone, icon) = match state {
        RequestState::Registered => ("blue", "clock"),
        RequestState::Returned => ("amber", "undo"),
        RequestState::Accepted => ("green", "done"),
        RequestState::Merged => ("green", "copy"),
        RequestState::Refused => ("red", "cancel"),
        RequestState::Withdrawn => ("", "close"),
    };
    view! { <Badge tone=tone icon=icon text=say(words::request_state(state))/> }.into_any()
}

/// The mark of what came after the cut-off.
pub fn late(request: &Request) -> Option<AnyView> {
    request.late.then(|| view! { <Badge tone="amber" icon="warning" text=say(LATE)/> }.into_any())
}

/// "T4 09/12, 08:00 - 10:30", "T5 10/12, Chiều"; "T4 18/12/2030, Sáng" in another year.
pub fn time(slot: &Slot, minutes: u32) -> String {
    let locale = use_locale();
    let end =
        slot.start.map(|start| start.overflowing_add_signed(chrono::TimeDelta::minutes(minutes.into())).0);
    let day = spoken::short_date_seen(locale, slot.date, use_today());
    format!("{day}, {}", words::hours(locale, slot.start, end, slot.part))
}

/// "14:36 03/12" on the clocks of Vietnam.
pub fn at(moment: DateTime<Utc>) -> String {
    spoken::date_time(moment.with_timezone(&words::vietnam()).naive_local())
}

/// A request in the list.
pub fn card(
    request: &Request,
    href: impl Fn() -> String + Send + 'static,
    open: Memo<Open>,
    marks: Option<AnyView>,
) -> AnyView {
    let id = request.id;
    let current = move || (open.get() == Open::Edit(id.0)).then_some("true");
    let wanted = &request.wanted;
    let decides = use_actor().can(Deed::DecideRequest);
    let unit = decides.then(|| view! { <b>{request.unit_name.clone()}</b> " · " });
    let place = [request.room_name.as_str(), wanted.place.as_str()].join(" ");
    let place = (!place.trim().is_empty()).then(|| format!(" · {}", place.trim()));
    let said = request.decision.as_ref().filter(|d| !d.reason.is_empty()).map(|decision| {
        view! { <p class="said"><b>{decision.by.clone()} ": "</b> {decision.reason.clone()}</p> }
    });
    view! {
        <li id=format!("r{id}") data-state=request.state.code() aria-current=current>
            <div class="what">
                <h2><a href=href>{wanted.content.clone()}</a></h2>
                <p class="soft">
                    {unit} {time(&wanted.wish, wanted.minutes)} " · " {request.chair_name.clone()} {place}
                </p>
                {said}
            </div>
            <div class="stands">{badge(request.state)} {late(request)} {marks}</div>
        </li>
    }
    .into_any()
}

/// The facts of a request, without its times.
pub fn facts(request: &Request) -> AnyView {
    let wanted = &request.wanted;
    let fact =
        |word, text: String| (!text.is_empty()).then(|| view! { <dt>{say(word)}</dt> <dd>{text}</dd> });
    let place = [request.room_name.as_str(), wanted.place.as_str()].map(str::to_owned);
    let place = place.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    view! {
        <p class="asked">{wanted.content.clone()}</p>
        <p class="stands">{badge(request.state)} {late(request)}</p>
        {outcome(request)}
        <dl class="facts">
            {fact(ASKED_BY, request.unit_name.clone())}
            {fact(CHAIR, request.chair_name.clone())}
            {fact(PURPOSE, wanted.purpose.clone())}
            {fact(PEOPLE, wanted.participants.clone())}
            {fact(IN_PLACE, place)}
            {fact(PAPERS, wanted.papers.clone())}
            {fact(BY, format!("{}, {}", request.by, at(request.at)))}
        </dl>
    }
    .into_any()
}

/// The times of a request, for those who only read it.
pub fn times(request: &Request) -> AnyView {
    let minutes = request.wanted.minutes;
    let names = [WISHED, FIRST_OTHER, SECOND_OTHER];
    let lines = request.wanted.slots().zip(names).map(|(slot, name)| {
        view! { <dt>{say(name)}</dt> <dd>{time(slot, minutes)}</dd> }
    });
    let length = format!("{minutes} {}", say(LASTS));
    view! { <dl class="facts">{lines.collect_view()} <dt>{say(words::field("minutes"))}</dt> <dd>{length}</dd></dl> }
        .into_any()
}

/// What became of it: who decided when and why, and where to read on.
fn outcome(request: &Request) -> Option<AnyView> {
    let decision = request.decision.clone()?;
    let decides = use_actor().can(Deed::DecideRequest);
    let week = request.wanted.week();
    let on = match (request.state, request.entry) {
        (RequestState::Accepted, Some(entry)) if decides => {
            let href = format!("/desk/weeks/{week}?entry={entry}");
            view! { <p><a href=href><Icon name="week"/>{say(ON_BOARD)}</a></p> }.into_any()
        }
        (RequestState::Accepted, None) if decides => {
            view! { <p class="soft">{say(OFF_BOARD)}</p> }.into_any()
        }
        (RequestState::Accepted, _) => {
            let href = format!("/my?week={week}");
            view! { <p><a href=href>{say(PUBLISHED)}</a></p> }.into_any()
        }
        (RequestState::Merged, _) => match request.merged_into {
            Some(into) if decides => {
                let href = address(PATH, &format!("edit={into}"), &format!("week={week}"));
                view! { <p><a href=href>{say(WITH_OTHER)}</a></p> }.into_any()
            }
            Some(_) => view! { <p class="soft">{say(WITH_OTHER)}</p> }.into_any(),
            None => ().into_any(),
        },
        _ => ().into_any(),
    };
    Some(
        view! {
            <div class="said">
                <p><b>{decision.by} ", " {at(decision.at)} </b> {(!decision.reason.is_empty()).then_some(": ")} {decision.reason}</p>
                {on}
            </div>
        }
        .into_any(),
    )
}
