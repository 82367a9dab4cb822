//! The form of a body with its members.

use super::act::Act;
use super::choices::{chairs, kinds, named};
use super::deed::{self, BODIES};
use super::words::*;
use crate::control::{Choice, Day, Form, Line};
use crate::panel::{Feet, Panel};
use crate::parts::Field;
use crate::visit::say;
use domain::meeting::{Body, BodyDraft, Offer};
use domain::words;
use leptos::prelude::*;

/// The panel that adds a body or changes one.
#[component]
pub fn BodyForm(
    /// The body, or nothing for a new one.
    body: Option<Body>,
    /// What the form offers.
    offer: Offer,
    /// Reads the page again when it was saved.
    again: Callback<()>,
) -> impl IntoView {
    let form = Form::of(
        "meeting.save_body",
        body.as_ref().map(|body| body.id.0),
        body.as_ref().map_or(0, |body| body.version),
    );
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &body) {
        (Some(typed), _) => deed::body(typed),
        (None, Some(body)) => BodyDraft::of(body),
        (None, None) => BodyDraft::default(),
    };
    let close = Signal::derive(|| BODIES.to_owned());
    let title = if body.is_some() { EDIT_BODY } else { NEW_BODY };
    let (kinds, chairs) = (kinds(), chairs(&offer));
    let (units, persons) = (named(&offer.units), named(&offer.persons));
    let members = members(&offer, &shown);
    view! {
        <Panel title note="" close>
            <Act form again>
                <div class="body">
                    <div class="fields">
                        <Field name="name" issues>
                            <Line name="name" value=shown.name issues required=true/>
                        </Field>
                        <Field name="kind" issues>
                            <Choice name="kind" options=kinds chosen=shown.kind none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="chair" label=CHAIR issues>
                            <Choice name="chair" options=chairs chosen=shown.chair none=NO_CHOICE issues/>
                        </Field>
                        <Field name="unit" label=STANDING_UNIT issues>
                            <Choice name="unit" options=units chosen=shown.unit none=NO_CHOICE issues/>
                        </Field>
                        <Field name="secretary" label=SECRETARY_OF issues>
                            <Choice name="secretary" options=persons chosen=shown.secretary none=NO_CHOICE issues/>
                        </Field>
                        <Field name="basis" label=FOUNDED_BY issues>
                            <Line name="basis" value=shown.basis issues/>
                        </Field>
                        <Field name="from" span=6 issues>
                            <Day name="from" value=shown.from issues/>
                        </Field>
                        <Field name="to" span=6 issues>
                            <Day name="to" value=shown.to issues/>
                        </Field>
                    </div>
                    {members}
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
}

/// Everybody, with two marks each: belongs to it, votes in it.
fn members(offer: &Offer, shown: &BodyDraft) -> AnyView {
    let rows = offer.persons.iter().map(|(id, name)| {
        let value = id.to_string();
        let (belongs, votes) = (shown.members.contains(&value), shown.voters.contains(&value));
        let label = format!("{}: {name}", say(words::field("voters")));
        view! {
            <li>
                <label class="choice">
                    <input type="checkbox" name="members" value=value.clone() checked=belongs/>
                    {name.clone()}
                </label>
                <input type="checkbox" name="voters" value=value checked=votes aria-label=label/>
            </li>
        }
    });
    view! {
        <fieldset class="members">
            <legend>{say(words::field("members"))} " · " {say(words::field("voters"))}</legend>
            <ul>{rows.collect_view()}</ul>
        </fieldset>
    }
    .into_any()
}
