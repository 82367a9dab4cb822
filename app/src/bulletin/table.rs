//! The week as the official table: the sheet that is printed and pinned up.

use super::Reader;
use super::entry::{mark_code, short_names};
use super::mark::mark;
use super::part::{holiday, lunar_short, take};
use super::words::*;
use chrono::{Datelike, NaiveDate};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::Published;
use domain::schedule::publication::FaceStanding;
use leptos::prelude::*;

/// One body for each day, one row for each entry or empty half-day.
pub(super) fn sheet(
    reader: &Reader,
    week: IsoWeek,
    mut entries: Vec<Published>,
    holidays: &[(NaiveDate, String)],
) -> AnyView {
    let bodies: Vec<AnyView> = week
        .days()
        .into_iter()
        .map(|day| {
            let own = take(&mut entries, |e| e.face.date == day);
            body(reader, day, own, holiday(holidays, day))
        })
        .collect();
    let head: Vec<AnyView> = [DATE, TIME, SUBJECT, PLACE, LEADERS]
        .into_iter()
        .map(|word| view! { <th scope="col">{reader.say(word)}</th> }.into_any())
        .collect();
    view! {
        <table class="sheet">
            <caption class="screen">{week_title(reader.locale, week)}" "{week_span(week)}</caption>
            <thead><tr>{head}</tr></thead>
            {bodies}
        </table>
    }
    .into_any()
}

fn body(reader: &Reader, day: NaiveDate, mut entries: Vec<Published>, holiday: Option<String>) -> AnyView {
    let lanes: Vec<(SessionPart, Vec<Published>)> = SessionPart::ALL
        .into_iter()
        .map(|part| (part, take(&mut entries, |e| e.face.part == part)))
        .filter(|(part, own)| {
            !own.is_empty() || matches!(part, SessionPart::Morning | SessionPart::Afternoon)
        })
        .collect();
    let height: usize = lanes.iter().map(|(_, own)| own.len().max(1)).sum();
    let lunar = lunar_short(reader, day);
    let lunar = (!lunar.is_empty()).then(|| format!("{lunar} {}", reader.say(LUNAR)));
    let mut date = Some(view! {
        <th scope="row" rowspan=height.to_string()>
            {spoken::weekday(reader.locale, day.weekday())}<br/>{spoken::date(day)}
            {lunar.map(|lunar| view! { <small>{lunar}</small> })}
            {holiday.map(|name| view! { <small lang=reader.written()>{name}</small> })}
        </th>
    });
    let mut rows: Vec<AnyView> = Vec::with_capacity(height);
    for (part, own) in lanes {
        let mut lane = Some(view! {
            <th scope="row" rowspan=own.len().max(1).to_string()>{reader.say(part.word())}</th>
        });
        if own.is_empty() {
            rows.push(view! { <tr>{date.take()}{lane.take()}<td></td><td></td><td></td></tr> }.into_any());
        }
        for entry in own {
            let code = mark_code(entry.mark);
            let cells = cells(reader, entry);
            rows.push(view! { <tr data-mark=code>{date.take()}{lane.take()}{cells}</tr> }.into_any());
        }
    }
    view! { <tbody id=format!("d{day}")>{rows}</tbody> }.into_any()
}

fn cells(reader: &Reader, entry: Published) -> AnyView {
    let lang = reader.written();
    let marked = mark(reader, &entry);
    let face = entry.face;
    let time = face.start.map(|start| {
        let end = face.end.map(|end| format!(" - {}", spoken::time(end))).unwrap_or_default();
        view! { <b>{format!("({}{end})", spoken::time(start))}</b>" " }
    });
    let content = view! { {time}<span lang=lang>{face.content}</span> };
    let subject = match face.standing {
        FaceStanding::Going => content.into_any(),
        _ => view! { <s>{content}</s> }.into_any(),
    };
    view! {
        <td>{subject}{marked}</td>
        <td data-label=reader.say(PLACE) lang=lang>{face.place}</td>
        <td data-label=reader.say(LEADERS) lang=lang>{short_names(&face.leaders)}</td>
    }
    .into_any()
}
