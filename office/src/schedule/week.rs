//! The week as a thing with a state.

use super::publish::as_published;
use super::table::{self, entry, publication, week};
use crate::desk::Desk;
use crate::duty;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::store::Tx;
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::{Step, Week, WeekState};
use domain::{Deed, Refusal, Stale, text};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::BTreeSet;

/// A week as it is stored, or untouched.
pub(crate) async fn open_week(db: &impl ConnectionTrait, iso: IsoWeek) -> Result<Week> {
    let row = week::Entity::find_by_id(iso.monday()).one(db).await?;
    let last = publication::Entity::find()
        .filter(publication::Column::Monday.eq(iso.monday()))
        .order_by_desc(publication::Column::Number)
        .one(db)
        .await?;
    let published = last.map(|p| (p.number, p.at));
    Ok(match row {
        None => Week { published, ..Week::untouched(iso) },
        Some(row) => Week {
            iso,
            state: table::week_state(&row),
            stepped: row.stepped_at.map(|at| (row.stepped_by.clone(), at)),
            returned: row.returned,
            published,
            remark: row.remark,
            version: row.version,
        },
    })
}

/// Writes a week with its version raised, and returns it.
pub(crate) async fn store_week(db: &Tx, week: Week) -> Result<Week> {
    db.tell(Told::Week(week.iso));
    let version = week.version + 1;
    let (stepped_by, stepped_at) = week.stepped.clone().unzip();
    week::Entity::insert(week::ActiveModel {
        monday: Set(week.iso.monday()),
        state: Set(week.state.code().to_owned()),
        stepped_by: Set(stepped_by.unwrap_or_default()),
        stepped_at: Set(stepped_at),
        returned: Set(week.returned.clone()),
        remark: Set(week.remark.clone()),
        version: Set(version),
    })
    .on_conflict(
        OnConflict::column(week::Column::Monday)
            .update_columns([
                week::Column::State,
                week::Column::SteppedBy,
                week::Column::SteppedAt,
                week::Column::Returned,
                week::Column::Remark,
                week::Column::Version,
            ])
            .to_owned(),
    )
    .exec_without_returning(db)
    .await?;
    Ok(Week { version, ..week })
}

/// The weeks around one, with their states, for the week strip.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`].
pub async fn weeks(desk: &Desk, around: IsoWeek) -> Result<Vec<Week>> {
    desk.may(Deed::ReadDesk)?;
    let mut iso = around.previous().previous();
    let mut weeks = Vec::new();
    for _ in 0..5 {
        weeks.push(open_week(desk.db(), iso).await?);
        iso = iso.next();
    }
    Ok(weeks)
}

/// The versions of some weeks; one that nobody touched has none.
pub(crate) async fn versions_of(
    db: &impl ConnectionTrait,
    weeks: &BTreeSet<IsoWeek>,
) -> Result<Vec<(IsoWeek, i32)>> {
    if weeks.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(NaiveDate, i32)> = week::Entity::find()
        .select_only()
        .columns([week::Column::Monday, week::Column::Version])
        .filter(week::Column::Monday.is_in(weeks.iter().map(|week| week.monday())))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(monday, version)| (IsoWeek::of(monday), version)).collect())
}

/// Takes a step other than publishing; `seen` is the version of the week that
/// the person was looking at, so that nobody approves what they have not seen. A week
/// that is what was published of it last goes back to that instead.
///
/// # Errors
/// Refused by rights, state, a missing reason, or stale.
pub async fn take_step(desk: &Desk, iso: IsoWeek, step: Step, seen: i32, reason: &str) -> Result<Week> {
    desk.may(step.deed())?;
    if step == Step::Publish {
        return super::publish(desk, iso, seen, reason).await;
    }

    let writing = desk.write_week(iso).await?;
    let db = &writing.tx;
    let week = open_week(db, iso).await?;

    not_stale(db, &week, seen).await?;
    let mut state = week.after(step, &desk.actor)?;
    let mut stepped = (desk.actor.name.clone(), desk.now);
    let reason = text::reason("reason", reason, step.needs_reason())?;
    // What was changed and changed back needs neither an approval nor a publication: it
    // stands as it was published.
    if matches!(step, Step::Submit | Step::Approve)
        && let Some(last) = as_published(desk, db, &week).await?
    {
        state = WeekState::Published;
        stepped = (last.by, last.at);
    }

    let before = week.state;
    let week = store_week(
        db,
        Week {
            state,
            stepped: Some(stepped),
            returned: if step == Step::Return { reason.clone() } else { String::new() },
            ..week
        },
    )
    .await?;
    step_line(db, desk, &week, step, before, &reason).await?;
    writing.commit().await?;
    Ok(week)
}

/// Sets the line under the title of a week ("Lịch này thay giấy mời ...").
///
/// # Errors
/// Refused without [`Deed::EditEntry`], for a text that cannot be kept, or stale.
pub async fn set_remark(desk: &Desk, iso: IsoWeek, seen: i32, remark: &str) -> Result<Week> {
    desk.may(Deed::EditEntry)?;
    let remark = text::reason("remark", remark, false)?;
    let writing = desk.write_week(iso).await?;
    let db = &writing.tx;
    let week = open_week(db, iso).await?;
    not_stale(db, &week, seen).await?;
    if week.remark == remark {
        return Ok(week);
    }
    let before = week.remark.clone();
    let week = store_week(db, Week { remark, state: WeekState::Building, ..week }).await?;
    let line = Line {
        deed: "schedule.set_remark",
        subject: Subject::Week,
        id: iso.to_string(),
        title: &iso.to_string(),
        fields: FieldChange::between("remark", before, week.remark.clone()).into_iter().collect(),
        reason: "",
        version: Some(week.version),
    };
    journal::write(db, desk, line).await?;
    writing.commit().await?;
    Ok(week)
}

/// Takes the week back to "being built" because something in it changed.
pub(crate) async fn touch(db: &Tx, iso: IsoWeek) -> Result<()> {
    db.tell(Told::Week(iso));
    let touched = week::Entity::update_many()
        .col_expr(week::Column::State, Expr::value(WeekState::Building.code()))
        .col_expr(week::Column::Version, Expr::col(week::Column::Version).add(1))
        .filter(week::Column::Monday.eq(iso.monday()))
        .exec(db)
        .await?;
    if touched.rows_affected == 0 {
        store_week(db, Week::untouched(iso)).await?;
    }
    Ok(())
}

pub(super) async fn not_stale(db: &impl ConnectionTrait, week: &Week, seen: i32) -> Result<()> {
    if seen == week.version {
        return Ok(());
    }
    let stale = journal::stale(db, Subject::Week, &week.iso.to_string(), seen, week.version).await?;
    // A changed entry raises the version of the week without a line of its own.
    let entries: Vec<i64> = entry::Entity::find()
        .select_only()
        .column(entry::Column::Id)
        .filter(entry::Column::Date.between(week.iso.monday(), week.iso.sunday()))
        .into_tuple()
        .all(db)
        .await?;
    // So does a changed row of the duty roster.
    let (first, last) = (week.iso.monday(), week.iso.sunday());
    let duties: Vec<i64> = duty::duties(db, first, last).await?.into_iter().map(|duty| duty.id.0).collect();
    let mut stale = stale;
    for (subject, rows) in [(Subject::Entry, entries), (Subject::Duty, duties)] {
        if let Some((by, at)) = journal::last(db, subject, &rows).await?
            && at > stale.at
        {
            stale = Stale { by, at, ..stale };
        }
    }
    Err(Refusal::Stale(Box::new(stale)).into())
}

pub(super) async fn step_line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    week: &Week,
    step: Step,
    before: WeekState,
    reason: &str,
) -> Result<()> {
    let state = FieldChange::between("state", before.code().to_owned(), week.state.code().to_owned());
    let line = Line {
        deed: &format!("schedule.{}", step.code()),
        subject: Subject::Week,
        id: week.iso.to_string(),
        title: &week.iso.to_string(),
        fields: state.into_iter().collect(),
        reason,
        version: Some(week.version),
    };
    journal::write(db, desk, line).await
}
