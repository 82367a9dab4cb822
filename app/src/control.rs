//! The controls of a form and what a form remembers: the version that was
//! seen, and what was typed when a plain POST came back refused.
//!
//! Controls are uncontrolled on purpose: what is typed before the browser's
//! program has arrived stays as it is.

use crate::fields::{DEED, Fields, Returned};
use crate::keep::keep_around;
use crate::parts::is_wrong;
use crate::send::Sending;
use crate::visit::{say, use_locale, use_visit};
use domain::calendar::spoken;
use domain::{Issue, Refusal, Word};
use leptos::prelude::*;

/// A form of one thing while it is on the screen.
#[derive(Clone)]
pub struct Form {
    /// The verb that it sends.
    pub deed: &'static str,
    /// The number of the row, empty for a new one.
    pub row: String,
    /// Its way to the server.
    pub sending: Sending,
    /// What was typed, when a plain POST came back.
    pub typed: Option<Fields>,
    /// The version that the person has seen; a stale refusal shows a newer one.
    pub seen: RwSignal<i32>,
    /// What is wrong, field by field.
    pub issues: Signal<Vec<Issue>>,
}

impl Form {
    /// The form of a verb for one row. What came back for another row stays out.
    pub fn of(deed: &'static str, row: Option<i64>, version: i32) -> Self {
        Self::named(deed, row.map(|r| r.to_string()).unwrap_or_default(), version)
    }

    /// The form of a verb for one row that has another name than a number.
    pub fn named(deed: &'static str, row: String, version: i32) -> Self {
        let visit = use_visit();
        let sending = Sending::of(deed);
        let typed = Returned::of(deed).map(|r| r.fields).filter(|f| f.get("id") == row);
        if typed.is_none() {
            sending.refusal.set(None);
        }
        let current = move |refusal: Option<&Refusal>| match refusal {
            Some(Refusal::Stale(stale)) => Some(stale.current),
            _ => None,
        };
        let before = typed.as_ref().map_or(version, |f| f.number("seen"));
        let seen = RwSignal::new(sending.refusal.with_untracked(|r| current(r.as_ref())).unwrap_or(before));
        Effect::new(move |_| {
            // What came back is shown once; a form opened later begins afresh.
            visit.update_value(|v| v.returned = None);
        });
        Effect::new(move |_| {
            if let Some(newer) = sending.refusal.with(|r| current(r.as_ref())) {
                seen.set(newer);
            }
        });
        Self { deed, row, sending, typed, seen, issues: sending.issues() }
    }

    /// What was typed into a field of the form that came back; empty in a fresh one.
    pub fn text(&self, name: &str) -> String {
        self.typed.as_ref().map(|fields| fields.text(name)).unwrap_or_default()
    }
}

/// The hidden fields of a [`Form`]: verb, row, version, and where to go on.
#[component]
pub fn Hidden(
    /// The form.
    form: Form,
    /// The query of the list to return to.
    #[prop(into, optional)]
    back: Signal<String>,
) -> impl IntoView {
    let seen = form.seen;
    let here = NodeRef::new();
    let left = keep_around(here, seen, form.typed.is_some());
    view! {
        <input type="hidden" name=DEED value=form.deed node_ref=here/>
        <input type="hidden" name="id" value=form.row/>
        <input type="hidden" name="seen" value=move || seen.get().to_string()/>
        <input type="hidden" name="back" value=move || back.get()/>
        {left}
    }
}

/// A line of text.
#[component]
pub fn Line(
    /// Code name of the field.
    name: &'static str,
    /// What it says at first.
    #[prop(into)]
    value: String,
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// The kind of input.
    #[prop(default = "text")]
    kind: &'static str,
    /// Whether it must be filled.
    #[prop(default = false)]
    required: bool,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    view! {
        <input
            id=name
            name=name
            type=kind
            value=value
            required=required
            autocomplete=autocomplete
            aria-describedby=described(name)
            aria-invalid=is_wrong(issues, name)
        />
    }
}

/// A text of several lines.
#[component]
pub fn Area(
    /// Code name of the field.
    name: &'static str,
    /// What it says at first.
    #[prop(into)]
    value: String,
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// Whether it must be filled.
    #[prop(default = false)]
    required: bool,
) -> impl IntoView {
    // The text of a textarea is not escaped by the renderer.
    let inner = value.replace('&', "&amp;").replace('<', "&lt;");
    view! {
        <textarea
            id=name
            name=name
            rows="3"
            required=required
            aria-describedby=described(name)
            aria-invalid=is_wrong(issues, name)
            inner_html=inner
        ></textarea>
    }
}

/// A day, with its weekday spelt out below: browsers write dates in their own order.
#[component]
pub fn Day(
    /// Code name of the field.
    name: &'static str,
    /// What it says at first, as `2026-11-30`.
    #[prop(into)]
    value: String,
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// Whether it must be filled.
    #[prop(default = false)]
    required: bool,
) -> impl IntoView {
    let locale = use_locale();
    let shown = RwSignal::new(value.clone());
    let spelt = move || {
        shown
            .with(|day| spoken::parse_date(day))
            .map(|day| spoken::long_date(locale, day))
            .unwrap_or_default()
    };
    view! {
        <input
            id=name
            name=name
            type="date"
            value=value
            required=required
            aria-describedby=format!("{name}-day {}", described(name))
            aria-invalid=is_wrong(issues, name)
            on:input=move |event| shown.set(event_target_value(&event))
        />
        <p class="hint" id=format!("{name}-day")>{spelt}</p>
    }
}

/// A choice from a list of numbers or codes and their names.
#[component]
pub fn Choice(
    /// Code name of the field.
    name: &'static str,
    /// Value and name of each choice.
    options: Vec<(String, String)>,
    /// The value chosen at first.
    #[prop(into)]
    chosen: String,
    /// The name of choosing nothing; left out where something must be chosen.
    #[prop(optional)]
    none: Option<Word>,
    /// What is wrong in the form.
    issues: Signal<Vec<Issue>>,
    /// Whether something must be chosen.
    #[prop(default = false)]
    required: bool,
) -> impl IntoView {
    view! {
        <select
            id=name
            name=name
            required=required
            aria-describedby=described(name)
            aria-invalid=is_wrong(issues, name)
        >
            {none.map(|word| view! { <option value="">{say(word)}</option> })}
            {options
                .into_iter()
                .map(|(value, text)| {
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{text}</option> }
                })
                .collect_view()}
        </select>
    }
}

/// The notes that belong to a control.
fn described(name: &str) -> String {
    format!("{name}-hint {name}-error")
}
