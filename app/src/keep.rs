//! What was typed and not yet saved, kept in the browser's tab: it survives a
//! reload and a lost session, and goes with the tab. No other account is offered it.

#[cfg(feature = "hydrate")]
use crate::fields::DEED;
use crate::fields::Fields;
use crate::parts::Notice;
use crate::visit::say;
use domain::AccountId;
use leptos::html::Input;
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use std::cell::Cell;

domain::words! {
    UNSAVED: "Có nội dung gõ lúc trước chưa lưu." | "There is text from before that was not saved.";
    USE: "Dùng lại" | "Use it";
    DROP: "Bỏ" | "Drop it";
}

#[cfg(feature = "hydrate")]
thread_local! {
    // A page is that of one person.
    static ACCOUNT: Cell<i64> = const { Cell::new(0) };
}

/// Whose page this is.
#[cfg(feature = "hydrate")]
pub fn belongs_to(account: Option<AccountId>) {
    ACCOUNT.set(account.map_or(0, |account| account.0));
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub fn belongs_to(_: Option<AccountId>) {}

#[cfg(feature = "hydrate")]
fn name_of(key: &str) -> String {
    format!("giaoban:{}:{key}", ACCOUNT.get())
}

/// Keeps a form.
#[cfg(feature = "hydrate")]
pub fn keep(key: &str, fields: &Fields) {
    let lines: Vec<String> = fields.0.iter().map(|(name, value)| format!("{name}\u{1f}{value}")).collect();
    if let Some(store) = store() {
        // A full store only costs the comfort.
        let _ = store.set_item(&name_of(key), &lines.join("\u{1e}"));
    }
}

/// What was kept.
#[cfg(feature = "hydrate")]
pub fn kept(key: &str) -> Option<Fields> {
    let text = store()?.get_item(&name_of(key)).ok()??;
    let pair = |line: &str| line.split_once('\u{1f}').map(|(n, v)| (n.to_owned(), v.to_owned()));
    Some(Fields(text.split('\u{1e}').filter_map(pair).collect()))
}

/// Forgets a form.
#[cfg(feature = "hydrate")]
pub fn forget(key: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(&name_of(key));
    }
}

#[cfg(feature = "hydrate")]
fn store() -> Option<leptos::web_sys::Storage> {
    leptos::prelude::window().session_storage().ok()?
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub fn keep(_: &str, _: &Fields) {}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub fn kept(_: &str) -> Option<Fields> {
    None
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub fn forget(_: &str) {}

/// The key of a form at this address: by its verb and its row.
#[cfg(feature = "hydrate")]
pub fn key_of(fields: &Fields) -> String {
    let path = leptos::prelude::window().location().pathname().unwrap_or_default();
    format!("{path}:{}:{}", fields.get(DEED), fields.get("id"))
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub fn key_of(_: &Fields) -> String {
    String::new()
}

/// What was left behind unsaved, and the choice to use it or to drop it.
pub fn offer(
    left: RwSignal<Option<Fields>>,
    take: impl Fn(Fields) + Clone + Send + Sync + 'static,
    drop: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    move || {
        let (take, drop) = (take.clone(), drop.clone());
        left.get().map(|fields| {
            let used = move |_| {
                take(fields.clone());
                left.try_set(None);
            };
            let dropped = move |_| {
                drop();
                left.set(None);
            };
            view! {
                <Notice tone="blue">
                    <p>{say(UNSAVED)}</p>
                    <p class="buttons">
                        <button class="button" type="button" data-kind="primary" on:click=used>
                            {say(USE)}
                        </button>
                        <button class="button" type="button" on:click=dropped>
                            {say(DROP)}
                        </button>
                    </p>
                </Notice>
            }
        })
    }
}

/// Keeps what is typed into the form around one of its fields, and offers what was left
/// behind in it. `seen` is the version that the form was laid upon; what is taken again
/// brings its own along, so that a change by somebody else meanwhile is not overwritten.
/// A form with a password is never kept.
pub fn keep_around(here: NodeRef<Input>, seen: RwSignal<i32>, is_returned: bool) -> impl IntoView {
    let left = RwSignal::new(None::<Fields>);
    #[cfg(feature = "hydrate")]
    typing::follow(here, left, is_returned);
    #[cfg(not(feature = "hydrate"))]
    let _ = (here, is_returned);
    let take = move |fields: Fields| {
        seen.set(fields.number("seen"));
        #[cfg(feature = "hydrate")]
        typing::lay(here, &fields);
        #[cfg(not(feature = "hydrate"))]
        let _ = (here, fields);
    };
    let drop = move || {
        #[cfg(feature = "hydrate")]
        typing::drop_kept(here);
        #[cfg(not(feature = "hydrate"))]
        let _ = here;
    };
    offer(left, take, drop)
}

/// Forms in a browser.
#[cfg(feature = "hydrate")]
mod typing {
    use super::{forget, keep, kept, key_of};
    use crate::dom::tell;
    use crate::fields::{DEED, Fields};
    use leptos::ev;
    use leptos::html::Input;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use leptos::web_sys::{Element, HtmlFormElement};
    use std::cell::Cell;

    /// Marks a form of which what is typed is kept.
    const KEPT: &str = "data-kept";

    thread_local! {
        static LISTENS: Cell<bool> = const { Cell::new(false) };
    }

    fn is_secret(form: &HtmlFormElement) -> bool {
        form.query_selector("[type=password]").ok().flatten().is_some()
    }

    fn form_around(here: NodeRef<Input>) -> Option<HtmlFormElement> {
        here.try_get_untracked().flatten()?.form()
    }

    /// What the person can type, with the version that was seen; the rest is of the page.
    fn typed(fields: &Fields) -> Fields {
        let of_page = [DEED, "id", "back", "meeting"];
        Fields(fields.0.iter().filter(|(name, _)| !of_page.contains(&name.as_str())).cloned().collect())
    }

    /// Whether somebody typed something else than stands in the form, and into this form:
    /// another one of the same verb has other fields.
    fn is_left(before: &Fields, form: &HtmlFormElement) -> bool {
        let texts = |fields: &Fields| -> Vec<(String, String)> {
            fields.0.iter().filter(|(name, _)| name != "seen").cloned().collect()
        };
        let has = |name: &str| form.query_selector(&format!("[name='{name}']")).ok().flatten().is_some();
        before.0.iter().all(|(name, _)| has(name)) && texts(before) != texts(&typed(&Fields::of_form(form)))
    }

    pub(super) fn follow(here: NodeRef<Input>, left: RwSignal<Option<Fields>>, is_returned: bool) {
        Effect::new(move |_| {
            let Some(form) = here.get().and_then(|field| field.form()) else { return };
            if is_secret(&form) {
                return;
            }
            listen();
            // A form that cannot be marked is not kept.
            let _ = form.set_attribute(KEPT, "");
            if is_returned {
                return;
            }
            let before = kept(&key_of(&Fields::of_form(&form)));
            left.set(before.filter(|before| is_left(before, &form)));
        });
    }

    /// Keeps what is typed into the forms that are marked, from the first of them on as
    /// long as the program runs.
    fn listen() {
        if LISTENS.replace(true) {
            return;
        }
        window_event_listener(ev::input, |event| {
            let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let form = at.and_then(|at| at.closest(&format!("form[{KEPT}]")).ok().flatten());
            let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
            if let Some(form) = form.filter(|form| !is_secret(form)) {
                let fields = Fields::of_form(&form);
                keep(&key_of(&fields), &typed(&fields));
            }
        });
    }

    pub(super) fn drop_kept(here: NodeRef<Input>) {
        if let Some(form) = form_around(here) {
            forget(&key_of(&Fields::of_form(&form)));
        }
    }

    /// Puts the texts back into their fields, as if they were typed.
    pub(super) fn lay(here: NodeRef<Input>, fields: &Fields) {
        let Some(form) = form_around(here) else { return };
        let mut waiting = fields.0.clone();
        let mut take = |name: &str, value: Option<&str>| {
            let found = |(n, v): &(String, String)| n == name && value.is_none_or(|value| v == value);
            let at = waiting.iter().position(found)?;
            Some(waiting.remove(at).1)
        };
        let Ok(all) = form.query_selector_all("input[name], select[name], textarea[name]") else { return };
        for field in (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok()) {
            let text = |name: &str| field.get_attribute(name).unwrap_or_default();
            let set = |name: &str, value: JsValue| {
                // A field that has no such property stays as it is.
                let _ = js_sys::Reflect::set(&field, &name.into(), &value);
            };
            match text("type").as_str() {
                "hidden" | "file" | "password" => continue,
                "checkbox" | "radio" => {
                    let value = field.get_attribute("value").unwrap_or_else(|| "on".to_owned());
                    set("checked", take(&text("name"), Some(&value)).is_some().into());
                }
                _ => match take(&text("name"), None) {
                    Some(value) => set("value", value.into()),
                    None => continue,
                },
            }
            for name in ["input", "change"] {
                tell(&field, name);
            }
        }
    }
}
