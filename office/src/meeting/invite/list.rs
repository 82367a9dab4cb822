//! One's own invitations, and how many wait for an answer or for the chair.

use super::read::{invitation as read_invitation, invitees, letter, of_meeting};
use super::table::{about, invitee};
use crate::desk::Desk;
use crate::failure::Result;
use crate::meeting::names::Names;
use crate::meeting::read;
use crate::meeting::table::meeting;
use crate::{schedule, setting};
use chrono::NaiveDateTime;
use domain::meeting::{Attendance, DeputiesLeft, Invitee, Meeting, MeetingState, Summons, Summonses, begins};
use domain::schedule::{Entry, LeaderRole};
use domain::setting::Profile;
use domain::{Actor, Deed, ItemId, MeetingId, Refusal};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;

/// Invitations that a list goes back.
const LIST: u64 = 300;

/// One's own invitations, and for a chair the deputies who wait.
///
/// # Errors
/// Refused without [`Deed::AnswerInvitation`].
pub async fn invitations(desk: &Desk) -> Result<Summonses> {
    desk.may(Deed::AnswerInvitation)?;
    let db = desk.db();
    let now = desk.local_now();
    let mut own = Vec::new();
    if let Some(mine) = own_rows(&desk.actor) {
        let rows = invitee::Entity::find().filter(mine).order_by_desc(invitee::Column::Id).limit(LIST);
        own = summonses(desk, rows.all(db).await?).await?;
    }
    let (mut later, mut over): (Vec<_>, Vec<_>) = own.into_iter().partition(|summons| !summons.is_over(now));
    later.sort_by_key(|summons| summons.gathering.begins);
    over.sort_by_key(|summons| std::cmp::Reverse(summons.gathering.begins));
    later.append(&mut over);
    let deputies = as_chair(desk).await?;
    let waiting = answers(desk).await? + count(&deputies);
    Ok(Summonses { own: later, deputies, waiting })
}

/// One meeting that the person is invited to.
///
/// # Errors
/// Refused without [`Deed::AnswerInvitation`]; [`Refusal::NotFound`] for whoever is not
/// invited, and before the letter went out.
pub async fn invitation(desk: &Desk, id: MeetingId) -> Result<Summons> {
    desk.may(Deed::AnswerInvitation)?;
    let mine = own_rows(&desk.actor).ok_or(Refusal::NotFound)?;
    let rows = invitee::Entity::find().filter(mine).filter(invitee::Column::MeetingId.eq(id.0));
    let rows = rows.order_by_asc(invitee::Column::Id).all(desk.db()).await?;
    Ok(summonses(desk, rows).await?.pop().ok_or(Refusal::NotFound)?)
}

/// How many invitations wait for the person: for an answer, or as the chair for a word
/// about deputies. Asked with every page, so it is quick when there is nothing.
///
/// # Errors
/// Refused without [`Deed::AnswerInvitation`].
pub async fn unanswered(desk: &Desk) -> Result<u32> {
    desk.may(Deed::AnswerInvitation)?;
    Ok(answers(desk).await? + count(&as_chair(desk).await?))
}

/// How many of the own invitations wait for an answer.
async fn answers(desk: &Desk) -> Result<u32> {
    let Some(mine) = own_rows(&desk.actor) else { return Ok(0) };
    let db = desk.db();
    let waiting: Vec<i64> = invitee::Entity::find()
        .select_only()
        .column(invitee::Column::MeetingId)
        .filter(mine)
        .filter(invitee::Column::Waits.eq(true))
        .into_tuple()
        .all(db)
        .await?;
    let open = open(db, waiting.iter().copied().collect(), desk.local_now()).await?;
    Ok(u32::try_from(open.len()).unwrap_or(u32::MAX))
}

/// Deputies who wait for their chairs, by meeting.
pub(crate) async fn deputies_left(desk: &Desk) -> Result<Vec<DeputiesLeft>> {
    deputies(desk.db(), desk.local_now(), |_| true).await
}

/// Deputies who wait; `chaired` says which meetings count by who chairs them.
async fn deputies(
    db: &impl ConnectionTrait,
    now: NaiveDateTime,
    chaired: impl Fn(&Entry) -> bool,
) -> Result<Vec<DeputiesLeft>> {
    let asked: Vec<i64> = invitee::Entity::find()
        .select_only()
        .column(invitee::Column::MeetingId)
        .filter(invitee::Column::State.eq(Attendance::DeputyAsked.code()))
        .into_tuple()
        .all(db)
        .await?;
    let open = open(db, asked.iter().copied().collect(), now).await?;
    let left =
        open.into_iter().filter(|(.., entry)| chaired(entry)).map(|(meeting, content, _)| DeputiesLeft {
            count: u32::try_from(asked.iter().filter(|id| **id == meeting.0).count()).unwrap_or(u32::MAX),
            meeting,
            content,
        });
    Ok(left.collect())
}

fn count(deputies: &[DeputiesLeft]) -> u32 {
    deputies.iter().map(|left| left.count).sum()
}

async fn as_chair(desk: &Desk) -> Result<Vec<DeputiesLeft>> {
    let actor = &desk.actor;
    if !actor.can(Deed::GiveOpinion) || (actor.holds.is_empty() && actor.acts.is_empty()) {
        return Ok(Vec::new());
    }
    let chairs = |entry: &Entry| {
        entry.plan.attending.iter().any(|one| one.role == LeaderRole::Chair && actor.answers_as(one.position))
    };
    deputies(desk.db(), desk.local_now(), chairs).await
}

/// Those of the meetings that are being prepared, take place and have not begun, with
/// their entries.
async fn open(
    db: &impl ConnectionTrait,
    ids: BTreeSet<i64>,
    now: NaiveDateTime,
) -> Result<Vec<(MeetingId, String, Entry)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let prepared = MeetingState::ALL.into_iter().filter(|state| state.is_prepared()).map(MeetingState::code);
    let rows: Vec<(i64, String, Option<i64>)> = meeting::Entity::find()
        .select_only()
        .columns([meeting::Column::Id, meeting::Column::Content, meeting::Column::EntryId])
        .filter(meeting::Column::Id.is_in(ids))
        .filter(meeting::Column::State.is_in(prepared))
        .order_by_asc(meeting::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let entries = schedule::entries_named(db, rows.iter().filter_map(|(.., entry)| *entry)).await?;
    let open = rows.into_iter().filter_map(|(id, content, entry)| {
        let entry = entries.iter().find(|known| Some(known.id.0) == entry)?;
        let begins = begins(entry.plan.date, entry.plan.start);
        (entry.standing.is_going() && now < begins).then(|| (MeetingId(id), content, entry.clone()))
    });
    Ok(open.collect())
}

/// The rows that a person answers for, once a letter named them.
fn own_rows(actor: &Actor) -> Option<Condition> {
    let person = actor.person.map(|person| invitee::Column::PersonId.eq(person.0));
    let unit = actor.speaks_for().map(|unit| invitee::Column::AnsweringUnitId.eq(unit.0));
    let ways: Vec<SimpleExpr> = person.into_iter().chain(unit).collect();
    if ways.is_empty() {
        return None;
    }
    let any = ways.into_iter().fold(Condition::any(), Condition::add);
    Some(Condition::all().add(any).add(invitee::Column::Since.is_not_null()))
}

/// The items of a meeting that a person, or the unit that the person speaks for, was
/// invited to.
pub(in crate::meeting) async fn own_items(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: MeetingId,
) -> Result<Vec<ItemId>> {
    let Some(mine) = own_rows(actor) else { return Ok(Vec::new()) };
    let rows = invitee::Entity::find().filter(mine).filter(invitee::Column::MeetingId.eq(id.0));
    let ids: Vec<i64> = rows.all(db).await?.into_iter().map(|row| row.id).collect();
    let items = about::Entity::find().filter(about::Column::InviteeId.is_in(ids)).all(db).await?;
    Ok(items.into_iter().map(|about| about.item_id.into()).collect())
}

/// The invitations to the meetings of these rows.
async fn summonses(desk: &Desk, rows: Vec<invitee::Model>) -> Result<Vec<Summons>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let db = desk.db();
    let names = Names::read(db).await?;
    let profile = setting::profile(&desk.office).await?;
    let own = invitees(db, &names, rows).await?;
    let ids: BTreeSet<i64> = own.iter().map(|invitee| invitee.meeting.0).collect();
    let known = meeting::Entity::find().filter(meeting::Column::Id.is_in(ids)).all(db).await?;
    let mut summonses = Vec::new();
    for meeting in read::meetings(db, &names, known).await? {
        let mine = own.iter().filter(|invitee| invitee.meeting == meeting.id).cloned().collect();
        summonses.extend(summons(db, &names, &profile, &meeting, mine).await?);
    }
    Ok(summonses)
}

async fn summons(
    db: &impl ConnectionTrait,
    names: &Names,
    profile: &Profile,
    meeting: &Meeting,
    own: Vec<Invitee>,
) -> Result<Option<Summons>> {
    let invitation = read_invitation(db, meeting).await?;
    let (Some(number), Some(issued)) = (invitation.number, invitation.last().cloned()) else {
        return Ok(None);
    };
    let all = of_meeting(db, names, meeting.id).await?;
    let now = letter(profile, names, meeting, &invitation.plan, &all);
    Ok(Some(Summons {
        meeting: meeting.id,
        number,
        adjusted: invitation.adjusted(),
        is_moved: issued.letter.is_moved(&now),
        standing: meeting.standing(),
        gathering: meeting.gathering(),
        issued,
        own,
    }))
}
