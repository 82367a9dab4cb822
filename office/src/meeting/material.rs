//! Materials: lines that say which unit owes which paper by when, arranged by the Office
//! in the order of the agenda. What was done about one is in `material/chase.rs`, who may
//! see it in `material/circle.rs`, its files in the room `file`.

mod chase;
mod circle;
mod note;
mod owed;
mod read;
mod table;

pub use chase::{close_material, note_received, remind_material};
pub use note::note_privately;
pub(crate) use owed::owed;
pub use read::{Archive, archive, pack, papers};
pub(crate) use read::{Found, found};
pub(super) use read::{missing, near, packed};

use super::item::Arranging;
use super::line::{keep, write};
use super::names::Names;
use super::rule::Measure;
use super::table::meeting;
use crate::desk::Desk;
use crate::failure::Result;
use domain::calendar::spoken;
use domain::journal::FieldChange;
use domain::meeting::{Material, MaterialDraft, Meeting, Shift, shifted_within};
use domain::words::vietnam;
use domain::{Deed, ItemId, MaterialId, MeetingId, Problem, Refusal};
use read::{materials, of_meetings};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use table::{columns, material as row};

/// Adds a line: a unit owes a paper.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn add_material(desk: &Desk, id: MeetingId, seen: i32, draft: MaterialDraft) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    let db = &open.writing.tx;
    let (item, plan) = draft.check(&open.names.offer(desk.today()).units, &open.agenda)?;

    let last = of_meetings(db, &[id]).await?.iter().map(|row| row.place).max().unwrap_or(0);
    let new = row::ActiveModel {
        meeting_id: Set(id.0),
        place: Set(last + 1),
        noted_by: Set(String::new()),
        noted: Set(String::new()),
        closed_by: Set(String::new()),
        ..columns(item, &plan)
    };
    let new = row::Entity::insert(new).exec_with_returning(db).await?;
    let after = one(desk, db, &open.names, new.id.into()).await?;
    close(desk, open, "meeting.add_material", [None, Some(&after)]).await
}

/// Changes a line.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn change_material(
    desk: &Desk,
    id: MaterialId,
    seen: i32,
    draft: MaterialDraft,
) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, meeting_of(desk, id).await?, seen).await?;
    let before = one(desk, &open.writing.tx, &open.names, id).await?;
    let mut units = open.names.offer(desk.today()).units;
    // A unit that has ended meanwhile still owes what it owed.
    units.push((before.plan.unit, before.unit_name.clone()));
    let (item, plan) = draft.check(&units, &open.agenda)?;

    change(&open.writing.tx, id, columns(item, &plan)).await?;
    let after = one(desk, &open.writing.tx, &open.names, id).await?;
    close(desk, open, "meeting.change_material", [Some(&before), Some(&after)]).await
}

/// Moves a line among those of its item.
///
/// # Errors
/// Refused by rights or state, or stale.
pub async fn move_material(desk: &Desk, id: MaterialId, seen: i32, shift: Shift) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, meeting_of(desk, id).await?, seen).await?;
    let db = &open.writing.tx;
    let rows = of_meetings(db, &[open.meeting.id]).await?;
    let places: Vec<i32> = rows.iter().map(|row| row.place).collect();
    let all = materials(desk, db, &open.names, &Measure::read(db).await?, rows).await?;
    let Some(order) = shifted_within(&all, id, shift) else { return Ok(open.meeting) };
    let beside = all.iter().zip(places).filter(|(material, _)| order.contains(&material.id));
    for (id, (_, place)) in order.iter().zip(beside) {
        change(db, *id, row::ActiveModel { place: Set(place), ..Default::default() }).await?;
    }
    close(desk, open, "meeting.move_material", [None, None]).await
}

/// Takes a line away that nothing has come for.
///
/// # Errors
/// Refused by rights or state, [`Problem::HasFiles`] once its file has come, or stale.
pub async fn remove_material(desk: &Desk, id: MaterialId, seen: i32) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, meeting_of(desk, id).await?, seen).await?;
    let before = one(desk, &open.writing.tx, &open.names, id).await?;
    if !before.files.is_empty() {
        return Err(Refusal::field("material", Problem::HasFiles).into());
    }
    row::Entity::delete_by_id(id.0).exec(&open.writing.tx).await?;
    close(desk, open, "meeting.remove_material", [Some(&before), None]).await
}

/// The item leaves the agenda: its materials stay with the meeting as a whole.
pub(super) async fn loosen(db: &impl ConnectionTrait, item: ItemId) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { item_id: Set(None), ..Default::default() })
        .filter(row::Column::ItemId.eq(item.0))
        .exec(db)
        .await?;
    Ok(())
}

async fn meeting_of(desk: &Desk, id: MaterialId) -> Result<MeetingId> {
    let row = row::Entity::find_by_id(id.0).one(desk.db()).await?.ok_or(Refusal::NotFound)?;
    Ok(row.meeting_id.into())
}

async fn one(desk: &Desk, db: &impl ConnectionTrait, names: &Names, id: MaterialId) -> Result<Material> {
    let row = row::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let mut found = materials(desk, db, names, &Measure::read(db).await?, vec![row]).await?;
    Ok(found.pop().ok_or(Refusal::NotFound)?)
}

async fn change(db: &impl ConnectionTrait, id: MaterialId, new: row::ActiveModel) -> Result<()> {
    row::Entity::update_many().set(new).filter(row::Column::Id.eq(id.0)).exec(db).await?;
    Ok(())
}

/// Keeps what was arranged, as one version of the meeting and one line of its journal.
async fn close(
    desk: &Desk,
    open: Arranging,
    deed: &str,
    [before, after]: [Option<&Material>; 2],
) -> Result<Meeting> {
    let db = &open.writing.tx;
    keep(db, &open.meeting, meeting::ActiveModel::default()).await?;
    let meeting = Meeting { version: open.meeting.version + 1, ..open.meeting };
    let described = |material: Option<&Material>| material.map(described).unwrap_or_default();
    let fields = FieldChange::all(described(before), described(after));
    write(db, desk, deed, &meeting, fields, "").await?;
    open.writing.commit().await?;
    Ok(meeting)
}

fn described(material: &Material) -> Vec<(&'static str, String)> {
    let plan = &material.plan;
    let due = plan.due.map(|due| due.with_timezone(&vietnam()).naive_local());
    let due = due.map(|at| format!(", {} {}", spoken::time(at.time()), spoken::date(at.date())));
    vec![
        ("material", format!("{} ({}{})", plan.title, material.unit_name, due.unwrap_or_default())),
        ("access", plan.access.code().to_owned()),
        ("material_note", plan.note.clone()),
    ]
}
