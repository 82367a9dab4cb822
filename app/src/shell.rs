//! The document around the app: head, style sheet and the script that starts the
//! browser's part.
//!
//! It knows the site's hashed names from [`Site`]; no name is written down elsewhere.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use axum::http::header;
use axum::http::request::Parts;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;
use serde::Deserialize;

use crate::bulletin::SCRIPT;
use crate::root::App;
use crate::visit::Visit;
use domain::Deed;

/// The names of the built site, as `cargo xtask` wrote them into `manifest.json`.
/// Addresses begin with `/` and change with the content, so they may be cached for ever.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Site {
    /// The folder of this build's script and WebAssembly.
    pub pkg: String,
    /// The module that holds the glue and starts everything.
    pub script: String,
    /// Modules that `script` imports in its turn; empty when they are joined into it.
    pub modules: Vec<String>,
    /// The main WebAssembly file.
    pub wasm: String,
    /// The style sheet of the signed-in app.
    pub style: String,
    /// Its text: it travels inside a page, so that the page is painted with its first answer.
    #[serde(skip)]
    pub sheet: String,
    /// The icons, each named "i-" and its name: they travel inside a page as well, since a
    /// reference to a file is looked up again for every icon.
    #[serde(skip)]
    pub icons: String,
    /// Lazy part to the files it needs, without folder and ending.
    pub parts: HashMap<String, Vec<String>>,
}

impl Site {
    /// The files of the rooms that somebody at a desk comes to next: the board, what stands
    /// around it, then the Office's pages.
    fn next_rooms(&self) -> impl Iterator<Item = String> + '_ {
        let mut seen = HashSet::new();
        let rooms = ["board_part", "board_beside", "office_part"];
        rooms.into_iter().flat_map(|room| self.files_of(room)).filter(move |file| seen.insert(file.clone()))
    }

    /// The addresses of the files of a lazy part; the splitting tool puts more around its name.
    fn files_of(&self, part: &str) -> impl Iterator<Item = String> + use<'_> {
        let files = self.parts.iter().find(|(name, _)| name.contains(part)).map(|(_, files)| files);
        files.into_iter().flatten().map(|file| format!("{}/{file}.wasm", self.pkg))
    }
}

/// Has the files of a lazy part fetched with the page that shows it, after what starts them.
/// Said in the head of the answer (RFC 8288, rel=preload): links in the document were not
/// followed by Chromium when they came behind the style sheet.
pub(crate) fn fetch_with_page(part: &str) {
    let (Some(site), Some(response)) = (use_context::<Arc<Site>>(), use_context::<ResponseOptions>()) else {
        return;
    };
    for file in site.files_of(part) {
        fetch_first(&response, &file);
    }
}

/// Has a file of ours fetched before the page is read.
fn fetch_first(response: &ResponseOptions, file: &str) {
    let how = match file.ends_with(".wasm") {
        true => "preload; as=fetch; type=\"application/wasm\"; crossorigin",
        false => "modulepreload",
    };
    if let Ok(link) = format!("<{file}>; rel={how}").parse() {
        response.append_header(header::LINK, link);
    }
}

/// Fetches the rooms of the desk once the page itself is there, so that they open at once:
/// while somebody types a password, or reads what waits. Not on a phone, and not for those
/// who save data.
pub(crate) fn ahead(site: &Site, nonce: String) -> impl IntoView + use<> {
    let links = site.next_rooms().map(|file| {
        view! { <link data-ahead="" href=file r#as="fetch" crossorigin="anonymous"/> }
    });
    view! {
        {links.collect_view()}
        <script nonce=nonce inner_html=FETCH_AHEAD></script>
    }
}

const FETCH_AHEAD: &str = "addEventListener('load',()=>{\
    if(matchMedia('(min-width:48rem)').matches&&!navigator.connection?.saveData)\
    for(const l of document.querySelectorAll('[data-ahead]'))l.rel='prefetch'})";

/// What a page with this nonce may load and run: inline script only with the nonce of
/// its own answer; WebAssembly may be compiled; nobody may frame it.
pub fn policy(nonce: impl std::fmt::Display) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// In a request: the page is written in the answer to another address, and its own is this.
#[derive(Clone, Debug)]
pub struct InPlace(pub String);

/// The script by which a page takes its own address; a reload asks for that.
fn take_address(InPlace(address): &InPlace) -> String {
    // No "<" can end the script, and JSON text is script text.
    let address = serde_json::to_string(address).unwrap_or_default().replace('<', "\\u003c");
    format!("history.replaceState(null,'',{address})")
}

/// The whole document of a page that the browser takes over.
pub fn shell(site: &Arc<Site>) -> impl IntoView + use<> {
    let nonce = use_nonce();
    if let (Some(nonce), Some(response)) = (&nonce, use_context::<ResponseOptions>())
        && let Ok(policy) = policy(nonce).parse()
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(response) = use_context::<ResponseOptions>() {
        for file in [&site.script].into_iter().chain(&site.modules).chain([&site.wasm]) {
            fetch_first(&response, file);
        }
    }
    let parts = use_context::<Parts>();
    let visit = parts.as_ref().and_then(|parts| parts.extensions.get::<Visit>());
    let locale = visit.map(|visit| visit.locale).unwrap_or_default();
    let is_at_desk = visit.is_some_and(|visit| visit.actor.can(Deed::ReadDesk));
    let is_on_board = parts.as_ref().is_some_and(|parts| {
        parts.uri.path().strip_prefix("/desk/weeks/").is_some_and(|week| !week.contains('/'))
    });
    let ahead = (is_at_desk && !is_on_board)
        .then(|| ahead(site, nonce.as_ref().map(ToString::to_string).unwrap_or_default()));
    let in_place = parts.as_ref().and_then(|parts| parts.extensions.get::<InPlace>()).map(take_address);
    let in_place = in_place.map(|take| view! { <script nonce=nonce.clone() inner_html=take></script> });
    // The part that is shown looks here for its files.
    provide_context(Arc::clone(site));
    // In a task of its own: what a person types meanwhile is heard in between.
    let start = format!(
        "import init,{{hydrate}} from \"{}\";await init({{module_or_path:\"{}\"}});setTimeout(hydrate)",
        site.script, site.wasm
    );
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                {in_place}
                <link rel="icon" href="/favicon.svg"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <style nonce=nonce.clone() inner_html=site.sheet.clone()></style>
                // The reader's theme and text size, before anything is painted.
                <script nonce=nonce.clone() inner_html=SCRIPT></script>
                <script type="module" nonce=nonce>{start}</script>
                {ahead}
                <MetaTags/>
            </head>
            <body>
                <App/>
                <div hidden="" inner_html=site.icons.clone()></div>
            </body>
        </html>
    }
}

#[cfg(test)]
mod tests {
    use super::{InPlace, take_address};

    #[test]
    fn no_address_ends_the_script_or_its_text() {
        let takes = |address: &str| take_address(&InPlace(address.to_owned()));
        assert_eq!(takes("/desk?q=1&x"), r#"history.replaceState(null,'',"/desk?q=1&x")"#);
        assert_eq!(takes("/a\"</script>"), r#"history.replaceState(null,'',"/a\"\u003c/script>")"#);
    }
}
