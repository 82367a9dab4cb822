//! What of the roster the public reads: two ticks.

use super::api;
use super::page::DutyPage;
use super::words::*;
use crate::control::{Form, Hidden};
use crate::fields::Fields;
use crate::parts::{Icon, RefusalNotice};
use crate::visit::say;
use domain::duty::{DutyRules, DutyRulesDraft};
use leptos::prelude::*;

/// The form as it was ticked.
pub fn typed(fields: &Fields) -> DutyRulesDraft {
    DutyRulesDraft { duty_public: fields.text("duty_public"), duty_hotline: fields.text("duty_hotline") }
}

/// The form below the roster.
#[component]
pub fn RulesForm(
    /// The page.
    page: DutyPage,
    /// The rules as they are.
    rules: DutyRules,
) -> impl IntoView {
    let form = Form::of("duty.save_rules", None, rules.version);
    let sending = form.sending;
    let shown = form.typed.as_ref().map_or_else(|| DutyRulesDraft::of(&rules), typed);
    let navigate = sending.onward();
    let save = sending.submit(
        |fields| async move { api::save_rules(fields.number("seen"), typed(&fields)).await },
        move |_| {
            page.roster.refetch();
            let to = format!("{}&done=saved", page.month.get_untracked().address());
            navigate(&to, Default::default());
        },
    );
    let tick = |name: &'static str, ticked: bool, word| {
        view! {
            <label class="choice">
                <input type="checkbox" name=name value="on" checked=ticked/>
                {say(word)}
            </label>
        }
    };
    view! {
        <section aria-labelledby="rules">
            <h2 id="rules">{say(RULES)}</h2>
            <p class="soft">{say(RULES_LEAD)}</p>
            <form class="form" method="post" on:submit=save>
                <Hidden form/>
                <input type="hidden" name="month" value=page.month.get_untracked().code()/>
                <RefusalNotice refusal=sending.refusal/>
                {tick("duty_public", !shown.duty_public.is_empty(), PUBLIC)}
                {tick("duty_hotline", !shown.duty_hotline.is_empty(), HOTLINE_PUBLIC)}
                <p class="buttons">
                    <button class="button"><Icon name="check"/>{say(SAVE)}</button>
                </p>
            </form>
        </section>
    }
}
