//! Who takes part in meetings. Everything that makes somebody a reader of papers stands
//! here, and nowhere else.

use super::table::material;
use crate::failure::Result;
use crate::meeting::invite::table::invitee;
use crate::meeting::names::Names;
use crate::meeting::table::{asked, item, member};
use crate::schedule;
use domain::meeting::{Circle, Meeting};
use domain::{PersonId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// The circles of some meetings, in their order: the leaders of their entries, the members
/// of their bodies, those whose invitation was issued, the units that propose, prepare,
/// present, were asked or owe a paper.
pub(in crate::meeting) async fn circles(
    db: &impl ConnectionTrait,
    names: &Names,
    meetings: &[Meeting],
) -> Result<Vec<Circle>> {
    let ids: Vec<i64> = meetings.iter().map(|meeting| meeting.id.0).collect();
    let bodies = meetings.iter().filter_map(|meeting| meeting.proposal.body.map(|body| body.0));
    let members = member::Entity::find().filter(member::Column::BodyId.is_in(bodies)).all(db).await?;
    let items =
        item::Entity::find().filter(item::Column::MeetingId.is_in(ids.iter().copied())).all(db).await?;
    let questions = items.iter().map(|item| item.id);
    let asked = asked::Entity::find().filter(asked::Column::ItemId.is_in(questions)).all(db).await?;
    let invited = invitee::Entity::find()
        .filter(invitee::Column::MeetingId.is_in(ids.iter().copied()))
        .filter(invitee::Column::Since.is_not_null())
        .all(db)
        .await?;
    let owed = material::Entity::find().filter(material::Column::MeetingId.is_in(ids)).all(db).await?;
    let boards = meetings.iter().filter_map(|meeting| meeting.board.as_ref().map(|board| board.entry.0));
    let entries = schedule::entries_named(db, boards).await?;

    let circle = |meeting: &Meeting| {
        let mut circle = Circle::default();
        let entry = entries.iter().find(|entry| Some(entry.id) == meeting.board.as_ref().map(|b| b.entry));
        for position in entry.map(|entry| entry.plan.positions()).unwrap_or_default() {
            circle.add(names.leader(position));
        }
        for member in members.iter().filter(|m| Some(m.body_id) == meeting.proposal.body.map(|b| b.0)) {
            circle.add(names.member(PersonId(member.person_id), true));
        }
        let items: Vec<&item::Model> =
            items.iter().filter(|item| item.meeting_id == Some(meeting.id.0)).collect();
        for person in items.iter().filter_map(|item| item.presenter_id) {
            circle.add(names.member(PersonId(person), false));
        }
        let invited: Vec<&invitee::Model> =
            invited.iter().filter(|invited| invited.meeting_id == meeting.id.0).collect();
        for person in invited.iter().filter_map(|invited| invited.person_id) {
            circle.add(names.member(PersonId(person), false));
        }
        let prepares = entry.and_then(|entry| entry.plan.preparing_unit);
        let presents = items.iter().flat_map(|item| [item.unit_id, item.presenter_unit_id]);
        let answers = asked.iter().filter(|asked| items.iter().any(|item| item.id == asked.item_id));
        let owes = owed.iter().filter(|owed| owed.meeting_id == meeting.id.0);
        let units = [Some(meeting.unit), prepares]
            .into_iter()
            .chain(presents.map(|unit| unit.map(UnitId)))
            .chain(answers.map(|asked| Some(UnitId(asked.unit_id))))
            .chain(owes.map(|owed| Some(UnitId(owed.unit_id))));
        let asked = invited.iter().filter_map(|invited| invited.unit_id.or(invited.answering_unit_id));
        for unit in units.flatten().chain(asked.map(UnitId)) {
            circle.add(names.of_unit(unit));
        }
        circle
    };
    Ok(meetings.iter().map(circle).collect())
}
