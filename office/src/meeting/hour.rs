//! Real hours on the day of a meeting: an item begins, it ends, an hour is typed or taken
//! back; and the agenda by its hours for everybody who takes part.

use super::invite::own_items;
use super::item::change;
use super::line::{keep, write};
use super::material::near;
use super::names::Names;
use super::read;
use super::table::{item, meeting};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::store::Writing;
use chrono::{DateTime, Utc};
use domain::calendar::spoken;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{Course, Item, ItemState, Meeting, Near, RealHours, RealHoursDraft};
use domain::words::vietnam;
use domain::{Actor, Deed, ItemId, MeetingId, Problem, Refusal};
use sea_orm::ActiveValue::Set;

/// An item begins now; whatever was on is over with that. One that began already stays.
///
/// # Errors
/// Refused by rights, state or day, or stale.
pub async fn begin_item(desk: &Desk, id: MeetingId, seen: i32, item: ItemId) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Noting::open(desk, id, seen, item, true).await?;
    if open.item.real.began.is_some() {
        return Ok(open.meeting);
    }
    let real = RealHours { began: Some(desk.now), ended: None };
    open.close(desk, "meeting.begin_item", real).await
}

/// An item is over now. One that ended already stays.
///
/// # Errors
/// Refused by rights, state or day, for an item that did not begin, or stale.
pub async fn end_item(desk: &Desk, id: MeetingId, seen: i32, item: ItemId) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Noting::open(desk, id, seen, item, true).await?;
    let known = open.item.real;
    if known.began.is_none() {
        return Err(Refusal::field("began", Problem::Required).into());
    }
    if known.ended.is_some() {
        return Ok(open.meeting);
    }
    open.close(desk, "meeting.end_item", RealHours { ended: Some(desk.now), ..known }).await
}

/// Keeps hours as they were typed; empty fields take them back. What was forgotten can
/// be added until the meeting is concluded.
///
/// # Errors
/// Refused by rights, state or day, with issues by field, or stale.
pub async fn note_hours(
    desk: &Desk,
    id: MeetingId,
    seen: i32,
    item: ItemId,
    draft: RealHoursDraft,
) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Noting::open(desk, id, seen, item, false).await?;
    let known = open.item.real;
    let real = draft.check(known, open.meeting.day(), desk.local_now())?;
    if real == known {
        return Ok(open.meeting);
    }
    open.close(desk, "meeting.note_hours", real).await
}

/// The agenda by its hours, with the items of the person or of the unit that the person
/// speaks for.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`]; [`Refusal::NotFound`] for whoever takes no part.
pub async fn course(desk: &Desk, id: MeetingId) -> Result<Course> {
    desk.may(Deed::ReadMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, id).await?;
    if near(desk, db, &names, &meeting).await? == Near::Nobody {
        return Err(Refusal::NotFound.into());
    }
    let agenda = read::agenda(db, &names, id).await?;
    let invited = own_items(db, &desk.actor, id).await?;
    let is_own = |item: &Item| presents(item, &desk.actor) || invited.contains(&item.id);
    Ok(Course::of(&meeting, &agenda, desk.today(), is_own))
}

/// Whether an item is the person's, or that of the unit that the person speaks for.
fn presents(item: &Item, actor: &Actor) -> bool {
    let unit = actor.speaks_for();
    let of_unit = unit.is_some() && (item.plan.unit == unit || item.unit == unit);
    of_unit || (actor.person.is_some() && item.plan.person == actor.person)
}

/// An item whose hours are being noted.
struct Noting {
    writing: Writing,
    meeting: Meeting,
    item: Item,
}

impl Noting {
    /// Opens it, when the meeting was seen in its present version; `now` asks whether
    /// the meeting is on at this moment.
    async fn open(desk: &Desk, id: MeetingId, seen: i32, item: ItemId, now: bool) -> Result<Self> {
        let writing = desk.write().await?;
        let db = &writing.tx;
        let names = Names::read(db).await?;
        let meeting = read::one(db, &names, id).await?;
        let today = desk.today();
        if now {
            meeting.may_begin_items(&desk.actor, today)?;
        } else {
            meeting.may_note_hours(&desk.actor, today)?;
        }
        journal::not_stale(db, Subject::Meeting, meeting.id, seen, meeting.version).await?;
        let agenda = read::agenda(db, &names, id).await?;
        let item = agenda.into_iter().find(|known| known.id == item).ok_or(Refusal::NotFound)?;
        if item.state != ItemState::Placed {
            return Err(Refusal::WrongItemState { state: item.state }.into());
        }
        Ok(Self { writing, meeting, item })
    }

    /// Keeps the hours.
    async fn close(self, desk: &Desk, deed: &str, real: RealHours) -> Result<Meeting> {
        let db = &self.writing.tx;
        let row =
            item::ActiveModel { began_at: Set(real.began), ended_at: Set(real.ended), ..Default::default() };
        change(db, self.item.id, row).await?;
        keep(db, &self.meeting, meeting::ActiveModel::default()).await?;
        let meeting = Meeting { version: self.meeting.version + 1, ..self.meeting };
        let mut fields = vec![FieldChange {
            field: "item".into(),
            before: String::new(),
            after: self.item.plan.content.clone(),
        }];
        fields.extend(FieldChange::all(described(self.item.real), described(real)));
        write(db, desk, deed, &meeting, fields, "").await?;
        self.writing.commit().await?;
        Ok(meeting)
    }
}

fn described(real: RealHours) -> Vec<(&'static str, String)> {
    let text = |at: Option<DateTime<Utc>>| {
        at.map(|at| spoken::time(at.with_timezone(&vietnam()).time())).unwrap_or_default()
    };
    vec![("began", text(real.began)), ("ended", text(real.ended))]
}
