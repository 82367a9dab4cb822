//! The rows of the table of ways: to be typed, or to be read.

use super::SPARE;
use crate::parts::{Icon, problem_of};
use crate::setting::words::*;
use crate::visit::say;
use domain::people::Unit;
use domain::schedule::buffer::{SEAT, name_of};
use domain::schedule::{LegDraft, Stop, Travel, TravelDraft};
use domain::{Issue, words};
use leptos::prelude::*;

/// The places that a browser offers while somebody types.
const PLACES: &str = "places";

/// The rows as a form, with some empty ones below.
pub(super) fn rows(mut legs: Vec<LegDraft>, localities: &[Unit], issues: Signal<Vec<Issue>>) -> AnyView {
    // An empty row above others keeps its place: what is said of a row names its number.
    while legs.pop_if(|leg| *leg == LegDraft::default()).is_some() {}
    legs.extend(std::iter::repeat_n(LegDraft::default(), SPARE));
    let offered = localities.iter().filter(|unit| unit.valid.to.is_none());
    let offered = offered.map(|unit| name_of(&Stop::Locality(unit.id), localities));
    let offered = std::iter::once(SEAT.to_owned()).chain(offered);
    let lines = legs.into_iter().enumerate().map(|(at, leg)| {
        view! {
            <tr>
                <th scope="row">{at + 1}</th>
                {cell("one", at, leg.one, Some(PLACES), issues)}
                {cell("other", at, leg.other, Some(PLACES), issues)}
                {cell("way", at, leg.minutes, None, issues)}
            </tr>
        }
    });
    let whole = move || {
        issues.with(|issues| problem_of(issues, "ways")).map(|text| {
            view! { <p class="error" id="ways-error"><Icon name="error"/><span>{text}</span></p> }
        })
    };
    view! {
        <datalist id=PLACES>
            {offered.map(|name| view! { <option value=name></option> }).collect_view()}
        </datalist>
        {whole}
        <table class="ways">
            <caption class="only-read">{say(WAYS)}</caption>
            {heads(true)}
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The heads of the columns. The rows of a form have numbers, by which problems name them.
fn heads(numbered: bool) -> impl IntoView {
    let number = numbered.then(|| view! { <th scope="col"><span class="only-read">{say(ROW)}</span></th> });
    let heads = ["one", "other", "way"];
    let heads = heads.map(|field| view! { <th scope="col">{say(words::field(field))}</th> });
    view! { <thead><tr>{number} {heads.collect_view()}</tr></thead> }
}

fn cell(
    field: &'static str,
    at: usize,
    value: String,
    offered: Option<&'static str>,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let name = format!("{field}.{at}");
    let error = format!("{name}-error");
    let label = format!("{}, {} {}", say(words::field(field)), say(ROW), at + 1);
    let number = (field == "way").then_some("numeric");
    let of_row = name.clone();
    let wrong =
        move || issues.with(|issues| issues.iter().any(|issue| issue.field == of_row)).then_some("true");
    let of_row = name.clone();
    let described = error.clone();
    let problem = move || {
        issues.with(|issues| problem_of(issues, &of_row)).map(|text| {
            view! { <p class="error" id=error.clone()><Icon name="error"/><span>{text}</span></p> }
        })
    };
    view! {
        <td>
            <input
                id=name.clone()
                name=name
                value=value
                list=offered
                inputmode=number
                autocomplete="off"
                aria-label=label
                aria-describedby=described
                aria-invalid=wrong
            />
            {problem}
        </td>
    }
    .into_any()
}

/// The rows as facts.
pub(super) fn facts(travel: &Travel, localities: &[Unit]) -> AnyView {
    if travel.legs.is_empty() {
        return view! { <p class="soft">{say(NO_WAYS)}</p> }.into_any();
    }
    let lines = TravelDraft::of(travel, localities).legs.into_iter().map(|leg| {
        view! {
            <tr>
                <td>{leg.one}</td>
                <td>{leg.other}</td>
                <td>{leg.minutes}</td>
            </tr>
        }
    });
    view! {
        <table class="ways">
            <caption class="only-read">{say(WAYS)}</caption>
            {heads(false)}
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
