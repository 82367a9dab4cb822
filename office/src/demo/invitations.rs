//! The letters of the demo meetings: who was invited, under which number, what they
//! answered, and the deputies that the chairs agreed to.

use super::data::{self, Data};
use super::load::actor;
use super::names::{self, Names, number};
use super::requests::officer;
use crate::desk::Desk;
use crate::failure::Result;
use crate::meeting;
use chrono::TimeDelta;
use domain::access::Role;
use domain::meeting::{
    AnswerDraft, AnswerStep, InvitationDraft, InviteDraft, Invitee, InviteeDraft, InviteePart, Item, Meeting,
    Who,
};
use domain::people::UnitKind;
use domain::{Actor, MeetingId, PositionId};

/// How long the invited took to answer, and the chairs to decide.
const ANSWER: TimeDelta = TimeDelta::days(3);

/// Invites, issues the letter, and has it answered; the meeting is convened with it.
pub(super) async fn load(
    convening: &Desk,
    data: &Data,
    names: &Names,
    known: &data::Meeting,
    invitation: &data::Invitation,
    id: MeetingId,
) -> Result<Meeting> {
    let dossier = meeting::meeting(convening, id).await?;
    for attendee in known.attendees.iter().filter(|attendee| attendee.role != "chu_tri") {
        meeting::invite(convening, id, draft(names, attendee, &dossier.agenda)?).await?;
    }
    let saved = meeting::save_invitation(convening, id, 0, letter(names, invitation)?).await?;
    let seen = saved.stamp(&dossier.meeting);
    meeting::issue_invitation(convening, id, seen, &invitation.number).await?;

    let dossier = meeting::meeting(convening, id).await?;
    let invitees = dossier.people.map(|people| people.invitees).unwrap_or_default();
    for attendee in &known.attendees {
        let who = who(names, attendee)?;
        if let Some(invitee) = invitees.iter().find(|invitee| invitee.who == who) {
            answer(convening, data, names, known, attendee, invitee).await?;
        }
    }
    Ok(dossier.meeting)
}

async fn answer(
    convening: &Desk,
    data: &Data,
    names: &Names,
    known: &data::Meeting,
    attendee: &data::Attendee,
    invitee: &Invitee,
) -> Result<()> {
    let at = |actor: Actor, after: TimeDelta| Desk { actor, now: convening.now + after, ..convening.clone() };
    let desk = at(answering(convening, data, names, attendee)?, ANSWER);
    let deputy = attendee.substitute_person_id.as_deref();
    let deputy = deputy.and_then(|id| data.persons.iter().find(|person| person.id == id));
    let (step, coming) = match (attendee.attendance.as_str(), deputy) {
        ("co_mat", _) if attendee.person_id.is_some() => (AnswerStep::Confirm, String::new()),
        ("co_mat", _) => (AnswerStep::Confirm, format!("Đại diện {}, lãnh đạo đơn vị", invitee.name)),
        (_, Some(deputy)) => (AnswerStep::AskDeputy, format!("{}, {}", deputy.full_name, deputy.title)),
        // Who stayed away without a word never answered.
        _ => return Ok(()),
    };
    let reason = attendee.note.clone().filter(|_| step == AnswerStep::AskDeputy).unwrap_or_default();
    let draft = AnswerDraft { coming, reason };
    let asked = meeting::answer_invitation(&desk, invitee.id, invitee.version, step, draft).await?;
    if step == AnswerStep::AskDeputy {
        let chair = Actor {
            holds: vec![PositionId(number(&names.positions, &known.chair_id)?)],
            ..actor(data, names, &known.chair_id, Role::Leader)?
        };
        let desk = at(chair, ANSWER + TimeDelta::minutes(90));
        let agree = AnswerStep::AgreeDeputy;
        meeting::answer_invitation(&desk, asked.id, asked.version, agree, AnswerDraft::default()).await?;
    }
    Ok(())
}

/// Who answers: leaders for themselves, officers for their units, the Office for its own.
fn answering(convening: &Desk, data: &Data, names: &Names, attendee: &data::Attendee) -> Result<Actor> {
    let unit = data.org_units.iter().find(|unit| unit.id == attendee.unit_id);
    let unit = unit.ok_or_else(|| names::unknown(&attendee.unit_id))?;
    match (names::unit_kind(&unit.kind)?, &attendee.person_id) {
        (UnitKind::PeopleCommittee, Some(person)) => actor(data, names, person, Role::Leader),
        (UnitKind::PeopleCommittee | UnitKind::Office | UnitKind::Division, _) => Ok(convening.actor.clone()),
        _ => officer(data, names, &attendee.unit_id),
    }
}

fn who(names: &Names, attendee: &data::Attendee) -> Result<Who> {
    Ok(match &attendee.person_id {
        Some(person) => Who::Person(number(&names.persons, person)?.into()),
        None => Who::Unit(number(&names.units, &attendee.unit_id)?.into()),
    })
}

fn draft(names: &Names, attendee: &data::Attendee, agenda: &[Item]) -> Result<InviteDraft> {
    let part = match attendee.role.as_str() {
        "thanh_vien" => InviteePart::Member,
        "du" => InviteePart::Attend,
        "bao_cao" => InviteePart::Present,
        "thu_ky" => InviteePart::Secretary,
        "khach_moi" => InviteePart::Guest,
        other => return Err(names::unknown(other)),
    };
    let unit = number(&names.units, &attendee.unit_id)?;
    let presents =
        |item: &&Item| part == InviteePart::Present && item.plan.unit.is_some_and(|of| of.0 == unit);
    let invitee = InviteeDraft {
        part: part.code().to_owned(),
        items: agenda.iter().filter(presents).map(|item| item.id.to_string()).collect(),
        ..InviteeDraft::default()
    };
    Ok(match who(names, attendee)? {
        Who::Unit(unit) => InviteDraft { units: vec![unit.to_string()], invitee, ..InviteDraft::default() },
        Who::Person(id) => InviteDraft { persons: vec![id.to_string()], invitee, ..InviteDraft::default() },
        Who::Guest { .. } => InviteDraft { invitee, ..InviteDraft::default() },
    })
}

fn letter(names: &Names, invitation: &data::Invitation) -> Result<InvitationDraft> {
    let contact = invitation.contact.as_ref();
    let person = contact.map(|contact| number(&names.persons, &contact.person_id)).transpose()?;
    Ok(InvitationDraft {
        requirements: invitation.requirements.join("\n"),
        contact: person.map(|id| id.to_string()).unwrap_or_default(),
        contact_phone: contact.map(|contact| contact.phone.clone()).unwrap_or_default(),
        signing: invitation.signing_mode.clone(),
        signer_title: invitation.signer_title.clone(),
        signer: number(&names.persons, &invitation.signer_id)?.to_string(),
        recipients: invitation.recipients.join("\n"),
    })
}
