//! What was typed and not yet saved, kept in the browser's tab: it survives a
//! reload and a lost session, and goes with the tab.

use crate::fields::Fields;

/// Keeps a form.
#[cfg(feature = "hydrate")]
pub(super) fn keep(key: &str, fields: &Fields) {
    let lines: Vec<String> = fields.0.iter().map(|(name, value)| format!("{name}\u{1f}{value}")).collect();
    if let Some(store) = store() {
        // A full store only costs the comfort.
        let _ = store.set_item(key, &lines.join("\u{1e}"));
    }
}

/// What was kept.
#[cfg(feature = "hydrate")]
pub(super) fn kept(key: &str) -> Option<Fields> {
    let text = store()?.get_item(key).ok()??;
    let pair = |line: &str| line.split_once('\u{1f}').map(|(n, v)| (n.to_owned(), v.to_owned()));
    Some(Fields(text.split('\u{1e}').filter_map(pair).collect()))
}

/// Forgets a form.
#[cfg(feature = "hydrate")]
pub(super) fn forget(key: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(key);
    }
}

#[cfg(feature = "hydrate")]
fn store() -> Option<leptos::web_sys::Storage> {
    leptos::prelude::window().session_storage().ok()?
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub(super) fn keep(_: &str, _: &Fields) {}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub(super) fn kept(_: &str) -> Option<Fields> {
    None
}

/// A server keeps nothing for a tab.
#[cfg(not(feature = "hydrate"))]
pub(super) fn forget(_: &str) {}
