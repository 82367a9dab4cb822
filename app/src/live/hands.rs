//! What somebody's hands are doing on the page at this moment: while a button is pressed,
//! a row is carried or a line is being typed, nothing may be drawn anew under them.

use leptos::prelude::*;

/// Whether the hands are busy. What is typed in a panel does not count: a panel stays as
/// it is while the page beside it changes.
pub fn busy_hands() -> Signal<bool> {
    let [pressed, carries, types] = [false; 3].map(RwSignal::new);
    #[cfg(feature = "hydrate")]
    {
        on_window("pointerdown", move |_| pressed.set(true));
        on_window("keydown", move |event| {
            if is_press(&event) {
                pressed.set(true);
            }
        });
        for event in ["pointerup", "pointercancel", "keyup"] {
            on_window(event, move |_| {
                // What the press does comes first; it may lead away from the page.
                request_animation_frame(move || {
                    let _ = pressed.try_set(false);
                });
            });
        }
        on_window("blur", move |_| pressed.set(false));
        on_window("dragstart", move |_| carries.set(true));
        on_window("dragend", move |_| carries.set(false));
        on_window("focusin", move |event| types.set(is_line(&event)));
        on_window("focusout", move |_| types.set(false));
    }
    Memo::new(move |_| pressed.get() || carries.get() || types.get()).into()
}

#[cfg(feature = "hydrate")]
fn on_window(event: &'static str, heard: impl Fn(leptos::web_sys::Event) + 'static) {
    let listener = window_event_listener_untyped(event, heard);
    on_cleanup(move || listener.remove());
}

/// Whether a key presses what has the focus.
#[cfg(feature = "hydrate")]
fn is_press(event: &leptos::web_sys::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    event
        .dyn_ref::<leptos::web_sys::KeyboardEvent>()
        .is_some_and(|key| matches!(key.key().as_str(), "Enter" | " "))
}

/// Whether something is typed or chosen where the event happened.
#[cfg(feature = "hydrate")]
fn is_line(event: &leptos::web_sys::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let at = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    at.is_some_and(|at| {
        at.matches("input, textarea, select").unwrap_or(false)
            && at.closest(".panel").ok().flatten().is_none()
    })
}
