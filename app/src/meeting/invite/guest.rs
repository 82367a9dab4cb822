//! The fields of one invitee: what as, which items, and of a guest name and address.

use super::words::*;
use crate::control::{Choice, Line};
use crate::parts::Field;
use crate::visit::{say, use_locale};
use domain::Issue;
use domain::meeting::{InviteeDraft, InviteePart, Item};
use domain::words;
use leptos::prelude::*;

/// The part, with its items to choose from.
pub fn part_fields(shown: &InviteeDraft, agenda: &[Item], issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let parts =
        InviteePart::ALL.map(|p| (p.code().to_owned(), locale.say(words::invitee_part(p)).to_owned()));
    let rows = agenda.iter().enumerate().map(|(place, item)| {
        let value = item.id.to_string();
        let checked = shown.items.contains(&value);
        view! {
            <li>
                <label class="choice">
                    <input type="checkbox" name="items" value=value checked=checked/>
                    {format!("{}. {}", place + 1, item.plan.content)}
                </label>
            </li>
        }
    });
    let items = (!agenda.is_empty()).then(|| {
        view! {
            <fieldset class="members">
                <legend>{say(CONCERNS)}</legend>
                <ul>{rows.collect_view()}</ul>
            </fieldset>
        }
    });
    let part = shown.part.clone();
    view! {
        <div class="fields">
            <Field name="invitee_part" issues>
                <Choice name="invitee_part" options=parts.to_vec() chosen=part issues required=true/>
            </Field>
        </div>
        {items}
    }
    .into_any()
}

/// Name, title and a way to reach a guest.
pub fn guest_fields(shown: &InviteeDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let InviteeDraft { name, title, email, phone, .. } = shown.clone();
    view! {
        <div class="fields">
            <Field name="guest_name" issues>
                <Line name="guest_name" value=name issues required=true/>
            </Field>
            <Field name="guest_title" issues>
                <Line name="guest_title" value=title issues required=true/>
            </Field>
            <Field name="email" issues>
                <Line name="email" value=email issues kind="email"/>
            </Field>
            <Field name="guest_phone" issues>
                <Line name="guest_phone" value=phone issues kind="tel"/>
            </Field>
        </div>
    }
    .into_any()
}
