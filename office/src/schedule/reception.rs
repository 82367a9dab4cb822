//! The days of citizen reception that are due in a week, with those that leaders have in
//! other weeks of the month.

use super::book::Book;
use super::calendar::citizen_receptions;
use crate::failure::Result;
use chrono::{Months, NaiveDate};
use domain::calendar::WorkingDays;
use domain::calendar::week::IsoWeek;
use domain::schedule::reception::{due_in, is_same_month, receives};
use domain::schedule::{Directory, ReceptionDue};
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// What is due in a week, for the leaders of its directory.
pub(super) async fn receptions_due(
    db: &impl ConnectionTrait,
    book: &Book,
    week: IsoWeek,
    directory: &Directory,
) -> Result<Vec<ReceptionDue>> {
    let rules = book.receptions().in_force(&directory.leaders);
    let mut all = due_in(week, &rules, &directory.leaders, &WorkingDays::new(&directory.holidays));
    let months = all.iter().map(|due| month_of(due.due));
    let Some((first, last)) = months.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))) else { return Ok(all) };
    let held = citizen_receptions(db, book, first, last).await?;
    for due in &mut all {
        let holders = book.holders(due.position);
        let elsewhere: BTreeSet<NaiveDate> = held
            .iter()
            .filter(|entry| holders.iter().any(|holder| receives(entry, *holder)))
            .map(|entry| entry.plan.date)
            .filter(|day| is_same_month(*day, due.due) && !week.contains(*day))
            .collect();
        due.elsewhere = u32::try_from(elsewhere.len()).unwrap_or(u32::MAX);
    }
    Ok(all)
}

fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    use chrono::Datelike;
    let first = day.with_day(1).unwrap_or(day);
    (first, first.checked_add_months(Months::new(1)).unwrap_or(day))
}
