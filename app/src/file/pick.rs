//! Choosing files: below the papers of a thing, and in the form of a thing that is not
//! there yet. Then the browser holds them until it is, and they go their way by themselves.

use super::way;
use super::words::*;
use crate::parts::{Field, Icon, is_wrong, problem_of};
use crate::visit::say;
use domain::file::{ACCEPTED, Owner};
use domain::{Issue, Refusal};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The files of a thing that is about to be made. Without our program a form does not
/// carry them, so it says `later` instead.
#[component]
pub fn PickFirst(
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// When files can be added where our program does not run.
    later: &'static str,
) -> impl IntoView {
    let runs = RwSignal::new(false);
    Effect::new(move |_| runs.set(true));
    move || {
        if !runs.get() {
            return view! { <p class="soft">{later}</p> }.into_any();
        }
        view! {
            <Field name="file" label=FILES hint=FIRST_HINT issues>
                <Pick issues multiple=true/>
            </Field>
            <Vouch issues checked=false/>
        }
        .into_any()
    }
}

/// Remembers the files of the form that is being sent.
///
/// # Errors
/// When there are some and nobody vouches for them.
pub fn choose(event: &SubmitEvent) -> Result<(), Refusal> {
    way::choose(event)
}

/// The thing is there: its papers take the files as soon as they are shown. Says whether
/// there are any.
pub fn hand_over(owner: Owner) -> bool {
    way::hand_over(owner)
}

/// The field itself.
#[component]
pub(super) fn Pick(
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// Whether more than one may be chosen.
    multiple: bool,
) -> impl IntoView {
    view! {
        <input
            id="file"
            name="file"
            type="file"
            multiple=multiple
            accept=ACCEPTED
            aria-describedby="file-hint file-error"
            aria-invalid=is_wrong(issues, "file")
        />
    }
}

/// The word that nothing in the files is a state secret (Law on Protection of State
/// Secrets 2018, article 5: it may not be sent over networks that are open).
#[component]
pub(super) fn Vouch(
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// Whether it was given before the form came back.
    checked: bool,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="choice">
                <input
                    id="no_secrets"
                    type="checkbox"
                    name="no_secrets"
                    checked=checked
                    aria-describedby="no_secrets-error"
                    aria-invalid=is_wrong(issues, "no_secrets")
                />
                {say(NO_SECRETS)}
            </label>
            {move || {
                issues
                    .with(|issues| problem_of(issues, "no_secrets"))
                    .map(|text| {
                        view! {
                            <p class="error" id="no_secrets-error">
                                <Icon name="error"/>
                                <span>{text}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
