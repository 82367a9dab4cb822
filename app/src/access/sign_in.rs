//! The page at `/sign-in`: one document without a client, so that it is there
//! at once and works everywhere.

use super::kept::{KEPT, Kept, kept_note, send_again};
use super::words::*;
use crate::bulletin::SCRIPT;
use crate::frame::Brand;
use crate::shell::{Site, ahead};
use chrono::NaiveDate;
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::setting::Profile;
use domain::{Locale, Refusal, words};
use leptos::prelude::*;

/// The field in which a browser with script says that the answer to the form may be the page
/// that is wanted, and no way to it.
pub const IN_PLACE: &str = "in_place";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The language.
    pub locale: Locale,
    /// The present day.
    pub today: NaiveDate,
    /// The names of the office.
    pub office: Profile,
    /// What was typed before.
    pub email: String,
    /// Where to go afterwards.
    pub next: String,
    /// Why the last attempt failed.
    pub refusal: Option<Refusal>,
    /// A form that was sent after the session had ended.
    pub kept: Option<Kept>,
}

/// The whole document. `nonce` is that of the answer's Content-Security-Policy.
pub fn sign_in_page(page: SignIn, site: &Site, nonce: &str) -> String {
    let (locale, today, office) = (page.locale, page.today, page.office.clone());
    document(locale, today, office, || view! { <Form page/> }.into_any(), site, nonce)
}

/// The page on which somebody who has signed in again sends what was kept for them.
pub fn kept_page(page: SignIn, site: &Site, nonce: &str) -> String {
    let (locale, today, office) = (page.locale, page.today, page.office.clone());
    let kept = page.kept.unwrap_or_default();
    document(locale, today, office, || send_again(locale, &page.next, kept), site, nonce)
}

fn document(
    locale: Locale,
    today: NaiveDate,
    office: Profile,
    content: impl FnOnce() -> AnyView,
    site: &Site,
    nonce: &str,
) -> String {
    let (style, nonce) = (site.style.clone(), nonce.to_owned());
    let (script, wasm) = (site.script.clone(), site.wasm.clone());
    let rooms = ahead(site, nonce.clone());
    let say_in_place = format!("for(const i of document.getElementsByName('{IN_PLACE}'))i.value='1'");
    let owner = Owner::new();
    let html = owner.with(|| {
        view! {
            <html lang=locale.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title inner_html=format!("{} - Giao Ban", locale.say(SIGN_IN))></title>
                    <link rel="icon" href="/favicon.svg"/>
                    <link rel="stylesheet" href=style/>
                    // The app is fetched while the person types.
                    <link rel="modulepreload" href=script/>
                    <link rel="prefetch" href=wasm r#as="fetch" crossorigin="anonymous"/>
                    <script nonce=nonce.clone() inner_html=SCRIPT></script>
                    {rooms}
                </head>
                <body class="door">
                    <Civic today office locale/>
                    <main id="main">{content()}</main>
                    <script nonce=nonce inner_html=say_in_place></script>
                </body>
            </html>
        }
        .to_html()
    });
    owner.cleanup();
    format!("<!DOCTYPE html>{html}")
}

#[component]
fn Civic(today: NaiveDate, office: Profile, locale: Locale) -> impl IntoView {
    let lunar = LunarDate::of(today).map(|l| l.long(locale));
    view! {
        <header class="civic">
            <p class="org">
                <Brand/>
                <span>{office.committee_name} <br/><b>{office.office_name}</b></span>
            </p>
            <Motif/>
            <div>
                <h1>"Giao Ban"</h1>
                <p>{locale.say(SIGN_IN_LEAD)}</p>
            </div>
            <p class="late">
                {locale.say(CURRENT_WEEK)} " " {IsoWeek::of(today).number()} " · " {spoken::long_date(locale, today)}
                {lunar.map(|lunar| format!(" · {lunar}"))}
            </p>
        </header>
    }
}

/// Five weeks of seven days; the gold one is today.
#[component]
fn Motif() -> impl IntoView {
    let days = (0..35).map(|at| {
        let (row, column) = (at / 7, at % 7);
        let (fill, opacity) = match (row, column) {
            (2, 4) => ("#f1c04a", "1"),
            (_, 5 | 6) => ("#fff", "0.05"),
            _ => ("#fff", "0.1"),
        };
        view! {
            <rect x=12 + column * 78 y=8 + row * 62 width="62" height="46" rx="6" fill=fill fill-opacity=opacity></rect>
        }
    });
    view! {
        <svg class="motif" viewBox="8 6 552 298" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {days.collect_view()}
        </svg>
    }
}

#[component]
fn Form(page: SignIn) -> impl IntoView {
    let locale = page.locale;
    let other = match locale {
        Locale::Vi => ("?lang=en", "en", "English"),
        Locale::En => ("?lang=vi", "vi", "Tiếng Việt"),
    };
    let failed = page.refusal.is_some();
    view! {
        <div>
            <h2>{locale.say(SIGN_IN)}</h2>
            <p class="soft">{locale.say(WAIT_FOR_MAIL)}</p>
        </div>
        {page
            .refusal
            .map(|refusal| {
                view! {
                    <div class="notice" data-tone="red" role="alert" id="refusal">
                        <svg class="i" aria-hidden="true"><use href="/icons.svg#error"></use></svg>
                        <div><p>{why(locale, &refusal)}</p></div>
                    </div>
                }
            })}
        {page.kept.as_ref().map(|kept| kept_note(locale, kept))}
        <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value=page.next/>
            <input type="hidden" name=IN_PLACE/>
            {page.kept.map(|kept| view! { <input type="hidden" name=KEPT value=kept.0.to_body()/> })}
            <div class="field">
                <label for="email">{locale.say(EMAIL)}</label>
                <input
                    id="email"
                    name="email"
                    type="email"
                    autocomplete="username"
                    required
                    autofocus=!failed
                    value=page.email
                    aria-describedby=failed.then_some("refusal")
                />
            </div>
            <div class="field">
                <label for="password">{locale.say(PASSWORD)}</label>
                <input
                    id="password"
                    name="password"
                    type="password"
                    autocomplete="current-password"
                    required
                    autofocus=failed
                    aria-invalid=failed.then_some("true")
                    aria-describedby=failed.then_some("refusal")
                />
            </div>
            <button class="button" data-kind="primary">{locale.say(SIGN_IN)}</button>
        </form>
        <p class="links">
            <a href="/">{locale.say(READ_PUBLIC)}</a>
            <a href=other.0 lang=other.1>{other.2}</a>
        </p>
        <p class="small soft">{locale.say(HELP)}</p>
    }
}

/// Why the attempt failed; what is wrong with the password in its own words.
fn why(locale: Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid(issues) => {
            let problems = issues.iter().map(|i| {
                format!("{}: {}", locale.say(words::field(&i.field)), words::problem(locale, &i.problem))
            });
            problems.collect::<Vec<_>>().join(" ")
        }
        other => words::refusal(locale, other),
    }
}
