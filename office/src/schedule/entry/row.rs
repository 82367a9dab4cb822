//! Writing the rows of an entry.

use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::schedule::opened::{Opened, opened};
use crate::schedule::table::{self, leader, site};
use domain::EntryId;
use domain::schedule::{Entry, Plan, Standing};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Writes a new entry with its lists.
pub(crate) async fn insert_entry(
    db: &impl ConnectionTrait,
    plan: &Plan,
    uid: &str,
    reason: &str,
    conflict_reason: &str,
) -> Result<Entry> {
    let mut row = table::plan_columns(plan);
    row.uid = Set(uid.to_owned());
    row.standing = Set("going".to_owned());
    row.halt_reason = Set(String::new());
    row.halt_by = Set(String::new());
    row.reason = Set(reason.to_owned());
    row.conflict_reason = Set(conflict_reason.to_owned());
    row.version = Set(1);
    let row = table::entry::Entity::insert(row).exec_with_returning(db).await?;
    let id = EntryId(row.id);
    insert_lists(db, id, plan).await?;
    Ok(Entry::planned(id, plan.clone(), reason, conflict_reason))
}

/// Gives an entry a name in feeds that is known beforehand, before anybody read it.
pub(crate) async fn rename_entry(desk: &Desk, id: EntryId, uid: &str) -> Result<()> {
    let Opened { writing, .. } = opened(desk, None, None).await?;
    table::entry::Entity::update_many()
        .col_expr(table::entry::Column::Uid, Expr::value(uid))
        .filter(table::entry::Column::Id.eq(id.0))
        .filter(table::entry::Column::PublishedIn.is_null())
        .exec(&writing.tx)
        .await?;
    writing.commit().await
}

/// Writes the lists of an entry anew when they are not what they were.
pub(super) async fn replace_lists(db: &impl ConnectionTrait, old: &Entry, plan: &Plan) -> Result<()> {
    if old.plan.attending == plan.attending && old.plan.remote_sites == plan.remote_sites {
        return Ok(());
    }
    let id = old.id;
    leader::Entity::delete_many().filter(leader::Column::EntryId.eq(id.0)).exec(db).await?;
    site::Entity::delete_many().filter(site::Column::EntryId.eq(id.0)).exec(db).await?;
    insert_lists(db, id, plan).await
}

async fn insert_lists(db: &impl ConnectionTrait, id: EntryId, plan: &Plan) -> Result<()> {
    if !plan.attending.is_empty() {
        leader::Entity::insert_many(plan.attending.iter().map(|a| leader::ActiveModel {
            entry_id: Set(id.0),
            position_id: Set(a.position.0),
            role: Set(a.role.code().to_owned()),
            in_place_of_id: Set(a.in_place_of.map(|p| p.0)),
        }))
        .exec_without_returning(db)
        .await?;
    }
    let mut sites: Vec<i64> = plan.remote_sites.iter().map(|u| u.0).collect();
    sites.sort_unstable();
    sites.dedup();
    if !sites.is_empty() {
        site::Entity::insert_many(
            sites.into_iter().map(|unit| site::ActiveModel { entry_id: Set(id.0), unit_id: Set(unit) }),
        )
        .exec_without_returning(db)
        .await?;
    }
    Ok(())
}

pub(super) fn standing_code(standing: &Standing) -> &'static str {
    match standing {
        Standing::Going => "going",
        Standing::Postponed(_) => "postponed",
        Standing::Cancelled(_) => "cancelled",
    }
}

/// A name for feeds that tells nothing: random, not computed from the entry
/// (RFC 7986, 5.3).
pub(super) fn new_uid() -> std::result::Result<String, Failure> {
    let bytes = crate::access::random::<16>()?;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    Ok(format!("{hex}@giaoban"))
}
