//! The document around a public page: head, style, script and icons inside, so
//! that one answer is a whole page.

use super::Reader;
use super::frame::{foot, mast};
use super::words::SKIP;
use leptos::prelude::*;
use std::fmt::Write as _;

/// The whole script of a public page: theme, text size, copy and print. Without
/// it these buttons are hidden and nothing else is missing.
pub const SCRIPT: &str = include_str!("script.js");

const ICONS: &str = include_str!("icons.svg");

/// A page before it is put into its document.
pub struct Paper {
    /// The title of the browser's window.
    pub title: String,
    /// Which of the site's pages is current: "/" or "/subscribe"; or none.
    pub current: &'static str,
    /// Whether search engines may keep it.
    pub lasting: bool,
    /// Machine-readable form of the same page, for `<link rel="alternate">`.
    pub alternate: Option<String>,
    /// What stands between header and footer.
    pub body: AnyView,
}

/// Writes the document.
pub(super) fn document(reader: &Reader, style: &str, paper: impl FnOnce() -> Paper) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let Paper { title, current, lasting, alternate, body } = paper();
        let mut html = String::with_capacity(64 * 1024);
        html.push_str("<!doctype html><html lang=\"");
        html.push_str(reader.locale.tag());
        html.push_str("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        push_text(&mut html, &title);
        html.push_str(" · ");
        push_text(&mut html, &reader.office.office_name);
        html.push_str("</title><link rel=\"icon\" href=\"/favicon.svg\">");
        if !lasting {
            html.push_str("<meta name=\"robots\" content=\"noindex\">");
        }
        if let Some(address) = alternate {
            let _ = write!(html, "<link rel=\"alternate\" type=\"application/json\" href=\"{address}\">");
        }
        html.push_str("<link rel=\"alternate\" type=\"text/calendar\" href=\"/feeds/public.ics\">");
        html.push_str("<style>");
        html.push_str(style);
        html.push_str("</style><script>");
        html.push_str(SCRIPT);
        html.push_str("</script></head><body>");
        html.push_str(ICONS);
        let view = view! {
            <a class="skip" href="#main">{reader.say(SKIP)}</a>
            {mast(reader, current)}
            <main id="main" class="wrap">{body}</main>
            {foot(reader)}
        };
        push_without_markers(&mut html, &view.to_html());
        html.push_str("</body></html>");
        html
    });
    owner.cleanup();
    html
}

/// Text of an element; the few characters that would end it are written as entities.
fn push_text(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            c => html.push(c),
        }
    }
}

/// Nobody takes these pages over in the browser, so the marks between texts,
/// which can never be typed text (its `<` is escaped), stay behind.
fn push_without_markers(html: &mut String, rendered: &str) {
    for piece in rendered.split("<!>") {
        html.push_str(piece);
    }
}
