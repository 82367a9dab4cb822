//! Working hours and exceptional days, to be read.

use super::words::*;
use crate::parts::Badge;
use crate::visit::{say, use_locale};
use domain::calendar::hours::{HoursTable, Span, WorkingHours};
use domain::calendar::spoken;
use domain::calendar::working_day::Holiday;
use leptos::prelude::*;

/// The usual hours, and those of seasons.
#[component]
pub fn Hours(
    /// The table.
    table: HoursTable,
) -> impl IntoView {
    let seasons = table.seasons().to_vec();
    view! {
        <dl class="facts">
            <dt>{say(USUAL)}</dt>
            <dd>{halves(table.usual())}</dd>
            {seasons
                .into_iter()
                .map(|season| {
                    view! {
                        <dt>{spoken::date(season.from)} " - " {spoken::date(season.to)}</dt>
                        <dd>{halves(season.hours)}</dd>
                    }
                })
                .collect_view()}
        </dl>
    }
}

fn halves(hours: WorkingHours) -> String {
    let half = |(from, to): Span| format!("{} - {}", spoken::time(from), spoken::time(to));
    format!("{} {}, {} {}", say(MORNING), half(hours.morning), say(AFTERNOON), half(hours.afternoon))
}

/// The days that are not what their weekday says.
#[component]
pub fn Holidays(
    /// The days in order.
    days: Vec<Holiday>,
) -> impl IntoView {
    let locale = use_locale();
    if days.is_empty() {
        return view! { <p class="soft">{say(NO_HOLIDAYS)}</p> }.into_any();
    }
    view! {
        <div class="table-box">
            <table class="table">
                <caption class="only-read">{say(HOLIDAYS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say(DAY)}</th>
                        <th scope="col">{say(NAME)}</th>
                        <th scope="col">{say(KIND)}</th>
                        <th scope="col">{say(SOURCE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {days
                        .into_iter()
                        .map(|day| {
                            let waits = day
                                .provisional
                                .then(|| view! { " " <Badge tone="amber" icon="clock" text=say(PROVISIONAL)/> });
                            view! {
                                <tr>
                                    <th scope="row">{spoken::long_date(locale, day.date)}</th>
                                    <td data-label=say(NAME)>{day.name}</td>
                                    <td data-label=say(KIND)>{say(day.kind.word())} {waits}</td>
                                    <td data-label=say(SOURCE)>{day.source}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
