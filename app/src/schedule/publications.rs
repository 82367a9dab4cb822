//! The page at `/desk/weeks/{week}/publications`: every publication of a week, the week
//! as it was published at any moment, and what two publications differ in, with who
//! changed what in between.
//!
//! Everything is asked by plain links and forms (GET), so that each answer has an address.

mod copy;
mod steps;

use super::address;
use super::api;
use super::head::{edition, name_of};
use super::page::week_of_address;
use super::words::*;
use crate::parts::{Icon, Notice, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use chrono::NaiveDateTime;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Asked, Found, Lookback, Publication};
use domain::{Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// The page at its address; it asks the server when it is shown.
pub fn publications_page() -> AnyView {
    let week = week_of_address();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(asked));
    let past: Resource<Answer<Lookback>> = Resource::new(
        move || (week.get(), asked.get()),
        |(week, asked)| async move {
            match week {
                Some(week) => api::look_back(week, asked.unwrap_or_default()).await,
                None => Err(Refusal::NotFound.into()),
            }
        },
    );
    view! {
        <PageTitle text=say(PUBLICATIONS)/>
        <Transition>
            {move || Suspend::new(async move {
                match past.await {
                    Ok(past) => page(&past, &query.get_untracked(), asked.get_untracked().is_none()),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// What the address asks for; nothing when it names a moment that cannot be read.
fn asked(query: &ParamsMap) -> Option<Asked> {
    let number = |name: &str| query.get(name).and_then(|number| number.parse().ok());
    if let (Some(from), Some(to)) = (number("from"), number("to")) {
        return Some(Asked::Between(from, to));
    }
    if let Some(number) = number("publication") {
        return Some(Asked::Number(number));
    }
    let Some(day) = query.get("day") else { return Some(Asked::Nothing) };
    let time = query.get("time").unwrap_or_default();
    let (day, time) = (spoken::parse_date(&day)?, spoken::parse_time(&time)?);
    // A minute is asked for to its end: what was published in it is seen.
    let local = NaiveDateTime::new(day, time) + chrono::TimeDelta::seconds(59);
    let moment = local.and_local_timezone(words::vietnam()).single()?;
    Some(Asked::At(moment.to_utc()))
}

fn page(past: &Lookback, query: &ParamsMap, unreadable: bool) -> AnyView {
    let iso = past.week.iso;
    let (name, days) = name_of(iso);
    let content = if past.publications.is_empty() {
        view! { <StateBox icon="week" title=say(NEVER_PUBLISHED)>""</StateBox> }.into_any()
    } else {
        view! {
            {list(iso, &past.publications)}
            <div class="past-forms">
                {moment_form(past, query, unreadable)} {compare_form(&past.publications, query)}
            </div>
            {answer(past)}
        }
        .into_any()
    };
    view! {
        <nav class="crumbs" aria-label=say(PLACE)>
            <ol>
                <li><a href=address::board(iso)>{say(WEEK)} " " {iso.number()}</a></li>
                <li>{say(PUBLICATIONS)}</li>
            </ol>
        </nav>
        <div class="week-head">
            <div class="title">
                <h1>{say(PUBLICATIONS)} " " <small>{name} " " {days}</small></h1>
            </div>
        </div>
        {content}
    }
    .into_any()
}

/// "14:05 02/12/2026" in Vietnam.
pub(super) fn moment(publication: &Publication) -> String {
    spoken::date_time(publication.at.with_timezone(&words::vietnam()).naive_local())
}

fn list(week: IsoWeek, publications: &[Publication]) -> AnyView {
    let locale = use_locale();
    let rows = publications.iter().rev().map(|publication| {
        let number = publication.number;
        let step = (number > 1).then(|| {
            view! { <a href=format!("?from={}&to={number}", number - 1)>{say(AGAINST_BEFORE)}</a> " · " }
        });
        view! {
            <tr>
                <th scope="row">
                    <a href=format!("?publication={number}")>{number} ". " {edition(locale, number)}</a>
                </th>
                <td data-label=say(AT_MOMENT)>{moment(publication)}</td>
                <td data-label=say(PUBLISHED_BY)>{publication.by.clone()}</td>
                <td data-label=say(words::field("reason"))>{publication.reason.clone()}</td>
                <td>
                    {step}
                    <a href=format!("/weeks/{week}?publication={number}") rel="external">{say(AS_PUBLIC)}</a>
                </td>
            </tr>
        }
    });
    view! {
        <div class="table-box">
            <table class="table">
                <caption class="only-read">{say(PUBLICATIONS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say(words::field("publication"))}</th>
                        <th scope="col">{say(AT_MOMENT)}</th>
                        <th scope="col">{say(PUBLISHED_BY)}</th>
                        <th scope="col">{say(words::field("reason"))}</th>
                        <th scope="col"><span class="only-read">{say(LOOK_AT)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Day and time; empty ones begin with the last publication.
fn moment_form(past: &Lookback, query: &ParamsMap, unreadable: bool) -> AnyView {
    let last = past.publications.last().map(|p| p.at.with_timezone(&words::vietnam()).naive_local());
    let usual = |text: fn(NaiveDateTime) -> String| last.map(text).unwrap_or_default();
    let day = query.get("day").unwrap_or_else(|| usual(|at| at.date().to_string()));
    let time = query.get("time").unwrap_or_else(|| usual(|at| spoken::time(at.time())));
    let problem = unreadable.then(|| {
        view! {
            <p class="error" id="day-error"><Icon name="error"/><span>{say(NO_SUCH_MOMENT)}</span></p>
        }
    });
    view! {
        <form class="filters">
            <div class="field">
                <label for="day">{say(AS_PUBLISHED_ON)}</label>
                <input
                    id="day"
                    name="day"
                    type="date"
                    value=day
                    required
                    aria-invalid=unreadable.then_some("true")
                    aria-describedby="day-error"
                />
                {problem}
            </div>
            <div class="field">
                <label for="time">{say(AT_TIME)}</label>
                <input id="time" name="time" autocomplete="off" placeholder="14:05" value=time required/>
            </div>
            <button class="button"><Icon name="search"/>{say(LOOK_AT)}</button>
        </form>
    }
    .into_any()
}

fn compare_form(publications: &[Publication], query: &ParamsMap) -> Option<AnyView> {
    let (first, last) = (publications.first()?.number, publications.last()?.number);
    if first == last {
        return None;
    }
    let locale = use_locale();
    let choice = |name: &'static str, word, usual: i32| {
        let chosen = query.get(name).and_then(|number| number.parse().ok()).unwrap_or(usual);
        let options = publications.iter().map(|publication| {
            let number = publication.number;
            let text = format!("{number}. {}, {}", edition(locale, number), moment(publication));
            view! { <option value=number.to_string() selected=number == chosen>{text}</option> }
        });
        view! {
            <div class="field">
                <label for=name>{say(word)}</label>
                <select id=name name=name>{options.collect_view()}</select>
            </div>
        }
    };
    Some(
        view! {
            <form class="filters">
                {choice("from", COMPARE_FROM, first)} {choice("to", COMPARE_TO, last)}
                <button class="button"><Icon name="compare"/>{say(COMPARE)}</button>
            </form>
        }
        .into_any(),
    )
}

fn answer(past: &Lookback) -> AnyView {
    match &past.found {
        Found::Nothing => ().into_any(),
        Found::NotYet => view! { <Notice tone="blue"><p>{say(NOT_YET)}</p></Notice> }.into_any(),
        Found::Copy(publication, entries) => copy::copy(publication, entries),
        Found::Steps { from, to, differences, deeds } => steps::steps(from, to, differences, deeds),
    }
}
