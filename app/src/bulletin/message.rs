//! The public page that says no: not there, not readable, or broken.

use super::Reader;
use super::document::{Paper, document};
use super::words::*;
use maud::html;

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
    let body = html! {
        div.title { h1 { (reader.say(heading)) } }
        p {
            (reader.say(help))
            @if let Some(code) = reference { " " code { (code) } }
        }
        p { a href="/" { (reader.say(TO_THIS_WEEK)) } }
    };
    let title = reader.say(heading).to_owned();
    document(reader, style, Paper { title, current: "", lasting: false, alternate: None, body })
}
