//! The form of an account: sign-in name, roles, and the person or unit behind it.

use super::Known;
use super::keys::{Lock, NewPassword};
use crate::access::api;
use crate::access::words::*;
use crate::control::{Choice, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon, RefusalNotice, problem_of};
use crate::people::choice::{person_choices, unit_choices};
use crate::setting::tabs::ACCOUNTS_PATH;
use crate::visit::say;
use domain::access::{Account, AccountDraft, Role};
use domain::{Issue, Refusal, words};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> AccountDraft {
    AccountDraft {
        email: fields.text("email"),
        name: fields.text("name"),
        roles: fields.all("roles"),
        unit: fields.text("unit"),
        person: fields.text("person"),
        password: fields.text("password"),
    }
}

/// The form of an account as it is.
fn draft_of(account: &Account) -> AccountDraft {
    AccountDraft {
        email: account.email.clone(),
        name: account.name.clone(),
        roles: account.roles.iter().map(|r| r.code().to_owned()).collect(),
        unit: account.unit.map(|u| u.to_string()).unwrap_or_default(),
        person: account.person.map(|p| p.to_string()).unwrap_or_default(),
        password: String::new(),
    }
}

/// The panel that creates an account or changes one.
#[component]
pub fn AccountForm(
    /// The account, or nothing for a new one.
    account: Option<Account>,
    /// What the list knows.
    known: Known,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let id = account.as_ref().map(|a| a.id);
    let form = Form::of("access.save_account", id.map(|i| i.0), account.as_ref().map_or(0, |a| a.version));
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &account) {
        (Some(fields), _) => typed(fields),
        (None, Some(account)) => draft_of(account),
        (None, None) => AccountDraft::default(),
    };
    let close = Signal::derive(move || sieve.link(ACCOUNTS_PATH, ""));
    let navigate = sending.onward();
    let all = known.all;
    let units = unit_choices(&known.units, &shown.unit);
    let persons = person_choices(&known.persons, &shown.person, |_| true);
    let save = sending.submit(
        move |fields: Fields| {
            let draft = typed(&fields);
            let judged = draft.check(id.is_none()).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_account(id, fields.number("seen"), draft).await
            }
        },
        move |saved: Account| {
            all.refetch();
            navigate(&sieve.after(ACCOUNTS_PATH, saved.id.0), Default::default());
        },
    );
    let title = if account.is_some() { EDIT_ACCOUNT } else { ADD_ACCOUNT };
    view! {
        <Panel title note=say(ACCOUNT_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="email" label=EMAIL issues>
                            <Line name="email" kind="email" value=shown.email issues required=true/>
                        </Field>
                        <Field name="name" label=DISPLAY_NAME issues>
                            <Line name="name" value=shown.name issues required=true/>
                        </Field>
                    </div>
                    <Roles chosen=shown.roles issues/>
                    <div class="fields">
                        <Field name="person" label=PERSON hint=PERSON_HINT issues>
                            <Choice name="person" options=persons chosen=shown.person none=NOBODY issues/>
                        </Field>
                        <Field name="unit" hint=UNIT_HINT issues>
                            <Choice name="unit" options=units chosen=shown.unit none=NO_UNIT issues/>
                        </Field>
                        {id
                            .is_none()
                            .then(|| {
                                view! {
                                    <Field name="password" label=FIRST_PASSWORD hint=NEW_PASSWORD_HINT issues>
                                        <Line name="password" value="" issues required=true/>
                                    </Field>
                                }
                            })}
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            {account
                .map(|account| {
                    view! {
                        <NewPassword account=account.clone()/>
                        <Lock account known sieve/>
                    }
                })}
        </Panel>
    }
}

#[component]
fn Roles(chosen: Vec<String>, issues: Signal<Vec<Issue>>) -> impl IntoView {
    let problem = move || issues.with(|issues| problem_of(issues, "roles"));
    view! {
        <fieldset class="field" aria-describedby="roles-error">
            <legend class="label">{say(ROLES)}</legend>
            <div class="choices">
                {Role::ALL
                    .map(|role| {
                        let on = chosen.iter().any(|code| code == role.code());
                        view! {
                            <label class="choice">
                                <input type="checkbox" name="roles" value=role.code() checked=on/>
                                {say(words::role(role))}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            {move || {
                problem()
                    .map(|text| {
                        view! { <p class="error" id="roles-error"><Icon name="error"/><span>{text}</span></p> }
                    })
            }}
        </fieldset>
    }
}
