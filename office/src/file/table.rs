//! How files and what is on its way are stored.

/// Files.
pub mod file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub owner: String,
        pub owner_id: i64,
        pub key: String,
        pub name: String,
        pub kind: String,
        pub size: i64,
        pub sha256: String,
        pub added_by: String,
        pub added_at: DateTimeUtc,
        pub version: i32,
        pub replaces_id: Option<i64>,
        pub reason: String,
        pub confirmed_by: String,
        pub removed_by: String,
        pub removed_at: Option<DateTimeUtc>,
        pub has_content: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who opened a file first and last.
pub mod opening {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "file_opening")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub file_id: i64,
        pub account_id: i64,
        pub name: String,
        pub unit_id: Option<i64>,
        pub person_id: Option<i64>,
        pub first_at: DateTimeUtc,
        pub last_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is on its way.
pub mod upload {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub key: String,
        pub account_id: i64,
        pub owner: String,
        pub owner_id: i64,
        pub name: String,
        pub size: Option<i64>,
        pub received: i64,
        pub parts: String,
        pub sha256: String,
        pub replaces_id: Option<i64>,
        pub reason: String,
        pub confirmed: bool,
        pub expires_at: DateTimeUtc,
        pub is_kept: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use crate::failure::{Failure, Result};
use domain::file::{File, Kind, Owner, Upload};

/// A file out of its row.
pub fn read_file(row: file::Model) -> Result<File> {
    Ok(File {
        id: row.id.into(),
        owner: owner(&row.owner, row.owner_id)?,
        kind: Kind::of_code(&row.kind).ok_or_else(|| unknown(&row.kind))?,
        name: row.name,
        size: row.size.unsigned_abs(),
        sha256: row.sha256,
        by: row.added_by,
        at: row.added_at,
        version: row.version.unsigned_abs(),
        replaces: row.replaces_id.map(Into::into),
        reason: row.reason,
        confirmed_by: row.confirmed_by,
    })
}

/// What is on its way, out of its row.
pub fn read_upload(row: &upload::Model) -> Result<Upload> {
    Ok(Upload {
        key: row.key.clone(),
        owner: owner(&row.owner, row.owner_id)?,
        name: row.name.clone(),
        size: row.size.map(i64::unsigned_abs),
        received: row.received.unsigned_abs(),
        replaces: row.replaces_id.map(Into::into),
        sha256: Some(row.sha256.clone()).filter(|sum| !sum.is_empty()),
        expires: row.expires_at,
    })
}

fn owner(code: &str, row: i64) -> Result<Owner> {
    Owner::of(code, row).ok_or_else(|| unknown(code))
}

fn unknown(stored: &str) -> Failure {
    Failure::Other(format!("a file holds the unknown value {stored}"))
}
