//! Carrying entries over the board with mouse, pen or finger: to another day, lane,
//! leader or week, as a copy with Ctrl, several at once, and longer or shorter by
//! their lower edge. What the rules say to the place below is read while dragging.

use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::visit::{say, say_counted};
use leptos::prelude::*;

/// A pointer moves this far before it means to drag.
#[cfg(feature = "hydrate")]
pub(super) const SLACK: i32 = 6;

/// What is said of the place below, and where it can be put down.
pub(super) fn label(open: Open) -> AnyView {
    view! {
        <div class="carried" role="status">
            {move || {
                let taken = || open.clip.with(|clip| Some((clip.as_ref()?.told(open.locale)?, "blue")));
                open.carried
                    .get()
                    .or_else(taken)
                    .map(|(text, tone)| {
                        let icon = match tone {
                            "green" => "check",
                            "blue" => "info",
                            _ => "warning",
                        };
                        view! { <p data-tone=tone><Icon name=icon/> <span>{text}</span></p> }
                    })
            }}
            {move || {
                let many = open.chosen.with(Vec::len);
                (many > 0)
                    .then(|| {
                        view! {
                            <p data-tone="blue">
                                <span>{say_counted(many, [IS_CHOSEN, ARE_CHOSEN])}</span>
                                <button type="button" class="button" on:click=move |_| open.chosen.set(Vec::new())>
                                    {say(CHOOSE_NONE)}
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// There is nothing to drag on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn listen(_: Open) {}

#[cfg(feature = "hydrate")]
pub(super) use pointer::listen;

#[cfg(feature = "hydrate")]
mod pointer {
    use super::super::aim::{aim, let_go, target};
    use super::super::dom::entry_of;
    use super::super::open::Open;
    use super::super::put::{Held, put, stretch};
    use super::SLACK;
    use crate::dom::ghost;
    use domain::EntryId;
    use domain::schedule::Place;
    use leptos::ev;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use leptos::web_sys::{Element, HtmlElement, MouseEvent, PointerEvent};
    use leptos_router::NavigateOptions;
    use leptos_router::hooks::use_navigate;

    /// So many pixels of the lower edge are a quarter of an hour.
    const QUARTER: i32 = 8;
    /// Near the edge of the window the board comes along.
    const EDGE: f64 = 56.0;

    /// What a pressed pointer is about.
    #[derive(Clone)]
    struct Grip {
        card: Element,
        id: EntryId,
        place: Place,
        from: (i32, i32),
        lower_edge: bool,
        ghost: Option<HtmlElement>,
        to: Option<Place>,
        quarters: i64,
    }

    /// Listens as long as the board is shown.
    pub(in super::super) fn listen(open: Open) {
        let navigate = use_navigate();
        let go = move |address: &str| {
            let quiet = NavigateOptions { scroll: false, ..NavigateOptions::default() };
            navigate(address, quiet);
        };
        let grip = StoredValue::new_local(None::<Grip>);
        let down = window_event_listener(ev::pointerdown, move |event| press(grip, &event));
        let moved = window_event_listener(ev::pointermove, move |event| carry(open, grip, &event));
        let up = window_event_listener(ev::pointerup, move |event| {
            lifted(open);
            let Some(held) = grip.try_update_value(Option::take).flatten() else { return };
            drop_here(open, held, &event, go.clone());
        });
        let cancelled = window_event_listener(ev::pointercancel, move |_| {
            give_up(open, grip);
            lifted(open);
        });
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && grip.with_value(|g| g.as_ref().is_some_and(|g| g.ghost.is_some())) {
                give_up(open, grip);
                // The pointer is still down: its click comes when it is lifted.
                open.dropped.set_value(f64::INFINITY);
                event.prevent_default();
            }
        });
        // It lives as long as the board.
        StoredValue::new_local(choose(open));
        on_cleanup(move || {
            for handle in [down, moved, up, cancelled, escape] {
                handle.remove();
            }
        });
    }

    fn press(grip: StoredValue<Option<Grip>, LocalStorage>, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(at) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
        let on = |selector: &str| at.closest(selector).ok().flatten();
        let Some(card) = on(".board .card[data-entry]") else { return };
        let Some((id, place)) = entry_of(&card) else { return };
        let lower_edge = on(".stretch").is_some();
        let may = card.query_selector(".grip").ok().flatten().is_some();
        // A finger that is not on the grip scrolls.
        let holds = event.pointer_type() != "touch" || lower_edge || on(".grip").is_some();
        if may && holds {
            let from = (event.client_x(), event.client_y());
            grip.set_value(Some(Grip {
                card,
                id,
                place,
                from,
                lower_edge,
                ghost: None,
                to: None,
                quarters: 0,
            }));
        }
    }

    fn carry(open: Open, grip: StoredValue<Option<Grip>, LocalStorage>, event: &PointerEvent) {
        grip.update_value(|held| {
            let Some(held) = held else { return };
            let (right, down) = (event.client_x() - held.from.0, event.client_y() - held.from.1);
            if held.ghost.is_none() {
                if right.abs().max(down.abs()) < SLACK {
                    return;
                }
                held.ghost = begin(&held.card, event);
            }
            let Some(ghost) = &held.ghost else { return };
            if held.lower_edge {
                let quarters = i64::from(down / QUARTER);
                if quarters != held.quarters {
                    held.quarters = quarters;
                    let minutes = super::super::put::lasting(open, held.id, quarters * 15);
                    open.carried.set(minutes.map(|text| (text, "blue")));
                }
                return;
            }
            // Asked before anything is changed, so that the page is not laid out for the answer.
            let below = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
            let to = below.and_then(|below| target(&below, held.place));
            let _ = ghost.style().set_property("translate", &format!("{right}px {down}px"));
            come_along(event);
            if to != held.to {
                held.to = to;
                aim(open, Held { id: held.id, from: held.place.leader, copy: event.ctrl_key() }, to);
            }
        });
    }

    /// Takes the card into the hand.
    fn begin(card: &Element, event: &PointerEvent) -> Option<HtmlElement> {
        let _ = card.set_pointer_capture(event.pointer_id());
        ghost(card, "data-entry")
    }

    /// Scrolls while something is carried to the edge of the window.
    fn come_along(event: &PointerEvent) {
        let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
        let y = f64::from(event.client_y());
        if y < EDGE {
            window().scroll_by_with_x_and_y(0.0, -24.0);
        } else if y > height - EDGE {
            window().scroll_by_with_x_and_y(0.0, 24.0);
        }
    }

    fn drop_here(open: Open, held: Grip, event: &PointerEvent, go: impl Fn(&str) + Clone + 'static) {
        if held.ghost.is_none() {
            return;
        }
        lay_down(open, &held);
        if held.lower_edge {
            return stretch(open, held.id, held.quarters * 15, go);
        }
        let Some(to) = held.to else { return };
        put(open, Held { id: held.id, from: held.place.leader, copy: event.ctrl_key() }, to, go);
    }

    fn give_up(open: Open, grip: StoredValue<Option<Grip>, LocalStorage>) {
        if let Some(held) = grip.try_update_value(Option::take).flatten() {
            lay_down(open, &held);
        }
    }

    /// A pointer that gave up what it carried is lifted: the click that comes now is none.
    fn lifted(open: Open) {
        if open.dropped.get_value().is_infinite() {
            open.dropped.set_value(js_sys::Date::now());
        }
    }

    /// Takes the ghost away. The click that a pointer makes at its end is no click.
    fn lay_down(open: Open, held: &Grip) {
        let _ = held.card.remove_attribute("data-held");
        if let Some(ghost) = &held.ghost {
            ghost.remove();
            open.dropped.set_value(js_sys::Date::now());
        }
        let_go(open);
    }

    /// A listener in front of the links of the cards: it takes away the click after a
    /// drag, and makes Ctrl with a click choose the card.
    fn choose(open: Open) -> impl Drop {
        let heard = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            let card = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let card = card.and_then(|e| e.closest(".board .card[data-entry]").ok().flatten());
            let Some((id, _)) = card.as_ref().and_then(entry_of) else { return };
            let after_drag = js_sys::Date::now() - open.dropped.get_value() < 300.0;
            let chooses = event.ctrl_key() || event.meta_key();
            if after_drag || chooses {
                event.prevent_default();
                event.stop_propagation();
            }
            if chooses && !after_drag {
                open.choose(id);
            }
        });
        let target = window();
        let _ =
            target.add_event_listener_with_callback_and_bool("click", heard.as_ref().unchecked_ref(), true);
        Choosing(heard)
    }

    struct Choosing(Closure<dyn Fn(MouseEvent)>);

    impl Drop for Choosing {
        fn drop(&mut self) {
            let heard = self.0.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool("click", heard, true);
        }
    }
}
