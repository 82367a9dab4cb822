//! A request in somebody's hand: with the pointer, or with the arrows.

use super::Drawer;
use crate::dom::ghost;
use crate::request::api;
use crate::schedule::aim::{let_go, mark, target};
use crate::schedule::carry::beside;
use crate::schedule::dom::cell_of;
use crate::schedule::drag::SLACK;
use crate::schedule::open::Open;
use crate::schedule::put::Verdict;
use crate::schedule::toast::Toast;
use crate::schedule::turns::in_turn;
use crate::schedule::undo::Mark;
use crate::schedule::words::NOT_SERVED;
use domain::request::{Placing, Request};
use domain::schedule::conflict::heaviest;
use domain::schedule::{Entry, Place, Severity, Slot, conflicts};
use domain::{EntryId, RequestId};
use leptos::ev::{self, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use leptos_router::hooks::use_navigate;

/// What is pressed.
#[derive(Clone)]
struct Grip {
    card: Element,
    request: Request,
    from: (i32, i32),
    ghost: Option<HtmlElement>,
    to: Option<Place>,
}

/// What becomes of a request at a place.
fn judge(open: Open, request: &Request, to: Place) -> Option<(Placing, Verdict)> {
    open.board.with_untracked(|board| {
        let (placing, plan) = Placing::onto(request, to, &board.directory)?;
        if !open.actor.with_value(|actor| actor.may_arrange(&[], &plan.positions())) {
            return None;
        }
        let found = conflicts(&board.entries, None, &plan, &board.directory);
        let entry = Entry::planned(EntryId(0), plan.clone(), "", "");
        Some((placing, Verdict { entry, plan, found }))
    })
}

/// Marks a place and says what the rules say to it.
fn aim(open: Open, request: &Request, to: Place) {
    match judge(open, request, to) {
        Some((_, verdict)) => mark(open, to, verdict.words(open, to), verdict.tone()),
        None => mark(open, to, open.locale.say(NOT_SERVED).to_owned(), "red"),
    }
}

/// Puts it down: what passes is accepted, what does not goes on in the tray.
fn put(drawer: Drawer, request: Request, to: Place, go: impl Fn(&str) + 'static) {
    let open = drawer.open;
    let Some((placing, verdict)) = judge(open, &request, to) else {
        return open.complain(open.locale.say(NOT_SERVED).to_owned());
    };
    let slot = Slot {
        date: verdict.plan.date,
        part: verdict.plan.part,
        start: verdict.plan.start,
        end: verdict.plan.end,
    };
    let form = format!("/desk/requests?week={}&edit={}&free={}", open.week, request.id, slot.code());
    if heaviest(&verdict.found) >= Some(Severity::Reason) {
        return go(&form);
    }
    open.toast.set(None);
    in_turn(open, async move {
        match api::accept_request(request.id, request.version, placing).await {
            Ok(accepted) => {
                drawer.look();
                open.refreshed().await;
                // Taken off the board again, the request waits in the tray as before.
                let entry = accepted.entry.and_then(|id| open.entry(id));
                let mark = entry.and_then(|entry| Mark::of("save_entry", None, Some(entry)));
                let undo = open.remember(mark) && !open.is_left();
                return open.toast.set(Some(Toast { undo, ..Toast::of("accept_request") }));
            }
            Err(refused) => match refused.0 {
                domain::Refusal::Conflicts(_) if !open.is_left() => go(&form),
                other => {
                    open.refused(&other);
                    drawer.look();
                }
            },
        }
        open.refreshed().await;
    });
}

fn find_request(drawer: Drawer, card: &Element) -> Option<Request> {
    let id: RequestId = card.get_attribute("data-request")?.parse().ok()?;
    drawer.waiting.with_untracked(|waiting| waiting.as_ref()?.iter().find(|r| r.id == id).cloned())
}

fn card_of(event: &leptos::web_sys::Event) -> Option<Element> {
    let at = event.target()?.dyn_into::<Element>().ok()?;
    at.closest("[data-request]").ok().flatten()
}

/// Space takes a request up over the place that it wishes; then the arrows walk with it,
/// Enter puts it down, Escape gives it up.
pub(super) fn keys(drawer: Drawer) -> impl Fn(KeyboardEvent) + 'static {
    let held = StoredValue::new_local(None::<(Request, Place)>);
    let go = navigator();
    let open = drawer.open;
    let hold = move |request: Request, place: Place| {
        aim(open, &request, place);
        if let Some(cell) = cell_of(place) {
            cell.scroll_into_view_with_bool(false);
        }
        held.set_value(Some((request, place)));
    };
    move |event: KeyboardEvent| {
        let key = event.key();
        let Some((request, place)) = held.get_value() else {
            let request = card_of(&event).and_then(|card| find_request(drawer, &card));
            if let (" " | "Enter", Some(request)) = (key.as_str(), request) {
                let wish = request.wanted.wish;
                let leader = Some(request.wanted.chair);
                let wished = Place { date: wish.date, part: wish.part, leader };
                let place = cell_of(wished).map_or(Place { leader: None, ..wished }, |_| wished);
                hold(request, place);
                stop(&event);
            }
            return;
        };
        let walk = |right, down| beside(place, right, down).unwrap_or(place);
        match key.as_str() {
            "ArrowLeft" => hold(request, walk(-1, 0)),
            "ArrowRight" => hold(request, walk(1, 0)),
            "ArrowUp" => hold(request, walk(0, -1)),
            "ArrowDown" => hold(request, walk(0, 1)),
            "Enter" | " " => {
                held.set_value(None);
                let_go(open);
                put(drawer, request, place, go.clone());
            }
            "Escape" | "Tab" => {
                held.set_value(None);
                let_go(open);
                if key == "Tab" {
                    return;
                }
            }
            _ => {}
        }
        stop(&event);
    }
}

fn stop(event: &KeyboardEvent) {
    event.prevent_default();
    // The board has keys of its own.
    event.stop_propagation();
}

fn navigator() -> impl Fn(&str) + Clone + 'static {
    let navigate = use_navigate();
    move |address: &str| navigate(address, Default::default())
}

/// A pointer drags a request; a finger does so by its grip and scrolls elsewhere.
pub(super) fn pointer(drawer: Drawer) -> impl Fn(PointerEvent) + 'static {
    let grip = StoredValue::new_local(None::<Grip>);
    let go = navigator();
    let open = drawer.open;
    let lay_down = move || {
        let held = grip.try_update_value(Option::take).flatten()?;
        let _ = held.card.remove_attribute("data-held");
        held.ghost.as_ref()?.remove();
        let_go(open);
        Some(held)
    };
    let moved = window_event_listener(ev::pointermove, move |event| {
        grip.update_value(|held| {
            if let Some(held) = held {
                carry(open, held, &event);
            }
        });
    });
    let up = window_event_listener(ev::pointerup, move |_| {
        if let Some(Grip { request, to: Some(to), .. }) = lay_down() {
            put(drawer, request, to, go.clone());
        }
    });
    let cancelled = window_event_listener(ev::pointercancel, move |_| drop(lay_down()));
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && lay_down().is_some() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        for handle in [moved, up, cancelled, escape] {
            handle.remove();
        }
    });
    move |event: PointerEvent| {
        let by_grip = event.target().and_then(|at| at.dyn_into::<Element>().ok());
        let by_grip = by_grip.is_some_and(|at| at.closest(".grip").ok().flatten().is_some());
        let holds = event.pointer_type() != "touch" || by_grip;
        if event.button() != 0 || !event.is_primary() || !holds {
            return;
        }
        let Some(card) = card_of(&event) else { return };
        let Some(request) = find_request(drawer, &card) else { return };
        let from = (event.client_x(), event.client_y());
        grip.set_value(Some(Grip { card, request, from, ghost: None, to: None }));
    }
}

fn carry(open: Open, held: &mut Grip, event: &PointerEvent) {
    let (right, down) = (event.client_x() - held.from.0, event.client_y() - held.from.1);
    if held.ghost.is_none() {
        if right.abs().max(down.abs()) < SLACK {
            return;
        }
        held.ghost = ghost(&held.card, "data-request");
    }
    let Some(ghost) = &held.ghost else { return };
    let _ = ghost.style().set_property("translate", &format!("{right}px {down}px"));
    let below = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    let wish = held.request.wanted.wish;
    let home = Place { date: wish.date, part: wish.part, leader: Some(held.request.wanted.chair) };
    let to = below.and_then(|below| target(&below, home)).filter(|to| open.week.contains(to.date));
    if to != held.to {
        held.to = to;
        match to {
            Some(to) => aim(open, &held.request, to),
            None => let_go(open),
        }
    }
}
