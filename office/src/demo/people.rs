//! Units, persons, positions, rooms and cars, put down as they are.

use super::account;
use super::data::Data;
use super::names::{self, Names, number, optional};
use crate::access::{DEMO_PASSWORD, hash_password};
use crate::desk::Office;
use crate::facility::table as facility;
use crate::failure::Result;
use crate::people::table as people;
use crate::setting;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::HashMap;

/// Everybody and everything but the week. From here on the database is marked as one
/// that is being loaded.
pub(super) async fn load(office: &Office, data: &Data) -> Result<Names> {
    let hash = hash_password(DEMO_PASSWORD.to_owned()).await?;
    let writing = office.write().await?;
    let db = &writing.tx;
    setting::mark_as_loading(db).await?;
    let mut names = Names::default();
    units(db, data, &mut names).await?;
    persons(db, data, &mut names).await?;
    positions(db, data, &mut names).await?;
    facilities(db, data, &mut names).await?;
    account::accounts(db, data, &names, &hash).await?;
    account::settings(db, data).await?;
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
