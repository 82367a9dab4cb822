//! Invitees and letters out of their rows, with the names of whom they mention.

use super::table::{self, about, answer, invitation, invitee, issue};
use crate::desk::Desk;
use crate::failure::Result;
use crate::meeting::names::Names;
use crate::meeting::read;
use crate::setting;
use chrono::Datelike;
use domain::meeting::{Invitation, InvitationPlan, Invitee, Letter, Meeting, People, Who};
use domain::setting::Profile;
use domain::{InviteeId, MeetingId, PersonId, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// Invitees out of their rows, in the order of the rows.
pub(super) async fn invitees(
    db: &impl ConnectionTrait,
    names: &Names,
    rows: Vec<invitee::Model>,
) -> Result<Vec<Invitee>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut answers: HashMap<i64, Vec<answer::Model>> = HashMap::new();
    let given = answer::Entity::find().filter(answer::Column::InviteeId.is_in(ids.iter().copied()));
    for row in given.order_by_asc(answer::Column::Id).all(db).await? {
        answers.entry(row.invitee_id).or_default().push(row);
    }
    let about = about::Entity::find()
        .filter(about::Column::InviteeId.is_in(ids))
        .order_by_asc(about::Column::ItemId)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let person = row.person_id.and_then(|id| names.someone(id.into()));
            let who = match (row.unit_id, row.person_id) {
                (Some(unit), _) => Who::Unit(unit.into()),
                (None, Some(person)) => Who::Person(person.into()),
                (None, None) => Who::Guest { email: row.email.clone(), phone: row.phone.clone() },
            };
            let (name, title) = match (&who, person) {
                (Who::Unit(unit), _) => (names.unit(*unit), String::new()),
                (_, Some(person)) => (person.name.clone(), person.title.clone()),
                _ => (row.name.clone(), row.title.clone()),
            };
            let given = answers.remove(&row.id).unwrap_or_default();
            Ok(Invitee {
                id: row.id.into(),
                meeting: row.meeting_id.into(),
                unit: row.answering_unit_id.map(Into::into),
                part: table::part(&row)?,
                items: about.iter().filter(|a| a.invitee_id == row.id).map(|a| a.item_id.into()).collect(),
                since: row.since.map(table::count),
                waits: row.waits,
                answers: given.into_iter().map(table::answered).collect::<Result<_>>()?,
                version: row.version,
                who,
                name,
                title,
            })
        })
        .collect()
}

/// Everybody who is invited to a meeting, by part.
pub(super) async fn of_meeting(
    db: &impl ConnectionTrait,
    names: &Names,
    id: MeetingId,
) -> Result<Vec<Invitee>> {
    let rows = invitee::Entity::find()
        .filter(invitee::Column::MeetingId.eq(id.0))
        .order_by_asc(invitee::Column::Id)
        .all(db)
        .await?;
    let mut invitees = invitees(db, names, rows).await?;
    invitees.sort_by_key(|invitee| invitee.part);
    Ok(invitees)
}

/// One invitee and the meeting, whoever may see them.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    names: &Names,
    id: InviteeId,
) -> Result<(Meeting, Invitee)> {
    let row = invitee::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let meeting = read::one(db, names, row.meeting_id.into()).await?;
    let invitee = invitees(db, names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?;
    Ok((meeting, invitee))
}

/// The invitation of a meeting; one that nobody wrote yet begins as the last one did.
pub(super) async fn invitation(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<Invitation> {
    let row = invitation::Entity::find_by_id(meeting.id.0).one(db).await?;
    let plan = match &row {
        Some(row) => table::plan(row),
        None => InvitationPlan::offered(meeting, last(db).await?.as_ref()),
    };
    let issues = issue::Entity::find()
        .filter(issue::Column::MeetingId.eq(meeting.id.0))
        .order_by_asc(issue::Column::Issue)
        .all(db)
        .await?;
    Ok(Invitation {
        meeting: meeting.id,
        plan,
        number: row.as_ref().and_then(|row| row.number).map(table::count),
        issues: issues.into_iter().map(table::issued).collect::<Result<_>>()?,
        version: row.map_or(0, |row| row.version),
    })
}

/// What the Office wrote into the letter that went out last.
async fn last(db: &impl ConnectionTrait) -> Result<Option<InvitationPlan>> {
    let Some(last) = issue::Entity::find().order_by_desc(issue::Column::Id).one(db).await? else {
        return Ok(None);
    };
    let row = invitation::Entity::find_by_id(last.meeting_id).one(db).await?;
    Ok(row.as_ref().map(table::plan))
}

/// The letter that it would be now.
pub(super) fn letter(
    profile: &Profile,
    names: &Names,
    meeting: &Meeting,
    plan: &InvitationPlan,
    invitees: &[Invitee],
) -> Letter {
    let chair = names.post(meeting.proposal.chair);
    let chair = chair.map(|post| format!("{}, {}", post.person_name, post.title)).unwrap_or_default();
    let person = |id: Option<PersonId>| id.and_then(|id| names.someone(id));
    let contact = person(plan.contact).map(|person| match person.title.is_empty() {
        true => person.name.clone(),
        false => format!("{}, {}", person.name, person.title),
    });
    let signer = person(plan.signer).map(|person| person.name.clone());
    let named = [chair, contact.unwrap_or_default(), signer.unwrap_or_default()];
    Letter::of(profile, meeting, plan, invitees, named)
}

/// The number that follows the greatest of a year.
pub(super) async fn next(db: &impl ConnectionTrait, year: i32) -> Result<u32> {
    let greatest = invitation::Entity::find()
        .filter(invitation::Column::Year.eq(year))
        .order_by_desc(invitation::Column::Number)
        .one(db)
        .await?;
    Ok(greatest.and_then(|row| row.number).map_or(0, table::count) + 1)
}

/// Members of the body of a meeting who are not invited yet; the chair is not.
pub(super) async fn absent_members(
    db: &impl ConnectionTrait,
    names: &Names,
    meeting: &Meeting,
    known: &[Invitee],
) -> Result<Vec<PersonId>> {
    let Some(body) = meeting.proposal.body else { return Ok(Vec::new()) };
    let bodies = read::bodies(db, names).await?;
    let members = bodies.into_iter().filter(|known| known.id == body).flat_map(|body| body.members);
    let chair = names.post(meeting.proposal.chair).map(|post| post.person);
    let is_there = |id: PersonId| known.iter().any(|invitee| invitee.who == Who::Person(id));
    let absent = members.map(|member| member.person).filter(|id| Some(*id) != chair && !is_there(*id));
    Ok(absent.collect())
}

/// Everybody of a meeting and its letter.
pub(crate) async fn people(
    desk: &Desk,
    db: &impl ConnectionTrait,
    names: &Names,
    meeting: &Meeting,
) -> Result<People> {
    let profile = setting::profile(&desk.office).await?;
    let invitees = of_meeting(db, names, meeting.id).await?;
    let invitation = invitation(db, meeting).await?;
    let absent = absent_members(db, names, meeting, &invitees).await?;
    Ok(People {
        letter: letter(&profile, names, meeting, &invitation.plan, &invitees),
        next: next(db, desk.local_now().year()).await?,
        members: u32::try_from(absent.len()).unwrap_or(u32::MAX),
        gathering: meeting.gathering(),
        invitees,
        invitation,
    })
}
