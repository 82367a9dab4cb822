//! Sending a form: the browser's program takes it when it is there, and the
//! same form is a plain POST to the page's own address when it is not.

use crate::dom::typing;
use crate::fields::{Fields, Returned};
use crate::keep::{forget, key_of};
use crate::parts::issues_of;
use crate::refused::Answer;
use domain::{Issue, Refusal};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use std::future::Future;

/// The state of one form while it is on the screen.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// Why it came back, if it did.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Sending {
    /// The form of a verb; it begins refused when a plain POST was.
    pub fn of(deed: &'static str) -> Self {
        Self { busy: RwSignal::new(false), refusal: RwSignal::new(Returned::of(deed).map(|r| r.refusal)) }
    }

    /// The way on after the answer: to another address, unless the person has left the
    /// form for something else while it was on its way. They stay where they went.
    pub fn onward(self) -> impl Fn(&str, NavigateOptions) + Clone {
        let (navigate, at) = (use_navigate(), use_location());
        let here = move || (at.pathname.get_untracked(), at.search.get_untracked());
        let stood = here();
        move |to: &str, how| {
            if !self.busy.is_disposed() || here() == stood {
                navigate(to, how);
            }
        }
    }

    /// What is wrong, field by field.
    pub fn issues(self) -> Signal<Vec<Issue>> {
        Signal::derive(move || self.refusal.with(|r| issues_of(r.as_ref())))
    }

    /// A handler for `on:submit`: sends the fields through `send`, and calls
    /// `done` with the answer, or keeps the refusal and everything typed.
    ///
    /// Who corrects a field and presses again while the first press is on its way
    /// means the correction: when the first is refused, that is sent, if it still stands
    /// in the form. When the first is done, a second press was one too many; when its
    /// answer is lost, it may be done, and only the person can tell.
    pub fn submit<T, F>(
        self,
        send: impl Fn(Fields) -> F + Clone + 'static,
        done: impl Fn(T) + Clone + 'static,
    ) -> impl Fn(SubmitEvent) + 'static
    where
        T: 'static,
        F: Future<Output = Answer<T>> + 'static,
    {
        let again = StoredValue::new(None::<Fields>);
        // Where the keyboard was when the form was sent last.
        let typed = StoredValue::new(None::<String>);
        move |event: SubmitEvent| {
            event.prevent_default();
            let mut sent = fields_of(&event);
            typed.set_value(typing());
            if self.busy.get_untracked() {
                return again.set_value(Some(sent));
            }
            again.set_value(None);
            let kept = key_of(&sent);
            let form = event.target();
            let answer = send(sent.clone());
            let (send, done) = (send.clone(), done.clone());
            self.busy.set(true);
            leptos::task::spawn_local(async move {
                let mut answer = answer.await;
                while answer.as_ref().is_err_and(|refused| refused.0.is_judged())
                    && let Some(corrected) = again.try_update_value(Option::take).flatten()
                    && corrected != sent
                    && stands_in(form.as_ref(), &corrected)
                {
                    sent = corrected;
                    answer = send(sent.clone()).await;
                }
                self.busy.set(false);
                match answer {
                    Ok(value) => {
                        forget(&kept);
                        self.refusal.set(None);
                        done(value);
                    }
                    Err(refused) => {
                        self.refusal.set(Some(refused.0));
                        // Whoever has begun to type elsewhere meanwhile stays there.
                        let now = typing();
                        if now.is_none() || typed.try_get_value() == Some(now) {
                            show_problem(form);
                        }
                    }
                }
            });
        }
    }
}

/// Takes the keyboard to the first field of a form that is wrong, or shows what is said
/// above it, once that is drawn.
#[cfg(feature = "hydrate")]
fn show_problem(form: Option<leptos::web_sys::EventTarget>) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::Element;
    let Some(form) = form.and_then(|form| form.dyn_into::<Element>().ok()) else { return };
    request_animation_frame(move || {
        let first = |selector: &str| form.query_selector(selector).ok().flatten();
        if let Some(field) = first("[aria-invalid=true]") {
            crate::dom::focus(Some(field));
        } else if let Some(notice) = first(".notice:not([data-tone=blue])") {
            notice.scroll_into_view();
        }
    });
}

/// The server shows a refusal with the whole page.
#[cfg(not(feature = "hydrate"))]
fn show_problem(_: Option<leptos::web_sys::EventTarget>) {}

/// The fields of the form that is being sent, with the button that was used.
#[cfg(feature = "hydrate")]
pub fn fields_of(event: &SubmitEvent) -> Fields {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{HtmlButtonElement, HtmlFormElement};
    let form = event.target().and_then(|t| t.dyn_into::<HtmlFormElement>().ok());
    let mut fields = form.map(|form| Fields::of_form(&form)).unwrap_or_default();
    let button = event.submitter().and_then(|b| b.dyn_into::<HtmlButtonElement>().ok());
    if let Some(button) = button.filter(|b| !b.name().is_empty()) {
        fields.0.push((button.name(), button.value()));
    }
    fields
}

/// Whether these fields stand in the form as they were sent: the button came last.
#[cfg(feature = "hydrate")]
fn stands_in(form: Option<&leptos::web_sys::EventTarget>, fields: &Fields) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let form = form.and_then(|form| form.dyn_ref::<leptos::web_sys::HtmlFormElement>());
    form.is_some_and(|form| fields.0.starts_with(&Fields::of_form(form).0))
}

/// There is no form on the server.
#[cfg(not(feature = "hydrate"))]
fn stands_in(_: Option<&leptos::web_sys::EventTarget>, _: &Fields) -> bool {
    false
}

/// There are no forms to read on the server.
#[cfg(not(feature = "hydrate"))]
pub fn fields_of(_: &SubmitEvent) -> Fields {
    Fields::default()
}

/// What stands in a form now.
#[cfg(feature = "hydrate")]
pub fn fields_now(form: NodeRef<html::Form>) -> Option<Fields> {
    form.get_untracked().map(|form| Fields::of_form(&form))
}

/// Nobody types on the server.
#[cfg(not(feature = "hydrate"))]
pub fn fields_now(_: NodeRef<html::Form>) -> Option<Fields> {
    None
}
