//! The pages of the office: what people see, and the thin server functions between
//! the pages and the verbs of `office`.
//!
//! Compiled twice: natively for the server (`ssr`) and to WebAssembly for the browser
//! (`hydrate`). It refuses rules (they live in `domain`) and SQL (that is `office`).

#![forbid(unsafe_code)]

pub mod access;
#[cfg(feature = "ssr")]
pub mod bulletin;
pub mod control;
pub mod dom;
pub mod duty;
pub mod fields;
pub mod file;
pub mod frame;
pub mod journal;
pub mod json;
pub mod keep;
pub mod later;
pub mod list;
pub mod live;
pub mod meeting;
pub mod my;
pub mod panel;
pub mod part;
pub mod parts;
pub mod people;
#[cfg(feature = "ssr")]
pub mod post;
pub mod refused;
pub mod request;
pub mod root;
pub mod schedule;
pub mod send;
pub mod setting;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod steady;
pub mod title;
pub mod visit;
pub mod waiting;

/// The browser's entry: takes over the page that the server rendered.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_lazy(root::App);
}
