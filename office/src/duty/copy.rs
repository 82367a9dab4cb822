//! Last week's roster once more: most offices take turns by weekday.

use super::{directory, duties, noted, put, touch};
use crate::desk::Desk;
use crate::failure::Result;
use crate::people::changed;
use chrono::Days;
use domain::Deed;
use domain::calendar::week::IsoWeek;
use domain::duty::{Duty, DutyDraft, hotline};

/// Fills the days of a week that have nobody on duty yet as the week before had them.
/// What is there stays; whoever has left since is left out with the whole row.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`].
pub async fn copy_last_week(desk: &Desk, week: IsoWeek) -> Result<Vec<Duty>> {
    desk.may(Deed::EditCalendar)?;
    let writing = desk.write_week(week).await?;
    let db = &writing.tx;
    let (first, last) = (week.monday(), week.sunday());
    let before = week.previous();
    let pattern = duties(db, before.monday(), before.sunday()).await?;
    let known = duties(db, first, last).await?;
    let directory = directory(&desk.office, db, first, last).await?;

    let mut saved: Vec<Duty> = Vec::new();
    for old in &pattern {
        let date = old.date + Days::new(7);
        if known.iter().any(|duty| duty.date == date) {
            continue;
        }
        // What is no number, from before they were judged, is not handed on.
        let number = hotline(&old.hotline).unwrap_or_default();
        let draft =
            DutyDraft { date: date.to_string(), hotline: number, note: String::new(), ..DutyDraft::of(old) };
        let Ok(plan) = draft.check(None, &saved, &directory) else { continue };
        let duty = put(db, None, date, &plan).await?;
        let fields = changed(None, &DutyDraft::of(&duty))?;
        noted(db, desk, "duty.save_duty", &duty, &directory, fields).await?;
        saved.push(duty);
    }
    if saved.is_empty() {
        return Ok(saved);
    }
    touch(db, &saved).await?;
    writing.commit().await?;
    Ok(saved)
}
