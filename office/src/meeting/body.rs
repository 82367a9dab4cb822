//! Bodies that meet, with their members. Nothing is deleted: a body ends.

use super::names::Names;
use super::read;
use super::table::{body, member};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use domain::journal::{FieldChange, Subject};
use domain::meeting::{Body, BodyDraft};
use domain::{BodyId, Deed, Problem, Refusal};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

/// Adds a body (`id` is `None`) or changes one; to end it is to give it a last day.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`], with issues by field, or stale.
pub async fn save_body(desk: &Desk, id: Option<BodyId>, seen: i32, draft: BodyDraft) -> Result<Body> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let all = read::bodies(db, &names).await?;
    let old = match id {
        Some(id) => Some(all.iter().find(|body| body.id == id).ok_or(Refusal::NotFound)?),
        None => None,
    };
    if let Some(old) = old {
        journal::not_stale(db, Subject::Body, old.id, seen, old.version).await?;
    }
    let checked = draft.check(id, &names.offer(desk.today()))?;
    // A body that has ended keeps its name.
    if all.iter().any(|other| Some(other.id) != id && other.name == checked.name) {
        return Err(Refusal::field("name", Problem::Taken).into());
    }

    let mut row = body::ActiveModel {
        name: Set(checked.name.clone()),
        kind: Set(checked.kind.code().to_owned()),
        chair_id: Set(checked.chair.map(|chair| chair.0)),
        unit_id: Set(checked.unit.map(|unit| unit.0)),
        secretary_id: Set(checked.secretary.map(|person| person.0)),
        basis: Set(checked.basis.clone()),
        valid_from: Set(checked.valid.from),
        valid_to: Set(checked.valid.to),
        version: Set(old.map_or(1, |old| old.version + 1)),
        ..Default::default()
    };
    let row = match id {
        Some(id) => {
            row.id = Set(id.0);
            row.update(db).await?
        }
        None => body::Entity::insert(row).exec_with_returning(db).await?,
    };
    member::Entity::delete_many().filter(member::Column::BodyId.eq(row.id)).exec(db).await?;
    if !checked.members.is_empty() {
        let members = checked.members.iter().map(|known| member::ActiveModel {
            body_id: Set(row.id),
            person_id: Set(known.person.0),
            votes: Set(known.votes),
        });
        member::Entity::insert_many(members).exec_without_returning(db).await?;
    }

    let saved = Body { id: row.id.into(), version: row.version, ..checked };
    let fields = FieldChange::all(old.map(described).unwrap_or_default(), described(&saved));
    let line = Line {
        deed: "meeting.save_body",
        subject: Subject::Body,
        id: saved.id.to_string(),
        title: &saved.name,
        fields,
        reason: "",
        version: Some(saved.version),
    };
    journal::write(db, desk, line).await?;
    writing.commit().await?;
    Ok(saved)
}

fn described(body: &Body) -> Vec<(&'static str, String)> {
    let names = |votes: bool| {
        let members = body.members.iter().filter(move |member| !votes || member.votes);
        members.map(|member| member.name.as_str()).collect::<Vec<_>>().join("; ")
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        ("name", body.name.clone()),
        ("kind", body.kind.code().to_owned()),
        ("chair", body.chair_name.clone()),
        ("unit", body.unit_name.clone()),
        ("secretary", body.secretary_name.clone()),
        ("basis", body.basis.clone()),
        ("members", names(false)),
        ("voters", names(true)),
        ("from", day(body.valid.from)),
        ("to", day(body.valid.to)),
    ]
}
