//! The committee as a body, and the two meetings of the week: proposed, agreed to by
//! their chairs, prepared, held and concluded again at the times that the data gives.

use super::data::{self, Data};
use super::invitations;
use super::load::{actor, uid};
use super::materials;
use super::names::{self, Names, kind, number, optional};
use super::requests::officer;
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::meeting;
use crate::schedule::table::entry;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::access::Role;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::meeting::{BodyDraft, ItemDraft, ItemKind, MeetingStep, ProposalDraft};
use domain::request::SlotDraft;
use domain::schedule::EntryKind;
use domain::{Actor, EntryId, PositionId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// How long the Office took to put on the board what was agreed to.
const PLACED: TimeDelta = TimeDelta::minutes(20);

pub(super) async fn load(office: &Office, data: &Data, names: &Names) -> Result<()> {
    let mut committee = String::new();
    for known in &data.meetings {
        if kind(&known.kind)? == EntryKind::RegularSession {
            committee = body(office, data, names, known).await?;
        }
    }
    for known in &data.meetings {
        let of = kind(&known.kind)? == EntryKind::RegularSession;
        one(office, data, names, known, if of { committee.as_str() } else { "" }).await?;
    }
    Ok(())
}

/// The committee: whoever votes in its session belongs to it.
async fn body(office: &Office, data: &Data, names: &Names, known: &data::Meeting) -> Result<String> {
    let members = known.attendees.iter().filter(|attendee| attendee.voting);
    let members: Vec<String> = members
        .filter_map(|attendee| attendee.person_id.as_deref())
        .map(|id| Ok(number(&names.persons, id)?.to_string()))
        .collect::<Result<_>>()?;
    let draft = BodyDraft {
        name: data.province.people_committee_name.clone(),
        kind: kind(&known.kind)?.code().to_owned(),
        chair: number(&names.positions, &known.chair_id)?.to_string(),
        unit: number(&names.units, &known.approval.proposed_by_unit_id)?.to_string(),
        secretary: number(&names.persons, &known.secretary_id)?.to_string(),
        voters: members.clone(),
        members,
        ..BodyDraft::default()
    };
    let chief = actor(data, names, "cvp", Role::ChiefOfOffice)?;
    let now = known.approval.submitted_at - PLACED;
    let saved =
        meeting::save_body(&Desk { office: office.clone(), actor: chief, now }, None, 0, draft).await?;
    Ok(saved.id.to_string())
}

async fn one(office: &Office, data: &Data, names: &Names, known: &data::Meeting, body: &str) -> Result<()> {
    let desk = |actor: Actor, now: DateTime<Utc>| Desk { office: office.clone(), actor, now };
    let approval = &known.approval;
    let unit = officer(data, names, &approval.proposed_by_unit_id)?;
    let draft = draft(data, names, known, body)?;
    let proposed = meeting::propose_meeting(&desk(unit, approval.submitted_at), draft).await?;

    let chair = Actor {
        holds: vec![PositionId(number(&names.positions, &known.chair_id)?)],
        ..actor(data, names, &known.chair_id, Role::Leader)?
    };
    let by_chair = desk(chair, approval.approved_at);
    let agreed = meeting::take_step(&by_chair, proposed.id, proposed.version, MeetingStep::Agree, "").await?;

    let secretary = actor(data, names, "cv-th1", Role::Secretary)?;
    let placing = desk(secretary.clone(), approval.approved_at + PLACED);
    let row = entry::Entity::find()
        .filter(entry::Column::Uid.eq(uid(&known.entry_id)))
        .one(office.db())
        .await?
        .ok_or_else(|| names::unknown(&known.entry_id))?;
    let mut now = meeting::settle(&placing, agreed.id, EntryId(row.id)).await?;
    for item in &known.agenda {
        now = meeting::add_item(&placing, now.id, now.version, item_draft(names, item)?, "").await?;
    }
    now = materials::owe(&placing, names, known, now).await?;

    let convened = known.invitation.as_ref().map(|invitation| morning(invitation.issued_date));
    if let (Some(at), Some(invitation)) = (convened, &known.invitation) {
        let convening = desk(secretary.clone(), at);
        now = meeting::freeze_agenda(&convening, now.id, now.version).await?;
        now = invitations::load(&convening, data, names, known, invitation, now.id).await?;
    }
    materials::receive(|at| desk(secretary.clone(), at), known, &now).await?;
    let papers = known.materials.iter().filter(|paper| paper.status != "noi_bo");
    let ready = papers.map(|paper| paper.received_at).max();
    let held = morning(known.date) + TimeDelta::hours(6);
    let concluded = known.conclusion_notice.as_ref().map(|notice| morning(notice.issued_date));
    for (step, at) in [
        (MeetingStep::Ready, ready),
        (MeetingStep::Hold, convened.map(|_| held)),
        (MeetingStep::Conclude, concluded),
    ] {
        let Some(at) = at else { continue };
        now = meeting::take_step(&desk(secretary.clone(), at), now.id, now.version, step, "").await?;
    }
    Ok(())
}

fn draft(data: &Data, names: &Names, known: &data::Meeting, body: &str) -> Result<ProposalDraft> {
    let entry = data.entries.iter().find(|entry| entry.id == known.entry_id);
    let entry = entry.ok_or_else(|| names::unknown(&known.entry_id))?;
    let start = time(&known.start_time)?;
    let papers: Vec<&str> = known.materials.iter().map(|paper| paper.title.as_str()).collect();
    Ok(ProposalDraft {
        kind: kind(&known.kind)?.code().to_owned(),
        content: known.title.clone(),
        body: body.to_owned(),
        purpose: known.approval.submission_note_number.clone(),
        chair: number(&names.positions, &known.chair_id)?.to_string(),
        participants: entry.participants_text.clone().unwrap_or_default(),
        papers: papers.join("\n"),
        slot: SlotDraft {
            date: known.date.to_string(),
            part: SessionPart::of_time(start).code().to_owned(),
            start: known.start_time.clone(),
        },
        minutes: minutes(&known.start_time, &known.planned_end_time)?,
        secretary: number(&names.persons, &known.secretary_id)?.to_string(),
        note_number: known.approval.submission_note_number.clone(),
        ..ProposalDraft::default()
    })
}

fn item_draft(names: &Names, item: &data::AgendaItem) -> Result<ItemDraft> {
    let kind = match item.kind.as_str() {
        "bao_cao" => ItemKind::Information,
        "trinh_bieu_quyet" => ItemKind::Decision,
        "khai_mac" | "thao_luan" | "ket_luan" => ItemKind::Procedure,
        other => return Err(names::unknown(other)),
    };
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    Ok(ItemDraft {
        content: item.title.clone(),
        section: String::new(),
        item_kind: kind.code().to_owned(),
        minutes: minutes(&item.start_time, &item.end_time)?,
        presenter_unit: number(optional(&names.units, &item.presenter_unit_id)?),
        presenter: number(optional(&names.persons, &item.presenter_id)?),
    })
}

fn minutes(from: &str, to: &str) -> Result<String> {
    Ok((time(to)? - time(from)?).num_minutes().to_string())
}

fn time(text: &str) -> Result<NaiveTime> {
    spoken::parse_time(text).ok_or_else(|| names::unknown(text))
}

/// Nine o'clock in Vietnam.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(2)
}
