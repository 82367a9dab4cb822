//! What the lists of the office have in common: a text to look for, a switch
//! for what has ended, and a panel that the address opens (`?new`, `?edit=7`).
//!
//! All of it is in the address, so that it works by plain links and forms.

use crate::panel::no_such_row;
use crate::parts::Icon;
use crate::visit::say;
use domain::Word;
use domain::text::plain;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;

domain::words! {
    LOOK_FOR: "Tìm theo tên" | "Look for";
    WITH_ENDED: "Cả mục đã kết thúc" | "Also what has ended";
    FILTER: "Lọc" | "Filter";
    WORK: "Việc" | "Actions";
}

/// What of a list is shown.
#[derive(Clone, Copy)]
pub struct Sieve {
    text: RwSignal<String>,
    ended: RwSignal<bool>,
}

impl Sieve {
    /// The sieve that the address asks for.
    pub fn of_address() -> Self {
        let query = use_query_map();
        Self {
            text: RwSignal::new(query.with_untracked(|q| q.get("q")).unwrap_or_default()),
            ended: RwSignal::new(query.with_untracked(|q| q.get("ended")).is_some()),
        }
    }

    /// Whether one of the texts holds what is looked for, with or without marks.
    pub fn finds(self, texts: &[&str]) -> bool {
        self.text.with(|wanted| {
            let wanted = plain(wanted.trim());
            wanted.is_empty() || texts.iter().any(|text| plain(text).contains(&wanted))
        })
    }

    /// Whether what has ended is shown.
    pub fn with_ended(self) -> bool {
        self.ended.get()
    }

    /// Whether something is looked for.
    pub fn is_on(self) -> bool {
        self.text.with(|t| !t.trim().is_empty())
    }

    /// The part of the address that keeps the sieve.
    pub fn query(self) -> String {
        self.text.with(|text| query(text, self.ended.get()))
    }

    /// An address of the same list with the same sieve.
    pub fn link(self, path: &str, with: &str) -> String {
        address(path, with, &self.query())
    }

    /// Where the list goes on when a row was saved.
    pub fn after(self, path: &str, saved: i64) -> String {
        let query = self.text.with_untracked(|text| query(text, self.ended.get_untracked()));
        address(path, &format!("saved={saved}"), &query)
    }
}

fn query(text: &str, ended: bool) -> String {
    let text = if text.is_empty() { String::new() } else { format!("q={}", Url::escape(text)) };
    match (text.is_empty(), ended) {
        (_, false) => text,
        (true, true) => "ended=on".into(),
        (false, true) => format!("{text}&ended=on"),
    }
}

/// A path with a query of two parts, each of which may be empty.
pub fn address(path: &str, with: &str, rest: &str) -> String {
    let parts: Vec<&str> = [with, rest].into_iter().filter(|p| !p.is_empty()).collect();
    if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
}

/// Where a plain form goes on: its page, what was saved, and the sieve that the
/// form brought along.
#[cfg(feature = "ssr")]
pub fn landing(path: &str, fields: &crate::fields::Fields, saved: i64) -> String {
    going_on(path, fields, &format!("saved={saved}"))
}

/// Where a plain form goes on that says in another way what was done.
#[cfg(feature = "ssr")]
pub fn going_on(path: &str, fields: &crate::fields::Fields, done: &str) -> String {
    address(path, done, back(fields))
}

/// Where a plain form goes back to: its page, as the form asked for it.
#[cfg(feature = "ssr")]
pub fn returning(path: &str, fields: &crate::fields::Fields) -> String {
    address(path, "", back(fields))
}

/// The query that a form brought along. Anything that is none is left out.
#[cfg(feature = "ssr")]
fn back(fields: &crate::fields::Fields) -> &str {
    let back = fields.get("back");
    let fits = back.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&%+-_.~".contains(&b));
    if fits { back } else { "" }
}

/// The form above a list. With the browser's program the list follows each
/// letter; without it the form is sent.
#[component]
pub fn Sift(
    /// What it sets.
    sieve: Sieve,
    /// The page.
    path: &'static str,
    /// The words of the switch for what has ended.
    #[prop(default = WITH_ENDED)]
    with: Word,
    /// Further fields of the same form.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let navigate = use_navigate();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let to = untrack(|| sieve.link(path, ""));
        navigate(&to, NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <form class="filters" role="search" on:submit=keep>
            <div class="field">
                <label for="q">{say(LOOK_FOR)}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    value=sieve.text.get_untracked()
                    on:input=move |event| sieve.text.set(event_target_value(&event))
                />
            </div>
            <label class="choice">
                <input
                    type="checkbox"
                    name="ended"
                    checked=sieve.ended.get_untracked()
                    on:change=move |event| sieve.ended.set(event_target_checked(&event))
                />
                {say(with)}
            </label>
            {children.map(|children| children())}
            <button class="button"><Icon name="search"/>{say(FILTER)}</button>
        </form>
    }
}

/// The last cell of a row: the way to its form. The label names the row, too.
pub fn way_cell(href: String, label: String, word: Word) -> AnyView {
    view! {
        <td>
            <div class="buttons">
                <a class="button" data-size="small" href=href aria-label=label>{say(word)}</a>
            </div>
        </td>
    }
    .into_any()
}

/// A list as a table. Whoever may do something about a row has a last column for it.
pub fn table(caption: impl Into<String>, heads: &[Word], works: bool, rows: Vec<AnyView>) -> AnyView {
    let caption = caption.into();
    let heads = heads.iter().map(|head| view! { <th scope="col">{say(*head)}</th> });
    let work = works.then(|| view! { <th scope="col"><span class="only-read">{say(WORK)}</span></th> });
    view! {
        <div class="table-box">
            <table class="table">
                <caption class="only-read">{caption}</caption>
                <thead><tr>{heads.collect_view()} {work}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What the panel beside a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// There is no panel.
    Nothing,
    /// A form for something new.
    New,
    /// The form of a row.
    Edit(i64),
}

impl Open {
    /// The panel itself: the form of nothing yet, or of the row that is found.
    pub fn panel<T>(
        self,
        found: impl FnOnce(i64) -> Option<T>,
        form: impl Fn(Option<T>) -> AnyView,
    ) -> Option<AnyView> {
        match self {
            Open::Nothing => None,
            Open::New => Some(form(None)),
            Open::Edit(id) => Some(found(id).map_or_else(no_such_row, |row| form(Some(row)))),
        }
    }
}

/// The panel that the address asks for.
pub fn use_open() -> Memo<Open> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|q| match q.get("edit").and_then(|id| id.parse().ok()) {
            Some(id) => Open::Edit(id),
            None if q.get("new").is_some() => Open::New,
            None => Open::Nothing,
        })
    })
}

/// The row that was saved last, by the address.
pub fn use_saved() -> Memo<Option<i64>> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|q| q.get("saved").and_then(|id| id.parse().ok())))
}
