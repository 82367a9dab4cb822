//! The page at `/desk/requests`: the tray for those who decide, the own list for
//! those who ask.

use super::own::own_page;
use super::tray::tray_page;
use super::words::*;
use crate::title::PageTitle;
use crate::visit::{say, use_actor};
use domain::Deed;
use leptos::prelude::*;

/// The address of the room.
pub const PATH: &str = "/desk/requests";

/// Where it is told that a request was sent, changed or decided.
pub const LIVE: &str = "/desk/requests/live";

/// The page at its address; it asks the server when it is shown.
pub fn requests_page() -> AnyView {
    let page = if use_actor().can(Deed::DecideRequest) { tray_page() } else { own_page() };
    view! {
        <PageTitle text=say(REQUESTS)/>
        {page}
    }
    .into_any()
}
