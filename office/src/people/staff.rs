//! Persons and their work contacts.

use super::{changed, note, persons, table, units};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::Subject;
use domain::people::{Person, PersonDraft};
use domain::{Deed, PersonId, Refusal};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

/// All persons, those who left included.
///
/// # Errors
/// Refused without [`Deed::ReadPeople`].
pub async fn list_persons(desk: &Desk) -> Result<Vec<Person>> {
    desk.may(Deed::ReadPeople)?;
    persons(desk.db()).await
}

/// Adds a person (`id` is `None`) or changes one.
///
/// # Errors
/// Refused without [`Deed::EditPeople`], with issues by field, or stale.
pub async fn save_person(desk: &Desk, id: Option<PersonId>, seen: i32, draft: PersonDraft) -> Result<Person> {
    desk.may(Deed::EditPeople)?;
    let writing = desk.write().await?;
    let saved = put_person(&writing.tx, desk, id, seen, draft).await?;
    writing.commit().await?;
    Ok(saved)
}

/// The deed itself, in a transaction that may hold more than this.
pub(crate) async fn put_person(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: Option<PersonId>,
    seen: i32,
    draft: PersonDraft,
) -> Result<Person> {
    let all = units(db).await?;

    let old: Option<Person> = match id {
        Some(id) => {
            let row = table::person::Entity::find_by_id(id.0).one(db).await?;
            Some(row.ok_or(Refusal::NotFound)?.into())
        }
        None => None,
    };
    if let Some(old) = &old {
        journal::not_stale(db, Subject::Person, old.id, seen, old.version).await?;
    }
    let checked = draft.check(id, &all)?;

    let mut row = table::person::ActiveModel {
        name: Set(checked.name.clone()),
        title: Set(checked.title.clone()),
        unit_id: Set(checked.unit.map(|u| u.0)),
        email: Set(checked.email.clone()),
        phone: Set(checked.phone.clone()),
        duties: Set(checked.duties.clone()),
        service: Set(checked.service.code().to_owned()),
        valid_from: Set(checked.valid.from),
        valid_to: Set(checked.valid.to),
        version: Set(old.as_ref().map_or(1, |o| o.version + 1)),
        ..Default::default()
    };
    let saved: Person = match id {
        Some(id) => {
            row.id = Set(id.0);
            row.update(db).await?.into()
        }
        None => table::person::Entity::insert(row).exec_with_returning(db).await?.into(),
    };

    let fields = changed(old.as_ref().map(PersonDraft::of).as_ref(), &PersonDraft::of(&saved))?;
    note(db, desk, "people.save_person", Subject::Person, saved.id.0, &saved.name, fields, saved.version)
        .await?;
    Ok(saved)
}
