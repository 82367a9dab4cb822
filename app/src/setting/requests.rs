//! When registration closes and how much a unit may ask for: a form for the
//! administrator, facts for others.

use super::api;
use super::frame::{Standing, said};
use crate::control::{Choice, Form, Line};
use crate::fields::Fields;
use crate::parts::Field;
use crate::visit::{say, use_locale};
use chrono::Weekday;
use domain::calendar::spoken;
use domain::request::{RequestRules, RulesDraft};
use domain::{Refusal, words};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> RulesDraft {
    RulesDraft {
        closing_day: fields.text("closing_day"),
        closing_time: fields.text("closing_time"),
        per_week: fields.text("per_week"),
        submit_day: fields.text("submit_day"),
        submit_time: fields.text("submit_time"),
    }
}

/// The rules, to be changed.
#[component]
pub fn RulesForm(
    /// The rules as they are.
    rules: RequestRules,
    /// Called when they were saved.
    saved: Callback<()>,
) -> impl IntoView {
    let form = Form::of("setting.save_request_rules", None, rules.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| RulesDraft::of(&rules), typed);
    let said = said(sending, saved);
    let save = sending.submit(
        |fields| {
            let draft = typed(&fields);
            let judged = draft.check().map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_request_rules(fields.number("seen"), draft).await
            }
        },
        move |rules: RequestRules| said(rules.version),
    );
    let locale = use_locale();
    let weekdays = (0..7).filter_map(|n| Weekday::try_from(n).ok());
    let days: Vec<(String, String)> = weekdays
        .map(move |day| (day.number_from_monday().to_string(), spoken::weekday(locale, day).to_owned()))
        .collect();
    let closing_days = days.clone();
    view! {
        <Standing form submit=save>
                <Field name="closing_day" span=4 issues>
                    <Choice name="closing_day" options=closing_days chosen=shown.closing_day issues/>
                </Field>
                <Field name="closing_time" span=4 issues>
                    <Line name="closing_time" value=shown.closing_time issues required=true/>
                </Field>
                <Field name="per_week" span=4 issues>
                    <Line name="per_week" value=shown.per_week issues required=true/>
                </Field>
                <Field name="submit_day" span=4 issues>
                    <Choice name="submit_day" options=days chosen=shown.submit_day issues/>
                </Field>
                <Field name="submit_time" span=4 issues>
                    <Line name="submit_time" value=shown.submit_time issues required=true/>
                </Field>
        </Standing>
    }
}

/// The rules, to be read.
#[component]
pub fn RulesFacts(
    /// The rules as they are.
    rules: RequestRules,
) -> impl IntoView {
    let locale = use_locale();
    let facts = [
        ("closing_day", spoken::weekday(locale, rules.weekday).to_owned()),
        ("closing_time", spoken::time(rules.time)),
        ("per_week", rules.per_week.to_string()),
        ("submit_day", spoken::weekday(locale, rules.submit_weekday).to_owned()),
        ("submit_time", spoken::time(rules.submit_time)),
    ];
    view! {
        <dl class="facts">
            {facts
                .into_iter()
                .map(|(field, text)| view! { <dt>{say(words::field(field))}</dt> <dd>{text}</dd> })
                .collect_view()}
        </dl>
    }
}
