//! The agenda of a meeting: what is added, changed, moved, taken off, carried on, until
//! it is closed. What comes then goes to the supplementary list and says why.

use super::item::{Arranging, change, next_place, put_in_order};
use super::line::{agenda_line, keep};
use super::names::Names;
use super::read;
use super::table::{item, item_columns, meeting};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::live::Told;
use crate::store::Tx;
use domain::journal::Subject;
use domain::meeting::{Item, ItemDraft, ItemState, Meeting, Shift, shifted};
use domain::{Deed, ItemId, MeetingId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

/// Adds an item of the Office. Once the agenda is closed, a reason is owed.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn add_item(desk: &Desk, id: MeetingId, seen: i32, draft: ItemDraft, why: &str) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    let db = &open.writing.tx;
    let late = late(&open.meeting, why)?;
    let plan = draft.check(&open.names.offer(desk.today()))?;

    let row = item::ActiveModel {
        meeting_id: Set(Some(id.0)),
        body_id: Set(open.meeting.proposal.body.map(|body| body.0)),
        place: Set(next_place(db, id).await?),
        state: Set(ItemState::Placed.code().to_owned()),
        supplement: Set(late.clone()),
        ..item_columns(&plan)
    };
    item::Entity::insert(row).exec_without_returning(db).await?;
    open.close(desk, "meeting.add_item", &late.unwrap_or_default()).await
}

/// Changes an item of an agenda.
///
/// # Errors
/// Refused by rights or state, by a closed agenda, with issues by field, or stale.
pub async fn change_item(
    desk: &Desk,
    id: MeetingId,
    seen: i32,
    item: ItemId,
    draft: ItemDraft,
) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    open.item(desk, item)?;
    let plan = draft.check(&open.names.offer(desk.today()))?;
    change(&open.writing.tx, item, item_columns(&plan)).await?;
    open.close(desk, "meeting.change_item", "").await
}

/// Moves an item up, down or to a place.
///
/// # Errors
/// Refused by rights or state, by a closed agenda, or stale.
pub async fn move_item(desk: &Desk, id: MeetingId, seen: i32, item: ItemId, shift: Shift) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    open.item(desk, item)?;
    let Some(agenda) = shifted(&open.agenda, item, shift) else { return Ok(open.meeting) };
    put_in_order(&open.writing.tx, &agenda).await?;
    open.close(desk, "meeting.move_item", "").await
}

/// Takes an item off: one that a unit proposed goes back into the backlog.
///
/// # Errors
/// Refused by rights or state, by a closed agenda, for an item that was carried on, or stale.
pub async fn remove_item(desk: &Desk, id: MeetingId, seen: i32, item: ItemId) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    let known = open.item(desk, item)?;
    if known.state == ItemState::Carried {
        return Err(Refusal::WrongItemState { state: known.state }.into());
    }
    super::material::loosen(&open.writing.tx, item).await?;
    if known.unit.is_some() {
        let row = item::ActiveModel {
            meeting_id: Set(None),
            supplement: Set(None),
            state: Set(ItemState::Accepted.code().to_owned()),
            version: Set(known.version + 1),
            ..Default::default()
        };
        change(&open.writing.tx, item, row).await?;
        tell_others(&open.writing.tx, known);
    } else {
        item::Entity::delete_by_id(item.0).exec(&open.writing.tx).await?;
    }
    open.close(desk, "meeting.remove_item", "").await
}

/// Puts an accepted item of the backlog on the agenda of a meeting of its body.
///
/// # Errors
/// Refused by rights or state, without a reason once the agenda is closed, or stale.
pub async fn place_item(desk: &Desk, id: MeetingId, seen: i32, item: ItemId, why: &str) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    let db = &open.writing.tx;
    let late = late(&open.meeting, why)?;
    let row = item::Entity::find_by_id(item.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let known = read::items(db, &open.names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?;
    if known.state != ItemState::Accepted {
        return Err(Refusal::WrongItemState { state: known.state }.into());
    }
    if known.body.is_none() || known.body != open.meeting.proposal.body {
        return Err(Refusal::field("body", Problem::Unknown).into());
    }
    let row = item::ActiveModel {
        meeting_id: Set(Some(id.0)),
        place: Set(next_place(db, id).await?),
        state: Set(ItemState::Placed.code().to_owned()),
        supplement: Set(late.clone()),
        version: Set(known.version + 1),
        ..Default::default()
    };
    change(db, item, row).await?;
    tell_others(db, &known);
    open.close(desk, "meeting.place_item", &late.unwrap_or_default()).await
}

/// Carries an item to another meeting that is being prepared; on the agenda where it
/// stood it stays with a mark, and its history goes along.
///
/// # Errors
/// Refused by rights or state, without a reason, or stale.
pub async fn carry_item(
    desk: &Desk,
    id: MeetingId,
    seen: i32,
    item: ItemId,
    to: MeetingId,
    why: &str,
) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let why = text::reason("reason", why, true)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let from = read::one(db, &names, id).await?;
    if !from.state.is_on_board() {
        return Err(Refusal::WrongMeetingState { state: from.state }.into());
    }
    journal::not_stale(db, Subject::Meeting, from.id, seen, from.version).await?;
    let next = read::one(db, &names, to).await.map_err(|_| Refusal::field("to_meeting", Problem::Unknown))?;
    next.may_add(&desk.actor)?;
    if to == id || next.proposal.body != from.proposal.body {
        return Err(Refusal::field("to_meeting", Problem::Unknown).into());
    }
    let before = [read::agenda(db, &names, id).await?, read::agenda(db, &names, to).await?];
    let known = before[0].iter().find(|known| known.id == item).ok_or(Refusal::NotFound)?;
    if known.state != ItemState::Placed {
        return Err(Refusal::WrongItemState { state: known.state }.into());
    }

    let carried = ItemState::Carried.code().to_owned();
    let mark = item::ActiveModel { state: Set(carried), reason: Set(why.clone()), ..Default::default() };
    change(db, item, mark).await?;
    let row = item::ActiveModel {
        meeting_id: Set(Some(to.0)),
        body_id: Set(known.body.map(|body| body.0)),
        unit_id: Set(known.unit.map(|unit| unit.0)),
        place: Set(next_place(db, to).await?),
        state: Set(ItemState::Placed.code().to_owned()),
        supplement: Set(next.frozen.as_ref().map(|_| why.clone())),
        head: Set(known.head.clone()),
        head_on: Set(known.head_on),
        head_by: Set(known.head_by.clone()),
        carried_from_id: Set(Some(item.0)),
        ..item_columns(&known.plan)
    };
    item::Entity::insert(row).exec_without_returning(db).await?;

    let mut changed = from.clone();
    for (meeting, before) in [(&from, &before[0]), (&next, &before[1])] {
        keep(db, meeting, meeting::ActiveModel::default()).await?;
        let after = Meeting { version: meeting.version + 1, ..meeting.clone() };
        let agenda = read::agenda(db, &names, meeting.id).await?;
        agenda_line(db, desk, "meeting.carry_item", &after, [before, &agenda], &why).await?;
        if meeting.id == id {
            changed = after;
        }
    }
    writing.commit().await?;
    Ok(changed)
}

/// Closes the agenda: from now on it only grows by a supplementary list.
///
/// # Errors
/// Refused by rights or state, when there is nothing on it, or stale.
pub async fn freeze_agenda(desk: &Desk, id: MeetingId, seen: i32) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    open.meeting.may_arrange(&desk.actor)?;
    if open.agenda.is_empty() {
        return Err(Refusal::field("agenda", Problem::Required).into());
    }
    let row = meeting::ActiveModel {
        frozen_by: Set(desk.actor.name.clone()),
        frozen_at: Set(Some(desk.now)),
        ..Default::default()
    };
    let db = &open.writing.tx;
    keep(db, &open.meeting, row).await?;
    let meeting = read::one(db, &open.names, id).await?;
    agenda_line(db, desk, "meeting.freeze_agenda", &meeting, [&[], &open.agenda], "").await?;
    open.writing.commit().await?;
    Ok(meeting)
}

/// The other meetings of the body see what waits for it, too.
fn tell_others(db: &Tx, item: &Item) {
    if let Some(body) = item.body {
        db.tell(Told::Body(body));
    }
}

/// Why something comes now: owed once the agenda is closed.
fn late(meeting: &Meeting, why: &str) -> std::result::Result<Option<String>, Refusal> {
    if meeting.frozen.is_none() {
        return Ok(None);
    }
    text::reason("supplement", why, true).map(Some)
}
