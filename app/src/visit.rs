//! Who looks, in which language, at what moment: what every page knows from
//! its first byte, on the server and in the browser alike.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::waiting::Counts;
use domain::{Actor, Locale, Word, words};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the server tells the browser with a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// The signed-in person.
    pub actor: Actor,
    /// The language of the page.
    pub locale: Locale,
    /// The moment of the request by the office's clock, in milliseconds since
    /// 1970: a number keeps the reading of dates out of the first load.
    pub now: i64,
    /// The short name of the committee, for the header.
    pub committee: String,
    /// How much waits for the person when the page is made.
    pub waits: Counts,
    /// A plain form that was refused, with what was typed: the JSON of a
    /// [`crate::fields::Returned`], which only the rooms read.
    pub returned: Option<String>,
}

impl Visit {
    /// The present day in Vietnam.
    pub fn today(&self) -> NaiveDate {
        self.local_now().date()
    }

    /// The present day and hour in Vietnam.
    pub fn local_now(&self) -> NaiveDateTime {
        let now = DateTime::from_timestamp_millis(self.now).unwrap_or_default();
        now.with_timezone(&words::vietnam()).naive_local()
    }
}

/// How much waits for the person, as far as this page has heard.
#[derive(Clone, Copy)]
pub struct Waits(pub RwSignal<Counts>);

/// Tells the header what a page has counted.
pub fn tell_header(change: impl Fn(&mut Counts) + 'static) {
    let waits = expect_context::<Waits>().0;
    Effect::new(move |_| waits.update(&change));
}

/// The visit of the page being shown.
pub fn use_visit() -> StoredValue<Visit> {
    expect_context::<StoredValue<Visit>>()
}

/// The person at the desk.
pub fn use_actor() -> Actor {
    use_visit().with_value(|v| v.actor.clone())
}

/// The language of the page; it changes with a new page only.
pub fn use_locale() -> Locale {
    use_visit().with_value(|v| v.locale)
}

/// The office's today.
pub fn use_today() -> NaiveDate {
    use_visit().with_value(Visit::today)
}

/// A word in the language of the page.
pub fn say(word: Word) -> &'static str {
    use_locale().say(word)
}

/// A count with its word in the language of the page: the word for one, the word for many.
pub fn say_counted(count: usize, [one, many]: [Word; 2]) -> String {
    format!("{count} {}", say(if count == 1 { one } else { many }))
}

/// The visit that the server knows from the request, handed to the browser in
/// the page.
pub fn provide_visit() {
    let visit = SharedValue::new(found).into_inner();
    crate::keep::belongs_to(visit.actor.account);
    provide_context(Waits(RwSignal::new(visit.waits)));
    provide_context(StoredValue::new(visit));
}

#[cfg(feature = "ssr")]
fn found() -> Visit {
    use_context::<axum::http::request::Parts>()
        .and_then(|parts| parts.extensions.get::<Visit>().cloned())
        .unwrap_or_else(|| Visit {
            actor: Actor::nobody(),
            locale: Locale::default(),
            now: 0,
            committee: String::new(),
            waits: Counts::default(),
            returned: None,
        })
}

#[cfg(not(feature = "ssr"))]
fn found() -> Visit {
    unreachable!("the browser reads the visit out of the page")
}

/// The desk of whoever sent this request.
///
/// # Errors
/// [`domain::Refusal::SignInNeeded`] when nobody is signed in.
#[cfg(feature = "ssr")]
pub fn desk() -> crate::refused::Answer<office::Desk> {
    use_context::<axum::http::request::Parts>()
        .and_then(|parts| parts.extensions.get::<office::Desk>().cloned())
        .filter(|desk| desk.actor.account.is_some())
        .ok_or_else(|| domain::Refusal::SignInNeeded.into())
}
