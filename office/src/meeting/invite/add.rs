//! Who is invited: added from the lists, from the members of the body, as a guest;
//! changed and removed until the meeting is held.

use super::line;
use super::read::{self, absent_members, of_meeting};
use super::table::{about, invitee};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::meeting::names::Names;
use crate::meeting::read::{agenda, one};
use crate::store::Tx;
use domain::journal::Subject;
use domain::meeting::{
    Attendance, InviteDraft, Invitee, InviteeDraft, InviteePart, Meeting, NewInvitee, Who,
};
use domain::{Deed, InviteeId, MeetingId, Problem, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Invites units and persons of the lists, or a guest.
///
/// # Errors
/// Refused by rights or state, with issues by field.
pub async fn invite(desk: &Desk, id: MeetingId, draft: InviteDraft) -> Result<Vec<Invitee>> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let meeting = one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    let before = of_meeting(db, &names, id).await?;
    let new = draft.check(&names.offer(desk.today()), &agenda(db, &names, id).await?, &before)?;

    let after = add(db, desk, &names, &meeting, &before, new).await?;
    writing.commit().await?;
    Ok(after)
}

/// Invites the members of the body who are not invited yet, and says how many they were.
///
/// # Errors
/// Refused by rights or state, and for a meeting of no body.
pub async fn invite_members(desk: &Desk, id: MeetingId) -> Result<usize> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let meeting = one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    if meeting.proposal.body.is_none() {
        return Err(Refusal::field("body", Problem::Required).into());
    }
    let count = add_members(db, desk, &names, &meeting).await?;
    if count > 0 {
        writing.commit().await?;
    }
    Ok(count)
}

/// The same in the transaction of a verb that plans the meeting.
pub(in crate::meeting) async fn add_members(
    db: &Tx,
    desk: &Desk,
    names: &Names,
    meeting: &Meeting,
) -> Result<usize> {
    let before = of_meeting(db, names, meeting.id).await?;
    let absent = absent_members(db, names, meeting, &before).await?;
    let new: Vec<NewInvitee> = absent
        .into_iter()
        .map(|person| NewInvitee {
            who: Who::Person(person),
            name: String::new(),
            title: String::new(),
            part: InviteePart::Member,
            items: Vec::new(),
        })
        .collect();
    let count = new.len();
    if count > 0 {
        add(db, desk, names, meeting, &before, new).await?;
    }
    Ok(count)
}

/// Changes part and items of an invitee, and of a guest everything else.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn change_invitee(desk: &Desk, id: InviteeId, seen: i32, draft: InviteeDraft) -> Result<Invitee> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let (meeting, old) = read::one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    journal::not_stale(db, Subject::Invitee, old.id, seen, old.version).await?;
    let known = of_meeting(db, &names, meeting.id).await?;
    let items = agenda(db, &names, meeting.id).await?;
    let checked = draft.check(&old, &items, &known)?;

    let (email, phone) = checked.who.reach();
    let mut row = invitee::ActiveModel {
        id: Set(id.0),
        part: Set(checked.part.code().to_owned()),
        version: Set(old.version + 1),
        ..Default::default()
    };
    if matches!(checked.who, Who::Guest { .. }) {
        row.name = Set(checked.name.clone());
        row.title = Set(checked.title.clone());
        (row.email, row.phone) = (Set(email), Set(phone));
    }
    row.update(db).await?;
    about::Entity::delete_many().filter(about::Column::InviteeId.eq(id.0)).exec(db).await?;
    put(db, id.0, checked.items.iter().map(|item| item.0)).await?;
    let saved = Invitee { version: old.version + 1, ..checked };
    line::changed(db, desk, "meeting.change_invitee", &meeting, [&old, &saved], &items, "").await?;
    writing.commit().await?;
    Ok(saved)
}

/// Takes somebody off the list, with their answers; the journal keeps who it was.
///
/// # Errors
/// Refused by rights or state, or stale.
pub async fn remove_invitee(desk: &Desk, id: InviteeId, seen: i32) -> Result<MeetingId> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let (meeting, old) = read::one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    journal::not_stale(db, Subject::Invitee, old.id, seen, old.version).await?;
    invitee::Entity::delete_by_id(id.0).exec(db).await?;
    line::invited(db, desk, "meeting.remove_invitee", &meeting, &[old], &[]).await?;
    writing.commit().await?;
    Ok(meeting.id)
}

async fn add(
    db: &Tx,
    desk: &Desk,
    names: &Names,
    meeting: &Meeting,
    before: &[Invitee],
    new: Vec<NewInvitee>,
) -> Result<Vec<Invitee>> {
    for invitee in new {
        let (unit, person) = match invitee.who {
            Who::Unit(unit) => (Some(unit), None),
            Who::Person(person) => (None, Some(person)),
            Who::Guest { .. } => (None, None),
        };
        let works_in = person.and_then(|person| names.someone(person)?.unit);
        let (email, phone) = invitee.who.reach();
        let row = invitee::ActiveModel {
            meeting_id: Set(meeting.id.0),
            unit_id: Set(unit.map(|unit| unit.0)),
            person_id: Set(person.map(|person| person.0)),
            answering_unit_id: Set(unit.or(works_in).map(|unit| unit.0)),
            name: Set(invitee.name),
            title: Set(invitee.title),
            email: Set(email),
            phone: Set(phone),
            part: Set(invitee.part.code().to_owned()),
            waits: Set(false),
            state: Set(Attendance::Invited.code().to_owned()),
            version: Set(1),
            ..Default::default()
        };
        let row = invitee::Entity::insert(row).exec_with_returning(db).await?;
        put(db, row.id, invitee.items.iter().map(|item| item.0)).await?;
    }
    let after = of_meeting(db, names, meeting.id).await?;
    line::invited(db, desk, "meeting.invite", meeting, before, &after).await?;
    Ok(after)
}

async fn put(db: &impl ConnectionTrait, id: i64, items: impl Iterator<Item = i64>) -> Result<()> {
    let rows: Vec<_> =
        items.map(|item| about::ActiveModel { invitee_id: Set(id), item_id: Set(item) }).collect();
    if !rows.is_empty() {
        about::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}
