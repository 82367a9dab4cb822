//! The document around a public page: head, style, script and icons inside, so
//! that one answer is a whole page.

use super::Reader;
use super::frame::{foot, mast};
use super::icon;
use super::words::SKIP;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The whole script of a public page: theme, text size, copy and print, and whether somebody
/// comes to the page anew. Without it these buttons are hidden and nothing else is missing.
pub const SCRIPT: &str = include_str!("script.js");

/// A page before it is put into its document.
pub(super) struct Paper {
    /// The title of the browser's window.
    pub title: String,
    /// Which of the site's pages is current: "/" or "/subscribe"; or none.
    pub current: &'static str,
    /// Whether search engines may keep it.
    pub lasting: bool,
    /// Machine-readable form of the same page, for `<link rel="alternate">`.
    pub alternate: Option<String>,
    /// What stands between header and footer.
    pub body: Markup,
}

/// Writes the document.
pub(super) fn document(reader: &Reader, style: &str, paper: Paper) -> String {
    let Paper { title, current, lasting, alternate, body } = paper;
    let document = html! {
        (DOCTYPE)
        html lang=(reader.locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) " · " (reader.office.office_name) }
                link rel="icon" href="/favicon.svg";
                @if !lasting { meta name="robots" content="noindex"; }
                @if let Some(address) = alternate {
                    link rel="alternate" type="application/json" href=(address);
                }
                link rel="alternate" type="text/calendar" href="/feeds/public.ics";
                style { (PreEscaped(style)) }
                script { (PreEscaped(SCRIPT)) }
            }
            body {
                a.skip href="#main" { (reader.say(SKIP)) }
                (mast(reader, current))
                main #main .wrap { (body) }
                (foot(reader))
                (icon::MARKS)
            }
        }
    };
    document.into_string()
}
