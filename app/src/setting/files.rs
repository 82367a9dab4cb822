//! How large a file may be: a form for the administrator, a fact for others.

use super::api;
use super::tabs::OFFICE_PATH;
use super::words::*;
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::address;
use crate::parts::{Field, Icon, RefusalNotice};
use crate::visit::say;
use domain::file::{FileRules, FileRulesDraft};
use domain::{Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

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
    let navigate = use_navigate();
    let save = sending.submit(
        |fields| {
            let draft = typed(&fields);
            let judged = draft.check().map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_file_rules(fields.number("seen"), draft).await
            }
        },
        move |rules: FileRules| {
            saved.run(());
            navigate(&address(OFFICE_PATH, &format!("saved={}", rules.version), ""), Default::default());
        },
    );
    view! {
        <form class="form" method="post" novalidate on:submit=save>
            <Hidden form/>
            <RefusalNotice refusal=sending.refusal/>
            <div class="fields">
                <Field name="megabytes" span=4 issues>
                    <Line name="megabytes" value=shown.megabytes issues required=true/>
                </Field>
            </div>
            <p class="buttons">
                <button class="button" data-kind="primary"><Icon name="check"/>{say(SAVE)}</button>
            </p>
        </form>
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
