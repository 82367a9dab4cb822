//! A form of one deed: its way to the server, its refusal above it, its own fields in it.

use super::deed;
use crate::control::{Form, Hidden};
use crate::fields::Fields;
use crate::parts::RefusalNotice;
use domain::MeetingId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;

/// The form of a deed of this room.
#[component]
pub fn Act(
    /// The deed, its row and the version that was seen.
    form: Form,
    /// Reads the page again when it was done.
    again: Callback<()>,
    /// The meeting that the row belongs to, when the row is not the meeting.
    #[prop(optional_no_strip)]
    meeting: Option<MeetingId>,
    /// The look of the form.
    #[prop(default = "form")]
    class: &'static str,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let verb = form.deed.strip_prefix("meeting.").unwrap_or_default();
    let sending = form.sending;
    let navigate = sending.onward();
    let send = sending.submit(
        move |fields: Fields| async move { deed::carry_out(verb, &fields).await },
        move |to: String| {
            again.run(());
            navigate(&to, NavigateOptions { scroll: false, ..Default::default() });
        },
    );
    view! {
        <form class=class method="post" novalidate on:submit=send>
            <Hidden form/>
            {meeting.map(|id| view! { <input type="hidden" name="meeting" value=id.to_string()/> })}
            <RefusalNotice refusal=sending.refusal/>
            {children()}
        </form>
    }
}
