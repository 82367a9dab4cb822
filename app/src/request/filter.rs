//! What of a tray is shown: a state, a unit, a text. All of it is in the
//! address, so that it works by a plain form.

use super::page::PATH;
use super::words::*;
use crate::list::address;
use crate::parts::Icon;
use crate::visit::say;
use domain::calendar::week::IsoWeek;
use domain::request::{Request, RequestState};
use domain::text::plain;
use domain::{UnitId, words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;

/// The code of "every state"; without one, only what waits is shown.
const ALL: &str = "all";

/// What is shown.
#[derive(Clone, Copy)]
pub struct Filter {
    state: RwSignal<String>,
    unit: RwSignal<Option<UnitId>>,
    text: RwSignal<String>,
}

impl Filter {
    /// What the address asks for.
    pub fn of_address() -> Self {
        let query = use_query_map();
        let text = |name: &'static str| query.with_untracked(|q| q.get(name)).unwrap_or_default();
        Self {
            state: RwSignal::new(text("state")),
            unit: RwSignal::new(text("of").parse().ok()),
            text: RwSignal::new(text("q")),
        }
    }

    /// Whether a request is shown.
    pub fn shows(self, request: &Request) -> bool {
        let state = self.state.with(|code| match RequestState::of_code(code) {
            Some(state) => request.state == state,
            None => code == ALL || request.state == RequestState::Registered,
        });
        let unit = self.unit.get().is_none_or(|unit| unit == request.unit);
        let text = self.text.with(|wanted| {
            let wanted = plain(wanted.trim());
            wanted.is_empty() || plain(&request.wanted.content).contains(&wanted)
        });
        state && unit && text
    }

    /// The query that keeps week and filter.
    pub fn query(self, week: IsoWeek) -> String {
        let mut query = format!("week={week}");
        self.state.with(|state| {
            if !state.is_empty() {
                query.push_str(&format!("&state={}", Url::escape(state)));
            }
        });
        if let Some(unit) = self.unit.get() {
            query.push_str(&format!("&of={unit}"));
        }
        self.text.with(|text| {
            if !text.is_empty() {
                query.push_str(&format!("&q={}", Url::escape(text)));
            }
        });
        query
    }

    /// An address of the same tray.
    pub fn link(self, week: IsoWeek, with: &str) -> String {
        address(PATH, with, &self.query(week))
    }
}

/// The form of the filter. With the browser's program the list follows at once;
/// without it the form is sent.
pub fn filter_form(filter: Filter, week: IsoWeek, units: &[(UnitId, String)]) -> AnyView {
    let navigate = use_navigate();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let to = untrack(|| filter.link(week, ""));
        navigate(&to, NavigateOptions { scroll: false, ..Default::default() });
    };
    let chosen = filter.state.get_untracked();
    let states = RequestState::ALL.into_iter().filter(|s| *s != RequestState::Registered);
    let states = std::iter::once((ALL, ALL_STATES))
        .chain(states.map(|s| (s.code(), words::request_state(s))))
        .map(|(code, word)| view! { <option value=code selected=code == chosen>{say(word)}</option> });
    let of = filter.unit.get_untracked();
    let units = units.iter().cloned().map(|(id, name)| {
        view! { <option value=id.to_string() selected=of == Some(id)>{name}</option> }
    });
    view! {
        <form class="filters" role="search" on:submit=keep>
            <input type="hidden" name="week" value=week.to_string()/>
            <div class="field">
                <label for="q">{say(LOOK_FOR)}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    value=filter.text.get_untracked()
                    on:input=move |event| filter.text.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label for="state">{say(STATE)}</label>
                <select
                    id="state"
                    name="state"
                    on:change=move |event| filter.state.set(event_target_value(&event))
                >
                    <option value="">{say(WAITING)}</option>
                    {states.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="of">{say(UNIT)}</label>
                <select
                    id="of"
                    name="of"
                    on:change=move |event| filter.unit.set(event_target_value(&event).parse().ok())
                >
                    <option value="">{say(ALL_UNITS)}</option>
                    {units.collect_view()}
                </select>
            </div>
            <button class="button"><Icon name="search"/>{say(FILTER)}</button>
        </form>
    }
    .into_any()
}
