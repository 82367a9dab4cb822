//! The board: leaders as columns, days and their lanes as rows. What has no
//! leader yet stands in a column of its own, so that it is not forgotten.

use super::card::card;
use super::clash::marked;
use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::visit::{say, use_locale, use_today};
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::working_day::WorkingDays;
use domain::people::Position;
use domain::schedule::Board;
use domain::{PositionId, words};
use leptos::prelude::*;

/// The lanes of a day in the order of the board.
const LANES: [SessionPart; 4] =
    [SessionPart::AllDay, SessionPart::Morning, SessionPart::Afternoon, SessionPart::Evening];

/// A column: a leader, or nobody yet.
#[derive(Clone)]
struct Column {
    leader: Option<PositionId>,
    title: String,
    name: String,
    may_add: bool,
}

fn columns(open: Open, board: &Board) -> Vec<Column> {
    let actor = open.actor.get_value();
    let column = |p: &Position| Column {
        leader: Some(p.id),
        title: p.short_title.clone(),
        name: p.person_name.clone(),
        may_add: actor.may_arrange(&[], &[p.id]),
    };
    let mut columns: Vec<Column> = board.directory.leaders.iter().map(column).collect();
    if board.entries.iter().any(|e| e.plan.attending.is_empty()) {
        columns.push(Column {
            leader: None,
            title: String::new(),
            name: say(NO_LEADER).to_owned(),
            may_add: actor.may_arrange(&[], &[]),
        });
    }
    columns
}

/// The whole board.
pub(super) fn grid(open: Open, board: &Board) -> AnyView {
    let columns = columns(open, board);
    let caption = format!("{} {}", say(BOARD_CAPTION), board.week.iso.number());
    let heads = columns.iter().enumerate().map(|(at, column)| {
        view! {
            <th scope="col" data-hue=hue(at)>
                {column.name.clone()}
                <small>{column.title.clone()}</small>
            </th>
        }
    });
    view! {
        <div class="board-box">
            <table class="board">
                <caption class="only-read">{caption}</caption>
                <colgroup>
                    <col class="c-day"/>
                    <col class="c-lane"/>
                    {columns.iter().map(|_| view! { <col/> }).collect_view()}
                </colgroup>
                <thead>
                    <tr>
                        <th scope="col">{say(DAY)}</th>
                        <th scope="col">{say(LANE)}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                {open.week.days().into_iter().map(|date| day(open, board, &columns, date)).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn hue(column: usize) -> String {
    (column % 8 + 1).to_string()
}

fn day(open: Open, board: &Board, columns: &[Column], date: NaiveDate) -> AnyView {
    let locale = use_locale();
    let days = WorkingDays::new(&board.directory.holidays);
    let today = date == use_today();
    let off = !days.is_working(date);
    let holiday = days.exception_on(date).map(|h| h.name.clone());
    let has = |part| board.entries.iter().any(|e| e.plan.date == date && e.plan.part == part);
    let lanes: Vec<SessionPart> =
        LANES.into_iter().filter(|part| *part != SessionPart::AllDay || has(*part)).collect();
    let span = lanes.len().to_string();
    let lunar = LunarDate::of(date).map(|l| format!("{} {}", l.short(locale), say(LUNAR)));
    let rows = lanes.into_iter().enumerate().map(|(at, part)| {
        let head = (at == 0).then(|| {
            view! {
                <th scope="rowgroup" class="day" rowspan=span.clone()>
                    <b>{spoken::short_date(locale, date)}</b>
                    <span class="lunar">{lunar.clone()}</span>
                    {holiday.clone().map(|name| view! { <small>{name}</small> })}
                    {today.then(|| view! { <small>{say(TODAY)}</small> })}
                </th>
            }
        });
        view! {
            <tr>
                {head}
                <th scope="row" class="lane">{say(words::part(part))}</th>
                {columns.iter().enumerate().map(|(at, column)| cell(open, board, column, at, date, part)).collect_view()}
            </tr>
        }
    });
    view! {
        <tbody id=format!("d{date}") data-today=today.then_some("") data-off=off.then_some("")>
            {rows.collect_view()}
        </tbody>
    }
    .into_any()
}

fn cell(
    open: Open,
    board: &Board,
    column: &Column,
    at: usize,
    date: NaiveDate,
    part: SessionPart,
) -> AnyView {
    let published = board.week.published.is_some();
    let in_column = |plan: &domain::schedule::Plan| match column.leader {
        Some(leader) => plan.attending.iter().any(|a| a.position == leader),
        None => plan.attending.is_empty(),
    };
    let cards: Vec<AnyView> = board
        .entries
        .iter()
        .filter(|e| e.plan.date == date && e.plan.part == part && in_column(&e.plan))
        .map(|e| card(open, e, column.leader, &board.directory, published, marked(open, e.id)))
        .collect();
    let who = format!("{} {}", column.title, column.name);
    let leader = column.leader.map(|l| format!(".{l}")).unwrap_or_default();
    let add = column.may_add.then(|| {
        let day = spoken::day_month(date);
        let text = format!("{} {} {} {day}", say(ADD_ENTRY), column.title, say(words::part(part)));
        view! {
            <a class="add" href=format!("?new={date}.{}{leader}", part.code()) data-noscroll>
                <Icon name="add"/>
                <span class="only-read">{text}</span>
            </a>
        }
    });
    let cards = (!cards.is_empty()).then(|| {
        view! {
            <p class="who" data-hue=hue(at)>{who}</p>
            <div class="cards">{cards}</div>
        }
    });
    view! { <td data-column=at.to_string()>{cards} {add}</td> }.into_any()
}
