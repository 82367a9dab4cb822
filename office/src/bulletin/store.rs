//! Writing and reading the public copy.

use super::table::{entry, publication};
use crate::failure::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::bulletin::BulletinLeader;
use domain::calendar::week::IsoWeek;
use domain::duty::{DutyRules, PublicDuty};
use domain::schedule::Published;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};

/// Stores the public part of a publication and makes it the one that is shown.
#[allow(clippy::too_many_arguments)]
pub(crate) async fn put(
    db: &impl ConnectionTrait,
    id: i64,
    week: IsoWeek,
    number: i32,
    at: DateTime<Utc>,
    remark: &str,
    leaders: &[BulletinLeader],
    shown: &[Published],
    duty: &[PublicDuty],
) -> Result<()> {
    publication::Entity::update_many()
        .col_expr(publication::Column::Latest, Expr::value(false))
        .filter(publication::Column::Monday.eq(week.monday()))
        .exec(db)
        .await?;
    publication::Entity::insert(publication::ActiveModel {
        id: Set(id),
        monday: Set(week.monday()),
        number: Set(number),
        at: Set(at),
        remark: Set(remark.to_owned()),
        leaders: Set(serde_json::to_string(leaders)?),
        duty: Set(serde_json::to_string(duty)?),
        latest: Set(true),
    })
    .exec_without_returning(db)
    .await?;
    let rows = shown
        .iter()
        .map(|published| {
            Ok(entry::ActiveModel {
                publication_id: Set(id),
                uid: Set(published.uid.clone()),
                date: Set(published.face.date),
                shown: Set(serde_json::to_string(published)?),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    for chunk in rows.chunks(500) {
        entry::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Takes entries out of every public copy of the week but the one with this
/// number of row. What the Office keeps of them is not touched.
pub(crate) async fn withdraw(
    db: &impl ConnectionTrait,
    week: IsoWeek,
    kept: i64,
    uids: &[String],
) -> Result<()> {
    if uids.is_empty() {
        return Ok(());
    }
    let earlier = publications(db, week).await?.into_iter().map(|p| p.id).filter(|id| *id != kept);
    entry::Entity::delete_many()
        .filter(entry::Column::PublicationId.is_in(earlier))
        .filter(entry::Column::Uid.is_in(uids))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes out of every public copy what the rules no longer allow.
pub(crate) async fn withdraw_duty(db: &impl ConnectionTrait, rules: &DutyRules) -> Result<()> {
    let stored: Vec<(i64, String)> = publication::Entity::find()
        .select_only()
        .columns([publication::Column::Id, publication::Column::Duty])
        .filter(publication::Column::Duty.ne("[]"))
        .into_tuple()
        .all(db)
        .await?;
    for (id, before) in stored {
        let mut duty: Vec<PublicDuty> = serde_json::from_str(&before)?;
        duty.retain(|_| rules.public);
        if !rules.hotline {
            duty.iter_mut().for_each(|duty| duty.hotline.clear());
        }
        let after = serde_json::to_string(&duty)?;
        if after != before {
            publication::Entity::update_many()
                .col_expr(publication::Column::Duty, Expr::value(after))
                .filter(publication::Column::Id.eq(id))
                .exec(db)
                .await?;
        }
    }
    Ok(())
}

pub(super) async fn publications(
    db: &impl ConnectionTrait,
    week: IsoWeek,
) -> Result<Vec<publication::Model>> {
    Ok(publication::Entity::find()
        .filter(publication::Column::Monday.eq(week.monday()))
        .order_by_asc(publication::Column::Number)
        .all(db)
        .await?)
}

/// The publications of a week, and the public entries of the one with this number, or of
/// the last one; in one question.
pub(super) async fn shown(
    db: &impl ConnectionTrait,
    week: IsoWeek,
    number: Option<i32>,
) -> Result<(Vec<publication::Model>, Vec<Published>)> {
    let is_shown = match number {
        None => publication::Column::Latest.eq(true),
        Some(number) => publication::Column::Number.eq(number),
    };
    let list = list_of_each(db).and_where(is_shown).take();
    let rows: Vec<Row> = publication::Entity::find()
        .expr_as(Expr::from(list), "list")
        .filter(publication::Column::Monday.eq(week.monday()))
        .order_by_asc(publication::Column::Number)
        .into_model()
        .all(db)
        .await?;
    let mut publications = Vec::with_capacity(rows.len());
    let mut entries = Vec::new();
    for Row { publication, list } in rows {
        if let Some(list) = list {
            entries = in_order(&list)?;
        }
        publications.push(publication);
    }
    Ok((publications, entries))
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    publication: publication::Model,
    list: Option<String>,
}

/// Entries out of their list, in the order of the week.
fn in_order(list: &str) -> Result<Vec<Published>> {
    let mut entries: Vec<Published> = serde_json::from_str(list)?;
    entries.sort_by(|a, b| order(a).cmp(&order(b)));
    Ok(entries)
}

/// The public entries of one publication, in the order of the week.
pub(super) async fn entries(db: &impl ConnectionTrait, publication: i64) -> Result<Vec<Published>> {
    let list: Option<String> = entry::Entity::find()
        .select_only()
        .expr(one_list(db))
        .filter(entry::Column::PublicationId.eq(publication))
        .group_by(entry::Column::PublicationId)
        .into_tuple()
        .one(db)
        .await?;
    list.map_or_else(|| Ok(Vec::new()), |list| in_order(&list))
}

/// The public entries of the last publication of a week.
pub(crate) async fn last(db: &impl ConnectionTrait, week: IsoWeek) -> Result<Vec<Published>> {
    match publications(db, week).await?.last() {
        Some(row) => entries(db, row.id).await,
        None => Ok(Vec::new()),
    }
}

/// The faces of a group as one list: a row less is a way between two threads less.
fn one_list(db: &impl ConnectionTrait) -> Expr {
    Expr::cust(match db.get_database_backend() {
        DbBackend::Postgres => "'[' || string_agg(shown, ',') || ']'",
        _ => "'[' || group_concat(shown, ',') || ']'",
    })
}

/// The faces of each publication of a query, inside that query: SQLite reads them as they
/// lie, where grouping a join would sort them first.
fn list_of_each(db: &impl ConnectionTrait) -> SelectStatement {
    let of_this = Expr::col((entry::Entity, entry::Column::PublicationId))
        .equals((publication::Entity, publication::Column::Id));
    Query::select().expr(one_list(db)).from(entry::Entity).and_where(of_this).take()
}

/// The public entries of the days, of the last publication of each week, a week at a time:
/// a feed of years holds no more of them at once.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<impl Iterator<Item = Result<Vec<Published>>>> {
    let weeks: Vec<Option<String>> = publication::Entity::find()
        .select_only()
        .expr_as(Expr::from(list_of_each(db)), "list")
        .filter(publication::Column::Latest.eq(true))
        .filter(publication::Column::Monday.between(first, last))
        .into_tuple()
        .all(db)
        .await?;
    Ok(weeks.into_iter().flatten().map(|week| Ok(serde_json::from_str(&week)?)))
}

/// The leader with this name in addresses, as the newest of these weeks has them.
pub(crate) async fn leader(
    db: &impl ConnectionTrait,
    slug: &str,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Option<BulletinLeader>> {
    let weeks: Vec<String> = publication::Entity::find()
        .select_only()
        .column(publication::Column::Leaders)
        .filter(publication::Column::Latest.eq(true))
        .filter(publication::Column::Monday.between(first, last))
        .order_by_desc(publication::Column::Monday)
        .into_tuple()
        .all(db)
        .await?;
    for week in weeks {
        let leaders: Vec<BulletinLeader> = serde_json::from_str(&week)?;
        if let Some(leader) = leaders.into_iter().find(|l| l.slug == slug) {
            return Ok(Some(leader));
        }
    }
    Ok(None)
}

/// The number of the newest publication of these weeks, and when it was.
pub(crate) async fn newest(
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Option<(i64, DateTime<Utc>)>> {
    let row = publication::Entity::find()
        .filter(publication::Column::Monday.between(first, last))
        .order_by_desc(publication::Column::Id)
        .one(db)
        .await?;
    Ok(row.map(|row| (row.id, row.at)))
}

fn order(p: &Published) -> impl Ord + '_ {
    let face = &p.face;
    let first = face.leaders.first().map_or(i32::MAX, |l| l.precedence);
    (face.date, face.part as u8, face.start.is_none(), face.start, first, &p.uid)
}
