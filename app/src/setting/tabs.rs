//! The heading and tabs of the settings, shared with the accounts.

use super::words::*;
use crate::visit::{say, use_actor};
use domain::Deed;
use leptos::prelude::*;

/// The address of the days off and the hours.
pub const CALENDAR_PATH: &str = "/desk/settings/calendar";
/// The address of the names and rules.
pub const OFFICE_PATH: &str = "/desk/settings";
/// The address of the ways between places.
pub const TRAVEL_PATH: &str = "/desk/settings/travel";
/// The address of the accounts.
pub const ACCOUNTS_PATH: &str = "/desk/settings/accounts";
/// The address of the deadlines of meetings.
const DEADLINES_PATH: &str = "/desk/meetings/rules";

/// Heading and tabs; `children` stand beside the heading.
#[component]
pub fn Head(
    /// The address of this page.
    path: &'static str,
    /// Buttons beside the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tab = |to: &'static str, word| {
        view! { <a href=to aria-current=(to == path).then_some("page")>{say(word)}</a> }
    };
    let accounts = use_actor().can(Deed::ManageAccounts).then(|| tab(ACCOUNTS_PATH, ACCOUNTS));
    view! {
        <div class="head">
            <h1>{say(SETTINGS)}</h1>
            {children.map(|children| view! { <div class="buttons">{children()}</div> })}
        </div>
        <nav class="tabs" aria-label=say(SETTINGS)>
            {tab(OFFICE_PATH, OFFICE)} {tab(CALENDAR_PATH, CALENDAR)} {tab(TRAVEL_PATH, TRAVEL)}
            {tab(DEADLINES_PATH, DEADLINES)} {accounts}
        </nav>
    }
}
