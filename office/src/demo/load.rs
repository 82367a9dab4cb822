//! People, rooms, accounts; then the week, happening again.

use super::data::{self, Data};
use super::names::{self, Names, number, optional};
use crate::access::{DEMO_PASSWORD, hash_password, table as access};
use crate::desk::{Desk, Office};
use crate::facility::table as facility;
use crate::failure::{Failure, Result};
use crate::people::table as people;
use crate::{schedule, setting};
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::calendar::hours::{HoursTable, WorkingHours};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::people::UnitKind;
use domain::schedule::{Attending, EntryDraft, LeaderRole, Save, Step, Week};
use domain::setting::Profile;
use domain::{Actor, EntryId, PersonId, PositionId, text};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::{HashMap, HashSet};

pub(super) async fn people(office: &Office, data: &Data) -> Result<Names> {
    let hash = hash_password(DEMO_PASSWORD.to_owned()).await?;
    let writing = office.write().await?;
    let db = &writing.tx;
    let mut names = Names::default();
    units(db, data, &mut names).await?;
    persons(db, data, &mut names).await?;
    positions(db, data, &mut names).await?;
    facilities(db, data, &mut names).await?;
    accounts(db, data, &names, &hash).await?;
    settings(db, data).await?;
    writing.commit().await?;
    Ok(names)
}

async fn units(db: &impl ConnectionTrait, data: &Data, names: &mut Names) -> Result<()> {
    for unit in &data.org_units {
        let row = people::unit::Entity::insert(people::unit::ActiveModel {
            code: Set(unit.code.clone()),
            name: Set(unit.name.clone()),
            short_name: Set(unit.short_name.clone()),
            kind: Set(names::unit_kind(&unit.kind)?.code().to_owned()),
            parent_id: Set(optional(&names.units, &unit.parent_id)?),
            version: Set(1),
            ..Default::default()
        })
        .exec_with_returning(db)
        .await?;
        names.units.insert(unit.id.clone(), row.id);
    }
    Ok(())
}

async fn persons(db: &impl ConnectionTrait, data: &Data, names: &mut Names) -> Result<()> {
    let phones: HashMap<&str, &str> = data
        .meetings
        .iter()
        .filter_map(|m| m.invitation.as_ref()?.contact.as_ref())
        .map(|c| (c.person_id.as_str(), c.phone.as_str()))
        .collect();
    for person in &data.persons {
        let phone = phones.get(person.id.as_str()).copied().unwrap_or(&person.phone);
        let row = people::person::Entity::insert(people::person::ActiveModel {
            name: Set(person.full_name.clone()),
            title: Set(person.title.clone()),
            unit_id: Set(Some(number(&names.units, &person.unit_id)?)),
            email: Set(person.email.clone()),
            phone: Set(phone.to_owned()),
            duties: Set(person.duties.clone()),
            service: Set(names::service(&person.role).code().to_owned()),
            version: Set(1),
            ..Default::default()
        })
        .exec_with_returning(db)
        .await?;
        names.persons.insert(person.id.clone(), row.id);
    }
    Ok(())
}

async fn positions(db: &impl ConnectionTrait, data: &Data, names: &mut Names) -> Result<()> {
    for (at, person) in data.persons.iter().enumerate() {
        if matches!(person.role.as_str(), "chuyen_vien" | "lai_xe") {
            continue;
        }
        let leads = person.role == "lanh_dao_ubnd";
        let row = people::position::Entity::insert(people::position::ActiveModel {
            slug: Set(person.id.clone()),
            title: Set(person.title.clone()),
            short_title: Set(person.short_title.clone()),
            person_id: Set(number(&names.persons, &person.id)?),
            unit_id: Set(number(&names.units, &person.unit_id)?),
            precedence: Set(person.rank.unwrap_or(100 + at as i32)),
            portfolio: Set(person.portfolio.clone()),
            has_calendar: Set(leads),
            office_leader_id: Set(optional(&names.persons, &person.office_lead_id)?),
            version: Set(1),
            ..Default::default()
        })
        .exec_with_returning(db)
        .await?;
        names.positions.insert(person.id.clone(), row.id);
        if leads {
            people::serving::Entity::insert(people::serving::ActiveModel {
                secretary_id: Set(number(&names.persons, "cv-th1")?),
                position_id: Set(row.id),
                ..Default::default()
            })
            .exec_without_returning(db)
            .await?;
        }
    }
    let acting = people::position::ActiveModel {
        id: Set(number(&names.positions, "ct")?),
        acting_id: Set(Some(number(&names.positions, "pcttt")?)),
        ..Default::default()
    };
    people::position::Entity::update(acting).exec(db).await?;
    Ok(())
}

async fn facilities(db: &impl ConnectionTrait, data: &Data, names: &mut Names) -> Result<()> {
    for room in &data.rooms {
        let row = facility::room::Entity::insert(facility::room::ActiveModel {
            name: Set(room.name.clone()),
            location: Set(room.location.clone()),
            capacity: Set(room.capacity),
            video_conference: Set(room.video_conference),
            ..Default::default()
        })
        .exec_with_returning(db)
        .await?;
        names.rooms.insert(room.id.clone(), row.id);
    }
    for vehicle in &data.vehicles {
        let row = facility::vehicle::Entity::insert(facility::vehicle::ActiveModel {
            plate: Set(vehicle.plate.clone()),
            seats: Set(vehicle.seats),
            driver_id: Set(optional(&names.persons, &vehicle.driver_id)?),
            ..Default::default()
        })
        .exec_with_returning(db)
        .await?;
        names.vehicles.insert(vehicle.id.clone(), row.id);
    }
    Ok(())
}

async fn accounts(db: &impl ConnectionTrait, data: &Data, names: &Names, hash: &str) -> Result<()> {
    let office = [
        ("thuky", "cv-th1", Role::Secretary),
        ("chanhvanphong", "cvp", Role::ChiefOfOffice),
        ("chutich", "ct", Role::Leader),
        ("pcttt", "pcttt", Role::Leader),
        ("pct1", "pct-kt", Role::Leader),
        ("pct2", "pct-nn", Role::Leader),
        ("pct3", "pct-vx", Role::Leader),
    ];
    let mut rows = Vec::new();
    for (local, person, role) in office {
        let known = data.persons.iter().find(|p| p.id == person).ok_or_else(|| names::unknown(person))?;
        rows.push(access::account::ActiveModel {
            name: Set(known.full_name.clone()),
            unit_id: Set(Some(number(&names.units, &known.unit_id)?)),
            person_id: Set(Some(number(&names.persons, person)?)),
            ..account(local, role, hash)
        });
    }
    rows.push(access::account::ActiveModel {
        name: Set("Quản trị hệ thống".to_owned()),
        ..account("quantri", Role::Administrator, hash)
    });
    let mut taken: HashSet<String> = HashSet::new();
    for unit in &data.org_units {
        let kind = names::unit_kind(&unit.kind)?;
        if matches!(kind, UnitKind::PeopleCommittee | UnitKind::Office | UnitKind::Division) {
            continue;
        }
        // An officer signs in under the unit's name or under its code.
        for local in [local_part(&unit.short_name), local_part(&unit.code)] {
            if taken.insert(local.clone()) {
                rows.push(access::account::ActiveModel {
                    name: Set(format!("Văn thư {}", unit.short_name)),
                    unit_id: Set(Some(number(&names.units, &unit.id)?)),
                    ..account(&local, Role::DepartmentOfficer, hash)
                });
            }
        }
    }
    for row in rows {
        access::account::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

fn account(local: &str, role: Role, hash: &str) -> access::account::ActiveModel {
    access::account::ActiveModel {
        email: Set(format!("{local}@minhgiang.example")),
        password_hash: Set(hash.to_owned()),
        roles: Set(role.code().to_owned()),
        version: Set(1),
        ..Default::default()
    }
}

/// "Sở Tài chính" signs in as "sotaichinh".
fn local_part(name: &str) -> String {
    text::plain(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

async fn settings(db: &impl ConnectionTrait, data: &Data) -> Result<()> {
    let deadline = &data.settings.registration_deadline;
    let weekday = match deadline.weekday.as_str() {
        "thursday" => "Thứ Năm",
        other => return Err(names::unknown(other)),
    };
    let profile = Profile {
        committee_name: data.province.people_committee_name.clone(),
        committee_short: data.province.people_committee_short.clone(),
        office_name: data.province.office_name.clone(),
        place_name: data.province.document_place_name.clone(),
        headquarters: data.province.headquarters.clone(),
        registration_deadline: format!("{weekday}, {}", deadline.time),
        version: 1,
    };
    let span = |[from, to]: &[String; 2]| {
        let time = |text: &str| spoken::parse_time(text).ok_or_else(|| names::unknown(text));
        Ok::<_, Failure>((time(from)?, time(to)?))
    };
    let hours = &data.settings.working_hours;
    let hours = WorkingHours::new(span(&hours.morning)?, span(&hours.afternoon)?)
        .and_then(|usual| HoursTable::new(usual, Vec::new()))
        .map_err(|e| Failure::Other(e.to_string()))?;
    setting::put_first(db, &profile, &hours).await?;
    setting::insert_holidays(db, &data.holidays).await
}

/// The week as it was first published, and then each adjustment.
pub(super) async fn week(office: &Office, data: &Data, names: &Names) -> Result<()> {
    let iso = IsoWeek::of(data.week.start_date);
    let secretary = actor(data, names, "cv-th1", Role::Secretary)?;
    let chief = actor(data, names, "cvp", Role::ChiefOfOffice)?;
    let desk = |actor: &Actor, now: DateTime<Utc>| Desk { office: office.clone(), actor: actor.clone(), now };
    let mut rows: HashMap<&str, EntryId> = HashMap::new();
    for revision in &data.week.revisions {
        let before_approval = revision.approved_at - TimeDelta::minutes(30);
        let drafting = desk(&secretary, before_approval);
        if revision.revision == 1 {
            first_copy(&drafting, data, names, iso, &mut rows).await?;
        } else {
            for change in &revision.changes {
                adjust(&drafting, data, names, change, &mut rows).await?;
            }
        }
        for (step, actor, at, reason) in [
            (Step::Submit, &secretary, before_approval, ""),
            (Step::Approve, &chief, revision.approved_at, ""),
            (Step::Publish, &chief, revision.published_at, revision.summary.as_str()),
        ] {
            let desk = desk(actor, at);
            let seen = schedule::open_week(desk.db(), iso).await?.version;
            schedule::take_step(&desk, iso, step, seen, reason).await?;
        }
    }
    Ok(())
}

/// Entries of the first publication, as they were before any adjustment. They
/// are put down without judging: what was planned then is a fact.
async fn first_copy<'a>(
    desk: &Desk,
    data: &'a Data,
    names: &Names,
    iso: IsoWeek,
    rows: &mut HashMap<&'a str, EntryId>,
) -> Result<()> {
    let writing = desk.write().await?;
    for entry in data.entries.iter().filter(|e| e.added_in_revision == 1) {
        let plan = names.plan(&as_first_planned(entry, data)?)?;
        let saved = schedule::insert_entry(&writing.tx, &plan, &uid(&entry.id), "", "").await?;
        rows.insert(&entry.id, saved.id);
    }
    let week = Week { remark: data.week.document_note.clone(), ..Week::untouched(iso) };
    schedule::store_week(&writing.tx, week).await?;
    writing.commit().await
}

/// An entry with the old value of each field that was adjusted later.
fn as_first_planned(entry: &data::Entry, data: &Data) -> Result<data::Entry> {
    let mut first = entry.clone();
    let changes = data.week.revisions.iter().flat_map(|r| &r.changes);
    for change in changes.filter(|c| c.entry_id == entry.id) {
        let text = change.from.as_str().map(str::to_owned);
        match change.field.as_deref() {
            Some("start_time") => first.start_time = text,
            Some("room_id") => first.room_id = text,
            Some("leaders") => first.leaders = serde_json::from_value(change.from.clone())?,
            Some("status") | None => {}
            Some(other) => return Err(names::unknown(other)),
        }
    }
    Ok(first)
}

async fn adjust<'a>(
    desk: &Desk,
    data: &'a Data,
    names: &Names,
    change: &'a data::Change,
    rows: &mut HashMap<&'a str, EntryId>,
) -> Result<()> {
    let entry = data
        .entries
        .iter()
        .find(|e| e.id == change.entry_id)
        .ok_or_else(|| names::unknown(&change.entry_id))?;
    let reason = change.reason.as_str();
    if change.kind == "bo_sung" {
        let draft = EntryDraft { reason: reason.to_owned(), ..EntryDraft::of(&names.plan(entry)?) };
        let saved = schedule::save_entry(desk, Save { draft, ..Save::default() }).await?;
        schedule::rename_entry(desk, saved.entry.id, &uid(&change.entry_id)).await?;
        rows.insert(&change.entry_id, saved.entry.id);
        return Ok(());
    }
    let id = *rows.get(change.entry_id.as_str()).ok_or_else(|| names::unknown(&change.entry_id))?;
    let known = schedule::working_entry(desk, id).await?;
    match change.kind.as_str() {
        "hoan" => {
            schedule::postpone_entry(desk, id, known.version, reason, None).await?;
        }
        "huy" => {
            schedule::cancel_entry(desk, id, known.version, reason).await?;
        }
        _ => {
            let mut plan = names.plan(entry)?;
            if change.kind == "uy_quyen" {
                let was: Vec<data::Leader> = serde_json::from_value(change.from.clone())?;
                plan.attending = delegated(names.attending(&was)?, plan.attending);
            }
            let draft = EntryDraft { reason: reason.to_owned(), ..EntryDraft::of(&plan) };
            let save = Save { id: Some(id), seen: known.version, draft, ..Save::default() };
            schedule::save_entry(desk, save).await?;
        }
    }
    Ok(())
}

/// Those who go, with the ones first assigned beside them.
fn delegated(before: Vec<Attending>, after: Vec<Attending>) -> Vec<Attending> {
    let mut originals = before.into_iter().map(|a| a.position);
    after
        .into_iter()
        .map(|a| match a.role {
            LeaderRole::Substitute => Attending { in_place_of: originals.next(), ..a },
            _ => a,
        })
        .collect()
}

pub(super) fn actor(data: &Data, names: &Names, person: &str, role: Role) -> Result<Actor> {
    let known = data.persons.iter().find(|p| p.id == person).ok_or_else(|| names::unknown(person))?;
    let leaders = data.persons.iter().filter(|p| p.role == "lanh_dao_ubnd");
    Ok(Actor {
        person: Some(PersonId(number(&names.persons, person)?)),
        roles: vec![role],
        serves: leaders.map(|l| number(&names.positions, &l.id).map(PositionId)).collect::<Result<_>>()?,
        ..Actor::job(&known.full_name)
    })
}

/// The demo's feeds keep their identity when the demo is loaded again.
pub(super) fn uid(id: &str) -> String {
    format!("demo-{id}@giaoban")
}
