//! Working hours and exceptional days as tables, with the ways to change them.

use super::tabs::CALENDAR_PATH;
use super::words::*;
use crate::list::{Sieve, table, way_cell};
use crate::parts::{Badge, Icon, StateBox};
use crate::visit::{say, use_locale, use_today};
use chrono::Datelike;
use domain::calendar::day_off::DayOff;
use domain::calendar::hours::{HoursTable, Span, WorkingHours};
use domain::calendar::spoken;
use leptos::prelude::*;

/// The usual hours, and those of seasons.
#[component]
pub fn Hours(
    /// The table.
    table: HoursTable,
    /// Whether the person may change it.
    may: bool,
) -> impl IntoView {
    let edit = move |href: String, of: String| {
        may.then(|| {
            let label = format!("{} {of}", say(EDIT));
            view! { " " <a class="button" data-size="small" href=href aria-label=label>{say(EDIT)}</a> }
        })
    };
    let seasons = table.seasons().to_vec();
    view! {
        <dl class="facts">
            <dt>{say(USUAL)}</dt>
            <dd>{halves(table.usual())} {edit(format!("{CALENDAR_PATH}?hours"), say(USUAL).to_owned())}</dd>
            {seasons
                .into_iter()
                .map(|season| {
                    let days = format!("{} - {}", spoken::date(season.from), spoken::date(season.to));
                    let href = format!("{CALENDAR_PATH}?season={}", season.from);
                    view! {
                        <dt>{days.clone()}</dt>
                        <dd>{halves(season.hours)} {edit(href, days)}</dd>
                    }
                })
                .collect_view()}
        </dl>
        {may
            .then(|| {
                view! {
                    <p class="buttons">
                        <a class="button" href=format!("{CALENDAR_PATH}?season")>
                            <Icon name="add"/>
                            {say(ADD_SEASON)}
                        </a>
                    </p>
                }
            })}
    }
}

fn halves(hours: WorkingHours) -> String {
    let half = |(from, to): Span| format!("{} - {}", spoken::time(from), spoken::time(to));
    format!("{} {}, {} {}", say(MORNING), half(hours.morning), say(AFTERNOON), half(hours.afternoon))
}

/// The days that are not what their weekday says, from this year on.
pub fn holidays(days: &[DayOff], sieve: Sieve, may: bool) -> AnyView {
    let this_year = use_today().year();
    let rows: Vec<AnyView> = days
        .iter()
        .filter(|row| sieve.with_ended() || row.day.date.year() >= this_year)
        .filter(|row| {
            let day = &row.day;
            sieve.finds(&[&day.name, &day.source, &spoken::date(day.date), say(day.kind.word())])
        })
        .map(|row| line(row, sieve, may))
        .collect();
    if days.is_empty() {
        return view! { <p class="soft">{say(NO_HOLIDAYS)}</p> }.into_any();
    }
    if rows.is_empty() {
        return view! {
            <StateBox icon="search" title=say(NOTHING_FITS)><p>{say(NOTHING_FITS_HINT)}</p></StateBox>
        }
        .into_any();
    }
    table(say(HOLIDAYS), &[DAY, NAME, KIND, SOURCE], may, rows)
}

fn line(row: &DayOff, sieve: Sieve, may: bool) -> AnyView {
    let day = row.day.clone();
    let waits =
        day.provisional.then(|| view! { " " <Badge tone="amber" icon="clock" text=say(PROVISIONAL)/> });
    let edit = may.then(|| {
        let href = sieve.link(CALENDAR_PATH, &format!("edit={}", row.id));
        let label = format!("{} {} {}", say(EDIT), spoken::date(day.date), day.name);
        way_cell(href, label, EDIT)
    });
    view! {
        <tr>
            <th scope="row">{spoken::long_date(use_locale(), day.date)}</th>
            <td data-label=say(NAME)>{day.name}</td>
            <td data-label=say(KIND)>{say(day.kind.word())} {waits}</td>
            <td data-label=say(SOURCE)>{day.source}</td>
            {edit}
        </tr>
    }
    .into_any()
}
