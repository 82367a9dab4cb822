//! How the public copy is stored.

pub(crate) mod publication {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bulletin_publication")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub monday: Date,
        pub number: i32,
        pub at: DateTimeUtc,
        pub remark: String,
        pub leaders: String,
        pub duty: String,
        pub latest: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bulletin_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub publication_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub uid: String,
        pub date: Date,
        pub shown: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
