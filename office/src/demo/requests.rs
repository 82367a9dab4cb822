//! What units asked for in the week after, registered and answered again at the
//! times that the data gives. What the data calls scheduled still waits here:
//! the board of that week is left to whoever tries the product.

use super::data::{Data, Deadline};
use super::load::actor;
use super::names::{self, Names, number, optional, part};
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::{request, setting};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::access::Role;
use domain::request::{RequestDraft, RequestRules, RulesDraft, SlotDraft};
use domain::{Actor, UnitId};
use serde::Deserialize;

/// How long the Office took to answer.
const ANSWER: TimeDelta = TimeDelta::minutes(50);

#[derive(Deserialize)]
pub(super) struct Registration {
    requested_by_unit_id: String,
    /// Nothing while the unit is still writing it.
    submitted_at: Option<DateTime<Utc>>,
    date: NaiveDate,
    session: String,
    start_time: String,
    duration_minutes: u32,
    content: String,
    proposed_chair_id: String,
    proposed_room_id: Option<String>,
    status: String,
    handler_id: Option<String>,
    comment: Option<String>,
}

pub(super) async fn load(office: &Office, data: &Data, names: &Names) -> Result<()> {
    let mut sent: Vec<(DateTime<Utc>, &Registration)> =
        data.registrations_next_week.iter().filter_map(|r| Some((r.submitted_at?, r))).collect();
    sent.sort_by_key(|(at, _)| *at);
    let desk = |actor: Actor, now: DateTime<Utc>| Desk { office: office.clone(), actor, now };

    if let Some((first, _)) = sent.first() {
        let roles = vec![Role::Administrator];
        let administrator = Actor { roles, ..Actor::job("Quản trị hệ thống") };
        let draft = rules(&data.settings.registration_deadline)?;
        setting::save_request_rules(&desk(administrator, *first), 0, draft).await?;
    }
    for (at, registration) in sent {
        let desk_of_unit = desk(officer(data, names, &registration.requested_by_unit_id)?, at);
        let asked = request::register_request(&desk_of_unit, draft(registration, names)?).await?;
        let Some(handler) = &registration.handler_id else { continue };
        let secretary = desk(actor(data, names, handler, Role::Secretary)?, at + ANSWER);
        let comment = registration.comment.as_deref().unwrap_or_default();
        match registration.status.as_str() {
            "tra_lai" => drop(request::return_request(&secretary, asked.id, asked.version, comment).await?),
            "tu_choi" => drop(request::refuse_request(&secretary, asked.id, asked.version, comment).await?),
            "da_gop" => {
                let merged = [(asked.id, asked.version)];
                request::merge_requests(&secretary, &merged, None, comment).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn rules(deadline: &Deadline) -> Result<RulesDraft> {
    let closing_day = match deadline.weekday.as_str() {
        "thursday" => "4".to_owned(),
        other => return Err(names::unknown(other)),
    };
    let usual = RulesDraft::of(&RequestRules::default());
    Ok(RulesDraft { closing_day, closing_time: deadline.time.clone(), ..usual })
}

pub(super) fn officer(data: &Data, names: &Names, unit: &str) -> Result<Actor> {
    let known = data.org_units.iter().find(|u| u.id == unit).ok_or_else(|| names::unknown(unit))?;
    Ok(Actor {
        unit: Some(UnitId(number(&names.units, unit)?)),
        roles: vec![Role::DepartmentOfficer],
        ..Actor::job(&format!("Văn thư {}", known.short_name))
    })
}

fn draft(registration: &Registration, names: &Names) -> Result<RequestDraft> {
    let room = optional(&names.rooms, &registration.proposed_room_id)?;
    let wish = SlotDraft {
        date: registration.date.to_string(),
        part: part(&registration.session)?.code().to_owned(),
        start: registration.start_time.clone(),
    };
    Ok(RequestDraft {
        content: registration.content.clone(),
        chair: number(&names.positions, &registration.proposed_chair_id)?.to_string(),
        slots: [wish, SlotDraft::default(), SlotDraft::default()],
        minutes: registration.duration_minutes.to_string(),
        room: room.map(|id| id.to_string()).unwrap_or_default(),
        ..RequestDraft::default()
    })
}
