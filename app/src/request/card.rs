//! A request in a list, and a request told in full: the same for the unit that
//! asks and for the Office.

use super::page::PATH;
use super::words::*;
use crate::list::{Open, address};
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_actor, use_locale, use_today};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::request::{Difference, Placed, Request, RequestState, Slot};
use domain::schedule::publication::FaceStanding;
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

/// That its entry does not take place, as the board says.
fn halted(request: &Request) -> Option<AnyView> {
    let standing = request.placed.as_ref()?.standing;
    let (tone, icon) = match standing {
        FaceStanding::Going => return None,
        FaceStanding::Postponed => ("amber", "pause"),
        FaceStanding::Cancelled => ("red", "cancel"),
    };
    let text = words::value(use_locale(), "standing", standing.code());
    Some(view! { <Badge tone=tone icon=icon text=text/> }.into_any())
}

/// "T4 09/12, 08:00 - 10:30", "T5 10/12, Chiều"; "T4 18/12/2030, Sáng" in another year.
pub fn time(slot: &Slot, minutes: u32) -> String {
    let end =
        slot.start.map(|start| start.overflowing_add_signed(chrono::TimeDelta::minutes(minutes.into())).0);
    moment(slot.date, slot.start, end, slot.part)
}

/// The same for where its entry stands.
fn time_placed(placed: &Placed) -> String {
    moment(placed.date, placed.start, placed.end, placed.part)
}

fn moment(day: NaiveDate, start: Option<NaiveTime>, end: Option<NaiveTime>, part: SessionPart) -> String {
    let locale = use_locale();
    let day = spoken::short_date_seen(locale, day, use_today());
    format!("{day}, {}", words::hours(locale, start, end, part))
}

/// Time, chair and place: where it stands on the board, or else as it is wished. Somebody
/// else in the chair is not named.
fn in_a_line(request: &Request) -> String {
    let wanted = &request.wanted;
    let chair = request.chair_name.clone();
    let parts = match &request.placed {
        Some(placed) => [
            format!("{} {}", say(PLACED), time_placed(placed)),
            if placed.is_chair_kept { chair } else { String::new() },
            placed.place.clone(),
        ],
        None => [time(&wanted.wish, wanted.minutes), chair, request.place()],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// "Khác đề nghị: thời gian, địa điểm".
fn differences(request: &Request) -> Option<AnyView> {
    let found = request.placed.as_ref()?.differences(request);
    let names = found.into_iter().map(|what| match what {
        Difference::Time => say(OTHER_TIME),
        Difference::Place => say(OTHER_PLACE),
        Difference::Chair => say(OTHER_CHAIR),
    });
    let names = names.collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| view! { <p class="soft">{say(DIFFERS)} ": " {names}</p> }.into_any())
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
    let decides = use_actor().can(Deed::DecideRequest);
    let unit = decides.then(|| view! { <b>{request.unit_name.clone()}</b> " · " });
    let said = request.decision.as_ref().filter(|d| !d.reason.is_empty()).map(|decision| {
        view! { <p class="said"><b>{decision.by.clone()} ": "</b> {decision.reason.clone()}</p> }
    });
    view! {
        <li id=format!("r{id}") data-state=request.state.code() aria-current=current>
            <div class="what">
                <h2><a href=href>{request.wanted.content.clone()}</a></h2>
                <p class="soft">{unit} {in_a_line(request)}</p>
                {differences(request)}
                {said}
            </div>
            <div class="stands">{badge(request.state)} {halted(request)} {late(request)} {marks}</div>
        </li>
    }
    .into_any()
}

/// The facts of a request, without its times.
pub fn facts(request: &Request) -> AnyView {
    let wanted = &request.wanted;
    let fact =
        |word, text: String| (!text.is_empty()).then(|| view! { <dt>{say(word)}</dt> <dd>{text}</dd> });
    // Once it stands on the board, what was wished is called so.
    let (chair, place) = match request.placed {
        Some(_) => (words::field("chair"), WISHED_PLACE),
        None => (CHAIR, IN_PLACE),
    };
    view! {
        <p class="asked">{wanted.content.clone()}</p>
        <p class="stands">{badge(request.state)} {halted(request)} {late(request)}</p>
        {outcome(request)}
        <dl class="facts">
            {fact(ASKED_BY, request.unit_name.clone())}
            {fact(chair, request.chair_name.clone())}
            {fact(PURPOSE, wanted.purpose.clone())}
            {fact(PEOPLE, wanted.participants.clone())}
            {fact(place, request.place())}
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
    let on = match request.state {
        RequestState::Accepted => Some(on_board(request)),
        RequestState::Merged => joined(request),
        _ => None,
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

/// Where it stands on the board, what of that is not as it was wished, and where to read on:
/// the working week is the Office's, its unit reads what is published.
fn on_board(request: &Request) -> AnyView {
    let (Some(entry), Some(placed)) = (request.entry, &request.placed) else {
        return view! { <p class="soft">{say(OFF_BOARD)}</p> }.into_any();
    };
    let week = IsoWeek::of(placed.date);
    let way = if use_actor().can(Deed::DecideRequest) {
        let href = format!("/desk/weeks/{week}?entry={entry}");
        view! { <p><a href=href><Icon name="week"/>{say(ON_BOARD)}</a></p> }.into_any()
    } else if placed.is_published {
        let href = format!("/my?week={week}");
        view! { <p><a href=href>{say(PUBLISHED)}</a></p> }.into_any()
    } else {
        view! { <p class="soft">{say(NOT_PUBLISHED)}</p> }.into_any()
    };
    let place = (!placed.place.is_empty()).then(|| format!(" · {}", placed.place));
    view! {
        <p>{say(PLACED)} " " <b>{time_placed(placed)}</b> {place}</p>
        {differences(request)}
        {way}
    }
    .into_any()
}

/// Whose request took over one that was merged, and where that stands.
fn joined(request: &Request) -> Option<AnyView> {
    let (into, joined) = (request.merged_into?, request.joined.as_ref()?);
    let state = say(words::request_state(joined.state)).to_lowercase();
    let text = format!("{} {} ({state})", say(WITH_THAT_OF), joined.unit_name);
    let told = if use_actor().can(Deed::DecideRequest) {
        let href = address(PATH, &format!("edit={into}"), &format!("week={}", request.wanted.week()));
        view! { <p><a href=href>{text}</a></p> }.into_any()
    } else {
        view! { <p class="soft">{text}</p> }.into_any()
    };
    Some(told)
}
