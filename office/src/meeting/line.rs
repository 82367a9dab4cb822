//! Keeping a meeting in its next version, and the line of the journal that tells it.

use super::table::{instead_column, meeting, step};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::store::Tx;
use domain::access::Instead;
use domain::calendar::spoken;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{Item, Meeting, MeetingStep};
use domain::{Locale, MeetingId, words};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Writes a meeting that is still in the version that was read.
pub(super) async fn keep(
    db: &impl ConnectionTrait,
    before: &Meeting,
    row: meeting::ActiveModel,
) -> Result<()> {
    let row = meeting::ActiveModel { version: Set(before.version + 1), ..row };
    let kept = meeting::Entity::update_many()
        .set(row)
        .filter(meeting::Column::Id.eq(before.id.0))
        .filter(meeting::Column::Version.eq(before.version))
        .exec(db)
        .await?;
    if kept.rows_affected == 1 {
        return Ok(());
    }
    let next = before.version.saturating_add(1);
    journal::not_stale(db, Subject::Meeting, before.id, before.version, next).await
}

/// Notes that a step was taken now, by whoever is at the desk.
pub(super) async fn note_step(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: MeetingId,
    taken: MeetingStep,
    reason: &str,
) -> Result<()> {
    note_step_for(db, desk, id, taken, reason, None).await
}

/// The same, for an absent chair.
pub(super) async fn note_step_for(
    db: &impl ConnectionTrait,
    desk: &Desk,
    id: MeetingId,
    taken: MeetingStep,
    reason: &str,
    instead: Option<&Instead>,
) -> Result<()> {
    step::Entity::insert(step::ActiveModel {
        instead: Set(instead_column(instead)?),
        meeting_id: Set(id.0),
        step: Set(taken.code().to_owned()),
        by: Set(desk.actor.name.clone()),
        at: Set(desk.now),
        reason: Set(reason.to_owned()),
        ..Default::default()
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// A line about a meeting, with what differs.
pub(super) async fn line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    before: Option<&Meeting>,
    after: &Meeting,
    reason: &str,
) -> Result<()> {
    line_for(db, desk, deed, before, after, reason, None).await
}

/// The same, with the absent chair for whom it was done.
pub(super) async fn line_for(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    before: Option<&Meeting>,
    after: &Meeting,
    reason: &str,
    instead: Option<&Instead>,
) -> Result<()> {
    let mut fields = FieldChange::all(before.map(described).unwrap_or_default(), described(after));
    fields.extend(told(instead));
    write(db, desk, deed, after, fields, reason).await
}

/// For whom it was done, as a field of a line.
pub(super) fn told(instead: Option<&Instead>) -> Option<FieldChange> {
    let instead = instead.map(|instead| words::instead(Locale::Vi, instead))?;
    FieldChange::between("instead", String::new(), instead)
}

/// A line about the agenda of a meeting.
pub(super) async fn agenda_line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    meeting: &Meeting,
    [before, after]: [&[Item]; 2],
    reason: &str,
) -> Result<()> {
    let fields = FieldChange::between("agenda", outline(before), outline(after));
    write(db, desk, deed, meeting, fields.into_iter().collect(), reason).await
}

/// A line about a meeting with these fields.
pub(super) async fn write(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    meeting: &Meeting,
    fields: Vec<FieldChange>,
    reason: &str,
) -> Result<()> {
    db.tell(Told::Meeting(meeting.id));
    let line = Line {
        deed,
        subject: Subject::Meeting,
        id: meeting.id.to_string(),
        title: &meeting.proposal.content,
        fields,
        reason,
        version: Some(meeting.version),
    };
    journal::write(db, desk, line).await
}

/// "1. Khai mạc (10'); 2. Báo cáo (15')".
fn outline(items: &[Item]) -> String {
    let lines = items.iter().enumerate().map(|(at, item)| {
        let late = if item.supplement.is_some() { "+" } else { "" };
        format!("{late}{}. {} ({}')", at + 1, item.plan.content, item.plan.minutes)
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn described(meeting: &Meeting) -> Vec<(&'static str, String)> {
    let proposal = &meeting.proposal;
    vec![
        ("unit", meeting.unit_name.clone()),
        ("kind", proposal.kind.code().to_owned()),
        ("content", proposal.content.clone()),
        ("body", meeting.body_name.clone()),
        ("session", meeting.session.map(|number| number.to_string()).unwrap_or_default()),
        ("purpose", proposal.purpose.clone()),
        ("chair", meeting.chair_name.clone()),
        ("participants", proposal.participants.clone()),
        ("papers", proposal.papers.clone()),
        ("date", meeting.day().to_string()),
        ("part", meeting.part().code().to_owned()),
        ("start", meeting.start().map(spoken::time).unwrap_or_default()),
        ("minutes", proposal.minutes.to_string()),
        ("secretary", meeting.secretary_name.clone()),
        ("note_number", proposal.note_number.clone()),
        ("meeting_state", meeting.state.code().to_owned()),
    ]
}
