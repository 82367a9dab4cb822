//! How large a file may be: a form for the administrator, a fact for others.

use super::api;
use super::frame::{Standing, said};
use crate::control::{Form, Line};
use crate::fields::Fields;
use crate::parts::Field;
use crate::visit::say;
use domain::file::{FileRules, FileRulesDraft};
use domain::{Refusal, words};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> FileRulesDraft {
    FileRulesDraft { megabytes: fields.text("megabytes") }
}

/// The rules, to be changed.
#[component]
pub fn FilesForm(
    /// The rules as they are.
    rules: FileRules,
    /// Called when they were saved.
    saved: Callback<()>,
) -> impl IntoView {
    let form = Form::of("setting.save_file_rules", None, rules.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| FileRulesDraft::of(&rules), typed);
    let said = said(sending, saved);
    let save = sending.submit(
        |fields| {
            let draft = typed(&fields);
            let judged = draft.check().map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_file_rules(fields.number("seen"), draft).await
            }
        },
        move |rules: FileRules| said(rules.version),
    );
    view! {
        <Standing form submit=save>
                <Field name="megabytes" span=4 issues>
                    <Line name="megabytes" value=shown.megabytes issues required=true/>
                </Field>
        </Standing>
    }
}

/// The rules, to be read.
#[component]
pub fn FilesFacts(
    /// The rules as they are.
    rules: FileRules,
) -> impl IntoView {
    view! {
        <dl class="facts">
            <dt>{say(words::field("megabytes"))}</dt>
            <dd>{rules.megabytes}</dd>
        </dl>
    }
}
