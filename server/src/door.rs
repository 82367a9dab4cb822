//! What every door of the server has at hand.

use crate::assets::Assets;
use crate::config::Config;
use app::shell::Site;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use office::Office;
use std::sync::Arc;

/// The state of the router.
#[derive(Clone)]
pub struct Door {
    /// The office behind the doors.
    pub office: Office,
    /// What the operator decided.
    pub config: Arc<Config>,
    /// The built site.
    pub assets: Arc<Assets>,
    /// The names of the built site's files.
    pub site: Arc<Site>,
    /// What leptos asks for.
    pub leptos: LeptosOptions,
}

impl FromRef<Door> for LeptosOptions {
    fn from_ref(door: &Door) -> Self {
        door.leptos.clone()
    }
}
