//! What the office decides about itself. Days off, hours and the table of ways between
//! places are in `setting/`.

mod day_off;
mod file;
mod hours;
mod reception;
pub(crate) mod table;
mod travel;

pub(crate) use file::rules_of_files;
pub use file::{file_rules, save_file_rules};
pub(crate) use reception::{put_reception_rules, reception_rules};
pub use reception::{receptions, save_receptions};
pub(crate) use travel::{put_ways, ways};
pub use travel::{save_travel, travel};

pub use day_off::{holidays, remove_day_off, save_day_off};
pub(crate) use day_off::{holidays_in, put_holiday, replace_holidays};
pub(crate) use hours::hours;
pub use hours::{hours_version, remove_season, save_hours, save_season, working_hours};

use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::store::{Turn, take_turn};
use domain::Deed;
use domain::calendar::hours::HoursTable;
use domain::journal::{FieldChange, Subject};
use domain::request::{RequestRules, RulesDraft};
use domain::setting::Profile;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use table::row;

const PROFILE: &str = "profile";
const HOURS: &str = "hours";
const REQUESTS: &str = "requests";
const DEMO: &str = "demo";
const LOADING: &str = "demo_loading";
const STAMP: &str = "stamp";
/// The row whose version is that of the book.
pub(crate) const BOOK: &str = "book";

/// The names of the office. Everybody may read them.
///
/// # Errors
/// When the database fails.
pub async fn profile(office: &Office) -> Result<Profile> {
    let Some(row) = row::Entity::find_by_id(PROFILE).one(office.db()).await? else {
        return Ok(Profile {
            committee_name: "Ủy ban nhân dân tỉnh".into(),
            committee_short: "UBND tỉnh".into(),
            office_name: "Văn phòng Ủy ban nhân dân tỉnh".into(),
            ..Profile::default()
        });
    };
    let profile: Profile = serde_json::from_str(&row.value)?;
    Ok(Profile { version: row.version, ..profile })
}

/// Saves the names of the office; `profile.version` is the one that was seen.
///
/// # Errors
/// Refused without [`Deed::EditSettings`], with issues by field, or stale.
pub async fn save_profile(desk: &Desk, typed: Profile) -> Result<Profile> {
    desk.may(Deed::EditSettings)?;
    let writing = desk.write().await?;
    let checked = typed.check()?;
    let old = row::Entity::find_by_id(PROFILE).one(&writing.tx).await?;
    let current = old.as_ref().map_or(0, |o| o.version);
    journal::not_stale(&writing.tx, Subject::Setting, PROFILE, typed.version, current).await?;
    let before: Profile = match &old {
        Some(old) => serde_json::from_str(&old.value)?,
        None => Profile::default(),
    };
    put(&writing.tx, PROFILE, &checked, current + 1).await?;
    let stamp = raise_stamp(&writing.tx).await?;
    let fields = [
        ("committee_name", before.committee_name, checked.committee_name.clone()),
        ("committee_short", before.committee_short, checked.committee_short.clone()),
        ("office_name", before.office_name, checked.office_name.clone()),
        ("place_name", before.place_name, checked.place_name.clone()),
        ("letter_symbol", before.letter_symbol, checked.letter_symbol.clone()),
        ("headquarters", before.headquarters, checked.headquarters.clone()),
        ("registration_deadline", before.registration_deadline, checked.registration_deadline.clone()),
    ]
    .into_iter()
    .filter_map(|(field, before, after)| FieldChange::between(field, before, after))
    .collect();
    let line = Line {
        deed: "setting.save_profile",
        subject: Subject::Setting,
        id: PROFILE.to_owned(),
        title: "",
        fields,
        reason: "",
        version: Some(current + 1),
    };
    journal::write(&writing.tx, desk, line).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(Profile { version: current + 1, ..checked })
}

/// When registration closes, and how much a unit may ask for. Everybody may read it.
///
/// # Errors
/// When the database fails.
pub async fn request_rules(office: &Office) -> Result<RequestRules> {
    rules_of_requests(office.db()).await
}

pub(crate) async fn rules_of_requests(db: &impl ConnectionTrait) -> Result<RequestRules> {
    let (rules, version) = stored::<RequestRules>(db, REQUESTS).await?;
    Ok(RequestRules { version, ..rules })
}

/// Saves them; `seen` is the version that was seen.
///
/// # Errors
/// Refused without [`Deed::EditSettings`], with issues by field, or stale.
pub async fn save_request_rules(desk: &Desk, seen: i32, typed: RulesDraft) -> Result<RequestRules> {
    desk.may(Deed::EditSettings)?;
    let writing = desk.write().await?;
    let checked = typed.check()?;
    let before = rules_of_requests(&writing.tx).await?;
    journal::not_stale(&writing.tx, Subject::Setting, REQUESTS, seen, before.version).await?;
    let saved = RequestRules { version: before.version + 1, ..checked };
    let (old, new) = (RulesDraft::of(&before), RulesDraft::of(&saved));
    let fields = [
        ("closing_day", old.closing_day, new.closing_day),
        ("closing_time", old.closing_time, new.closing_time),
        ("per_week", old.per_week, new.per_week),
        ("submit_day", old.submit_day, new.submit_day),
        ("submit_time", old.submit_time, new.submit_time),
    ]
    .into_iter()
    .filter_map(|(field, before, after)| FieldChange::between(field, before, after))
    .collect();
    decide(&writing.tx, desk, "setting.save_request_rules", (REQUESTS, saved.version), &saved, fields)
        .await?;
    writing.commit().await?;
    Ok(saved)
}

/// Whether this database holds the demo office.
///
/// # Errors
/// When the database fails.
pub async fn is_demo(office: &Office) -> Result<bool> {
    Ok(get::<bool>(office.db(), DEMO).await?.unwrap_or(false))
}

pub(crate) async fn mark_as_demo(db: &impl ConnectionTrait) -> Result<()> {
    row::Entity::delete_by_id(LOADING).exec(db).await?;
    put(db, DEMO, &true, 1).await
}

/// The demo office is on its way into this database.
pub(crate) async fn mark_as_loading(db: &impl ConnectionTrait) -> Result<()> {
    put(db, LOADING, &true, 1).await
}

pub(crate) async fn is_loading(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(get::<bool>(db, LOADING).await?.unwrap_or(false))
}

pub(crate) async fn put_first(
    db: &impl ConnectionTrait,
    profile: &Profile,
    hours: &HoursTable,
) -> Result<()> {
    put(db, PROFILE, profile, 1).await?;
    put(db, HOURS, hours, 1).await
}

pub(crate) async fn stamp(db: &impl ConnectionTrait) -> Result<i64> {
    Ok(get(db, STAMP).await?.unwrap_or(0))
}

/// Raises the number that tells readers' caches to look again.
pub(crate) async fn raise_stamp(db: &impl ConnectionTrait) -> Result<i64> {
    take_turn(db, Turn::Stamp).await?;
    let next = stamp(db).await? + 1;
    put(db, STAMP, &next, 1).await?;
    Ok(next)
}

/// The version of everything that entries can name.
pub(crate) async fn book_version(db: &impl ConnectionTrait) -> Result<i32> {
    let version = row::Entity::find_by_id(BOOK).select_only().column(row::Column::Version);
    Ok(version.into_tuple().one(db).await?.unwrap_or(0))
}

/// Raises that version, in the transaction that changes something of it.
pub(crate) async fn raise_book_version(db: &impl ConnectionTrait) -> Result<()> {
    let raised = row::Entity::update_many()
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(1))
        .filter(row::Column::Key.eq(BOOK))
        .exec(db)
        .await?;
    if raised.rows_affected == 0 {
        put(db, BOOK, &(), 1).await?;
    }
    Ok(())
}

pub(crate) async fn get<T: DeserializeOwned>(db: &impl ConnectionTrait, key: &str) -> Result<Option<T>> {
    match row::Entity::find_by_id(key).one(db).await? {
        Some(row) => Ok(Some(serde_json::from_str(&row.value)?)),
        None => Ok(None),
    }
}

/// What was decided under a key, with its version; before that what is usual, as version 0.
pub(crate) async fn stored<T: DeserializeOwned + Default>(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<(T, i32)> {
    let row = row::Entity::find_by_id(key).one(db).await?;
    row.map_or_else(|| Ok((T::default(), 0)), |row| Ok((serde_json::from_str(&row.value)?, row.version)))
}

/// Puts down what was decided under a key, in this version, with its line in the journal.
pub(crate) async fn decide<T: Serialize>(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    (key, version): (&str, i32),
    decided: &T,
    fields: Vec<FieldChange>,
) -> Result<()> {
    put(db, key, decided, version).await?;
    let line = Line {
        deed,
        subject: Subject::Setting,
        id: key.to_owned(),
        title: "",
        fields,
        reason: "",
        version: Some(version),
    };
    journal::write(db, desk, line).await
}

pub(crate) async fn put<T: Serialize>(
    db: &impl ConnectionTrait,
    key: &str,
    value: &T,
    version: i32,
) -> Result<()> {
    row::Entity::insert(row::ActiveModel {
        key: Set(key.to_owned()),
        value: Set(serde_json::to_string(value)?),
        basis: Set(String::new()),
        version: Set(version),
    })
    .on_conflict(
        OnConflict::column(row::Column::Key)
            .update_columns([row::Column::Value, row::Column::Version])
            .to_owned(),
    )
    .exec_without_returning(db)
    .await?;
    Ok(())
}
