//! The form of a person: name, unit, work contacts, and what they can be
//! chosen for in an entry.

use super::choice::unit_choices;
use super::persons::PATH;
use super::words::*;
use super::{api, draft};
use crate::control::{Area, Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, RefusalNotice};
use crate::refused::Answer;
use crate::visit::say;
use domain::people::{Person, PersonDraft, Service, Unit};
use domain::{Refusal, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel that adds a person or changes one.
#[component]
pub fn PersonForm(
    /// The person, or nothing for a new one.
    person: Option<Person>,
    /// All units.
    units: Arc<Vec<Unit>>,
    /// The list, to be read again.
    all: Resource<Answer<Vec<Person>>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let id = person.as_ref().map(|p| p.id);
    let form = Form::of("people.save_person", id.map(|i| i.0), person.as_ref().map_or(0, |p| p.version));
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &person) {
        (Some(typed), _) => draft::person(typed),
        (None, Some(person)) => PersonDraft::of(person),
        (None, None) => PersonDraft::default(),
    };
    let close = Signal::derive(move || sieve.link(PATH, ""));
    let navigate = sending.onward();
    let places = unit_choices(&units, &shown.unit);
    let save = sending.submit(
        move |fields: Fields| {
            let draft = draft::person(&fields);
            let judged = draft.check(id, &units).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_person(id, fields.number("seen"), draft).await
            }
        },
        move |saved: Person| {
            all.refetch();
            navigate(&sieve.after(PATH, saved.id.0), Default::default());
        },
    );
    let services = Service::ALL.map(|s| (s.code().to_owned(), say(words::service(s)).to_owned())).to_vec();
    view! {
        <Panel title=if person.is_some() { EDIT_PERSON } else { ADD_PERSON } note=say(KEPT) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="name" label=FULL_NAME issues>
                            <Line name="name" value=shown.name issues required=true/>
                        </Field>
                        <Field name="title" issues>
                            <Line name="title" value=shown.title issues/>
                        </Field>
                        <Field name="unit" issues>
                            <Choice name="unit" options=places chosen=shown.unit none=NO_UNIT issues/>
                        </Field>
                        <Field name="email" span=6 issues>
                            <Line name="email" kind="email" value=shown.email issues/>
                        </Field>
                        <Field name="phone" span=6 issues>
                            <Line name="phone" kind="tel" value=shown.phone issues/>
                        </Field>
                    </div>
                    <p class="soft">{say(CONTACT_HINT)}</p>
                    <div class="fields">
                        <Field name="service" hint=SERVICE_HINT issues>
                            <Choice name="service" options=services chosen=shown.service issues/>
                        </Field>
                        <Field name="duties" issues>
                            <Area name="duties" value=shown.duties issues/>
                        </Field>
                        <Field name="from" span=6 issues>
                            <Day name="from" value=shown.from issues/>
                        </Field>
                        <Field name="to" span=6 issues>
                            <Day name="to" value=shown.to issues/>
                        </Field>
                    </div>
                    <p class="soft">{say(LAST_DAY)}</p>
                </div>
                <Feet close busy=sending.busy/>
            </form>
        </Panel>
    }
}
