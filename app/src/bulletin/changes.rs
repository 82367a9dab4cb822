//! What changed for the public between the publications of a week.

use super::Reader;
use super::day::day_name;
use super::document::{Paper, document};
use super::entry::{chair, content, mark_code, when};
use super::mark::mark_of;
use super::title::{Links, title, tools, views, weeks};
use super::words::*;
use domain::bulletin::BulletinChanges;
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::{Difference, changed_entries};
use maud::{Markup, html};

/// The whole document. `steps` are the differences to show, the newest first;
/// without any the week has no publication.
pub fn changes_page(reader: &Reader, style: &str, week: IsoWeek, steps: &[BulletinChanges]) -> String {
    let publications = steps.first().map(|step| step.publications.as_slice()).unwrap_or_default();
    // The tab counts what the week's page counts; between two publications it says no number.
    let is_whole = steps.len() == publications.len();
    let later = steps.iter().filter(|step| step.from > 0 && is_whole);
    let changed = changed_entries(later.flat_map(|step| &step.differences));
    let links = Links { week, view: None, old: None };
    let body = html! {
        (title(reader, week, publications.last().copied(), ""))
        (weeks(reader, week, "/weeks", |to| format!("/weeks/{to}/changes")))
        @if let Some((last, _)) = publications.last() {
            (views(reader, &links, changed))
            (tools(reader, &links))
            @for step in steps { (section(reader, step)) }
            nav.tools aria-label=(reader.say(EARLIER_COPIES)) {
                @for (n, at) in publications {
                    a href=(format_args!("/weeks/{week}?publication={n}")) {
                        (n) ". " (edition(reader.locale, *n)) " · " (moment(*at))
                    }
                }
            }
            @if *last > 1 { (compare(reader, week, *last)) }
        } @else {
            p.none { (reader.say(NOT_PUBLISHED)) }
        }
    };
    let title = format!("{} · {}", reader.say(CHANGES), week_title(reader.locale, week));
    document(reader, style, Paper { title, current: "", lasting: false, alternate: None, body })
}

fn section(reader: &Reader, step: &BulletinChanges) -> Markup {
    let (number, at) = step.to;
    html! {
        section.day {
            h2 {
                (edition(reader.locale, number))
                small { (moment(at)) }
                @if step.from > 0 && step.from != number - 1 {
                    small { (reader.say(WITH_PUBLICATION)) " " (step.from) }
                }
            }
            div {
                @if step.from == 0 {
                    p.none { (reader.say(FIRST_COPY)) }
                } @else if step.differences.is_empty() {
                    p.none { (reader.say(NO_CHANGE)) }
                } @else {
                    ol.entries { @for difference in &step.differences { (item(reader, step.week, difference)) } }
                }
            }
        }
    }
}

fn item(reader: &Reader, week: IsoWeek, difference: &Difference) -> Markup {
    let Difference { mark, face, fields, gone, .. } = difference;
    html! {
        li.entry data-mark=[mark_code(*mark)] {
            (when(reader, face, fields))
            div.what {
                p.place {
                    a href=(format_args!("/weeks/{week}#d{}", face.date)) { (day_name(reader, face.date)) }
                }
                (content(reader, face))
                @if *gone {
                    p.mark data-mark="cancelled" { b { (reader.say(GONE)) } "." }
                } @else {
                    (mark_of(reader, *mark, face, fields, 0))
                }
            }
            (chair(reader, &face.leaders))
        }
    }
}

fn compare(reader: &Reader, week: IsoWeek, last: i32) -> Markup {
    let number = |name: &'static str, value: i32| {
        html! { input name=(name) type="number" min="1" max=(last) value=(value) required; }
    };
    html! {
        form.weeks action=(format_args!("/weeks/{week}/changes")) {
            label { (reader.say(COMPARE_PUBLICATION)) " " (number("publication", last)) }
            label { (reader.say(WITH_PUBLICATION)) " " (number("against", 1)) }
            button { (reader.say(COMPARE)) }
        }
    }
}
