//! The demo week again and again, before and after, for load measurements:
//! published, deterministic, with the same people and other dates.

use super::data::Data;
use super::load::{actor, uid};
use super::names::Names;
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::schedule;
use chrono::{Datelike, Days};
use domain::access::Role;
use domain::calendar::week::{IsoWeek, YEARS};
use domain::schedule::Week;

/// Weeks in one transaction.
const CHUNK: usize = 10;

pub(super) async fn week(office: &Office, data: &Data, names: &Names, events: usize) -> Result<()> {
    let demo = IsoWeek::of(data.week.start_date);
    let chief = actor(data, names, "cvp", Role::ChiefOfOffice)?;
    let weeks = events.saturating_sub(data.entries.len()).div_ceil(data.entries.len());
    let weeks: Vec<IsoWeek> = around(demo).take(weeks).collect();
    let mut left = events.saturating_sub(data.entries.len());
    for chunk in weeks.chunks(CHUNK) {
        let writing = office.write().await?;
        let mut stamp = 0;
        for iso in chunk {
            let shift = iso.monday() - demo.monday();
            for entry in data.entries.iter().take(left) {
                let mut plan = names.plan(entry)?;
                plan.date = demo_day(iso, plan.date);
                schedule::insert_entry(&writing.tx, &plan, &uid(&format!("{}-{iso}", entry.id)), "", "")
                    .await?;
            }
            left = left.saturating_sub(data.entries.len());
            let now = data.week.revisions.first().map_or(office.now(), |r| r.published_at) + shift;
            let desk = Desk { office: office.clone(), actor: chief.clone(), now };
            let week = Week { remark: data.week.document_note.clone(), ..Week::untouched(*iso) };
            stamp = schedule::publish_into(&desk, &writing.tx, week, "").await?.1;
        }
        writing.commit().await?;
        office.raise_stamp(stamp);
    }
    Ok(())
}

/// The weeks next to the demo week, by turns before and after, as far as the
/// calendar goes.
fn around(demo: IsoWeek) -> impl Iterator<Item = IsoWeek> {
    (1..)
        .flat_map(move |n: u64| {
            let days = Days::new(7 * n);
            [demo.monday().checked_sub_days(days), demo.monday().checked_add_days(days)]
        })
        .take(2 * 86 * 53)
        .flatten()
        .map(IsoWeek::of)
        .filter(|week| YEARS.contains(&week.year()) && YEARS.contains(&week.monday().year()))
}

fn demo_day(iso: &IsoWeek, day: chrono::NaiveDate) -> chrono::NaiveDate {
    let weekday = day.weekday().num_days_from_monday();
    iso.monday() + Days::new(weekday.into())
}
