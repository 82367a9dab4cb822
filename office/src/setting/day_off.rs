//! The table of days off and swapped days. Deadlines in working days, the warnings of
//! the board and the public page follow it at once.

use super::raise_stamp;
use super::table::holiday;
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::people::changed;
use domain::calendar::day_off::{DayOff, DayOffDraft};
use domain::calendar::working_day::{Holiday, HolidayKind};
use domain::journal::{FieldChange, Subject};
use domain::{Deed, HolidayId, Refusal};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

/// All days off and swapped days, in order. Everybody may read them.
///
/// # Errors
/// When the database fails.
pub async fn holidays(office: &Office) -> Result<Vec<DayOff>> {
    holidays_in(office.db(), None).await
}

/// Adds a day (`id` is `None`) or changes one.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], with issues by field, or stale.
pub async fn save_day_off(
    desk: &Desk,
    id: Option<HolidayId>,
    seen: i32,
    draft: DayOffDraft,
) -> Result<DayOff> {
    desk.may(Deed::EditCalendar)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let all = holidays_in(db, None).await?;

    let old = match id {
        Some(id) => Some(all.iter().find(|row| row.id == id).ok_or(Refusal::NotFound)?),
        None => None,
    };
    if let Some(old) = old {
        journal::not_stale(db, Subject::DayOff, old.id, seen, old.version).await?;
    }
    let day = draft.check(id, &all)?;

    let saved = put_holiday(db, old, &day).await?;
    let fields = changed(old.map(|row| DayOffDraft::of(&row.day)).as_ref(), &DayOffDraft::of(&day))?;
    let stamp = noted(db, desk, "setting.save_day_off", &saved, fields).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(saved)
}

/// Takes a day out of the table, and says which it was.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], [`Refusal::NotFound`], or stale.
pub async fn remove_day_off(desk: &Desk, id: HolidayId, seen: i32) -> Result<DayOff> {
    desk.may(Deed::EditCalendar)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let all = holidays_in(db, None).await?;
    let old = all.iter().find(|row| row.id == id).ok_or(Refusal::NotFound)?;
    journal::not_stale(db, Subject::DayOff, id, seen, old.version).await?;

    holiday::Entity::delete_by_id(id.0).exec(db).await?;
    let fields = changed(Some(&DayOffDraft::of(&old.day)), &DayOffDraft::default())?;
    let stamp = noted(db, desk, "setting.remove_day_off", old, fields).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(old.clone())
}

/// The line of the journal, and the new stamp of readers.
async fn noted(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    row: &DayOff,
    fields: Vec<FieldChange>,
) -> Result<i64> {
    let line = Line {
        deed,
        subject: Subject::DayOff,
        id: row.id.to_string(),
        title: &row.day.name,
        fields,
        reason: "",
        version: Some(row.version),
    };
    journal::write(db, desk, line).await?;
    raise_stamp(db).await
}

pub(crate) async fn holidays_in(
    db: &impl ConnectionTrait,
    days: Option<(chrono::NaiveDate, chrono::NaiveDate)>,
) -> Result<Vec<DayOff>> {
    let mut query = holiday::Entity::find().order_by_asc(holiday::Column::Date);
    if let Some((first, last)) = days {
        query = query.filter(holiday::Column::Date.between(first, last));
    }
    Ok(query.all(db).await?.into_iter().map(day_off).collect())
}

fn day_off(row: holiday::Model) -> DayOff {
    DayOff {
        id: row.id.into(),
        day: Holiday {
            date: row.date,
            name: row.name,
            kind: HolidayKind::of_code(&row.kind).unwrap_or(HolidayKind::Holiday),
            source: row.source,
            provisional: row.provisional,
        },
        version: row.version,
    }
}

/// Puts a day into the place of an older row, or into a new one.
pub(crate) async fn put_holiday(
    db: &impl ConnectionTrait,
    before: Option<&DayOff>,
    day: &Holiday,
) -> Result<DayOff> {
    let mut row = new_row(day);
    let saved = match before {
        Some(before) => {
            row.id = Set(before.id.0);
            row.version = Set(before.version + 1);
            row.update(db).await?
        }
        None => holiday::Entity::insert(row).exec_with_returning(db).await?,
    };
    Ok(day_off(saved))
}

/// Fills the table anew.
pub(crate) async fn replace_holidays(db: &impl ConnectionTrait, days: &[Holiday]) -> Result<()> {
    holiday::Entity::delete_many().exec(db).await?;
    holiday::Entity::insert_many(days.iter().map(new_row)).exec_without_returning(db).await?;
    Ok(())
}

fn new_row(day: &Holiday) -> holiday::ActiveModel {
    holiday::ActiveModel {
        date: Set(day.date),
        name: Set(day.name.clone()),
        kind: Set(day.kind.code().to_owned()),
        source: Set(day.source.clone()),
        provisional: Set(day.provisional),
        version: Set(1),
        ..Default::default()
    }
}
