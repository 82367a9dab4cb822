//! Who holds which post from when to when, and which secretary serves them.

use super::{changed, note, persons, positions, table, units};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::{FieldChange, Subject};
use domain::people::{Position, PositionDraft, Serving};
use domain::{Deed, PersonId, PositionId, Refusal};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// All positions by precedence, those that ended included, and who serves whom.
///
/// # Errors
/// Refused without [`Deed::ReadPeople`].
pub async fn list_positions(desk: &Desk) -> Result<(Vec<Position>, Vec<Serving>)> {
    desk.may(Deed::ReadPeople)?;
    Ok((positions(desk.db()).await?, super::serving(desk.db()).await?))
}

/// Adds a position (`id` is `None`) or changes one; to end it is to give it a
/// last day. What was published keeps the holder's name.
///
/// # Errors
/// Refused without [`Deed::EditPeople`], with issues by field, or stale.
pub async fn save_position(
    desk: &Desk,
    id: Option<PositionId>,
    seen: i32,
    draft: PositionDraft,
) -> Result<Position> {
    desk.may(Deed::EditPeople)?;
    let writing = desk.write().await?;
    let saved = put_position(&writing.tx, desk, id, seen, draft).await?;
    writing.commit().await?;
    Ok(saved)
}

/// The deed itself, in a transaction that may hold more than this.
pub(crate) async fn put_position(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: Option<PositionId>,
    seen: i32,
    draft: PositionDraft,
) -> Result<Position> {
    let all = positions(db).await?;

    let old = match id {
        Some(id) => Some(all.iter().find(|p| p.id == id).ok_or(Refusal::NotFound)?),
        None => None,
    };
    if let Some(old) = old {
        journal::not_stale(db, Subject::Position, old.id, seen, old.version).await?;
    }
    let checked = draft.check(id, &persons(db).await?, &units(db).await?, &all)?;

    let mut row = table::position::ActiveModel {
        slug: Set(checked.slug.clone()),
        title: Set(checked.title.clone()),
        short_title: Set(checked.short_title.clone()),
        person_id: Set(checked.person.0),
        unit_id: Set(checked.unit.0),
        precedence: Set(checked.precedence),
        portfolio: Set(checked.portfolio.clone()),
        has_calendar: Set(checked.has_calendar),
        office_leader_id: Set(checked.office_leader.map(|p| p.0)),
        acting_id: Set(checked.acting.map(|p| p.0)),
        valid_from: Set(checked.valid.from),
        valid_to: Set(checked.valid.to),
        version: Set(old.map_or(1, |o| o.version + 1)),
        ..Default::default()
    };
    let row = match id {
        Some(id) => {
            row.id = Set(id.0);
            row.update(db).await?
        }
        None => table::position::Entity::insert(row).exec_with_returning(db).await?,
    };
    let saved = Position { id: PositionId(row.id), version: row.version, ..checked };

    let fields = changed(old.map(PositionDraft::of).as_ref(), &PositionDraft::of(&saved))?;
    note(
        db,
        desk,
        "people.save_position",
        Subject::Position,
        saved.id.0,
        &saved.titled(),
        fields,
        saved.version,
    )
    .await?;
    Ok(saved)
}

/// Lets a secretary serve a leader.
///
/// # Errors
/// Refused without [`Deed::AssignSecretary`], or when either does not exist.
pub async fn assign_secretary(desk: &Desk, secretary: PersonId, position: PositionId) -> Result<()> {
    desk.may(Deed::AssignSecretary)?;
    let writing = desk.write().await?;
    put_serving(&writing.tx, desk, secretary, position).await?;
    writing.commit().await
}

/// The deed itself, in a transaction that may hold more than this.
pub(crate) async fn put_serving(
    db: &impl ConnectionTrait,
    desk: &Desk,
    secretary: PersonId,
    position: PositionId,
) -> Result<()> {
    let name = names(db, secretary, position).await?;
    let known = serving_row(db, secretary, position).await?;
    if known.is_none() {
        table::serving::Entity::insert(table::serving::ActiveModel {
            secretary_id: Set(secretary.0),
            position_id: Set(position.0),
            ..Default::default()
        })
        .exec_without_returning(db)
        .await?;
        serving_line(db, desk, "people.assign_secretary", position, &name, (String::new(), name.0.clone()))
            .await?;
    }
    Ok(())
}

/// Ends that a secretary serves a leader.
///
/// # Errors
/// Refused without [`Deed::AssignSecretary`], or when there is no such service.
pub async fn release_secretary(desk: &Desk, secretary: PersonId, position: PositionId) -> Result<()> {
    desk.may(Deed::AssignSecretary)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let name = names(db, secretary, position).await?;
    let row = serving_row(db, secretary, position).await?.ok_or(Refusal::NotFound)?;
    table::serving::Entity::delete_by_id(row.id).exec(db).await?;
    serving_line(db, desk, "people.release_secretary", position, &name, (name.0.clone(), String::new()))
        .await?;
    writing.commit().await
}

async fn serving_row(
    db: &impl ConnectionTrait,
    secretary: PersonId,
    position: PositionId,
) -> Result<Option<table::serving::Model>> {
    Ok(table::serving::Entity::find()
        .filter(table::serving::Column::SecretaryId.eq(secretary.0))
        .filter(table::serving::Column::PositionId.eq(position.0))
        .one(db)
        .await?)
}

async fn names(
    db: &impl ConnectionTrait,
    secretary: PersonId,
    position: PositionId,
) -> Result<(String, String)> {
    let secretary = table::person::Entity::find_by_id(secretary.0).one(db).await?;
    let position = positions(db).await?.into_iter().find(|p| p.id == position);
    let (secretary, position) = secretary.zip(position).ok_or(Refusal::NotFound)?;
    Ok((secretary.name, position.titled()))
}

async fn serving_line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    position: PositionId,
    (_, leader): &(String, String),
    (before, after): (String, String),
) -> Result<()> {
    let line = journal::Line {
        deed,
        subject: Subject::Serving,
        id: position.to_string(),
        title: leader,
        fields: FieldChange::between("serves", before, after).into_iter().collect(),
        reason: "",
        version: None,
    };
    journal::write(db, desk, line).await
}
