//! The public page that says no: not there, not readable, or broken.

use super::Reader;
use super::document::{Paper, document};
use super::words::*;
use leptos::prelude::*;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// There is nothing at this address.
    Missing,
    /// The address cannot be read.
    Unreadable,
    /// Something failed; the reference finds it in the log.
    Broken(String),
}

/// The whole document.
pub fn message_page(reader: &Reader, style: &str, message: Message) -> String {
    let (heading, help, reference) = match message {
        Message::Missing => (MISSING, MISSING_HELP, None),
        Message::Unreadable => (UNREADABLE, UNREADABLE_HELP, None),
        Message::Broken(reference) => (BROKEN, BROKEN_HELP, Some(reference)),
    };
    document(reader, style, || Paper {
        title: reader.say(heading).to_owned(),
        current: "",
        lasting: false,
        alternate: None,
        body: view! {
            <div class="title"><h1>{reader.say(heading)}</h1></div>
            <p>{reader.say(help)}{reference.map(|code| view! { " "<code>{code}</code> })}</p>
            <p><a href="/">{reader.say(TO_THIS_WEEK)}</a></p>
        }
        .into_any(),
    })
}
