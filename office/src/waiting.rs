//! What waits at the secretaries' desk, counted when it is looked at; what waits for anybody
//! themselves, counted with every page.

use crate::desk::Desk;
use crate::duty;
use crate::failure::Result;
use crate::meeting;
use crate::request;
use crate::schedule::{self, table::week};
use crate::setting;
use domain::calendar::WorkingDays;
use domain::calendar::week::IsoWeek;
use domain::duty::missing;
use domain::schedule::WeekState;
use domain::waiting::{DUTY_DAYS, Own, Waiting, WeekLeft};
use domain::{Deed, EntryId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;

/// Weeks that are looked at; a secretary rarely plans further ahead.
const MOST: u64 = 12;

/// What waits for somebody at the desk.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`].
pub async fn waiting(desk: &Desk) -> Result<Waiting> {
    desk.may(Deed::ReadDesk)?;
    let now = desk.local_now();
    let today = now.date();
    let this_week = IsoWeek::of(today);
    let rules = setting::rules_of_requests(desk.db()).await?;
    let mut weeks = Vec::new();
    for iso in weeks_at_work(desk, this_week).await? {
        let due = (iso == this_week.next()).then(|| rules.submit_by(iso));
        let review = schedule::review(desk, iso).await?;
        let board = schedule::board(desk, iso).await?;
        let own: HashSet<EntryId> = board
            .entries
            .iter()
            .filter(|entry| entry.plan.attending.iter().any(|a| desk.actor.serves.contains(&a.position)))
            .map(|entry| entry.id)
            .collect();
        weeks.push(WeekLeft::of(&review, |entry| own.contains(&entry), due, now));
    }
    weeks.retain(|left| left.is_open() || [this_week, this_week.next()].contains(&left.week.iso));

    let last = today.checked_add_days(chrono::Days::new(DUTY_DAYS - 1)).unwrap_or(today);
    let days: Vec<_> = setting::holidays_in(desk.db(), Some((today, last))).await?;
    let days: Vec<_> = days.into_iter().map(|row| row.day).collect();
    let duties = duty::duties(desk.db(), today, last).await?;
    Ok(Waiting {
        this_week,
        submit_by: rules.submit_by(this_week.next()),
        requests: request::left(desk.db(), this_week).await?,
        weeks,
        duty: missing(&WorkingDays::new(&days), &duties, today, last),
        meetings: meeting::left(desk).await?,
    })
}

/// What waits for the person themselves. The menu of every page counts it, so it is quick
/// when there is nothing.
///
/// # Errors
/// Refused without [`Deed::AnswerInvitation`].
pub async fn own(desk: &Desk) -> Result<Own> {
    desk.may(Deed::AnswerInvitation)?;
    Ok(Own {
        requests: request::returned(desk).await?,
        proposals: meeting::unheard(desk).await?,
        invitations: meeting::unanswered(desk).await?,
        agreements: meeting::agreements(desk).await?,
        opinions: meeting::opinions(desk).await?,
        papers: meeting::owed(desk).await?,
    })
}

/// This week, the next one, and later ones that were touched and are not published as
/// they stand.
async fn weeks_at_work(desk: &Desk, this_week: IsoWeek) -> Result<Vec<IsoWeek>> {
    let touched: Vec<chrono::NaiveDate> = week::Entity::find()
        .select_only()
        .column(week::Column::Monday)
        .filter(week::Column::Monday.gt(this_week.next().monday()))
        .filter(week::Column::State.ne(WeekState::Published.code()))
        .order_by_asc(week::Column::Monday)
        .limit(MOST)
        .into_tuple()
        .all(desk.db())
        .await?;
    let near = [this_week, this_week.next()];
    Ok(near.into_iter().chain(touched.into_iter().map(IsoWeek::of)).collect())
}
