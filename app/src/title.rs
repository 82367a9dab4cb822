//! The page's title: written into the head on the server, set on the document in the
//! browser. The browser's half is two lines, which keeps a meta-tag library out of
//! the first load.

use leptos::prelude::*;

/// Names the page that is shown.
#[component]
pub fn PageTitle(
    /// What stands before the name of the system.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        let title = format!("{} - Giao Ban", text.get_untracked());
        let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
        // Rendering registers the title for the head; nothing appears in place.
        let _ = leptos_meta::Title(leptos_meta::TitleProps::builder().text(escaped).build()).to_html();
    }
    #[cfg(not(feature = "ssr"))]
    Effect::new(move |_| document().set_title(&format!("{} - Giao Ban", text.get())));
}
