//! How a line of the journal is stored.

use crate::failure::{Failure, Result};
use domain::ChangeId;
use domain::journal::{Change, Subject};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "change")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: DateTimeUtc,
    pub account_id: Option<i64>,
    pub actor: String,
    pub deed: String,
    pub subject: String,
    pub subject_id: String,
    pub title: String,
    pub fields: String,
    pub reason: String,
    pub version: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) fn change(line: Model) -> Result<Change> {
    Ok(Change {
        id: ChangeId(line.id),
        at: line.at,
        actor: line.actor,
        deed: line.deed,
        subject: Subject::of_code(&line.subject)
            .ok_or_else(|| Failure::Other(format!("journal line {} is about {}", line.id, line.subject)))?,
        subject_id: line.subject_id,
        title: line.title,
        fields: serde_json::from_str(&line.fields)?,
        reason: line.reason,
        day: None,
    })
}
