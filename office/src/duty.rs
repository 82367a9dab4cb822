//! The duty roster. A row belongs to the week of its day: a change takes the week back
//! to being built, and readers see it with the next publication, like an entry.

mod copy;
mod rules;
pub(crate) mod table;

pub use copy::copy_last_week;
pub use rules::save_rules;
pub(crate) use rules::{put_rules, rules_of_duty};

use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::people::{changed, named};
use crate::schedule;
use crate::store::Tx;
use chrono::NaiveDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::duty::{Duty, DutyDraft, DutyPlan, Roster};
use domain::journal::{FieldChange, Subject};
use domain::schedule::Directory;
use domain::{Deed, DutyId, Refusal};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

/// The roster of some days.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`].
pub async fn roster(desk: &Desk, first: NaiveDate, last: NaiveDate) -> Result<Roster> {
    desk.may(Deed::ReadDesk)?;
    Ok(Roster {
        first,
        last,
        duties: duties(desk.db(), first, last).await?,
        directory: directory(&desk.office, desk.db(), first, last).await?,
        rules: rules_of_duty(desk.db()).await?,
    })
}

/// Puts somebody on duty (`id` is `None`; also for several days), or changes a row.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], with issues by field, or stale.
pub async fn save_duty(desk: &Desk, id: Option<DutyId>, seen: i32, draft: DutyDraft) -> Result<Vec<Duty>> {
    desk.may(Deed::EditCalendar)?;
    let typed = typed_days(&draft);
    let before = match id {
        Some(id) => Some(one(desk.db(), id).await?),
        None => None,
    };
    let weeks: Vec<IsoWeek> =
        typed.iter().copied().chain(before.iter().map(|duty| duty.date)).map(IsoWeek::of).collect();
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;

    let old = match id {
        Some(id) => Some(one(db, id).await?),
        None => None,
    };
    if let Some(old) = &old {
        journal::not_stale(db, Subject::Duty, old.id, seen, old.version).await?;
    }
    let first = typed.first().copied().unwrap_or_default();
    let last = typed.last().copied().unwrap_or_default();
    let directory = directory(&desk.office, db, first, last).await?;
    let plan = draft.check(id, &duties(db, first, last).await?, &directory)?;

    let mut saved = Vec::new();
    for date in &plan.dates {
        let duty = put(db, old.as_ref(), *date, &plan).await?;
        let fields = changed(old.as_ref().map(DutyDraft::of).as_ref(), &DutyDraft::of(&duty))?;
        noted(db, desk, "duty.save_duty", &duty, &directory, fields).await?;
        saved.push(duty);
    }
    touch(db, saved.iter().chain(old.as_ref())).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Takes a row out of the roster.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], [`Refusal::NotFound`], or stale.
pub async fn remove_duty(desk: &Desk, id: DutyId, seen: i32) -> Result<()> {
    desk.may(Deed::EditCalendar)?;
    let week = IsoWeek::of(one(desk.db(), id).await?.date);
    let writing = desk.write_week(week).await?;
    let db = &writing.tx;
    let old = one(db, id).await?;
    journal::not_stale(db, Subject::Duty, id, seen, old.version).await?;

    table::Entity::delete_by_id(id.0).exec(db).await?;
    let directory = directory(&desk.office, db, old.date, old.date).await?;
    let fields = changed(Some(&DutyDraft::of(&old)), &DutyDraft::default())?;
    noted(db, desk, "duty.remove_duty", &old, &directory, fields).await?;
    touch(db, [&old]).await?;
    writing.commit().await?;
    Ok(())
}

/// The rows of some days, by day and part.
pub(crate) async fn duties(
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Duty>> {
    let rows = table::Entity::find()
        .filter(table::Column::Date.between(first, last))
        .order_by_asc(table::Column::Date)
        .all(db)
        .await?;
    let mut duties: Vec<Duty> = rows.into_iter().map(Duty::from).collect();
    duties.sort_by_key(|duty| (duty.date, duty.part));
    Ok(duties)
}

/// Puts a row down as it is; the demo office does.
pub(crate) async fn put(
    db: &impl ConnectionTrait,
    old: Option<&Duty>,
    date: NaiveDate,
    plan: &DutyPlan,
) -> Result<Duty> {
    let mut row = table::ActiveModel {
        date: Set(date),
        part: Set(plan.part.code().to_owned()),
        leader_id: Set(plan.leader.map(|id| id.0)),
        office_leader_id: Set(plan.office_leader.map(|id| id.0)),
        specialist_id: Set(plan.specialist.map(|id| id.0)),
        driver_id: Set(plan.driver.map(|id| id.0)),
        hotline: Set(plan.hotline.clone()),
        note: Set(plan.note.clone()),
        version: Set(old.map_or(1, |old| old.version + 1)),
        ..Default::default()
    };
    Ok(match old {
        Some(old) => {
            row.id = Set(old.id.0);
            row.update(db).await?.into()
        }
        None => table::Entity::insert(row).exec_with_returning(db).await?.into(),
    })
}

/// The days that the form may be about, as far as they can be read.
fn typed_days(draft: &DutyDraft) -> Vec<NaiveDate> {
    let Some(first) = spoken::parse_date(&draft.date) else {
        return Vec::new();
    };
    let last = spoken::parse_date(&draft.to).unwrap_or(first);
    let longest = domain::duty::LONGEST as usize;
    first.iter_days().take(longest).take_while(|day| *day == first || *day <= last).collect()
}

async fn one(db: &impl ConnectionTrait, id: DutyId) -> Result<Duty> {
    let row = table::Entity::find_by_id(id.0).one(db).await?;
    Ok(row.map(Duty::from).ok_or(Refusal::NotFound)?)
}

async fn directory(
    office: &Office,
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Directory> {
    schedule::directory_of(office, db, first, last).await
}

/// The weeks of the rows are being built again.
async fn touch<'a>(db: &Tx, duties: impl IntoIterator<Item = &'a Duty>) -> Result<()> {
    let mut weeks: Vec<IsoWeek> = duties.into_iter().map(|duty| IsoWeek::of(duty.date)).collect();
    weeks.sort_unstable();
    weeks.dedup();
    for week in weeks {
        schedule::touch(db, week).await?;
    }
    Ok(())
}

/// A line of the journal, with names in the place of numbers.
async fn noted(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    duty: &Duty,
    directory: &Directory,
    mut fields: Vec<FieldChange>,
) -> Result<()> {
    for change in &mut fields {
        for value in [&mut change.before, &mut change.after] {
            let Ok(number) = value.parse::<i64>() else { continue };
            let name = match change.field.as_str() {
                "duty_leader" => directory.leader(number.into()).map(|post| &post.person_name),
                "specialist" | "driver" => directory.person(number.into()).map(|person| &person.name),
                _ => None,
            };
            if let Some(name) = name {
                value.clone_from(name);
            }
        }
    }
    let line = Line {
        deed,
        subject: Subject::Duty,
        id: duty.id.to_string(),
        title: &spoken::date(duty.date),
        fields: named(db, fields).await?,
        reason: "",
        version: Some(duty.version),
    };
    journal::write(db, desk, line).await
}
