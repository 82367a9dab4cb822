//! What the server tells while a page is open: an event stream that is closed while
//! nobody looks, so that a browser with many tabs keeps its connections, and opened
//! again, with everything as it is then, when somebody does.

use leptos::prelude::*;

/// Listens to these events of an address as long as the page stands; `heard` gets the
/// name of an event and its data.
#[cfg(feature = "hydrate")]
pub fn listen(address: String, events: &'static [&'static str], heard: impl Fn(&str, &str) + 'static) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use leptos::web_sys::{EventSource, MessageEvent};

    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data().as_string().unwrap_or_default();
        heard(&event.type_(), &data);
    });
    let stream = StoredValue::new_local(None::<EventSource>);
    let told = StoredValue::new_local(told);
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

/// Calls `ask` for a list when these events are heard; while one of its rows is open in
/// a form, only after that, so that nothing typed is lost.
pub fn refetch(
    address: &'static str,
    events: &'static [&'static str],
    is_open: Signal<bool>,
    ask: impl Fn() + Copy + 'static,
) {
    let is_behind = StoredValue::new(false);
    listen(address.to_owned(), events, move |_, _| match is_open.get_untracked() {
        true => is_behind.set_value(true),
        false => ask(),
    });
    Effect::new(move |_| {
        if !is_open.get() && is_behind.get_value() {
            is_behind.set_value(false);
            ask();
        }
    });
}

/// Says on the page itself that our program has taken it over, for those who look from
/// outside.
pub fn taken_over() {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| {
        // What is suspended is taken over in the turn after this one.
        request_animation_frame(|| {
            request_animation_frame(|| {
                if let Some(page) = document().document_element() {
                    // A page that cannot be marked works all the same.
                    let _ = page.set_attribute("data-taken", "");
                }
            });
        });
    });
}
