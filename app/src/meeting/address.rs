//! The meeting that the address of a page names.

use domain::MeetingId;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The meeting at an address right below another one. From one to the next the page stays;
/// on the way out the last one does.
pub fn meeting_below(page: &'static str) -> Memo<Option<MeetingId>> {
    let path = use_location().pathname;
    Memo::new(move |before: Option<&Option<MeetingId>>| {
        let named =
            path.with(|path| path.trim_end_matches('/').strip_prefix(page)?.strip_prefix('/')?.parse().ok());
        named.or(before.copied().flatten())
    })
}
