//! The page at `/desk`.

use super::api;
use super::card::{Card, Line, Tone, board};
use super::meetings::{deadlines, deputies, meetings, opinions, papers};
use super::own;
use super::weeks::{approval, conflicts, name, receptions, submission, unpublished};
use super::words::*;
use crate::duty::month::Month;
use crate::parts::{StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, tell_header, use_actor, use_locale, use_today};
use domain::Deed;
use domain::calendar::spoken;
use domain::waiting::{Own, Waiting};
use leptos::prelude::*;

/// The page at its address; it asks the server when it is shown.
pub fn waiting_page() -> AnyView {
    let waiting: Resource<Answer<(Own, Option<Waiting>)>> = Resource::new(|| (), |()| api::read());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match waiting.await {
                    Ok((own, office)) => whole(&own, office.as_ref()),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn whole(own: &Own, office: Option<&Waiting>) -> AnyView {
    let actor = use_actor();
    let today = spoken::long_date(use_locale(), use_today());
    let counts = own.counts();
    tell_header(move |known| *known = counts);
    let count = counts.all() + office.map_or(0, |waiting| waiting.count(&actor));
    let title = match count {
        0 => say(DESK).to_owned(),
        count => format!("({count}) {}", say(DESK)),
    };
    let hint = if office.is_some() { NOTHING_HINT } else { NOTHING_OWN };
    let nothing = (count == 0).then(|| {
        view! { <StateBox icon="done" title=say(NOTHING)><p>{say(hint)}</p></StateBox> }
    });
    let mut cards = own::cards(own);
    if let Some(waiting) = office {
        cards.retain(|card| !card.lines.is_empty());
        cards.extend(of_office(waiting));
    }
    view! {
        <PageTitle text=title/>
        <div class="head">
            <h1>{say(DESK)} " " <small>{today}</small></h1>
        </div>
        {nothing}
        {board(cards)}
    }
    .into_any()
}

/// What waits at the secretaries' desk.
fn of_office(waiting: &Waiting) -> Vec<Card> {
    let chief = use_actor().can(Deed::ApproveWeek);
    let first = if chief { approval(waiting, true) } else { submission(waiting) };
    let later = if chief { submission(waiting) } else { approval(waiting, false) };
    vec![
        first,
        requests(waiting),
        meetings(waiting),
        deputies(waiting),
        deadlines(waiting),
        papers(waiting),
        opinions(waiting),
        conflicts(waiting),
        receptions(waiting),
        unpublished(waiting),
        duty(waiting),
        later,
    ]
}

fn requests(waiting: &Waiting) -> Card {
    let lines: Vec<Line> = waiting
        .requests
        .iter()
        .map(|left| Line {
            href: format!("/desk/requests?week={}", left.week),
            text: name(waiting, left.week),
            note: (left.late > 0).then(|| format!("{} {}", left.late, say(LATE))),
            count: Some(left.waiting),
        })
        .collect();
    let count = waiting.requests.iter().map(|left| left.waiting).sum();
    Card {
        name: "requests",
        title: REQUESTS,
        icon: "send",
        count: Some(count),
        tone: Tone::Amber,
        lines,
        none: NO_REQUESTS,
    }
}

fn duty(waiting: &Waiting) -> Card {
    let locale = use_locale();
    let lines: Vec<Line> = waiting
        .duty
        .iter()
        .map(|day| Line {
            href: format!("{}&new={day}", Month::of(*day).address()),
            text: spoken::long_date(locale, *day),
            note: None,
            count: None,
        })
        .collect();
    let count = u32::try_from(lines.len()).ok();
    Card { name: "duty", title: DUTY, icon: "duty", count, tone: Tone::Amber, lines, none: DUTY_COVERED }
}
