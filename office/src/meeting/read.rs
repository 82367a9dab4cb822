//! Meetings and items out of their rows, with the names of what they mention and with
//! what their entries say.

use super::names::Names;
use super::table::{self, asked, item, meeting, member, step};
use crate::failure::Result;
use crate::schedule;
use chrono::NaiveDate;
use domain::meeting::{Asked, Body, Item, Meeting, Member, OnBoard, RealHours, Reply, is_meeting};
use domain::schedule::{Entry, LeaderRole};
use domain::{MeetingId, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// Meetings out of their rows, in the order of the rows.
pub(super) async fn meetings(
    db: &impl ConnectionTrait,
    names: &Names,
    rows: Vec<meeting::Model>,
) -> Result<Vec<Meeting>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let steps = step::Entity::find()
        .filter(step::Column::MeetingId.is_in(ids))
        .order_by_asc(step::Column::Id)
        .all(db)
        .await?;
    let mut of: HashMap<i64, Vec<step::Model>> = HashMap::new();
    for step in steps {
        of.entry(step.meeting_id).or_default().push(step);
    }
    let entries = schedule::entries_named(db, rows.iter().filter_map(|row| row.entry_id)).await?;
    rows.into_iter()
        .map(|row| {
            let entry = entries.iter().find(|entry| Some(entry.id.0) == row.entry_id);
            let taken = of.remove(&row.id).unwrap_or_default();
            whole(names, row, taken, entry)
        })
        .collect()
}

fn whole(
    names: &Names,
    row: meeting::Model,
    taken: Vec<step::Model>,
    entry: Option<&Entry>,
) -> Result<Meeting> {
    let mut proposal = table::proposal(&row)?;
    if let Some(entry) = entry {
        let chair = entry.plan.attending.iter().find(|a| a.role == LeaderRole::Chair);
        proposal.chair = chair.map_or(proposal.chair, |chair| chair.position);
        if is_meeting(entry.plan.kind) {
            proposal.kind = entry.plan.kind;
        }
    }
    Ok(Meeting {
        id: row.id.into(),
        unit: row.unit_id.into(),
        unit_name: names.unit(row.unit_id.into()),
        body_name: proposal.body.map(|id| names.body(id)).unwrap_or_default(),
        session: row.session.and_then(|number| u32::try_from(number).ok()),
        chair_name: names.chair(proposal.chair),
        secretary_name: proposal.secretary.map(|id| names.person(id)).unwrap_or_default(),
        state: table::state(&row)?,
        taken: taken.into_iter().map(table::taken).collect::<Result<_>>()?,
        board: entry.map(|entry| OnBoard {
            entry: entry.id,
            version: entry.version,
            date: entry.plan.date,
            part: entry.plan.part,
            start: entry.plan.start,
            end: entry.plan.end,
            place: names.place(entry),
            standing: entry.standing.clone(),
        }),
        frozen: row.frozen_at.map(|at| (row.frozen_by, at)),
        version: row.version,
        proposal,
    })
}

/// One meeting, whoever may see it.
pub(super) async fn one(db: &impl ConnectionTrait, names: &Names, id: MeetingId) -> Result<Meeting> {
    let row = meeting::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    Ok(meetings(db, names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?)
}

/// Items out of their rows, in the order of the rows.
pub(super) async fn items(
    db: &impl ConnectionTrait,
    names: &Names,
    rows: Vec<item::Model>,
) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    for row in rows {
        let before = before(db, names, row.carried_from_id).await?;
        items.push(Item {
            id: row.id.into(),
            body: row.body_id.map(Into::into),
            meeting: row.meeting_id.map(Into::into),
            unit: row.unit_id.map(Into::into),
            unit_name: row.unit_id.map(|id| names.unit(id.into())).unwrap_or_default(),
            plan: table::plan(&row)?,
            presenter: names.presenter(&row),
            state: table::item_state(&row)?,
            decision: table::decision(&row),
            supplement: row.supplement,
            headed: row.unit_id.is_some_and(|unit| names.has_head(unit.into())),
            head: row.head,
            head_on: row.head_on,
            head_by: row.head_by,
            real: RealHours { began: row.began_at, ended: row.ended_at },
            before,
            version: row.version,
        });
    }
    Ok(items)
}

/// The meetings that an item stood before, the first first.
async fn before(
    db: &impl ConnectionTrait,
    names: &Names,
    from: Option<i64>,
) -> Result<Vec<(MeetingId, NaiveDate)>> {
    let mut before = Vec::new();
    let mut from = from;
    while let Some(id) = from {
        let Some(row) = item::Entity::find_by_id(id).one(db).await? else { break };
        if let Some(meeting) = row.meeting_id {
            before.push((meeting.into(), one(db, names, meeting.into()).await?.day()));
        }
        from = row.carried_from_id;
    }
    before.reverse();
    Ok(before)
}

/// The agenda of a meeting: its main list, then the supplementary one.
pub(super) async fn agenda(db: &impl ConnectionTrait, names: &Names, id: MeetingId) -> Result<Vec<Item>> {
    let rows = item::Entity::find()
        .filter(item::Column::MeetingId.eq(id.0))
        .order_by_asc(item::Column::Place)
        .order_by_asc(item::Column::Id)
        .all(db)
        .await?;
    let mut agenda = items(db, names, rows).await?;
    agenda.sort_by_key(|item| item.supplement.is_some());
    Ok(agenda)
}

/// Bodies with their members, by name.
pub(super) async fn bodies(db: &impl ConnectionTrait, names: &Names) -> Result<Vec<Body>> {
    let members = member::Entity::find().order_by_asc(member::Column::PersonId).all(db).await?;
    names
        .bodies()
        .iter()
        .map(|row| {
            let of_body = members.iter().filter(|member| member.body_id == row.id);
            Ok(Body {
                id: row.id.into(),
                name: row.name.clone(),
                kind: table::kind(&row.kind)?,
                chair: row.chair_id.map(Into::into),
                chair_name: row.chair_id.map(|id| names.chair(id.into())).unwrap_or_default(),
                unit: row.unit_id.map(Into::into),
                unit_name: row.unit_id.map(|id| names.unit(id.into())).unwrap_or_default(),
                secretary: row.secretary_id.map(Into::into),
                secretary_name: row.secretary_id.map(|id| names.person(id.into())).unwrap_or_default(),
                basis: row.basis.clone(),
                members: of_body
                    .map(|member| Member {
                        person: member.person_id.into(),
                        name: names.member_name(member.person_id.into()),
                        votes: member.votes,
                    })
                    .collect(),
                valid: table::span(row),
                version: row.version,
            })
        })
        .collect()
}

/// Questions out of their rows.
pub(super) async fn asked(
    db: &impl ConnectionTrait,
    names: &Names,
    rows: Vec<asked::Model>,
) -> Result<Vec<Asked>> {
    let ids = rows.iter().map(|row| row.item_id);
    let about = item::Entity::find().filter(item::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| Asked {
            id: row.id.into(),
            item: row.item_id.into(),
            content: about
                .iter()
                .find(|item| item.id == row.item_id)
                .map(|item| item.content.clone())
                .unwrap_or_default(),
            unit: row.unit_id.into(),
            unit_name: names.unit(row.unit_id.into()),
            question: row.question,
            due: row.due,
            by: row.asked_by,
            reply: row.answered_at.map(|at| Reply {
                agrees: row.agrees.unwrap_or_default(),
                text: row.answer,
                by: row.answered_by,
                at,
            }),
        })
        .collect())
}
