//! The public page of a week, in one of three views.

use super::day::Day;
use super::document::{Paper, document};
use super::title::{Links, letterhead, old_copy, signature, strip, title, tools, views, weeks};
use super::words::*;
use super::{Reader, day, leader, table};
use domain::bulletin::BulletinWeek;
use domain::calendar::LunarDate;
use maud::{Markup, html};

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
pub fn week_page(reader: &Reader, style: &str, week: &BulletinWeek, view: View) -> String {
    let iso = week.week;
    let old = old_number(week);
    let paper = Paper {
        title: format!("{} {}", week_title(reader.locale, iso), week_span(iso)),
        current: if iso.contains(reader.today) && old.is_none() { "/" } else { "" },
        lasting: old.is_none() && week.publication.is_some(),
        alternate: week.publication.map(|_| format!("/weeks/{iso}.json")),
        body: body(reader, week, view),
    };
    document(reader, style, paper)
}

/// The number of the publication that is shown, when it is not the last one.
pub(super) fn old_number(week: &BulletinWeek) -> Option<i32> {
    let (shown, _) = week.publication?;
    let (last, _) = week.publications.last()?;
    (shown != *last).then_some(shown)
}

/// Everything between header and footer.
fn body(reader: &Reader, week: &BulletinWeek, view: View) -> Markup {
    let iso = week.week;
    let links = Links { week: iso, view: Some(view), old: old_number(week) };
    let changed = week.entries.iter().filter(|entry| entry.is_changed()).count();
    html! {
        @if let Some((_, at)) = week.publication { (letterhead(reader, at)) }
        // What a reader sees first is painted first.
        (title(reader, iso, week.publication, &week.remark))
        (weeks(reader, iso, "/weeks", |to| match view.code() {
            Some(code) => format!("/weeks/{to}?view={code}"),
            None => format!("/weeks/{to}"),
        }))
        @if week.publication.is_none() {
            (nothing(reader))
        } @else {
            (old_copy(reader, week))
            (views(reader, &links, changed))
            (tools(reader, &links))
            @match view {
                View::Days => {
                    @let days = days_of(week);
                    (strip(reader, &days))
                    (day::days(reader, week, &days))
                },
                View::Leaders => (leader::leaders(reader, week)),
                View::Table => {
                    (table::sheet(reader, week, &days_of(week)))
                    (signature(reader))
                },
            }
        }
    }
}

/// The days with their lunar dates, which are worked out from sun and moon and
/// therefore once for a page.
fn days_of(week: &BulletinWeek) -> Vec<Day> {
    week.week.days().into_iter().map(|day| (day, LunarDate::of(day))).collect()
}

fn nothing(reader: &Reader) -> Markup {
    let deadline = &reader.office.registration_deadline;
    html! {
        p.none { (reader.say(NOT_PUBLISHED)) }
        @if !deadline.is_empty() {
            p.none { (reader.say(UNITS_REGISTER_BY)) ": " span lang=[reader.written()] { (deadline) } }
        }
        p { a href="/" { (reader.say(TO_THIS_WEEK)) } }
    }
}
