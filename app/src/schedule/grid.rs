//! The board: leaders as columns, days and their lanes as rows, or turned: days as
//! columns, leaders and lanes as rows.

use super::card::card;
use super::face::{Face, faces};
use super::open::Open;
use super::skeleton::{Column, Day, Skeleton, skeleton};
use super::words::*;
use crate::duty::month::Month;
use crate::parts::Icon;
use crate::visit::{say, use_locale, use_today};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::schedule::Place;
use domain::words;
use leptos::prelude::*;
use std::collections::HashMap;

/// The faces of the board by their places.
type Faces = Memo<HashMap<Place, Vec<Face>>>;

/// The whole board.
pub(super) fn grid(open: Open) -> AnyView {
    let faces = faces(open);
    let skeleton = skeleton(open);
    let caption = format!("{} {}", say(BOARD_CAPTION), open.week.number());
    view! {
        <div class="board-box" data-turned=move || skeleton.with(|s| s.turned).then_some("")>
            <table class="board">
                <caption class="only-read">{caption}</caption>
                {move || skeleton.with(|skeleton| body(open, faces, skeleton))}
            </table>
        </div>
    }
    .into_any()
}

fn body(open: Open, faces: Faces, skeleton: &Skeleton) -> AnyView {
    let Skeleton { columns, days, turned } = skeleton;
    let (heads, rows) = if *turned {
        let lanes = skeleton.lanes();
        let heads = days.iter().map(day_head).collect_view();
        let rows =
            columns.iter().enumerate().map(|(at, column)| leader(open, faces, days, &lanes, column, at));
        (heads, rows.collect_view())
    } else {
        let heads = columns.iter().enumerate().map(|(at, column)| leader_head(column, at));
        (heads.collect_view(), days.iter().map(|date| day(open, faces, columns, date)).collect_view())
    };
    let width = if *turned { days.len() } else { columns.len() };
    let (first, words) = if *turned { ("c-leader", LEADER) } else { ("c-day", DAY) };
    view! {
        <colgroup>
            <col class=first/>
            <col class="c-lane"/>
            {(0..width).map(|_| view! { <col/> }).collect_view()}
        </colgroup>
        <thead>
            <tr>
                <th scope="col">{say(words)}</th>
                <th scope="col">{say(LANE)}</th>
                {heads}
            </tr>
        </thead>
        {rows}
    }
    .into_any()
}

fn hue(column: usize) -> String {
    (column % 8 + 1).to_string()
}

fn leader_head(column: &Column, at: usize) -> AnyView {
    view! {
        <th scope="col" data-hue=hue(at)>
            {column.name.clone()}
            <small>{column.title.clone()}</small>
        </th>
    }
    .into_any()
}

fn day_head(day: &Day) -> AnyView {
    let locale = use_locale();
    let Day { date, is_off, lunar, holiday, .. } = day;
    let today = (*date == use_today()).then_some("");
    view! {
        <th scope="col" id=format!("d{date}") data-today=today data-off=is_off.then_some("")>
            {spoken::short_date(locale, *date)}
            <small>{lunar.clone()}</small>
            {holiday.clone().map(|name| view! { <small>{name}</small> })}
            {on_duty(day)}
        </th>
    }
    .into_any()
}

/// A leader with the lanes of the week, for the turned board.
fn leader(
    open: Open,
    faces: Faces,
    days: &[Day],
    lanes: &[SessionPart],
    column: &Column,
    at: usize,
) -> AnyView {
    let span = lanes.len().to_string();
    let rows = lanes.iter().enumerate().map(|(row, part)| {
        let head = (row == 0).then(|| {
            view! {
                <th scope="rowgroup" class="day" data-hue=hue(at) rowspan=span.clone()>
                    <b>{column.name.clone()}</b>
                    <small>{column.title.clone()}</small>
                </th>
            }
        });
        let cells = days.iter().enumerate().map(|(across, day)| {
            let place = Place { date: day.date, part: *part, leader: column.leader };
            cell(open, faces, column, (across, at), place)
        });
        view! {
            <tr>
                {head}
                <th scope="row" class="lane">{say(words::part(*part))}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! { <tbody>{rows.collect_view()}</tbody> }.into_any()
}

fn day(open: Open, faces: Faces, columns: &[Column], day: &Day) -> AnyView {
    let locale = use_locale();
    let Day { date, lanes, is_off, lunar, holiday, .. } = day;
    let today = *date == use_today();
    let span = lanes.len().to_string();
    let rows = lanes.iter().enumerate().map(|(at, part)| {
        let head = (at == 0).then(|| {
            view! {
                <th scope="rowgroup" class="day" rowspan=span.clone()>
                    <b>{spoken::short_date(locale, *date)}</b>
                    <span class="lunar">{lunar.clone()}</span>
                    {holiday.clone().map(|name| view! { <small>{name}</small> })}
                    {today.then(|| view! { <small>{say(TODAY)}</small> })}
                    {on_duty(day)}
                </th>
            }
        });
        let cells = columns.iter().enumerate().map(|(at, column)| {
            let place = Place { date: *date, part: *part, leader: column.leader };
            cell(open, faces, column, (at, at), place)
        });
        view! {
            <tr>
                {head}
                <th scope="row" class="lane">{say(words::part(*part))}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <tbody id=format!("d{date}") data-today=today.then_some("") data-off=is_off.then_some("")>
            {rows.collect_view()}
        </tbody>
    }
    .into_any()
}

/// Who is on duty on a day, in a line that leads to the roster; on a day off also that
/// nobody is.
fn on_duty(day: &Day) -> Option<AnyView> {
    let text = day.on_duty.clone()?;
    let missing = text.is_empty().then_some("");
    let text = if text.is_empty() { say(NOBODY_ON_DUTY).to_owned() } else { text };
    let href = Month::of(day.date).address();
    Some(view! { <small class="on-duty" data-missing=missing><a href=href>{text}</a></small> }.into_any())
}

/// A place of the board, in its column of the table and the colour of its leader.
fn cell(open: Open, faces: Faces, column: &Column, (at, colour): (usize, usize), place: Place) -> AnyView {
    let here = Memo::new(move |_| faces.with(|faces| faces.get(&place).cloned().unwrap_or_default()));
    let is_taken = Memo::new(move |_| here.with(|here| !here.is_empty()));
    let who = StoredValue::new(format!("{} {}", column.title, column.name));
    let add = column.may_add.then(|| {
        let day = spoken::day_month(place.date);
        let text = format!("{} {} {} {day}", say(ADD_ENTRY), column.title, say(words::part(place.part)));
        view! {
            <a class="add" href=format!("?new={place}") data-noscroll>
                <Icon name="add"/>
                <span class="only-read">{text}</span>
            </a>
        }
    });
    let cards = move || {
        is_taken.get().then(|| {
            view! {
                <p class="who" data-hue=hue(colour)>{who.get_value()}</p>
                <div class="cards">
                    <For each=move || here.get() key=Face::clone children=move |face| card(open, face)/>
                </div>
            }
        })
    };
    view! { <td data-column=at.to_string() data-place=place.to_string()>{cards} {add}</td> }.into_any()
}
