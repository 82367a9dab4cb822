//! What the browser holds of files on their way, and what of it outlives the page.

use crate::file::way::Ways;
use domain::{Problem, Refusal};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::RefCell;
use std::collections::HashMap;
use web_sys::{Element, File, HtmlInputElement, HtmlSelectElement, Storage, XmlHttpRequest};

/// What the browser holds of a file on its way.
pub(super) struct Held {
    pub(super) file: File,
    pub(super) said: Said,
    pub(super) address: Option<String>,
    pub(super) asked: Option<XmlHttpRequest>,
    pub(super) tries: u32,
}

thread_local! {
    pub(super) static HELD: RefCell<HashMap<u32, Held>> = RefCell::default();
}

/// What was said of the files beside them.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub(super) replaces: Option<String>,
    pub(super) reason: String,
}

impl Said {
    /// What the form says; refused while it does not say that nothing is a state secret.
    pub(super) fn of(form: Option<&Element>) -> Result<Self, Refusal> {
        let within = |selector: &str| form?.query_selector(selector).ok().flatten();
        let input = |selector: &str| within(selector)?.dyn_into::<HtmlInputElement>().ok();
        if !input("[name=no_secrets]").is_some_and(|box_| box_.checked()) {
            return Err(Refusal::field("no_secrets", Problem::Required));
        }
        let reason = input("[name=version_reason]").map(|input| input.value());
        if reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
            return Err(Refusal::field("version_reason", Problem::Required));
        }
        let select = within("select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        let replaces = select.map(|select| select.value()).filter(|id| !id.is_empty());
        Ok(Self { replaces, reason: reason.unwrap_or_default() })
    }
}

/// What the office is told of a file: names, and their values in Base64.
pub(super) fn told_of(ways: Ways, held: &Held) -> String {
    let mut told = vec![
        ("filename", held.file.name()),
        ("owner", ways.owner.code().to_owned()),
        ("id", ways.owner.row().to_string()),
        ("no_secrets", "on".to_owned()),
        ("version_reason", held.said.reason.clone()),
    ];
    told.extend(held.said.replaces.clone().map(|id| ("replaces", id)));
    let pair = |(name, value): (&str, String)| {
        let bytes: String = value.bytes().map(char::from).collect();
        format!("{name} {}", window().btoa(&bytes).unwrap_or_default())
    };
    told.into_iter().map(pair).collect::<Vec<_>>().join(",")
}

/// Where a file that was not finished goes on.
pub(super) fn address(ways: Ways, file: &File) -> Option<String> {
    storage()?.get_item(&mark(ways, file)).ok().flatten()
}

/// Remembers it.
pub(super) fn keep(ways: Ways, file: &File, address: &str) {
    if let Some(store) = storage() {
        // A full store only costs the comfort.
        let _ = store.set_item(&mark(ways, file), address);
    }
}

/// Under which name the address of a file that was not finished is kept.
fn mark(ways: Ways, file: &File) -> String {
    let (owner, row) = (ways.owner.code(), ways.owner.row());
    format!("upload {owner} {row} {} {} {}", file.size(), file.last_modified(), file.name())
}

/// The file is here, or is not wanted.
pub(super) fn forget(ways: Ways, file: &File) {
    if let Some(store) = storage() {
        let _ = store.remove_item(&mark(ways, file));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
