//! Accounts: who may sign in, as what. For administrators only.

use super::session::end_all;
use super::table::account;
use super::{DEMO_PASSWORD, password};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::people::{
    self,
    table::{person, unit},
};
use crate::setting;
use domain::access::{Account, AccountDraft};
use domain::journal::{FieldChange, Subject};
use domain::{AccountId, Deed, Issue, Problem, Refusal, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

/// All accounts.
///
/// # Errors
/// Refused without [`Deed::ManageAccounts`].
pub async fn list_accounts(desk: &Desk) -> Result<Vec<Account>> {
    desk.may(Deed::ManageAccounts)?;
    let rows = account::Entity::find().order_by_asc(account::Column::Email).all(desk.db()).await?;
    Ok(rows.into_iter().map(Account::from).collect())
}

/// Creates an account (`id` is `None`) or changes one. A new password ends the
/// account's sessions.
///
/// # Errors
/// Refused without [`Deed::ManageAccounts`], with issues by field, or stale. The last
/// active administrator keeps that role.
pub async fn save_account(
    desk: &Desk,
    id: Option<AccountId>,
    seen: i32,
    draft: AccountDraft,
) -> Result<Account> {
    desk.may(Deed::ManageAccounts)?;
    let plan = draft.check(id.is_none())?;
    if plan.password.as_deref() == Some(DEMO_PASSWORD) && !setting::is_demo(&desk.office).await? {
        return Err(Refusal::field("password", Problem::Taken).into());
    }
    let hash = match plan.password.clone() {
        Some(new) => Some(password::hash(new).await?),
        None => None,
    };

    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = match id {
        Some(id) => Some(account::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?),
        None => None,
    };
    if let Some(old) = &old {
        journal::not_stale(db, Subject::Account, old.id, seen, old.version).await?;
    }
    let taken = account::Entity::find().filter(account::Column::Email.eq(&plan.email)).one(db).await?;
    if taken.is_some_and(|t| Some(t.id) != id.map(|i| i.0)) {
        return Err(vec![Issue::new("email", Problem::Taken)].into());
    }

    let mut issues = Vec::new();
    if let Some(unit) = plan.unit
        && unit::Entity::find_by_id(unit.0).one(db).await?.is_none()
    {
        issues.push(Issue::new("unit", Problem::Unknown));
    }
    if let Some(person) = plan.person
        && person::Entity::find_by_id(person.0).one(db).await?.is_none()
    {
        issues.push(Issue::new("person", Problem::Unknown));
    }
    if let Some(old) = &old
        && !plan.roles.contains(&Role::Administrator)
        && is_last_administrator(db, old).await?
    {
        issues.push(Issue::new("roles", Problem::LastAdministrator));
    }
    if !issues.is_empty() {
        return Err(issues.into());
    }

    let mut row = account::ActiveModel {
        email: Set(plan.email.clone()),
        name: Set(plan.name.clone()),
        roles: Set(account::codes(&plan.roles)),
        unit_id: Set(plan.unit.map(|u| u.0)),
        person_id: Set(plan.person.map(|p| p.0)),
        version: Set(old.as_ref().map_or(1, |o| o.version + 1)),
        ..Default::default()
    };
    let new_password = hash.is_some();
    if let Some(hash) = hash {
        row.password_hash = Set(hash);
        row.opens_with_demo = Set(Some(plan.password.as_deref() == Some(DEMO_PASSWORD)));
    }
    let saved = match &old {
        Some(old) => {
            row.id = Set(old.id);
            let saved = row.update(db).await?;
            if new_password {
                end_all(db, saved.id).await?;
            }
            saved
        }
        None => account::Entity::insert(row).exec_with_returning(db).await?,
    };

    let was = old.as_ref();
    let text = |v: Option<&String>| v.cloned().unwrap_or_default();
    let number = |v: Option<i64>| v.map(|v| v.to_string()).unwrap_or_default();
    let secret = if new_password { "•••" } else { "" };
    let fields = [
        FieldChange::between("email", text(was.map(|o| &o.email)), saved.email.clone()),
        FieldChange::between("name", text(was.map(|o| &o.name)), saved.name.clone()),
        FieldChange::between("roles", text(was.map(|o| &o.roles)), saved.roles.clone()),
        FieldChange::between("unit", number(was.and_then(|o| o.unit_id)), number(saved.unit_id)),
        FieldChange::between("person", number(was.and_then(|o| o.person_id)), number(saved.person_id)),
        FieldChange::between("password", String::new(), secret.to_owned()),
    ];
    line(db, desk, "access.save_account", &saved, fields.into_iter().flatten().collect()).await?;
    writing.commit().await?;
    Ok(saved.into())
}

/// Locks an account and ends its sessions.
///
/// # Errors
/// Refused without [`Deed::ManageAccounts`]; nobody locks their own account, and the
/// last active administrator stays.
pub async fn lock_account(desk: &Desk, id: AccountId) -> Result<Account> {
    if desk.actor.account == Some(id) {
        return Err(Refusal::NotYours.into());
    }
    set_lock(desk, id, true).await
}

/// Opens a locked account again.
///
/// # Errors
/// Refused without [`Deed::ManageAccounts`].
pub async fn unlock_account(desk: &Desk, id: AccountId) -> Result<Account> {
    set_lock(desk, id, false).await
}

/// Gives an account a new password and ends its sessions.
///
/// # Errors
/// Refused without [`Deed::ManageAccounts`], or for a weak password.
pub async fn reset_password(desk: &Desk, id: AccountId, new: &str) -> Result<Account> {
    desk.may(Deed::ManageAccounts)?;
    let known = account::Entity::find_by_id(id.0).one(desk.db()).await?.ok_or(Refusal::NotFound)?;
    domain::access::password(new, &known.email).map_err(|problem| Refusal::field("password", problem))?;
    if new == DEMO_PASSWORD && !setting::is_demo(&desk.office).await? {
        return Err(Refusal::field("password", Problem::Taken).into());
    }
    let hash = password::hash(new.to_owned()).await?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let row = account::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.password_hash = Set(hash);
    row.opens_with_demo = Set(Some(new == DEMO_PASSWORD));
    row.version = Set(version);
    let saved = row.update(db).await?;
    end_all(db, saved.id).await?;
    let fields = FieldChange::between("password", String::new(), "•••".into());
    line(db, desk, "access.reset_password", &saved, fields.into_iter().collect()).await?;
    writing.commit().await?;
    Ok(saved.into())
}

async fn set_lock(desk: &Desk, id: AccountId, locked: bool) -> Result<Account> {
    desk.may(Deed::ManageAccounts)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let row = account::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    if locked && is_last_administrator(db, &row).await? {
        return Err(Refusal::field("locked", Problem::LastAdministrator).into());
    }
    let was = row.locked_at.is_some();
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.locked_at = Set(locked.then_some(desk.now));
    row.version = Set(version);
    let saved = row.update(db).await?;
    if locked {
        end_all(db, saved.id).await?;
    }
    let deed = if locked { "access.lock_account" } else { "access.unlock_account" };
    let fields = FieldChange::between("locked", was.to_string(), locked.to_string());
    line(db, desk, deed, &saved, fields.into_iter().collect()).await?;
    writing.commit().await?;
    Ok(saved.into())
}

/// Whether nobody else could look after the accounts. Writers of accounts wait for each
/// other, so that two cannot lock one another out.
async fn is_last_administrator(db: &impl ConnectionTrait, row: &account::Model) -> Result<bool> {
    let is_active = |row: &account::Model| {
        row.locked_at.is_none() && account::roles(&row.roles).contains(&Role::Administrator)
    };
    if !is_active(row) {
        return Ok(false);
    }
    let others = account::Entity::find()
        .filter(account::Column::Id.ne(row.id))
        .filter(account::Column::LockedAt.is_null())
        .all(db)
        .await?;
    Ok(!others.iter().any(is_active))
}

async fn line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    saved: &account::Model,
    fields: Vec<FieldChange>,
) -> Result<()> {
    let line = Line {
        deed,
        subject: Subject::Account,
        id: saved.id.to_string(),
        title: &saved.email,
        fields: people::named(db, fields).await?,
        reason: "",
        version: Some(saved.version),
    };
    journal::write(db, desk, line).await
}
