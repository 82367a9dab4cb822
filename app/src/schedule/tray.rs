//! The requests that wait for this week, beside its board: each is dragged to a place, or
//! taken up with the space bar, walked there with the arrows and put down with Enter.
//!
//! It is carried out by the verb of the tray (`request::accept`). What collides goes on in
//! the tray's own form, where a reason can be given.

use super::open::Open;
use super::words::*;
use crate::parts::Icon;
use crate::request::api;
use crate::request::time;
use crate::visit::say;
use domain::request::{Request, RequestState};
use leptos::html::Details;
use leptos::prelude::*;
use leptos::web_sys::{Element, Event};

/// What waits, once it is known.
#[derive(Clone, Copy)]
struct Drawer {
    open: Open,
    waiting: RwSignal<Option<Vec<Request>>>,
}

impl Drawer {
    /// Asks what waits now.
    fn look(self) {
        leptos::task::spawn_local(async move {
            let Ok(tray) = api::request_tray(self.open.week).await else { return };
            let requests = tray.requests.into_iter().map(|waiting| waiting.request);
            let waiting = requests.filter(|request| request.state == RequestState::Registered);
            self.waiting.try_set(Some(waiting.collect()));
        });
    }
}

/// The drawer above the board; without our program it leads to the tray.
pub(super) fn tray(open: Open) -> AnyView {
    let drawer = Drawer { open, waiting: RwSignal::new(None) };
    let here = NodeRef::<Details>::new();
    Effect::new(move |_| {
        open.asked.track();
        drawer.look();
        // Opened before our program was there.
        if here.get().is_some_and(|details| is_opened(&details)) {
            open.asking.set(true);
        }
    });
    let count = move || drawer.waiting.with(|w| w.as_ref().map(|w| format!(" ({})", w.len())));
    let each = move || drawer.waiting.get().unwrap_or_default();
    let none = move || drawer.waiting.with(|w| w.as_ref().is_some_and(Vec::is_empty));
    let href = format!("/desk/requests?week={}", open.week);
    view! {
        <details
            class="tray"
            node_ref=here
            on:toggle=move |event| {
                open.asking.set(is_open(&event));
                drawer.look();
            }
        >
            <summary><Icon name="send"/> {say(TRAY)} {count} <Icon name="down"/></summary>
            <p class="small soft">{say(TRAY_HINT)} " " <a href=href>{say(TRAY_OPEN)}</a></p>
            {move || none().then(|| view! { <p class="soft">{say(TRAY_EMPTY)}</p> })}
            <ul on:keydown=hand::keys(drawer) on:pointerdown=hand::pointer(drawer)>
                <For each key=|request| (request.id, request.version) children=card/>
            </ul>
        </details>
    }
    .into_any()
}

fn card(request: Request) -> AnyView {
    let wanted = &request.wanted;
    let when = time(&wanted.wish, wanted.minutes);
    let late = request.late.then(|| format!(" · {}", say(TRAY_LATE)));
    view! {
        <li>
            <button type="button" class="asked-card" data-request=request.id.to_string()>
                <span class="grip" aria-hidden="true"></span>
                <b>{wanted.content.clone()}</b>
                <small>{request.unit_name.clone()} " · " {when} " · " {request.chair_name.clone()} {late}</small>
            </button>
        </li>
    }
    .into_any()
}

/// Whether it is an opened drawer that tells of itself.
fn is_open(event: &Event) -> bool {
    is_opened(&event_target::<Element>(event))
}

fn is_opened(details: &Element) -> bool {
    cfg!(feature = "hydrate") && details.has_attribute("open")
}

/// Nobody carries anything on the server.
#[cfg(not(feature = "hydrate"))]
mod hand {
    use super::Drawer;
    use leptos::ev::{KeyboardEvent, PointerEvent};

    pub(super) fn keys(_: Drawer) -> impl Fn(KeyboardEvent) + 'static {
        |_| ()
    }

    pub(super) fn pointer(_: Drawer) -> impl Fn(PointerEvent) + 'static {
        |_| ()
    }
}

#[cfg(feature = "hydrate")]
mod hand;
