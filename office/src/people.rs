//! Units, persons, positions, and which secretary serves which leader.
//!
//! Nothing is deleted: things end. What was published under them holds its own
//! copy of the names. Sign-in is in `access`.

pub(crate) mod table;

mod position;
mod staff;
mod unit;

pub use position::{assign_secretary, list_positions, release_secretary, save_position};
pub(crate) use position::{put_position, put_serving};
pub(crate) use staff::put_person;
pub use staff::{list_persons, save_person};
pub(crate) use unit::put_unit;
pub use unit::{list_units, save_unit};

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::{FieldChange, Subject};
use domain::people::{Person, Position, Serving, Unit};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

pub(crate) async fn units(db: &impl ConnectionTrait) -> Result<Vec<Unit>> {
    let rows = table::unit::Entity::find().order_by_asc(table::unit::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(Unit::from).collect())
}

pub(crate) async fn persons(db: &impl ConnectionTrait) -> Result<Vec<Person>> {
    let rows = table::person::Entity::find().order_by_asc(table::person::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// People that an entry can name: leaders of the Office, specialists, drivers.
pub(crate) async fn staff_of_entries(db: &impl ConnectionTrait) -> Result<Vec<Person>> {
    let rows = table::person::Entity::find()
        .filter(table::person::Column::Service.ne("none"))
        .order_by_asc(table::person::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Person::from).collect())
}

pub(crate) async fn positions(db: &impl ConnectionTrait) -> Result<Vec<Position>> {
    let rows = table::position::Entity::find()
        .find_also_related(table::person::Entity)
        .order_by_asc(table::position::Column::Precedence)
        .order_by_asc(table::position::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(table::position).collect())
}

pub(crate) async fn serving(db: &impl ConnectionTrait) -> Result<Vec<Serving>> {
    let rows = table::serving::Entity::find()
        .find_also_related(table::person::Entity)
        .order_by_asc(table::serving::Column::Id)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, person)| {
            let (name, phone) = person.map(|p| (p.name, p.phone)).unwrap_or_default();
            Serving {
                secretary: row.secretary_id.into(),
                secretary_name: name,
                secretary_phone: phone,
                position: row.position_id.into(),
            }
        })
        .collect())
}

/// Fields that differ between two forms of one thing.
pub(crate) fn changed<T: serde::Serialize>(before: Option<&T>, after: &T) -> Result<Vec<FieldChange>> {
    let texts = |form: &T| -> Result<HashMap<String, String>> {
        Ok(serde_json::from_value(serde_json::to_value(form)?)?)
    };
    let old = before.map(texts).transpose()?.unwrap_or_default();
    let mut changes: Vec<_> = texts(after)?
        .into_iter()
        .filter_map(|(field, after)| {
            let before = old.get(&field).cloned().unwrap_or_default();
            FieldChange::between(&field, before, after)
        })
        .collect();
    changes.sort_by(|a, b| a.field.cmp(&b.field));
    Ok(changes)
}

/// Numbers of rows as the names that stand for them when the line is written.
pub(crate) async fn named(
    db: &impl ConnectionTrait,
    mut fields: Vec<FieldChange>,
) -> Result<Vec<FieldChange>> {
    for change in &mut fields {
        let names: Vec<(i64, String)> = match change.field.as_str() {
            "unit" | "parent" => units(db).await?.into_iter().map(|u| (u.id.0, u.short_name)).collect(),
            "person" | "office_leader" => persons(db).await?.into_iter().map(|p| (p.id.0, p.name)).collect(),
            "acting" => {
                let name = |p: Position| (p.id.0, p.titled());
                positions(db).await?.into_iter().map(name).collect()
            }
            _ => continue,
        };
        for value in [&mut change.before, &mut change.after] {
            let number = value.parse::<i64>().ok();
            if let Some((_, name)) = names.iter().find(|(id, _)| Some(*id) == number) {
                value.clone_from(name);
            }
        }
    }
    Ok(fields)
}

#[allow(clippy::too_many_arguments)]
async fn note(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    subject: Subject,
    id: i64,
    title: &str,
    fields: Vec<FieldChange>,
    version: i32,
) -> Result<()> {
    let line = journal::Line {
        deed,
        subject,
        id: id.to_string(),
        title,
        fields: named(db, fields).await?,
        reason: "",
        version: Some(version),
    };
    journal::write(db, desk, line).await
}
