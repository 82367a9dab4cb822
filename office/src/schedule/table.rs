//! How weeks, entries and publications are stored.

mod row;

pub(crate) use self::row::{entry, plan_columns, week_state};

use domain::PublicationId;
use domain::calendar::week::IsoWeek;
use domain::schedule::Publication;

pub(crate) mod week {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "week")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub monday: Date,
        pub state: String,
        pub stepped_by: String,
        pub stepped_at: Option<DateTimeUtc>,
        pub returned: String,
        pub remark: String,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub uid: String,
        pub date: Date,
        pub part: String,
        pub start_minute: Option<i32>,
        pub end_minute: Option<i32>,
        pub kind: String,
        pub content: String,
        pub participants: String,
        pub host_unit_id: Option<i64>,
        pub preparing_unit_id: Option<i64>,
        pub room_id: Option<i64>,
        pub place: String,
        pub format: String,
        pub office_leader_id: Option<i64>,
        pub specialist_id: Option<i64>,
        pub division_id: Option<i64>,
        pub vehicle_id: Option<i64>,
        pub invitation: String,
        pub visibility: String,
        pub public_wording: String,
        pub note: String,
        pub standing: String,
        pub halt_reason: String,
        pub halt_by: String,
        pub halt_at: Option<DateTimeUtc>,
        pub moved_to: Option<Date>,
        pub reason: String,
        pub conflict_reason: String,
        pub published_in: Option<i32>,
        pub version: i32,
        pub acting_id: Option<i64>,
        pub agreed_by: String,
        pub agreed_at: Option<DateTimeUtc>,
        pub span_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod leader {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry_leader")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position_id: i64,
        pub role: String,
        pub in_place_of_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod site {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "entry_site")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit_id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod publication {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "publication")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub monday: Date,
        pub number: i32,
        pub at: DateTimeUtc,
        pub by: String,
        pub reason: String,
        pub remark: String,
        pub duty: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an account has seen of a week.
pub(crate) mod look {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "look")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub account_id: i64,
        pub monday: Date,
        pub number: i32,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod published {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "published_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub publication_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub entry_id: i64,
        pub date: Date,
        pub frozen: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod template {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "template")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub entries: String,
        pub made_by: String,
        pub made_at: DateTimeUtc,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<publication::Model> for Publication {
    fn from(row: publication::Model) -> Self {
        Self {
            id: PublicationId(row.id),
            week: IsoWeek::of(row.monday),
            number: row.number,
            at: row.at,
            by: row.by,
            reason: row.reason,
            remark: row.remark,
        }
    }
}
