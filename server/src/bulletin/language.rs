//! Which language a public page is read in: what the address asks for, else
//! what was chosen before, else what the browser prefers; Vietnamese first.

use super::address::field;
use axum::http::{HeaderMap, header};
use domain::Locale;

/// The language, and whether the address asks for it by hand.
pub(super) fn language(query: Option<&str>, asked: &HeaderMap) -> (Locale, bool) {
    if let Some(locale) = field(query, "lang").and_then(exactly) {
        return (locale, true);
    }
    let cookies = asked.get_all(header::COOKIE).iter().filter_map(|c| c.to_str().ok());
    let chosen = cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().strip_prefix("lang="))
        .find_map(exactly);
    let preferred = || {
        let header = asked.get(header::ACCEPT_LANGUAGE).and_then(|l| l.to_str().ok());
        Locale::accepted(header.unwrap_or_default())
    };
    (chosen.unwrap_or_else(preferred), false)
}

fn exactly(tag: &str) -> Option<Locale> {
    [Locale::Vi, Locale::En].into_iter().find(|locale| locale.tag() == tag)
}
