//! What is done about one material: the unit was asked again, the paper came another way,
//! it is closed to its readers after the meeting and opened again.

use super::change;
use super::read::{Found, found};
use super::table::{chase, material};
use crate::desk::Desk;
use crate::failure::Result;
use crate::meeting::line::write;
use crate::store::Tx;
use domain::journal::FieldChange;
use domain::meeting::Material;
use domain::{Deed, MaterialId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

/// Notes that the unit was asked again for what it owes.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`], or when it has come.
pub async fn remind_material(desk: &Desk, id: MaterialId, words: &str) -> Result<Material> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let known = found(desk, db, id).await?;
    if !known.material.is_owed() {
        return Err(Refusal::field("chase", Problem::Taken).into());
    }
    let words = text::reason("chase", words, false)?;
    chase::Entity::insert(chase::ActiveModel {
        material_id: Set(id.0),
        chased_by: Set(desk.actor.name.clone()),
        chased_at: Set(desk.now),
        words: Set(words.clone()),
        ..Default::default()
    })
    .exec_without_returning(db)
    .await?;
    let said = FieldChange::between("chase", String::new(), words);
    told(db, desk, "meeting.remind_material", &known, said).await?;
    let after = found(desk, db, id).await?.material;
    writing.commit().await?;
    Ok(after)
}

/// Notes that it came another way: on paper, or through the document system.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`], without words, or when it has come.
pub async fn note_received(desk: &Desk, id: MaterialId, words: &str) -> Result<Material> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let known = found(desk, db, id).await?;
    if !known.material.is_owed() {
        return Err(Refusal::field("received", Problem::Taken).into());
    }
    let words = text::reason("received", words, true)?;
    let row = material::ActiveModel {
        noted_by: Set(desk.actor.name.clone()),
        noted_at: Set(Some(desk.now)),
        noted: Set(words.clone()),
        ..Default::default()
    };
    change(db, id, row).await?;
    let said = FieldChange::between("received", String::new(), words);
    told(db, desk, "meeting.note_received", &known, said).await?;
    let after = found(desk, db, id).await?.material;
    writing.commit().await?;
    Ok(after)
}

/// Closes it to its readers from the day of the meeting on, or opens it again: then only
/// its unit and the Office find it.
///
/// # Errors
/// [`Refusal::NotFound`] for whoever may not know of it, [`Refusal::NotYours`] for a
/// reader, [`Refusal::WrongMeetingState`] before the day.
pub async fn close_material(desk: &Desk, id: MaterialId, closed: bool) -> Result<Material> {
    desk.may(Deed::ReadMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let known = found(desk, db, id).await?;
    known.material.may_close(&desk.actor, known.meeting.state, known.meeting.day(), desk.today())?;
    if known.material.closed.is_some() == closed {
        return Ok(known.material);
    }
    let row = material::ActiveModel {
        closed_by: Set(if closed { desk.actor.name.clone() } else { String::new() }),
        closed_at: Set(closed.then_some(desk.now)),
        ..Default::default()
    };
    change(db, id, row).await?;
    let said = FieldChange::between("closed", (!closed).to_string(), closed.to_string());
    let deed = if closed { "meeting.close_material" } else { "meeting.open_material" };
    told(db, desk, deed, &known, said).await?;
    let after = found(desk, db, id).await?.material;
    writing.commit().await?;
    Ok(after)
}

/// A line of the journal of the meeting that names the material.
async fn told(db: &Tx, desk: &Desk, deed: &str, known: &Found, said: Option<FieldChange>) -> Result<()> {
    let Found { material, meeting } = known;
    let name = format!("{} ({})", material.plan.title, material.unit_name);
    let fields = FieldChange::between("material", String::new(), name).into_iter().chain(said).collect();
    write(db, desk, deed, meeting, fields, "").await
}
