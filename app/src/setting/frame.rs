//! What the forms have in common that stand on the page of the office itself.

use super::tabs::OFFICE_PATH;
use super::words::SAVE;
use crate::control::{Form, Hidden};
use crate::list::address;
use crate::parts::{Icon, RefusalNotice};
use crate::send::Sending;
use crate::visit::say;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The frame: what was refused, the fields, and the button that saves them.
#[component]
pub fn Standing(
    /// The form.
    form: Form,
    /// Sends it.
    submit: impl Fn(SubmitEvent) + 'static,
    children: Children,
) -> impl IntoView {
    let refusal = form.sending.refusal;
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            <Hidden form/>
            <RefusalNotice refusal/>
            <div class="fields">{children()}</div>
            <p class="buttons">
                <button class="button" data-kind="primary"><Icon name="check"/>{say(SAVE)}</button>
            </p>
        </form>
    }
}

/// What follows on a save of this version: the page is read again and says so.
pub fn said(sending: Sending, saved: Callback<()>) -> impl Fn(i32) + Clone {
    let navigate = sending.onward();
    move |version| {
        saved.run(());
        navigate(&address(OFFICE_PATH, &format!("saved={version}"), ""), Default::default());
    }
}
