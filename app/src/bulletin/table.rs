//! The week as the official table: the sheet that is printed and pinned up.

use super::Reader;
use super::day::Day;
use super::entry::{acting, mark_code};
use super::mark::mark;
use super::part::{duty, holiday, lanes, on};
use super::words::*;
use chrono::{Datelike, NaiveDate};
use domain::bulletin::BulletinWeek;
use domain::calendar::hours::SessionPart;
use domain::calendar::{LunarDate, spoken};
use domain::schedule::Published;
use domain::schedule::publication::FaceStanding;
use maud::{Markup, html};

/// One body for each part of a day, one row for each entry or empty half-day. Each body says
/// its day: paper breaks between them, and the cells of a row do not go over to the next page.
pub(super) fn sheet(reader: &Reader, week: &BulletinWeek, days: &[Day]) -> Markup {
    html! {
        table.sheet {
            caption.screen { (week_title(reader.locale, week.week)) " " (week_span(week.week)) }
            thead {
                tr {
                    @for word in [DATE, TIME, SUBJECT, PLACE, LEADERS] { th scope="col" { (reader.say(word)) } }
                }
            }
            @for (day, lunar) in days { (bodies(reader, week, *day, *lunar)) }
        }
    }
}

fn bodies(reader: &Reader, week: &BulletinWeek, day: NaiveDate, lunar: Option<LunarDate>) -> Markup {
    let own = on(&week.entries, day);
    let lanes: Vec<(SessionPart, Vec<&Published>)> = lanes(&own).collect();
    html! {
        @for (number, (part, own)) in lanes.iter().enumerate() {
            @let height = own.len().max(1);
            tbody id=[(number == 0).then(|| format!("d{day}"))] {
                @for row in 0..height {
                    tr data-mark=[own.get(row).and_then(|entry| mark_code(entry.mark))] {
                        @if row == 0 {
                            @if number == 0 {
                                (date(reader, week, day, lunar, height))
                            } @else {
                                th.again scope="row" rowspan=(height) { (written(reader, day)) }
                            }
                            th scope="row" rowspan=(height) { (reader.say(part.word())) }
                        }
                        @match own.get(row) {
                            Some(entry) => (cells(reader, entry)),
                            None => { td {} td {} td {} },
                        }
                    }
                }
            }
        }
    }
}

fn date(
    reader: &Reader,
    week: &BulletinWeek,
    day: NaiveDate,
    lunar: Option<LunarDate>,
    height: usize,
) -> Markup {
    html! {
        th scope="row" rowspan=(height) {
            (written(reader, day))
            @if let Some(lunar) = lunar { small { (lunar.short(reader.locale)) " " (reader.say(LUNAR)) } }
            @if let Some(name) = holiday(&week.holidays, day) { small lang=[reader.written()] { (name) } }
            (duty(reader, &week.duty, day))
        }
    }
}

fn written(reader: &Reader, day: NaiveDate) -> Markup {
    html! { (spoken::weekday(reader.locale, day.weekday())) br; (spoken::date(day)) }
}

fn cells(reader: &Reader, entry: &Published) -> Markup {
    let lang = reader.written();
    let face = &entry.face;
    let subject = html! {
        @if let Some(start) = face.start {
            b {
                "(" (spoken::time(start))
                @if let Some(end) = face.end { " - " (spoken::time(end)) }
                ")"
            }
            " "
        }
        span lang=[lang] { (face.content) }
    };
    html! {
        td {
            @match face.standing {
                FaceStanding::Going => (subject),
                _ => s { (subject) },
            }
            (acting(reader, face))
            (mark(reader, entry))
        }
        td data-label=(reader.say(PLACE)) lang=[lang] { (face.place) }
        td data-label=(reader.say(LEADERS)) lang=[lang] {
            @for (number, leader) in face.leaders.iter().enumerate() {
                @if number > 0 { ", " }
                (leader.title) " " (leader.name)
            }
        }
    }
}
