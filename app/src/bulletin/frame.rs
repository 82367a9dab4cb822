//! Letterhead and foot of every public page.

use super::Reader;
use super::words::*;
use domain::Locale;
use leptos::prelude::*;

pub(super) fn icon(name: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use href=name></use></svg> }
}

pub(super) fn mast(reader: &Reader, current: &'static str) -> impl IntoView + use<> {
    let link = |href: &'static str, text: &'static str| {
        let here = (href == current).then_some("page");
        view! { <a href=href aria-current=here>{text}</a> }
    };
    let other = match reader.locale {
        Locale::Vi => "en",
        Locale::En => "vi",
    };
    let join = if reader.here.contains('?') { '&' } else { '?' };
    let switch = format!("{}{join}lang={other}", reader.here);
    view! {
        <header class="mast"><div class="wrap">
            <a class="brand" href="/">
                <svg viewBox="0 0 40 40" aria-hidden="true"><use href="#crest"></use></svg>
                <span lang=reader.written()>{reader.office.committee_name.clone()}<b>{reader.office.office_name.clone()}</b></span>
            </a>
            <nav class="site" aria-label=reader.say(PUBLIC_PAGES)>
                {link("/", reader.say(SCHEDULE))}
                {link("/subscribe", reader.say(SUBSCRIBE))}
                {link("/sign-in", reader.say(SIGN_IN))}
                <a href=switch hreflang=other lang=other>{reader.say(OTHER_LANGUAGE)}</a>
                {preferences(reader)}
            </nav>
        </div></header>
    }
}

fn preferences(reader: &Reader) -> impl IntoView + use<> {
    let set = |value: &'static str, text: &'static str| view! { <button data-set=value>{text}</button> };
    let size = |value: &'static str, label: &'static str, text: &'static str| {
        view! { <button data-set=value aria-label=label>{text}</button> }
    };
    view! {
        <details class="drop prefs">
            <summary aria-label=reader.say(DISPLAY)>"Aa"</summary>
            <div>
                <p role="group" aria-label=reader.say(TEXT_SIZE)>
                    {size("text=small", reader.say(SMALL), "A-")}
                    {size("text=", reader.say(MEDIUM), "A")}
                    {size("text=large", reader.say(LARGE), "A+")}
                </p>
                <p role="group" aria-label=reader.say(BACKGROUND)>
                    {set("theme=", reader.say(AS_SYSTEM))}
                    {set("theme=light", reader.say(LIGHT))}
                    {set("theme=dark", reader.say(DARK))}
                </p>
                <p>{set("theme=contrast", reader.say(CONTRAST))}</p>
            </div>
        </details>
    }
}

pub(super) fn foot(reader: &Reader) -> impl IntoView + use<> {
    let office = &reader.office;
    let seat = match office.headquarters.as_str() {
        "" => office.office_name.clone(),
        seat => format!("{} · {seat}", office.office_name),
    };
    view! {
        <footer class="foot"><div class="wrap">
            <p lang=reader.written()>{seat}</p>
        </div></footer>
    }
}
