//! How units, persons, positions and services are stored.

use domain::people::{Person, Position, Service, Span, Unit, UnitKind};
use domain::{PersonId, PositionId, UnitId};

pub(crate) mod unit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "unit")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub code: String,
        pub name: String,
        pub short_name: String,
        pub kind: String,
        pub parent_id: Option<i64>,
        pub valid_from: Option<Date>,
        pub valid_to: Option<Date>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod person {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub title: String,
        pub unit_id: Option<i64>,
        pub email: String,
        pub phone: String,
        pub duties: String,
        pub service: String,
        pub valid_from: Option<Date>,
        pub valid_to: Option<Date>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod position {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "position")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub slug: String,
        pub title: String,
        pub short_title: String,
        pub person_id: i64,
        pub unit_id: i64,
        pub precedence: i32,
        pub portfolio: String,
        pub has_calendar: bool,
        pub office_leader_id: Option<i64>,
        pub acting_id: Option<i64>,
        pub valid_from: Option<Date>,
        pub valid_to: Option<Date>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::person::Entity",
            from = "Column::PersonId",
            to = "super::person::Column::Id"
        )]
        Holder,
    }

    impl Related<super::person::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Holder.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod serving {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "serving")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub secretary_id: i64,
        pub position_id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::person::Entity",
            from = "Column::SecretaryId",
            to = "super::person::Column::Id"
        )]
        Secretary,
    }

    impl Related<super::person::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Secretary.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<unit::Model> for Unit {
    fn from(row: unit::Model) -> Self {
        Self {
            id: UnitId(row.id),
            code: row.code,
            name: row.name,
            short_name: row.short_name,
            kind: UnitKind::of_code(&row.kind).unwrap_or(UnitKind::Department),
            parent: row.parent_id.map(UnitId),
            valid: Span { from: row.valid_from, to: row.valid_to },
            version: row.version,
        }
    }
}

impl From<person::Model> for Person {
    fn from(row: person::Model) -> Self {
        Self {
            id: PersonId(row.id),
            name: row.name,
            title: row.title,
            unit: row.unit_id.map(UnitId),
            email: row.email,
            phone: row.phone,
            duties: row.duties,
            service: Service::of_code(&row.service).unwrap_or_default(),
            valid: Span { from: row.valid_from, to: row.valid_to },
            version: row.version,
        }
    }
}

pub(crate) fn position((row, holder): (position::Model, Option<person::Model>)) -> Position {
    Position {
        id: PositionId(row.id),
        slug: row.slug,
        title: row.title,
        short_title: row.short_title,
        person: PersonId(row.person_id),
        person_name: holder.map(|p| p.name).unwrap_or_default(),
        unit: UnitId(row.unit_id),
        precedence: row.precedence,
        portfolio: row.portfolio,
        has_calendar: row.has_calendar,
        office_leader: row.office_leader_id.map(PersonId),
        acting: row.acting_id.map(PositionId),
        valid: Span { from: row.valid_from, to: row.valid_to },
        version: row.version,
    }
}
