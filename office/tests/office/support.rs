//! The ground under the stories: an office of its own for every test, on both engines.
//!
//! The demo office is loaded once per process and engine into a template, which each test gets a
//! copy of. Desks are in `support/desk.rs`, forms in `support/form.rs`, engines in
//! `support/engine.rs`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "helpers of tests say what they expect")]

mod desk;
mod engine;
mod form;

pub use desk::TestOffice;
pub use form::{a_person, a_position, a_unit};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use domain::calendar::week::IsoWeek;
use domain::{Issue, Problem, Refusal, Stale};
use office::{Engine, Failure};

/// Tells each story twice: `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($office:ident: TestOffice) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$meta])*
            async fn story($office: TestOffice) $body

            #[test]
            fn sqlite() {
                crate::support::tell(office::Engine::Sqlite, story);
            }

            #[test]
            fn postgres() {
                crate::support::tell(office::Engine::Postgres, story);
            }
        }
    )*};
}
pub(crate) use on_both;

/// Tells a story in an office of its own. Without a PostgreSQL server its half is left out, with
/// a line that says so.
pub fn tell<F>(engine: Engine, story: impl FnOnce(TestOffice) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let Some(place) = engine::a_copy_of_the_demo(engine) else {
        println!("left out: GIAOBAN_TEST_POSTGRES names no server");
        return;
    };
    let result = engine::runtime().block_on(async {
        let office = TestOffice::open(&place).await;
        let story = tokio::spawn(story(office.clone()));
        let result = story.await;
        office.close().await;
        result
    });
    place.remove();
    if let Err(stopped) = result {
        std::panic::resume_unwind(stopped.into_panic());
    }
}

/// Tells a story in an empty database: its address is what the story gets.
pub fn tell_from_scratch<F>(engine: Engine, story: impl FnOnce(String) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let Some(place) = engine::an_empty_place(engine) else {
        println!("left out: GIAOBAN_TEST_POSTGRES names no server");
        return;
    };
    let result = engine::runtime().block_on(async { tokio::spawn(story(place.url.clone())).await });
    place.remove();
    if let Err(stopped) = result {
        std::panic::resume_unwind(stopped.into_panic());
    }
}

/// `2026-12-08`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// `2026-W50`.
pub fn week(text: &str) -> IsoWeek {
    text.parse().expect("a week")
}

/// `2026-12-08 09:15` on the clocks of Vietnam.
pub fn moment(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a day and a time");
    let vietnam = FixedOffset::east_opt(7 * 3600).expect("an offset");
    local.and_local_timezone(vietnam).single().expect("one moment").to_utc()
}

/// The refusal, and nothing else.
pub fn refused<T: std::fmt::Debug>(result: office::Result<T>) -> Refusal {
    match result {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not a refusal: {other:?}"),
    }
}

/// The one issue of a refused form.
pub fn issue<T: std::fmt::Debug>(result: office::Result<T>) -> (String, Problem) {
    match refused(result) {
        Refusal::Invalid(issues) if issues.len() == 1 => {
            let Issue { field, problem } = issues.into_iter().next().expect("one issue");
            (field, problem)
        }
        other => panic!("not one issue: {other:?}"),
    }
}

/// What a stale save was told.
pub fn stale<T: std::fmt::Debug>(result: office::Result<T>) -> Stale {
    match refused(result) {
        Refusal::Stale(stale) => *stale,
        other => panic!("not stale: {other:?}"),
    }
}
