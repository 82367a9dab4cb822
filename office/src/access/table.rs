//! How accounts, sessions and attempts are stored.

pub(crate) mod account {
    use domain::access::{Account, Role};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub email: String,
        pub name: String,
        pub password_hash: String,
        /// Unknown for accounts from before the mark.
        pub opens_with_demo: Option<bool>,
        pub roles: String,
        pub unit_id: Option<i64>,
        pub person_id: Option<i64>,
        pub locked_at: Option<DateTimeUtc>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// Reads the stored list of roles.
    pub(crate) fn roles(stored: &str) -> Vec<Role> {
        stored.split(',').filter_map(Role::of_code).collect()
    }

    /// Writes the list of roles.
    pub(crate) fn codes(roles: &[Role]) -> String {
        let codes: Vec<_> = roles.iter().map(|r| r.code()).collect();
        codes.join(",")
    }

    impl From<Model> for Account {
        fn from(row: Model) -> Self {
            Self {
                id: row.id.into(),
                email: row.email,
                name: row.name,
                roles: roles(&row.roles),
                unit: row.unit_id.map(Into::into),
                person: row.person_id.map(Into::into),
                locked_at: row.locked_at,
                version: row.version,
            }
        }
    }
}

pub(crate) mod session {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub secret_hash: String,
        pub account_id: i64,
        pub began_at: DateTimeUtc,
        pub seen_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        pub client: String,
        pub address: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::account::Entity",
            from = "Column::AccountId",
            to = "super::account::Column::Id"
        )]
        Account,
    }

    impl Related<super::account::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Account.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod attempt {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_attempt")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub email: String,
        pub address: String,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
