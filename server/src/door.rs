//! What every door of the server has at hand.

use crate::assets::Assets;
use crate::config::Config;
use app::shell::Site;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use office::Office;
use std::ops::Deref;
use std::sync::Arc;

/// The state of the router: one pointer, because it is copied several times for
/// every request.
#[derive(Clone)]
pub struct Door(Arc<Inside>);

/// What stands behind a [`Door`].
pub struct Inside {
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

impl Door {
    /// A door to all this.
    pub fn to(inside: Inside) -> Self {
        Self(Arc::new(inside))
    }
}

impl Deref for Door {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

impl FromRef<Door> for LeptosOptions {
    fn from_ref(door: &Door) -> Self {
        door.leptos.clone()
    }
}
