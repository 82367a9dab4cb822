//! The board: leaders as columns, days and their lanes as rows, or turned: days as
//! columns, leaders and lanes as rows. What has no leader yet stands in a column of
//! its own, so that it is not forgotten.

use super::card::card;
use super::clash::marked;
use super::open::Open;
use super::words::*;
use crate::duty::month::Month;
use crate::parts::Icon;
use crate::visit::{say, use_locale, use_today};
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::working_day::WorkingDays;
use domain::duty::PublishedDuty;
use domain::people::Position;
use domain::schedule::{Board, Directory, Plan};
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
    let only = open.sieve.with(|sieve| sieve.leader);
    let shown = board.directory.leaders.iter().filter(|p| only.is_none_or(|only| only == p.id));
    let mut columns: Vec<Column> = shown.map(column).collect();
    if only.is_none() && board.entries.iter().any(|e| e.plan.attending.is_empty()) {
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
    let dates = open.week.days();
    let turned = open.sieve.with(|sieve| sieve.turned);
    let (heads, rows) = if turned {
        let heads = dates.iter().map(|date| day_head(board, *date)).collect_view();
        let rows = columns.iter().enumerate().map(|(at, column)| leader(open, board, column, at));
        (heads, rows.collect_view())
    } else {
        let heads = columns.iter().enumerate().map(|(at, column)| leader_head(column, at, "col"));
        (heads.collect_view(), dates.iter().map(|date| day(open, board, &columns, *date)).collect_view())
    };
    let width = if turned { dates.len() } else { columns.len() };
    let (first, words) = if turned { ("c-leader", LEADER) } else { ("c-day", DAY) };
    view! {
        <div class="board-box" data-turned=turned.then_some("")>
            <table class="board">
                <caption class="only-read">{caption}</caption>
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
            </table>
        </div>
    }
    .into_any()
}

fn leader_head(column: &Column, at: usize, scope: &'static str) -> AnyView {
    view! {
        <th scope=scope data-hue=hue(at)>
            {column.name.clone()}
            <small>{column.title.clone()}</small>
        </th>
    }
    .into_any()
}

fn day_head(board: &Board, date: NaiveDate) -> AnyView {
    let locale = use_locale();
    let days = WorkingDays::new(&board.directory.holidays);
    let today = (date == use_today()).then_some("");
    let off = (!days.is_working(date)).then_some("");
    let lunar = LunarDate::of(date).map(|l| format!("{} {}", l.short(locale), say(LUNAR)));
    let holiday = days.exception_on(date).map(|h| h.name.clone());
    view! {
        <th scope="col" id=format!("d{date}") data-today=today data-off=off>
            {spoken::short_date(locale, date)}
            <small>{lunar}</small>
            {holiday.map(|name| view! { <small>{name}</small> })}
            {on_duty(board, date, off.is_some())}
        </th>
    }
    .into_any()
}

/// A leader with the lanes of the week, for the turned board.
fn leader(open: Open, board: &Board, column: &Column, at: usize) -> AnyView {
    let has = |part| board.entries.iter().any(|e| e.plan.part == part);
    let lanes: Vec<SessionPart> =
        LANES.into_iter().filter(|part| *part != SessionPart::AllDay || has(*part)).collect();
    let span = lanes.len().to_string();
    let rows = lanes.into_iter().enumerate().map(|(row, part)| {
        let head = (row == 0).then(|| {
            view! {
                <th scope="rowgroup" class="day" data-hue=hue(at) rowspan=span.clone()>
                    <b>{column.name.clone()}</b>
                    <small>{column.title.clone()}</small>
                </th>
            }
        });
        let cells = open.week.days().into_iter().enumerate();
        view! {
            <tr>
                {head}
                <th scope="row" class="lane">{say(words::part(part))}</th>
                {cells.map(|(day, date)| cell(open, board, column, (day, at), date, part)).collect_view()}
            </tr>
        }
    });
    view! { <tbody>{rows.collect_view()}</tbody> }.into_any()
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
                    {on_duty(board, date, off)}
                </th>
            }
        });
        view! {
            <tr>
                {head}
                <th scope="row" class="lane">{say(words::part(part))}</th>
                {columns.iter().enumerate().map(|(at, column)| cell(open, board, column, (at, at), date, part)).collect_view()}
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

/// Who is on duty on a day, in a line that leads to the roster; on a day off also that
/// nobody is.
fn on_duty(board: &Board, date: NaiveDate, off: bool) -> Option<AnyView> {
    let own: Vec<PublishedDuty> = board
        .duty
        .iter()
        .filter(|duty| duty.date == date)
        .map(|duty| PublishedDuty::of(duty, &board.directory))
        .collect();
    if own.is_empty() && !off {
        return None;
    }
    let who = |duty: &PublishedDuty| match duty.name.is_empty() {
        true => duty.office_leader.clone(),
        false => format!("{} {}", duty.title, duty.name),
    };
    let text = match own.is_empty() {
        true => say(NOBODY_ON_DUTY).to_owned(),
        false => {
            let names: Vec<String> = own.iter().map(who).collect();
            format!("{} {}", say(ON_DUTY), names.join(", "))
        }
    };
    let missing = own.is_empty().then_some("");
    let href = Month::of(date).address();
    Some(view! { <small class="on-duty" data-missing=missing><a href=href>{text}</a></small> }.into_any())
}

/// A place of the board, in its column of the table and the colour of its leader.
fn cell(
    open: Open,
    board: &Board,
    column: &Column,
    (at, colour): (usize, usize),
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
        .filter(|e| open.sieve.with(|sieve| sieve.lets(e, marked(open, e.id).is_some())))
        .map(|e| {
            let card = card(open, e, column.leader, &board.directory, published, marked(open, e.id));
            view! { {card} {acting(&e.plan, &board.directory)} }.into_any()
        })
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
            <p class="who" data-hue=hue(colour)>{who}</p>
            <div class="cards">{cards}</div>
        }
    });
    let place = format!("{date}.{}{leader}", part.code());
    view! { <td data-column=at.to_string() data-place=place>{cards} {add}</td> }.into_any()
}

/// Under the card of a leave or trip: who acts meanwhile.
fn acting(plan: &Plan, directory: &Directory) -> Option<AnyView> {
    let leader = directory.leader(plan.acting?)?;
    let name = format!("{} {}", leader.short_title, leader.person_name);
    Some(view! { <p class="small soft">{say(words::field("acting"))} ": " {name}</p> }.into_any())
}
