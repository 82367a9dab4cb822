//! Letterhead and foot of every public page.

use super::Reader;
use super::icon;
use super::words::*;
use domain::Locale;
use maud::{Markup, html};

pub(super) fn mast(reader: &Reader, current: &'static str) -> Markup {
    let link = |href: &'static str, text: &'static str| {
        let here = (href == current).then_some("page");
        html! { a href=(href) aria-current=[here] { (text) } }
    };
    let other = match reader.locale {
        Locale::Vi => "en",
        Locale::En => "vi",
    };
    let join = if reader.here.contains('?') { '&' } else { '?' };
    html! {
        header.mast {
            div.wrap {
                a.brand href="/" {
                    (icon::CREST)
                    span lang=[reader.written()] {
                        (reader.office.committee_name) b { (reader.office.office_name) }
                    }
                }
                nav.site aria-label=(reader.say(PUBLIC_PAGES)) {
                    (link("/", reader.say(SCHEDULE)))
                    (link("/subscribe", reader.say(SUBSCRIBE)))
                    (link("/sign-in", reader.say(SIGN_IN)))
                    a href={ (reader.here) (join) "lang=" (other) } hreflang=(other) lang=(other) {
                        (reader.say(OTHER_LANGUAGE))
                    }
                    (preferences(reader))
                }
            }
        }
    }
}

fn preferences(reader: &Reader) -> Markup {
    let set = |value: &'static str, word| html! { button data-set=(value) { (reader.say(word)) } };
    let size = |value: &'static str, label, text: &'static str| {
        html! { button data-set=(value) aria-label=(reader.say(label)) { (text) } }
    };
    html! {
        details.drop.prefs {
            summary aria-label=(reader.say(DISPLAY)) { "Aa" }
            div {
                p role="group" aria-label=(reader.say(TEXT_SIZE)) {
                    (size("text=small", SMALL, "A-"))
                    (size("text=", MEDIUM, "A"))
                    (size("text=large", LARGE, "A+"))
                }
                p role="group" aria-label=(reader.say(BACKGROUND)) {
                    (set("theme=", AS_SYSTEM))
                    (set("theme=light", LIGHT))
                    (set("theme=dark", DARK))
                }
                p { (set("theme=contrast", CONTRAST)) }
            }
        }
    }
}

pub(super) fn foot(reader: &Reader) -> Markup {
    let office = &reader.office;
    html! {
        footer.foot {
            div.wrap {
                p lang=[reader.written()] {
                    (office.office_name)
                    @if !office.headquarters.is_empty() { " · " (office.headquarters) }
                }
            }
        }
    }
}
