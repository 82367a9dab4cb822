//! The form of a position, with the secretaries who serve it below.

use super::choice::{has_ended, person_choices, unit_choices};
use super::positions::{Known, PATH};
use super::serving::Servants;
use super::words::*;
use super::{api, draft};
use crate::control::{Area, Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, RefusalNotice};
use crate::visit::{say, use_today};
use domain::Refusal;
use domain::people::{Position, PositionDraft, Service};
use leptos::prelude::*;

/// The panel that adds a position or changes one.
#[component]
pub fn PositionForm(
    /// The position, or nothing for a new one.
    position: Option<Position>,
    /// What there is to choose from.
    known: Known,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let id = position.as_ref().map(|p| p.id);
    let version = position.as_ref().map_or(0, |p| p.version);
    let form = Form::of("people.save_position", id.map(|i| i.0), version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &position) {
        (Some(typed), _) => draft::position(typed),
        (None, Some(position)) => PositionDraft::of(position),
        (None, None) => PositionDraft::default(),
    };
    let close = Signal::derive(move || sieve.link(PATH, ""));
    let navigate = sending.onward();
    let all = known.all;
    let holders = person_choices(&known.persons, &shown.person, |_| true);
    let leaders =
        person_choices(&known.persons, &shown.office_leader, |p| p.service == Service::OfficeLeader);
    let units = unit_choices(&known.units, &shown.unit);
    let acting = acting_choices(&known, &shown, position.as_ref());
    let judge = known.clone();
    let save = sending.submit(
        move |fields: Fields| {
            let draft = draft::position(&fields);
            let judged =
                draft.check(id, &judge.persons, &judge.units, &judge.positions).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_position(id, fields.number("seen"), draft).await
            }
        },
        move |saved: Position| {
            all.refetch();
            navigate(&sieve.after(PATH, saved.id.0), Default::default());
        },
    );
    view! {
        <Panel title=if position.is_some() { EDIT_POSITION } else { ADD_POSITION } note=say(KEPT) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="title" label=POST issues>
                            <Line name="title" value=shown.title issues required=true/>
                        </Field>
                        <Field name="short_title" span=6 hint=POST_SHORT_HINT issues>
                            <Line name="short_title" value=shown.short_title issues required=true/>
                        </Field>
                        <Field name="precedence" span=6 issues>
                            <Line name="precedence" value=shown.precedence issues required=true/>
                        </Field>
                        <Field name="slug" hint=SLUG_HINT issues>
                            <Line name="slug" value=shown.slug issues required=true/>
                        </Field>
                        <Field name="unit" issues>
                            <Choice name="unit" options=units chosen=shown.unit none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="person" label=HOLDER issues>
                            <Choice name="person" options=holders chosen=shown.person none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="from" span=6 issues>
                            <Day name="from" value=shown.from issues/>
                        </Field>
                        <Field name="to" span=6 hint=LAST_DAY issues>
                            <Day name="to" value=shown.to issues/>
                        </Field>
                        <Field name="portfolio" issues>
                            <Area name="portfolio" value=shown.portfolio issues/>
                        </Field>
                        <Field name="acting" issues>
                            <Choice name="acting" options=acting chosen=shown.acting none=NO_CHOICE issues/>
                        </Field>
                        <Field name="office_leader" issues>
                            <Choice name="office_leader" options=leaders chosen=shown.office_leader none=NO_CHOICE issues/>
                        </Field>
                    </div>
                    <label class="choice">
                        <input
                            type="checkbox"
                            name="has_calendar"
                            value="on"
                            checked=!shown.has_calendar.is_empty()
                        />
                        {say(WITH_CALENDAR)}
                    </label>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            {id.map(|position| view! { <Servants position known=known.clone() sieve/> })}
        </Panel>
    }
}

/// Who can act: other holders of today, and whoever is chosen.
fn acting_choices(known: &Known, shown: &PositionDraft, own: Option<&Position>) -> Vec<(String, String)> {
    let today = use_today();
    known
        .positions
        .iter()
        .filter(|p| Some(p.id) != own.map(|o| o.id))
        .filter(|p| !has_ended(p.valid, today) || p.id.to_string() == shown.acting)
        .map(|p| (p.id.to_string(), p.titled()))
        .collect()
}
