//! Answers to an invitation, and what the chair's side decides about deputies. Each one
//! is kept with who gave it and when.

use super::table::{answer, invitee};
use super::{line, read};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::meeting::names::Names;
use crate::meeting::table::instead_column;
use domain::journal::Subject;
use domain::meeting::{AnswerDraft, AnswerStep, Answered, Invitee};
use domain::{Deed, InviteeId, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait};

/// Takes a step of an invitation: the invited answer, the chair's side decides.
///
/// # Errors
/// Refused by rights, [`Refusal::NotFound`] for whoever may not know of it, with issues
/// by field, once the meeting has begun, or stale.
pub async fn answer_invitation(
    desk: &Desk,
    id: InviteeId,
    seen: i32,
    step: AnswerStep,
    draft: AnswerDraft,
) -> Result<Invitee> {
    desk.may(step.deed())?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let (meeting, old) = read::one(db, &names, id).await?;
    let gathering = meeting.gathering();
    match old.after(step, &desk.actor, &gathering, desk.local_now()) {
        // A decision about a deputy who was changed meanwhile is told what became of it.
        Ok(_) | Err(Refusal::WrongAnswer { .. }) => {}
        Err(no) => return Err(no.into()),
    }
    journal::not_stale(db, Subject::Invitee, old.id, seen, old.version).await?;
    let state = old.after(step, &desk.actor, &gathering, desk.local_now())?;
    let (coming, reason) = draft.check(step, &old.who)?;
    let issue = read::invitation(db, &meeting).await?.last().map_or(0, |last| last.issue);

    let decides = step.is_decision() && !desk.actor.can(Deed::EditMeeting);
    let acting = desk.actor.acts_for(gathering.chair).filter(|_| decides);
    let instead = acting.map(|acting| acting.instead.clone());
    let row = answer::ActiveModel {
        instead: Set(instead_column(instead.as_ref())?),
        invitee_id: Set(id.0),
        step: Set(step.code().to_owned()),
        coming: Set(serde_json::to_string(&coming)?),
        reason: Set(reason.clone()),
        by: Set(desk.actor.name.clone()),
        at: Set(desk.now),
        issue: Set(i32::try_from(issue).unwrap_or(i32::MAX)),
        ..Default::default()
    };
    answer::Entity::insert(row).exec_without_returning(db).await?;
    let waits = step == AnswerStep::RefuseDeputy;
    let row = invitee::ActiveModel {
        id: Set(id.0),
        state: Set(state.code().to_owned()),
        waits: Set(waits),
        version: Set(old.version + 1),
        ..Default::default()
    };
    row.update(db).await?;
    let mut saved = Invitee { waits, version: old.version + 1, ..old.clone() };
    let (by, at) = (desk.actor.name.clone(), desk.now);
    saved.answers.push(Answered { step, coming, reason: reason.clone(), by, at, issue, instead });
    let deed = format!("meeting.answer_{}", step.code());
    line::changed(db, desk, &deed, &meeting, [&old, &saved], &[], &reason).await?;
    writing.commit().await?;
    Ok(saved)
}
