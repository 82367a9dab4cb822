//! The letter: written by the Office, issued under a number of the year, and issued again
//! when what it says is true no more. The first issue convenes the meeting.

use super::line;
use super::read::{invitation, letter, next, of_meeting};
use super::table::{self, invitation as row_of, invitee, issue};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::meeting::line as meeting_line;
use crate::meeting::names::Names;
use crate::meeting::read::one;
use crate::meeting::table::meeting;
use crate::setting;
use crate::store::Tx;
use chrono::Datelike;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{
    Invitation, InvitationDraft, InvitationPlan, Meeting, MeetingState, MeetingStep, letter_number,
};
use domain::{Deed, MeetingId, Problem, Refusal, Stale};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Saves what the Office writes into the letter. It may lack anything until it is issued.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn save_invitation(
    desk: &Desk,
    id: MeetingId,
    seen: i32,
    draft: InvitationDraft,
) -> Result<Invitation> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let meeting = one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    let old = invitation(db, &meeting).await?;
    journal::not_stale(db, Subject::Invitation, id, seen, old.version).await?;
    let plan = draft.check(&names.offer(desk.today()), &old.plan)?;

    let version = old.version + 1;
    let row = row_of::ActiveModel { meeting_id: Set(id.0), version: Set(version), ..table::columns(&plan) };
    if old.version == 0 {
        row_of::Entity::insert(row).exec_without_returning(db).await?;
    } else {
        row.update(db).await?;
    }
    let before = if old.version == 0 { Vec::new() } else { described(&names, &old.plan) };
    let fields = FieldChange::all(before, described(&names, &plan));
    line::letter(db, desk, "meeting.save_invitation", &meeting, fields, version).await?;
    let saved = invitation(db, &meeting).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Issues the letter under `number`; once it has one, an adjustment of it. `seen` is the
/// stamp of the letter that was looked at: nobody sends out an hour that was moved
/// meanwhile. The first issue takes the step that convenes the meeting.
///
/// # Errors
/// Refused by rights or state, with an issue for everything that it must state and does
/// not, [`Problem::NumberTaken`] for a number of this year, [`Refusal::NothingToPublish`] when
/// nothing differs from the last issue, or stale.
pub async fn issue_invitation(desk: &Desk, id: MeetingId, seen: i32, number: &str) -> Result<Invitation> {
    desk.may(Deed::EditMeeting)?;
    let profile = setting::profile(&desk.office).await?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let meeting = one(db, &names, id).await?;
    meeting.may_add(&desk.actor)?;
    if !meeting.is_going() {
        return Err(Refusal::WrongMeetingState { state: meeting.state }.into());
    }
    let old = invitation(db, &meeting).await?;
    as_seen(db, &meeting, &old, seen).await?;
    let invitees = of_meeting(db, &names, id).await?;
    let letter = letter(&profile, &names, &meeting, &old.plan, &invitees);
    let missing = letter.missing();
    if old.version == 0 || !missing.is_empty() {
        return Err(missing.into());
    }
    if old.is_told(&letter, &invitees) {
        return Err(Refusal::NothingToPublish.into());
    }
    let changes = old.last().map(|last| last.letter.changes(&letter)).unwrap_or_default();
    let year = desk.local_now().year();
    let number = match old.number {
        Some(number) => number,
        None => free(db, year, number).await?,
    };

    let version = old.version + 1;
    let mut row = row_of::ActiveModel { meeting_id: Set(id.0), version: Set(version), ..Default::default() };
    if old.number.is_none() {
        (row.year, row.number) = (Set(Some(year)), Set(i32::try_from(number).ok()));
    }
    row.update(db).await?;
    let count = old.last().map_or(1, |last| last.issue + 1);
    put(db, desk, id, count, serde_json::to_string(&letter)?).await?;
    let told = [("number", letter.numbered(number)), ("issue", count.to_string())];
    let fields =
        told.into_iter().filter_map(|(field, text)| FieldChange::between(field, String::new(), text));
    let fields = fields.chain(changes).collect();
    line::letter(db, desk, "meeting.issue_invitation", &meeting, fields, version).await?;
    convene(db, desk, &names, &meeting).await?;
    let issued = invitation(db, &meeting).await?;
    writing.commit().await?;
    Ok(issued)
}

/// Refuses a letter that became another one since it was looked at, with what was done
/// last.
async fn as_seen(db: &impl ConnectionTrait, meeting: &Meeting, known: &Invitation, seen: i32) -> Result<()> {
    let current = known.stamp(meeting);
    if seen == current {
        return Ok(());
    }
    let mut lines = journal::of(db, Subject::Invitation, &meeting.id.to_string()).await?;
    lines.extend(journal::of(db, Subject::Meeting, &meeting.id.to_string()).await?);
    if let Some(board) = &meeting.board {
        lines.extend(journal::of(db, Subject::Entry, &board.entry.to_string()).await?);
    }
    let last = lines.into_iter().max_by_key(|line| line.id);
    let (by, at, changes) = last.map(|line| (line.actor, line.at, line.fields)).unwrap_or_default();
    Err(Refusal::Stale(Box::new(Stale { seen, current, by, at, changes })).into())
}

/// Reads a number and makes sure that no other letter of the year has it.
async fn free(db: &impl ConnectionTrait, year: i32, typed: &str) -> Result<u32> {
    let typed = match typed.trim() {
        "" => next(db, year).await?.to_string(),
        typed => typed.to_owned(),
    };
    let number = letter_number(&typed).map_err(|problem| Refusal::field("number", problem))?;
    let known = row_of::Entity::find()
        .filter(row_of::Column::Year.eq(year))
        .filter(row_of::Column::Number.eq(number));
    let Some(known) = known.one(db).await? else { return Ok(number) };
    let by = meeting::Entity::find_by_id(known.meeting_id).one(db).await?.map(|meeting| meeting.content);
    let problem = Problem::NumberTaken { by: by.unwrap_or_default(), free: next(db, year).await? };
    Err(Refusal::field("number", problem).into())
}

/// Keeps the issue; an answer to it is awaited of everybody, also of those who answered
/// an earlier one.
async fn put(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: MeetingId,
    count: u32,
    letter: String,
) -> Result<()> {
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    let row = issue::ActiveModel {
        meeting_id: Set(id.0),
        issue: Set(count),
        letter: Set(letter),
        by: Set(desk.actor.name.clone()),
        at: Set(desk.now),
        ..Default::default()
    };
    issue::Entity::insert(row).exec_without_returning(db).await?;
    let of_meeting = invitee::Column::MeetingId.eq(id.0);
    invitee::Entity::update_many()
        .col_expr(invitee::Column::Waits, Expr::value(true))
        .filter(of_meeting.clone())
        .exec(db)
        .await?;
    invitee::Entity::update_many()
        .col_expr(invitee::Column::Since, Expr::value(count))
        .filter(of_meeting)
        .filter(invitee::Column::Since.is_null())
        .exec(db)
        .await?;
    Ok(())
}

async fn convene(db: &Tx, desk: &Desk, names: &Names, old: &Meeting) -> Result<()> {
    if old.state != MeetingState::Draft {
        return Ok(());
    }
    let step = MeetingStep::Convene;
    let state = old.after(step, &desk.actor)?;
    let row = meeting::ActiveModel { state: Set(state.code().to_owned()), ..Default::default() };
    meeting_line::keep(db, old, row).await?;
    meeting_line::note_step(db, desk, old.id, step, "").await?;
    let convened = one(db, names, old.id).await?;
    meeting_line::line(db, desk, "meeting.convene", Some(old), &convened, "").await
}

fn described(names: &Names, plan: &InvitationPlan) -> Vec<(&'static str, String)> {
    let person = |id: Option<domain::PersonId>| id.map(|id| names.person(id)).unwrap_or_default();
    vec![
        ("requirements", plan.requirements.clone()),
        ("contact", person(plan.contact)),
        ("contact_phone", plan.contact_phone.clone()),
        ("signing", plan.signing.clone()),
        ("signer_title", plan.signer_title.clone()),
        ("signer", person(plan.signer)),
        ("recipients", plan.recipients.clone()),
    ]
}
