//! The organisation tree.

use super::{changed, note, table, units};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::Subject;
use domain::people::{Unit, UnitDraft};
use domain::{Deed, Refusal, UnitId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

/// All units, those that ended included.
///
/// # Errors
/// Refused without [`Deed::ReadPeople`].
pub async fn list_units(desk: &Desk) -> Result<Vec<Unit>> {
    desk.may(Deed::ReadPeople)?;
    units(desk.db()).await
}

/// Adds a unit (`id` is `None`) or changes one; to end it is to give it a last day.
///
/// # Errors
/// Refused without [`Deed::EditPeople`], with issues by field, or stale.
pub async fn save_unit(desk: &Desk, id: Option<UnitId>, seen: i32, draft: UnitDraft) -> Result<Unit> {
    desk.may(Deed::EditPeople)?;
    let writing = desk.write().await?;
    let saved = put_unit(&writing.tx, desk, id, seen, draft).await?;
    writing.commit().await?;
    Ok(saved)
}

/// The deed itself, in a transaction that may hold more than this.
pub(crate) async fn put_unit(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: Option<UnitId>,
    seen: i32,
    draft: UnitDraft,
) -> Result<Unit> {
    let all = units(db).await?;

    let old = match id {
        Some(id) => Some(all.iter().find(|u| u.id == id).ok_or(Refusal::NotFound)?),
        None => None,
    };
    if let Some(old) = old {
        journal::not_stale(db, Subject::Unit, old.id, seen, old.version).await?;
    }
    let checked = draft.check(id, &all)?;

    let mut row = table::unit::ActiveModel {
        code: Set(checked.code.clone()),
        name: Set(checked.name.clone()),
        short_name: Set(checked.short_name.clone()),
        kind: Set(checked.kind.code().to_owned()),
        parent_id: Set(checked.parent.map(|p| p.0)),
        valid_from: Set(checked.valid.from),
        valid_to: Set(checked.valid.to),
        version: Set(old.map_or(1, |o| o.version + 1)),
        ..Default::default()
    };
    let saved: Unit = match id {
        Some(id) => {
            row.id = Set(id.0);
            row.update(db).await?.into()
        }
        None => table::unit::Entity::insert(row).exec_with_returning(db).await?.into(),
    };

    let fields = changed(old.map(UnitDraft::of).as_ref(), &UnitDraft::of(&saved))?;
    note(db, desk, "people.save_unit", Subject::Unit, saved.id.0, &saved.name, fields, saved.version).await?;
    Ok(saved)
}
