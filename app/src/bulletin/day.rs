//! The week day by day.

use super::Reader;
use super::part::{holiday, lanes, lunar_long, take};
use super::words::{LUNAR, TODAY};
use chrono::{Datelike, NaiveDate};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::Published;
use leptos::prelude::*;

/// One section for each day.
pub(super) fn days(
    reader: &Reader,
    week: IsoWeek,
    mut entries: Vec<Published>,
    holidays: &[(NaiveDate, String)],
) -> Vec<AnyView> {
    week.days()
        .into_iter()
        .map(|day| {
            let own = take(&mut entries, |e| e.face.date == day);
            let today = day == reader.today;
            let lunar = lunar_long(reader, day);
            let lunar = (!lunar.is_empty()).then(|| format!("{lunar} ({})", reader.say(LUNAR)));
            view! {
                <section class="day" id=format!("d{day}") data-today=today.then_some("")>
                    <h2>
                        {day_name(reader, day)}
                        {today.then(|| view! { <small>{reader.say(TODAY)}</small> })}
                        {lunar.map(|lunar| view! { <small>{lunar}</small> })}
                        {holiday(holidays, day).map(|name| view! { <small lang=reader.written()>{name}</small> })}
                    </h2>
                    <div>{lanes(reader, own)}</div>
                </section>
            }
            .into_any()
        })
        .collect()
}

/// "Thứ Hai, 30/11".
pub(super) fn day_name(reader: &Reader, day: NaiveDate) -> String {
    format!("{}, {}", spoken::weekday(reader.locale, day.weekday()), spoken::day_month(day))
}
