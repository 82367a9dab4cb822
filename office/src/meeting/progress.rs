//! The steps that only say how far a meeting has come: what its chair says, that it is
//! withdrawn, convened, complete with papers, held, concluded.

use super::line::{keep, line_for, note_step_for};
use super::names::Names;
use super::read;
use super::table::meeting;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::journal::Subject;
use domain::meeting::{Meeting, MeetingStep};
use domain::{Deed, MeetingId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;

/// Takes a step of a meeting. Changing a proposal and putting it on the board are verbs
/// of their own.
///
/// # Errors
/// Refused by rights or state, without a reason where one is owed, before the day has
/// come, without an hour or a place to convene to, or stale.
pub async fn take_step(
    desk: &Desk,
    id: MeetingId,
    seen: i32,
    step: MeetingStep,
    why: &str,
) -> Result<Meeting> {
    desk.may(step.deed())?;
    let says = step.deed() == Deed::GiveOpinion || step.is_progress() || step == MeetingStep::Withdraw;
    if !says {
        return Err(Refusal::NotFound.into());
    }
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = read::one(db, &names, id).await?;
    let state = old.after(step, &desk.actor)?;
    journal::not_stale(db, Subject::Meeting, old.id, seen, old.version).await?;
    let why = text::reason("reason", why, step.needs_reason())?;
    fits(desk, &old, step)?;

    keep(db, &old, meeting::ActiveModel { state: Set(state.code().to_owned()), ..Default::default() })
        .await?;
    let gives_opinion = step.deed() == Deed::GiveOpinion;
    let acting = desk.actor.acts_for(old.proposal.chair).filter(|_| gives_opinion);
    let instead = acting.map(|acting| &acting.instead);
    note_step_for(db, desk, id, step, &why, instead).await?;
    let meeting = read::one(db, &names, id).await?;
    let deed = format!("meeting.{}", step.code());
    line_for(db, desk, &deed, Some(&old), &meeting, &why, instead).await?;
    writing.commit().await?;
    Ok(meeting)
}

/// What the step itself asks for.
fn fits(desk: &Desk, meeting: &Meeting, step: MeetingStep) -> std::result::Result<(), Refusal> {
    match step {
        // An invitation must say when and where.
        MeetingStep::Convene if meeting.start().is_none() => Err(Refusal::field("start", Problem::Required)),
        MeetingStep::Convene if meeting.board.as_ref().is_none_or(|board| board.place.is_empty()) => {
            Err(Refusal::field("place", Problem::Required))
        }
        MeetingStep::Hold if meeting.day() > desk.today() => Err(Refusal::field("date", Problem::NotYet)),
        _ => Ok(()),
    }
}
