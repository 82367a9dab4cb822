//! How series are stored: the rule and the form as JSON, and a row for each day that was
//! taken or left out.

use crate::desk::Desk;
use crate::failure::Result;
use chrono::NaiveDate;
use domain::schedule::EntryDraft;
use domain::schedule::series::Series;
use domain::schedule::series::draft::Repeated;
use domain::{EntryId, Refusal, SeriesId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "series")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub rule: String,
        pub draft: String,
        pub made_by: String,
        pub made_at: DateTimeUtc,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod taken {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "series_day")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub series_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        pub entry_id: Option<i64>,
        pub left_entry_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn read(row: row::Model, days: &[taken::Model]) -> Result<Repeated> {
    let own = days.iter().filter(|day| day.series_id == row.id);
    Ok(Repeated {
        id: row.id.into(),
        series: serde_json::from_str(&row.rule)?,
        draft: serde_json::from_str(&row.draft)?,
        taken: own.map(|day| (day.day, day.entry_id.map(EntryId))).collect(),
        by: row.made_by,
        at: row.made_at,
        version: row.version,
    })
}

/// Every series, the newest first.
pub(in crate::schedule) async fn read_all(db: &impl ConnectionTrait) -> Result<Vec<Repeated>> {
    let days = taken::Entity::find().order_by_asc(taken::Column::Day).all(db).await?;
    let rows = row::Entity::find().order_by_desc(row::Column::Id).all(db).await?;
    rows.into_iter().map(|row| read(row, &days)).collect()
}

pub(super) async fn one(db: &impl ConnectionTrait, id: SeriesId) -> Result<Repeated> {
    let row = row::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let days = taken::Entity::find()
        .filter(taken::Column::SeriesId.eq(id.0))
        .order_by_asc(taken::Column::Day)
        .all(db)
        .await?;
    read(row, &days)
}

/// The series and the day of its rule that an entry was taken for.
pub(super) async fn taken_by(
    db: &impl ConnectionTrait,
    entry: EntryId,
) -> Result<Option<(SeriesId, NaiveDate)>> {
    let day = taken::Entity::find().filter(taken::Column::EntryId.eq(entry.0)).one(db).await?;
    Ok(day.map(|day| (SeriesId(day.series_id), day.day)))
}

pub(super) async fn insert(
    db: &impl ConnectionTrait,
    desk: &Desk,
    series: &Series,
    draft: &EntryDraft,
) -> Result<Repeated> {
    let row = row::Entity::insert(row::ActiveModel {
        rule: Set(serde_json::to_string(series)?),
        draft: Set(serde_json::to_string(draft)?),
        made_by: Set(desk.actor.name.clone()),
        made_at: Set(desk.now),
        version: Set(1),
        ..Default::default()
    })
    .exec_with_returning(db)
    .await?;
    read(row, &[])
}

/// Writes rule and form with the version raised.
pub(super) async fn store(db: &impl ConnectionTrait, series: &Repeated) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel {
            rule: Set(serde_json::to_string(&series.series)?),
            draft: Set(serde_json::to_string(&series.draft)?),
            version: Set(series.version + 1),
            ..Default::default()
        })
        .filter(row::Column::Id.eq(series.id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Remembers a day as taken, or as left out when there is no entry.
pub(in crate::schedule) async fn mark_taken(
    db: &impl ConnectionTrait,
    id: SeriesId,
    day: NaiveDate,
    entry: Option<EntryId>,
) -> Result<()> {
    taken::Entity::insert(taken::ActiveModel {
        series_id: Set(id.0),
        day: Set(day),
        entry_id: Set(entry.map(|entry| entry.0)),
        left_entry_id: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// The entry of a day is from now on that of another day.
pub(super) async fn move_day(
    db: &impl ConnectionTrait,
    id: SeriesId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<()> {
    taken::Entity::update_many()
        .col_expr(taken::Column::Day, Expr::value(to))
        .filter(taken::Column::SeriesId.eq(id.0))
        .filter(taken::Column::Day.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Remembers which entry the day was, which is about to be removed.
pub(in crate::schedule) async fn leave_day(db: &impl ConnectionTrait, entry: EntryId) -> Result<()> {
    taken::Entity::update_many()
        .col_expr(taken::Column::LeftEntryId, Expr::value(entry.0))
        .filter(taken::Column::EntryId.eq(entry.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The day of a removed entry is that of the entry as which it comes back.
pub(in crate::schedule) async fn retake_day(
    db: &impl ConnectionTrait,
    was: EntryId,
    entry: EntryId,
) -> Result<()> {
    taken::Entity::update_many()
        .col_expr(taken::Column::EntryId, Expr::value(entry.0))
        .col_expr(taken::Column::LeftEntryId, Expr::value(None::<i64>))
        .filter(taken::Column::LeftEntryId.eq(was.0))
        .filter(taken::Column::EntryId.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets that a day was taken for this entry, so that it is offered again.
pub(in crate::schedule) async fn give_back(db: &impl ConnectionTrait, entry: EntryId) -> Result<()> {
    taken::Entity::delete_many().filter(taken::Column::EntryId.eq(entry.0)).exec(db).await?;
    Ok(())
}

/// Forgets that a day was left out, or that its entry was removed, so that it is offered
/// again.
pub(super) async fn offer_again(db: &impl ConnectionTrait, id: SeriesId, day: NaiveDate) -> Result<()> {
    taken::Entity::delete_many()
        .filter(taken::Column::SeriesId.eq(id.0))
        .filter(taken::Column::Day.eq(day))
        .filter(taken::Column::EntryId.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Days from this one on go to the series that takes over.
pub(super) async fn move_days(
    db: &impl ConnectionTrait,
    from: SeriesId,
    to: SeriesId,
    day: NaiveDate,
) -> Result<()> {
    taken::Entity::update_many()
        .col_expr(taken::Column::SeriesId, Expr::value(to.0))
        .filter(taken::Column::SeriesId.eq(from.0))
        .filter(taken::Column::Day.gte(day))
        .exec(db)
        .await?;
    Ok(())
}
