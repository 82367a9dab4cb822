//! The forms of the usual hours and of a season's.

use super::api::{self, Calendar};
use super::done::Done;
use super::tabs::CALENDAR_PATH;
use super::words::*;
use crate::control::{Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel, TakeOut};
use crate::parts::{Field, RefusalNotice};
use crate::refused::Answer;
use crate::send::Sending;
use crate::visit::say;
use chrono::NaiveDate;
use domain::calendar::hours::{HoursDraft, HoursTable, Season, WorkingHours};
use domain::calendar::spoken;
use domain::{Issue, Refusal};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> HoursDraft {
    HoursDraft {
        from: fields.text("from"),
        to: fields.text("to"),
        morning_from: fields.text("morning_from"),
        morning_to: fields.text("morning_to"),
        afternoon_from: fields.text("afternoon_from"),
        afternoon_to: fields.text("afternoon_to"),
    }
}

/// The first day of a season, as an address or a form names it.
pub fn known(typed: &str) -> Option<NaiveDate> {
    spoken::parse_date(typed)
}

/// The panel of the usual hours.
#[component]
pub fn UsualForm(
    /// The hours as they are.
    hours: WorkingHours,
    /// The version of the table.
    version: i32,
    /// The tables, to be read again.
    all: Resource<Answer<Calendar>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let form = Form::of("setting.save_hours", None, version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| HoursDraft::of(hours), typed);
    let close = Signal::derive(move || sieve.link(CALENDAR_PATH, ""));
    let navigate = sending.onward();
    let save = sending.submit(
        |fields| {
            let draft = typed(&fields);
            let judged = draft.check().map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_hours(fields.number("seen"), draft).await
            }
        },
        move |_| {
            all.refetch();
            navigate(&Done::Usual.address(sieve), Default::default());
        },
    );
    view! {
        <Panel title=EDIT_HOURS note=say(HOURS_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">{halves(shown, issues)}</div>
                </div>
                <Feet close busy=sending.busy/>
            </form>
        </Panel>
    }
}

/// The panel that adds a season or changes one.
#[component]
pub fn SeasonForm(
    /// The season, or nothing for a new one.
    season: Option<Season>,
    /// The table.
    table: HoursTable,
    /// The version of the table.
    version: i32,
    /// The tables, to be read again.
    all: Resource<Answer<Calendar>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let from = season.map(|season| season.from);
    let row = from.map(|day| day.to_string()).unwrap_or_default();
    let form = Form::named("setting.save_season", row, version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &season) {
        (Some(fields), _) => typed(fields),
        (None, Some(season)) => HoursDraft::of_season(season),
        (None, None) => HoursDraft::of(table.usual()),
    };
    let close = Signal::derive(move || sieve.link(CALENDAR_PATH, ""));
    let navigate = sending.onward();
    let save = sending.submit(
        move |fields| {
            let draft = typed(&fields);
            let judged = draft.check_season(from, &table).map_err(Refusal::Invalid);
            async move {
                let first = judged?.from;
                api::save_season(from, fields.number("seen"), draft).await.map(|_| first)
            }
        },
        move |first: NaiveDate| {
            all.refetch();
            navigate(&Done::Season(first).address(sieve), Default::default());
        },
    );
    let (first, last) = (shown.from.clone(), shown.to.clone());
    view! {
        <Panel title=if from.is_some() { EDIT_SEASON } else { ADD_SEASON } note=say(SEASON_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="from" span=6 issues>
                            <Day name="from" value=first issues required=true/>
                        </Field>
                        <Field name="to" span=6 issues>
                            <Day name="to" value=last issues required=true/>
                        </Field>
                        {halves(shown, issues)}
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            {from.map(|from| view! { <Remove from version all sieve/> })}
        </Panel>
    }
}

/// The four hours of a day.
fn halves(shown: HoursDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    view! {
        <Field name="morning_from" span=6 issues>
            <Line name="morning_from" value=shown.morning_from issues required=true/>
        </Field>
        <Field name="morning_to" span=6 issues>
            <Line name="morning_to" value=shown.morning_to issues required=true/>
        </Field>
        <Field name="afternoon_from" span=6 issues>
            <Line name="afternoon_from" value=shown.afternoon_from issues required=true/>
        </Field>
        <Field name="afternoon_to" span=6 issues>
            <Line name="afternoon_to" value=shown.afternoon_to issues required=true/>
        </Field>
    }
    .into_any()
}

/// The button that takes the season out.
#[component]
fn Remove(from: NaiveDate, version: i32, all: Resource<Answer<Calendar>>, sieve: Sieve) -> impl IntoView {
    let deed = "setting.remove_season";
    let sending = Sending::of(deed);
    let navigate = sending.onward();
    let remove = sending.submit(
        move |_| api::remove_season(from, version),
        move |_| {
            all.refetch();
            navigate(&Done::SeasonGone(from).address(sieve), Default::default());
        },
    );
    view! {
        <TakeOut deed row=from.to_string() seen=version word=REMOVE_SEASON sending take=remove/>
    }
}
