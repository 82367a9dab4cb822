//! What the three lists of this room share: heading, tabs, terms in words.

use super::choice::has_ended;
use super::words::*;
use crate::list::Sieve;
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_actor};
use chrono::NaiveDate;
use domain::calendar::spoken;
use domain::people::Span;
use domain::{Deed, Word};
use leptos::prelude::*;

/// The heading with the button that adds, and the tabs of the room; whoever may not
/// change the lists is told who does.
#[component]
pub fn Head(
    /// The address of this list.
    path: &'static str,
    /// The words of the button that adds.
    add: Word,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let tab = |to: &'static str, word| {
        view! { <a href=to aria-current=(to == path).then_some("page")>{say(word)}</a> }
    };
    let may = use_actor().can(Deed::EditPeople);
    view! {
        <div class="head">
            <h1>{say(PEOPLE)}</h1>
            {may
                .then(|| {
                    view! {
                        <div class="buttons">
                            <a class="button" data-kind="primary" href=move || sieve.link(path, "new")>
                                <Icon name="add"/>
                                {say(add)}
                            </a>
                        </div>
                    }
                })}
        </div>
        <nav class="tabs" aria-label=say(PARTS)>
            {tab("/desk/people", UNITS)}
            {tab("/desk/people/persons", PERSONS)}
            {tab("/desk/people/positions", POSITIONS)}
        </nav>
        {(!may).then(|| view! { <p class="soft">{say(ONLY_SECRETARIES)}</p> })}
    }
}

/// The last cell of a row: its mark and the link that edits it. For whoever may not edit
/// there is no such cell.
pub fn work(edit: Option<String>, label: String, mark: Option<AnyView>) -> Option<AnyView> {
    edit.map(|href| {
        view! {
            <td>
                <div class="buttons">
                    {mark}
                    <a class="button" data-size="small" href=href aria-label=label>{say(EDIT)}</a>
                </div>
            </td>
        }
        .into_any()
    })
}

/// The mark of what has ended or not begun, if it is one of both.
pub fn standing(valid: Span, today: NaiveDate) -> Option<AnyView> {
    if has_ended(valid, today) {
        Some(view! { <Badge icon="clock" text=say(ENDED)/> }.into_any())
    } else if valid.from.is_some_and(|from| today < from) {
        Some(view! { <Badge tone="blue" icon="clock" text=say(COMING)/> }.into_any())
    } else {
        None
    }
}

/// "từ 01/07/2025", "đến 28/02/2025", "01/07/2025 - 30/06/2026", or nothing.
pub fn validity(valid: Span) -> String {
    match (valid.from, valid.to) {
        (Some(from), Some(to)) => format!("{} - {}", spoken::date(from), spoken::date(to)),
        (Some(from), None) => format!("{} {}", say(FROM), spoken::date(from)),
        (None, Some(to)) => format!("{} {}", say(TO), spoken::date(to)),
        (None, None) => String::new(),
    }
}

/// "01/07/2026 - nay".
pub fn term(valid: Span) -> String {
    match (valid.from, valid.to) {
        (Some(from), None) => format!("{} - {}", spoken::date(from), say(UNTIL_NOW)),
        _ => validity(valid),
    }
}
