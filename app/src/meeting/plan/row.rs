//! One planned meeting: whether it is taken, its day, what is to be known of that day and
//! what stands in its way.

use super::words::*;
use crate::parts::{Badge, Icon, problem_of};
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::calendar::working_day::Holiday;
use domain::meeting::Foreseen;
use domain::schedule::Severity;
use domain::{Issue, words as names};
use leptos::prelude::*;

/// The line.
pub(super) fn row(one: &Foreseen, issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let session = &one.session;
    let (of, number) = (session.of.to_string(), session.number);
    let (take, date) = (format!("take-{of}"), format!("date.{of}"));
    let title = number.map_or_else(|| say(LEFT_OUT).to_owned(), |number| names::session(locale, number));
    let label = format!("{}: {}", say(names::field("date")), spoken::date(session.of));
    let wrong = {
        let date = date.clone();
        move || {
            let text = issues.with(|all| problem_of(all, &date));
            text.map(|text| view! { <p class="error"><Icon name="error"/><span>{text}</span></p> })
        }
    };
    view! {
        <li>
            <input type="checkbox" id=take.clone() name="taken" value=of checked=number.is_some()/>
            <div>
                <label for=take>
                    <b>{title}</b>
                    <span>{session.content.clone()}</span>
                </label>
                <p class="soft">{spoken::long_date(locale, session.date)}</p>
                <p class="when">
                    <input type="date" id=date.clone() name=date value=session.date.to_string() aria-label=label/>
                </p>
                {wrong}
                {number.map(|_| sentences(one))}
            </div>
            <p class="stands">{marks(one)}</p>
        </li>
    }
    .into_any()
}

/// What the table of exceptional days says.
fn marks(one: &Foreseen) -> AnyView {
    let moved = one.session.of != one.session.date;
    let off = one.off.as_ref().filter(|_| moved).map(|off| {
        let text = format!("{} {}: {}", say(INSTEAD_OF), spoken::date(one.session.of), off.name);
        view! { <Badge tone="blue" icon="arrow" text/> }
    });
    let plain = (moved && one.off.is_none()).then(|| {
        let text = format!("{} {}", say(INSTEAD_OF), spoken::date(one.session.of));
        view! { <Badge tone="blue" icon="arrow" text/> }
    });
    let here = one.exception.as_ref().map(|day: &Holiday| {
        let (tone, word) = if day.kind.is_working() { ("blue", WORKED) } else { ("amber", DAY_OFF) };
        view! { <Badge tone icon="warning" text=format!("{}: {}", say(word), day.name)/> }
    });
    view! { {off} {plain} {here} }.into_any()
}

fn sentences(one: &Foreseen) -> AnyView {
    let locale = use_locale();
    let issues = one.issues.iter().map(|issue| {
        let name = locale.say(names::field(&issue.field));
        ("red", "error", format!("{name}: {}", names::problem(locale, &issue.problem)))
    });
    let conflicts = one.conflicts.iter().filter(|conflict| conflict.severity > Severity::Note);
    let conflicts = conflicts.map(|conflict| {
        let text = names::conflict(locale, conflict);
        match conflict.severity {
            Severity::Refuse => ("red", "error", text),
            _ => ("amber", "warning", text),
        }
    });
    let lines = issues.chain(conflicts).map(|(tone, icon, text)| {
        view! { <p class="clash" data-tone=tone><Icon name=icon/><span>{text}</span></p> }
    });
    lines.collect_view().into_any()
}
