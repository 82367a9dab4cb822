//! How the roster is stored.

use domain::calendar::hours::SessionPart;
use domain::duty::Duty;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "duty")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub date: Date,
    pub part: String,
    pub leader_id: Option<i64>,
    pub office_leader_id: Option<i64>,
    pub specialist_id: Option<i64>,
    pub driver_id: Option<i64>,
    pub hotline: String,
    pub note: String,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Duty {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            date: row.date,
            part: SessionPart::of_code(&row.part).unwrap_or(SessionPart::AllDay),
            leader: row.leader_id.map(Into::into),
            office_leader: row.office_leader_id.map(Into::into),
            specialist: row.specialist_id.map(Into::into),
            driver: row.driver_id.map(Into::into),
            hotline: row.hotline,
            note: row.note,
            version: row.version,
        }
    }
}
