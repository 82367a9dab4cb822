//! The icons of public pages. One that frames a page is written where it is seen: a
//! reference to a drawing elsewhere is a second tree for the browser to build before the
//! first paint. Marks stand at many entries and are drawn once, at the end of the page.

use maud::{Markup, PreEscaped, html};

/// The drawings that [`mark`] refers to.
pub(super) const MARKS: PreEscaped<&str> = PreEscaped(include_str!("marks.svg"));

/// The sign of the Office beside its name.
pub(super) const CREST: PreEscaped<&str> = PreEscaped(
    r##"<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="7" fill="#b9232a"/><path d="M8 12.5h24" stroke="#f1c04a" stroke-width="2.5"/><g fill="#fff"><rect x="8" y="18" width="5" height="5" rx="1"/><rect x="17.5" y="18" width="5" height="5" rx="1"/><rect x="27" y="18" width="5" height="5" rx="1" fill="#f1c04a"/><rect x="8" y="27" width="5" height="5" rx="1"/><rect x="17.5" y="27" width="5" height="5" rx="1"/></g></svg>"##,
);

pub(super) const PREVIOUS: Icon = Icon(r#"<path d="m15 18-6-6 6-6"/>"#);
pub(super) const NEXT: Icon = Icon(r#"<path d="m9 18 6-6-6-6"/>"#);
pub(super) const DOWN: Icon = Icon(r#"<path d="m6 9 6 6 6-6"/>"#);
pub(super) const SUBSCRIBE: Icon = Icon(
    r#"<path d="M16 18h6"/><path d="M16 2v3"/><path d="M19 15v6"/><path d="M21 11.5V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h8.3"/><path d="M3 9h18"/><path d="M8 2v3"/>"#,
);
pub(super) const DOWNLOAD: Icon = Icon(
    r#"<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>"#,
);
pub(super) const PRINT: Icon = Icon(
    r#"<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>"#,
);

/// The lines of an icon on a ground of 24 by 24.
#[derive(Clone, Copy)]
pub(super) struct Icon(&'static str);

impl maud::Render for Icon {
    fn render(&self) -> Markup {
        html! { svg.i viewBox="0 0 24 24" aria-hidden="true" { (PreEscaped(self.0)) } }
    }
}

/// The icon of a mark by the name of its drawing.
pub(super) fn mark(name: &'static str) -> Markup {
    html! { svg.i aria-hidden="true" { use href=(name) {} } }
}
