//! How materials are stored, and how they are read again.

/// Materials.
pub mod material {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "material")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub meeting_id: i64,
        pub item_id: Option<i64>,
        pub place: i32,
        pub title: String,
        pub kind: String,
        pub unit_id: i64,
        pub due_at: Option<DateTimeUtc>,
        pub access: String,
        pub note: String,
        pub noted_by: String,
        pub noted_at: Option<DateTimeUtc>,
        pub noted: String,
        pub closed_by: String,
        pub closed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a unit was asked again.
pub mod chase {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "material_chase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub material_id: i64,
        pub chased_by: String,
        pub chased_at: DateTimeUtc,
        pub words: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a reader noted for himself.
pub mod note {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "private_note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub account_id: i64,
        pub meeting_id: i64,
        pub item_id: Option<i64>,
        pub material_id: Option<i64>,
        pub words: String,
        pub noted_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::failure::{Failure, Result};
use domain::ItemId;
use domain::meeting::{Access, MaterialPlan, Noted, PaperKind};
use sea_orm::ActiveValue::Set;

/// What is owed, out of its row.
pub fn plan(row: &material::Model) -> Result<MaterialPlan> {
    Ok(MaterialPlan {
        title: row.title.clone(),
        kind: PaperKind::of_code(&row.kind).ok_or_else(|| unknown(&row.kind))?,
        unit: row.unit_id.into(),
        due: row.due_at,
        access: Access::of_code(&row.access).ok_or_else(|| unknown(&row.access))?,
        note: row.note.clone(),
    })
}

/// The columns of what is owed.
pub fn columns(item: Option<ItemId>, plan: &MaterialPlan) -> material::ActiveModel {
    material::ActiveModel {
        item_id: Set(item.map(|item| item.0)),
        title: Set(plan.title.clone()),
        kind: Set(plan.kind.code().to_owned()),
        unit_id: Set(plan.unit.0),
        due_at: Set(plan.due),
        access: Set(plan.access.code().to_owned()),
        note: Set(plan.note.clone()),
        ..Default::default()
    }
}

/// That it came another way, out of its row.
pub fn noted(row: &material::Model) -> Option<Noted> {
    let (by, text) = (row.noted_by.clone(), row.noted.clone());
    row.noted_at.map(|at| Noted { by, at, text })
}

/// That a unit was asked again, out of its row.
pub fn chased(row: &chase::Model) -> Noted {
    Noted { by: row.chased_by.clone(), at: row.chased_at, text: row.words.clone() }
}

fn unknown(stored: &str) -> Failure {
    Failure::Other(format!("a material holds the unknown value {stored}"))
}
