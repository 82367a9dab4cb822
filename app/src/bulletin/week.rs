//! The public page of a week, in one of three views.

use super::document::{Paper, document};
use super::title::{Links, letterhead, old_copy, signature, strip, title, tools, views, weeks};
use super::words::*;
use super::{Reader, day, leader, table};
use domain::bulletin::BulletinWeek;
use domain::schedule::publication::Mark;
use leptos::prelude::*;

/// How a week is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Day by day.
    #[default]
    Days,
    /// Leader by leader.
    Leaders,
    /// As the official table.
    Table,
}

impl View {
    /// Its name in addresses; the ordinary view has none.
    pub fn code(self) -> Option<&'static str> {
        match self {
            View::Days => None,
            View::Leaders => Some("leaders"),
            View::Table => Some("table"),
        }
    }

    /// Reads a name.
    pub fn of_code(code: &str) -> Option<Self> {
        [View::Leaders, View::Table].into_iter().find(|view| view.code() == Some(code))
    }
}

/// The whole document of a week.
pub fn week_page(reader: &Reader, style: &str, week: BulletinWeek, view: View) -> String {
    document(reader, style, || {
        let iso = week.week;
        let old = old_number(&week);
        Paper {
            title: format!("{} {}", week_title(reader.locale, iso), week_span(iso)),
            current: if iso.contains(reader.today) && old.is_none() { "/" } else { "" },
            lasting: old.is_none() && week.publication.is_some(),
            alternate: week.publication.map(|_| format!("/weeks/{iso}.json")),
            body: view! { <WeekPage reader=reader.clone() week=week view=view/> }.into_any(),
        }
    })
}

/// The number of the publication that is shown, when it is not the last one.
pub(super) fn old_number(week: &BulletinWeek) -> Option<i32> {
    let (shown, _) = week.publication?;
    let (last, _) = week.publications.last()?;
    (shown != *last).then_some(shown)
}

/// Everything between header and footer.
#[component]
fn WeekPage(reader: Reader, week: BulletinWeek, view: View) -> impl IntoView {
    let reader = &reader;
    let iso = week.week;
    let links = Links { week: iso, view: Some(view), old: old_number(&week) };
    let neighbours = weeks(reader, iso, "/weeks".to_owned(), |to| match view.code() {
        Some(code) => format!("/weeks/{to}?view={code}"),
        None => format!("/weeks/{to}"),
    });
    let Some((_, at)) = week.publication else {
        return view! {
            {neighbours}
            {title(reader, iso, None, String::new())}
            {strip_of_nothing(reader)}
        }
        .into_any();
    };
    let changed = week.entries.iter().filter(|e| e.mark != Mark::Kept).count();
    let body = match view {
        View::Days => view! {
            {strip(reader, iso)}
            {day::days(reader, iso, week.entries.clone(), &week.holidays)}
        }
        .into_any(),
        View::Leaders => leader::leaders(reader, iso, &week.leaders, &week.entries),
        View::Table => view! {
            {table::sheet(reader, iso, week.entries.clone(), &week.holidays)}
            {signature(reader)}
        }
        .into_any(),
    };
    view! {
        {letterhead(reader, Some(at))}
        {neighbours}
        {title(reader, iso, week.publication, week.remark.clone())}
        {old_copy(reader, &week)}
        {views(reader, &links, changed)}
        {tools(reader, &links)}
        {body}
    }
    .into_any()
}

fn strip_of_nothing(reader: &Reader) -> impl IntoView + use<> {
    let deadline = reader.office.registration_deadline.clone();
    view! {
        <p class="none">{reader.say(NOT_PUBLISHED)}</p>
        {(!deadline.is_empty()).then(|| view! { <p class="none" lang=reader.written()>{deadline}</p> })}
        <p><a href="/">{reader.say(TO_THIS_WEEK)}</a></p>
    }
}
