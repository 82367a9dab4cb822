//! A series: its next times, each to be left out and offered again; its rule from the next
//! time on; its end.

use super::of_entry::send;
use super::words::*;
use super::{PATH, Page, hours, rule};
use crate::control::{Day, Form};
use crate::panel::Panel;
use crate::parts::{Field, Icon};
use crate::schedule::address;
use crate::visit::{say, use_locale, use_today};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::calendar::working_day::WorkingDays;
use domain::schedule::series::Occurrence;
use domain::schedule::series::draft::{Repeated, SeriesDraft, SeriesList};
use domain::{Word, words as names};
use leptos::prelude::*;

/// The times that are shown.
const SHOWN: usize = 6;

/// The panel.
pub(super) fn panel(page: Page, series: &Repeated, list: &SeriesList) -> AnyView {
    let (locale, today) = (use_locale(), use_today());
    let days = WorkingDays::new(&list.holidays);
    let coming = series.coming(today, SHOWN, &days);
    let at = spoken::date_time(series.at.with_timezone(&names::vietnam()).naive_local());
    let close = Signal::derive(|| PATH.to_owned());
    let next = coming.iter().find(|time| !series.is_taken(time.of)).map(|time| time.of);
    let change = next.map(|from| {
        let form = Form::of("schedule.change_series", Some(series.id.0), series.version);
        let rest = || SeriesDraft::of_rest(&series.series, from);
        let draft = form.typed.as_ref().map_or_else(rest, rule::typed);
        let fields = view! {
            <input type="hidden" name="from" value=from.to_string()/>
            <p class="soft">{say(CHANGE_FROM)} " " {spoken::long_date(locale, from)}</p>
            {rule::rule(&draft, form.issues)}
        };
        let fields = fields.into_any();
        view! {
            <details class="more">
                <summary><Icon name="down"/>{say(CHANGE_RULE)}</summary>
                {send(page, form, None, fields, CHANGE_RULE, "primary")}
            </details>
        }
    });
    let ending = next.map(|from| {
        let form = Form::of("schedule.end_series", Some(series.id.0), series.version);
        let issues = form.issues;
        let from = form.typed.as_ref().map_or_else(|| from.to_string(), |f| f.text("from"));
        let fields = view! {
            <Field name="from" label=END_FROM hint=END_HINT issues>
                <Day name="from" value=from issues required=true/>
            </Field>
        };
        let fields = fields.into_any();
        view! {
            <details class="more">
                <summary><Icon name="down"/>{say(END_SERIES)}</summary>
                {send(page, form, None, fields, END_SERIES, "danger")}
            </details>
        }
    });
    let times: Vec<AnyView> = coming.iter().map(|time| time_of(page, series, *time)).collect();
    let ended = coming.is_empty().then(|| view! { <p class="soft">{say(HAS_ENDED)}</p> });
    let about = view! {
        <p><b>{hours(&series.draft)}</b> " · " {names::series(locale, &series.series)}</p>
        <p class="soft">{series.by.clone()} ", " {at}</p>
    };
    view! {
        <Panel title=ONE note=series.draft.content.clone() close>
            <div class="body">
                {about}
                <h3>{say(NEXT_TIMES)}</h3>
                {ended}
            </div>
            <ul class="times">{times}</ul>
            {change}
            {ending}
        </Panel>
    }
    .into_any()
}

/// One time: on the board already, left out, or still to come.
fn time_of(page: Page, series: &Repeated, time: Occurrence) -> AnyView {
    let week = IsoWeek::of(time.date);
    let known = series.taken.iter().find(|(day, _)| *day == time.of);
    let name = spoken::long_date(use_locale(), time.date);
    let what = match known {
        Some((_, Some(entry))) => {
            let href = format!("{}?entry={entry}", address::board(week));
            view! { <a href=href>{say(ON_THE_BOARD)}</a> }.into_any()
        }
        Some((_, None)) => about_day(page, series, time, "schedule.restore_day", Some(LEFT_OUT), RESTORE),
        None => about_day(page, series, time, "schedule.skip_day", None, LEAVE_OUT),
    };
    view! { <li><span>{name}</span> {what}</li> }.into_any()
}

/// The form of a deed about one day of the rule: how the day stands, and the button.
fn about_day(
    page: Page,
    series: &Repeated,
    time: Occurrence,
    deed: &'static str,
    stands: Option<Word>,
    button: Word,
) -> AnyView {
    let form = Form::of(deed, Some(series.id.0), series.version);
    let stands = stands.map(|word| view! { <span class="soft">{say(word)}</span> });
    let fields = view! { {stands} <input type="hidden" name="date" value=time.of.to_string()/> };
    send(page, form, None, fields.into_any(), button, "")
}
