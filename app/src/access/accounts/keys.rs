//! A new password for an account, its lock and its key. A password is seen
//! while it is typed and never again.

use super::Known;
use crate::access::api;
use crate::access::words::*;
use crate::control::{Form, Line};
use crate::fields::{DEED, Fields};
use crate::list::Sieve;
use crate::parts::{Field, Icon, Notice, RefusalNotice, problem_of};
use crate::setting::tabs::ACCOUNTS_PATH;
use crate::visit::{say, use_actor};
use domain::Refusal;
use domain::access::{Account, password};
use leptos::prelude::*;

/// Sets a new password.
#[component]
pub fn NewPassword(
    /// Whose.
    account: Account,
) -> impl IntoView {
    let (id, email) = (account.id, account.email);
    let form = Form::of("access.reset_password", Some(id.0), account.version);
    let (issues, sending) = (form.issues, form.sending);
    let done = RwSignal::new(false);
    let reset = sending.submit(
        move |fields: Fields| {
            let new = fields.text("password");
            let judged = password(&new, &email).map_err(|problem| Refusal::field("password", problem));
            done.set(false);
            async move {
                judged?;
                api::reset_password(id, new).await
            }
        },
        move |_: Account| done.set(true),
    );
    view! {
        <form class="form" method="post" novalidate on:submit=reset aria-labelledby="password-title">
            <input type="hidden" name=DEED value=form.deed/>
            <input type="hidden" name="id" value=form.row/>
            <div class="body">
                <h3 id="password-title">{say(RESET_PASSWORD)}</h3>
                <RefusalNotice refusal=sending.refusal/>
                <Show when=move || done.get()>
                    <Notice tone="green"><p>{say(PASSWORD_RESET)}</p></Notice>
                </Show>
                <Field name="password" label=NEW_PASSWORD hint=NEW_PASSWORD_HINT issues>
                    <Line name="password" value="" issues required=true/>
                </Field>
                <p class="buttons"><button class="button">{say(RESET_PASSWORD)}</button></p>
            </div>
        </form>
    }
}

/// Locks an account or opens it again; nobody locks their own.
#[component]
pub fn Lock(
    /// Which.
    account: Account,
    /// What the list knows.
    known: Known,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    if use_actor().account == Some(account.id) {
        return ().into_any();
    }
    let id = account.id;
    let locked = account.locked_at.is_some();
    let deed = if locked { "access.unlock_account" } else { "access.lock_account" };
    let form = Form::of(deed, Some(id.0), account.version);
    let navigate = form.sending.onward();
    let turn =
        form.sending.submit(
            move |_| async move {
                if locked { api::unlock_account(id).await } else { api::lock_account(id).await }
            },
            move |_: Account| {
                known.all.refetch();
                navigate(&sieve.after(ACCOUNTS_PATH, id.0), Default::default());
            },
        );
    let issues = form.issues;
    let problem = move || issues.with(|issues| problem_of(issues, "locked"));
    let (icon, word, kind) =
        if locked { ("undo", UNLOCK, None) } else { ("restricted", LOCK, Some("danger")) };
    view! {
        <form class="form" method="post" on:submit=turn>
            <input type="hidden" name=DEED value=form.deed/>
            <input type="hidden" name="id" value=form.row/>
            <div class="body">
                <RefusalNotice refusal=form.sending.refusal/>
                <p class="soft">{say(if locked { UNLOCK_NOTE } else { LOCK_NOTE })}</p>
                {move || {
                    problem().map(|text| view! { <p class="error"><Icon name="error"/><span>{text}</span></p> })
                }}
                <p class="buttons"><button class="button" data-kind=kind><Icon name=icon/>{say(word)}</button></p>
            </div>
        </form>
    }
    .into_any()
}
