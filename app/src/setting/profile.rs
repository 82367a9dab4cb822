//! The names of the office: a form for the administrator, facts for others.

use super::api;
use super::frame::Standing;
use super::tabs::OFFICE_PATH;
use super::words::*;
use crate::control::{Form, Line};
use crate::fields::Fields;
use crate::list::{address, use_saved};
use crate::parts::{Field, Notice};
use crate::visit::say;
use domain::setting::Profile;
use domain::{Refusal, words};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> Profile {
    Profile {
        committee_name: fields.text("committee_name"),
        committee_short: fields.text("committee_short"),
        office_name: fields.text("office_name"),
        place_name: fields.text("place_name"),
        letter_symbol: fields.text("letter_symbol"),
        headquarters: fields.text("headquarters"),
        registration_deadline: fields.text("registration_deadline"),
        version: fields.number("seen"),
    }
}

/// The names, to be changed.
#[component]
pub fn ProfileForm(
    /// The names as they are.
    profile: Profile,
) -> impl IntoView {
    let form = Form::of("setting.save_profile", None, profile.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or(profile, typed);
    let saved = use_saved();
    let save = sending.submit(
        |fields| {
            let profile = typed(&fields);
            let judged = profile.check().map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_profile(profile).await
            }
        },
        |saved: Profile| {
            // The header carries a name, too: the page is read again as a whole.
            let here = address(OFFICE_PATH, &format!("saved={}", saved.version), "");
            _ = window().location().set_href(&here);
        },
    );
    view! {
        {move || saved.get().map(|_| view! { <Notice tone="green"><p>{say(SAVED)}</p></Notice> })}
        <Standing form submit=save>
                <Field name="committee_name" span=8 issues>
                    <Line name="committee_name" value=shown.committee_name issues required=true/>
                </Field>
                <Field name="committee_short" span=4 issues>
                    <Line name="committee_short" value=shown.committee_short issues required=true/>
                </Field>
                <Field name="office_name" span=8 issues>
                    <Line name="office_name" value=shown.office_name issues required=true/>
                </Field>
                <Field name="place_name" span=4 issues>
                    <Line name="place_name" value=shown.place_name issues required=true/>
                </Field>
                <Field name="letter_symbol" span=4 hint=SYMBOL_HINT issues>
                    <Line name="letter_symbol" value=shown.letter_symbol issues/>
                </Field>
                <Field name="headquarters" span=8 issues>
                    <Line name="headquarters" value=shown.headquarters issues/>
                </Field>
                <Field name="registration_deadline" hint=DEADLINE_HINT issues>
                    <Line name="registration_deadline" value=shown.registration_deadline issues/>
                </Field>
        </Standing>
    }
}

/// The names, to be read.
#[component]
pub fn ProfileFacts(
    /// The names as they are.
    profile: Profile,
) -> impl IntoView {
    let facts = [
        ("committee_name", profile.committee_name),
        ("committee_short", profile.committee_short),
        ("office_name", profile.office_name),
        ("place_name", profile.place_name),
        ("letter_symbol", profile.letter_symbol),
        ("headquarters", profile.headquarters),
        ("registration_deadline", profile.registration_deadline),
    ];
    view! {
        <dl class="facts">
            {facts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(field, text)| view! { <dt>{say(words::field(field))}</dt> <dd>{text}</dd> })
                .collect_view()}
        </dl>
    }
}
