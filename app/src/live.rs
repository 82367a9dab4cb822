//! What the server tells while a page is open: an event stream that is closed while
//! nobody looks, so that a browser with many tabs keeps its connections, and opened
//! again, with everything as it is then, when somebody does.

mod hands;

pub use hands::busy_hands;

use crate::dom::Focused;
use crate::refused::Answer;
use leptos::prelude::*;
use std::future::Future;

/// Listens to these events of an address as long as the page stands; `heard` gets the
/// name of an event and its data. A line that is open again has "missed" something.
#[cfg(feature = "hydrate")]
pub fn listen(address: String, events: &'static [&'static str], heard: impl Fn(&str, &str) + 'static) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use leptos::web_sys::{EventSource, MessageEvent};
    use std::cell::Cell;
    use std::rc::Rc;

    let heard = Rc::new(heard);
    let known = Rc::clone(&heard);
    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data().as_string().unwrap_or_default();
        known(&event.type_(), &data);
    });
    let is_again = Cell::new(false);
    let opened = Closure::<dyn Fn()>::new(move || {
        if is_again.replace(true) {
            heard("missed", "");
        }
    });
    let stream = StoredValue::new_local(None::<EventSource>);
    let (told, again) = (StoredValue::new_local(told), StoredValue::new_local(opened));
    let follow = move || {
        let is_seen = !document().hidden();
        let is_open = stream.with_value(Option::is_some);
        if is_seen && !is_open {
            let Ok(opened) = EventSource::new(&address) else { return };
            told.with_value(|told| {
                for event in events {
                    // A browser that refuses a listener only hears less.
                    let _ = opened.add_event_listener_with_callback(event, told.as_ref().unchecked_ref());
                }
            });
            again.with_value(|again| opened.set_onopen(Some(again.as_ref().unchecked_ref())));
            stream.set_value(Some(opened));
        } else if !is_seen {
            stream.update_value(|stream| stream.take().iter().for_each(EventSource::close));
        }
    };
    follow();
    let seen = window_event_listener_untyped("visibilitychange", move |_| follow());
    on_cleanup(move || {
        seen.remove();
        stream.update_value(|stream| stream.take().iter().for_each(EventSource::close));
    });
}

/// A server tells, it does not listen.
#[cfg(not(feature = "hydrate"))]
pub fn listen(_: String, _: &'static [&'static str], _: impl Fn(&str, &str) + 'static) {}

/// Asks for a list again when these events are heard, and shows it when it is another; while one of its rows
/// is open in a form, or was opened meanwhile, only after that, so that nothing typed is
/// lost.
pub fn keep_fresh<T: PartialEq + Clone + Send + Sync + 'static, F: Future<Output = Answer<T>> + 'static>(
    address: &'static str,
    events: &'static [&'static str],
    is_open: Signal<bool>,
    list: Resource<Answer<T>>,
    ask: impl Fn() -> F + Copy + 'static,
) {
    follow(Signal::stored(Some(address.to_owned())), events, is_open, list, ask);
}

/// The same for a page whose address, and what is asked, may become another one.
pub fn follow<T: PartialEq + Clone + Send + Sync + 'static, F: Future<Output = Answer<T>> + 'static>(
    address: Signal<Option<String>>,
    events: &'static [&'static str],
    is_held: Signal<bool>,
    page: Resource<Answer<T>>,
    ask: impl Fn() -> F + Copy + 'static,
) {
    let is_behind = StoredValue::new(false);
    let look = move || {
        if is_held.get_untracked() {
            return is_behind.set_value(true);
        }
        is_behind.set_value(false);
        let asked = address.get_untracked();
        leptos::task::spawn_local(async move {
            let Ok(fresh) = ask().await else { return };
            match is_held.try_get_untracked() {
                Some(false) if address.get_untracked() == asked => {
                    let is_known = matches!(page.get_untracked(), Some(Ok(known)) if known == fresh);
                    if !is_known {
                        let focused = Focused::now();
                        page.set(Some(Ok(fresh)));
                        focused.stays();
                    }
                }
                Some(true) => is_behind.set_value(true),
                // The page was left.
                _ => {}
            }
        });
    };
    Effect::new(move |_| {
        if let Some(address) = address.get() {
            listen(address, events, move |_, _| look());
        }
    });
    Effect::new(move |_| {
        if !is_held.get() && is_behind.get_value() {
            look();
        }
    });
}

/// Says on the page itself that our program has taken it over, for those who look from
/// outside.
pub fn taken_over() {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| {
        // What is suspended is taken over in the turn after this one.
        request_animation_frame(mark_when_whole);
    });
}

#[cfg(feature = "hydrate")]
fn mark_when_whole() {
    request_animation_frame(|| {
        if !crate::later::is_whole() {
            return mark_when_whole();
        }
        if let Some(page) = document().document_element() {
            // A page that cannot be marked works all the same.
            let _ = page.set_attribute("data-taken", "");
        }
    });
}
