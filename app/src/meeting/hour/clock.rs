//! The present minute on the clocks of Vietnam, as it goes on while a page is open.

use crate::visit::{Visit, use_visit};
use chrono::{NaiveDateTime, Timelike};
use leptos::prelude::*;

/// How often the clock is looked at, in seconds.
#[cfg(feature = "hydrate")]
const LOOK: u64 = 10;

/// The minute of the office's clock. It begins with the moment at which the page was
/// made, on the server and in the browser alike, and then goes on.
pub fn clock() -> Signal<NaiveDateTime> {
    let made = use_visit().with_value(Visit::local_now);
    let minute =
        move |at: NaiveDateTime| at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at);
    let now = RwSignal::new(minute(made));
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let look = move || {
            let passed = window().performance().map_or(0.0, |clock| clock.now());
            let at = minute(made + chrono::TimeDelta::milliseconds(passed as i64));
            if now.get_untracked() != at {
                now.set(at);
            }
        };
        look();
        if let Ok(again) = set_interval_with_handle(look, std::time::Duration::from_secs(LOOK)) {
            on_cleanup(move || again.clear());
        }
    });
    now.into()
}
