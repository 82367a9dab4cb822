//! The week day by day.

use super::Reader;
use super::part::{duty, holiday, lanes, list, on};
use super::words::{LUNAR, TODAY};
use chrono::{Datelike, NaiveDate};
use domain::bulletin::BulletinWeek;
use domain::calendar::{LunarDate, spoken};
use maud::{Markup, html};

/// A day with its lunar date; none outside the years that the calendar knows.
pub(super) type Day = (NaiveDate, Option<LunarDate>);

/// One section for each day.
pub(super) fn days(reader: &Reader, week: &BulletinWeek, days: &[Day]) -> Markup {
    html! { @for (day, lunar) in days { (section(reader, week, *day, *lunar)) } }
}

fn section(reader: &Reader, week: &BulletinWeek, day: NaiveDate, lunar: Option<LunarDate>) -> Markup {
    let today = day == reader.today;
    html! {
        section.day id=(format_args!("d{day}")) data-today=[today.then_some("")] {
            h2 {
                (day_name(reader, day))
                @if today { small { (reader.say(TODAY)) } }
                @if let Some(lunar) = lunar { small { (lunar.long(reader.locale)) " (" (reader.say(LUNAR)) ")" } }
                @if let Some(name) = holiday(&week.holidays, day) { small lang=[reader.written()] { (name) } }
            }
            div {
                (duty(reader, &week.duty, day))
                @for (part, own) in lanes(&on(&week.entries, day)) {
                    h3.lane { (reader.say(part.word())) }
                    (list(reader, &own))
                }
            }
        }
    }
}

/// "Thứ Hai, 30/11".
pub(super) fn day_name(reader: &Reader, day: NaiveDate) -> String {
    format!("{}, {}", spoken::weekday(reader.locale, day.weekday()), spoken::day_month(day))
}
