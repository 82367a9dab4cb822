//! Templates of a week: saved from what was chosen of a week, renamed, deleted. Weeks
//! that began with one stay as they are.

use super::book::Book;
use super::calendar::entries;
use super::table::template;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use domain::calendar::week::IsoWeek;
use domain::journal::{FieldChange, Subject};
use domain::schedule::Template;
use domain::schedule::start::again;
use domain::{Deed, EntryId, Problem, Refusal, TemplateId, text};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait as _, QueryFilter, QueryOrder,
};

/// The longest name.
const NAME: usize = 200;

/// All templates, by name.
///
/// # Errors
/// Refused without [`Deed::EditEntry`].
pub async fn list_templates(desk: &Desk) -> Result<Vec<Template>> {
    desk.may(Deed::EditEntry)?;
    let rows = template::Entity::find().order_by_asc(template::Column::Name).all(desk.db()).await?;
    rows.into_iter().map(read).collect()
}

/// Saves chosen entries of a week under a name.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], without a name of its own or without entries of
/// the week.
pub async fn save_template(desk: &Desk, iso: IsoWeek, chosen: &[EntryId], name: &str) -> Result<Template> {
    desk.may(Deed::EditEntry)?;
    let name = checked(name)?;
    if chosen.is_empty() {
        return Err(Refusal::field("take", Problem::Required).into());
    }

    let writing = desk.write_week(iso).await?;
    let db = &writing.tx;
    let book = Book::open(&desk.office, db).await?;
    let of_week = entries(db, &book, iso.monday(), iso.sunday()).await?;
    if chosen.iter().any(|id| of_week.iter().all(|entry| entry.id != *id)) {
        return Err(Refusal::field("take", Problem::Unknown).into());
    }
    is_free(db, &name, None).await?;
    let kept: Vec<_> =
        of_week.iter().filter(|e| chosen.contains(&e.id)).map(|e| again(&e.plan, iso)).collect();

    let row = template::Entity::insert(template::ActiveModel {
        name: Set(name),
        entries: Set(serde_json::to_string(&kept)?),
        made_by: Set(desk.actor.name.clone()),
        made_at: Set(desk.now),
        version: Set(1),
        ..Default::default()
    })
    .exec_with_returning(db)
    .await?;
    let saved = read(row)?;
    let fields = [
        FieldChange::between("name", String::new(), saved.name.clone()),
        FieldChange::between("source", String::new(), iso.to_string()),
        FieldChange::between("entries", String::new(), kept.len().to_string()),
    ];
    line(db, desk, "schedule.save_template", &saved, fields.into_iter().flatten().collect()).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Gives a template another name.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], without a name of its own, or stale.
pub async fn rename_template(desk: &Desk, id: TemplateId, seen: i32, name: &str) -> Result<Template> {
    desk.may(Deed::EditEntry)?;
    let name = checked(name)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = one(db, id, seen).await?;
    if old.name == name {
        return Ok(old);
    }
    is_free(db, &name, Some(id)).await?;

    let renamed = Template { name, version: old.version + 1, ..old.clone() };
    template::Entity::update_many()
        .set(template::ActiveModel {
            name: Set(renamed.name.clone()),
            version: Set(renamed.version),
            ..Default::default()
        })
        .filter(template::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    let fields = FieldChange::between("name", old.name, renamed.name.clone());
    line(db, desk, "schedule.rename_template", &renamed, fields.into_iter().collect()).await?;
    writing.commit().await?;
    Ok(renamed)
}

/// Takes a template away.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], or stale.
pub async fn delete_template(desk: &Desk, id: TemplateId, seen: i32) -> Result<()> {
    desk.may(Deed::EditEntry)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let old = one(db, id, seen).await?;

    template::Entity::delete_by_id(id.0).exec(db).await?;
    let fields = FieldChange::between("name", old.name.clone(), String::new());
    let gone = Template { version: old.version + 1, ..old };
    line(db, desk, "schedule.delete_template", &gone, fields.into_iter().collect()).await?;
    writing.commit().await
}

/// A template out of its row.
pub(super) fn read(row: template::Model) -> Result<Template> {
    Ok(Template {
        id: row.id.into(),
        name: row.name,
        entries: serde_json::from_str(&row.entries)?,
        by: row.made_by,
        at: row.made_at,
        version: row.version,
    })
}

async fn one(db: &impl ConnectionTrait, id: TemplateId, seen: i32) -> Result<Template> {
    let row = template::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    journal::not_stale(db, Subject::Template, id, seen, row.version).await?;
    read(row)
}

fn checked(name: &str) -> std::result::Result<String, Refusal> {
    let name = text::line(name, NAME).map_err(|p| Refusal::field("template_name", p))?;
    if name.is_empty() { Err(Refusal::field("template_name", Problem::Required)) } else { Ok(name) }
}

async fn is_free(db: &impl ConnectionTrait, name: &str, this: Option<TemplateId>) -> Result<()> {
    let mut others = template::Entity::find().filter(template::Column::Name.eq(name));
    if let Some(this) = this {
        others = others.filter(template::Column::Id.ne(this.0));
    }
    match others.count(db).await? {
        0 => Ok(()),
        _ => Err(Refusal::field("template_name", Problem::Taken).into()),
    }
}

async fn line(
    db: &impl ConnectionTrait,
    desk: &Desk,
    deed: &str,
    template: &Template,
    fields: Vec<FieldChange>,
) -> Result<()> {
    let line = Line {
        deed,
        subject: Subject::Template,
        id: template.id.to_string(),
        title: &template.name,
        fields,
        reason: "",
        version: Some(template.version),
    };
    journal::write(db, desk, line).await
}
