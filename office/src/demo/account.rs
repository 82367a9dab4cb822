//! The sign-ins of the demo office, and what it decides about itself.

use super::data::{Data, ReceptionRule as Announced};
use super::names::{self, Names, number};
use crate::access::table as access;
use crate::failure::{Failure, Result};
use crate::people::units;
use crate::setting;
use domain::access::Role;
use domain::calendar::hours::{HoursTable, WorkingHours};
use domain::calendar::{legal_days, spoken};
use domain::people::UnitKind;
use domain::schedule::{ReceptionRules, Travel, reception};
use domain::setting::Profile;
use domain::text;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::HashSet;

pub(super) async fn accounts(
    db: &impl ConnectionTrait,
    data: &Data,
    names: &Names,
    hash: &str,
) -> Result<()> {
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
    // One department's head agrees in person, the others' officers state who agreed.
    let head = data.persons.iter().find(|p| p.id == "gd-stc").ok_or_else(|| names::unknown("gd-stc"))?;
    rows.push(access::account::ActiveModel {
        name: Set(head.full_name.clone()),
        unit_id: Set(Some(number(&names.units, &head.unit_id)?)),
        person_id: Set(Some(number(&names.persons, &head.id)?)),
        ..account("giamdocsotaichinh", Role::UnitHead, hash)
    });
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
        opens_with_demo: Set(Some(true)),
        roles: Set(role.code().to_owned()),
        version: Set(1),
        ..Default::default()
    }
}

/// "Sở Tài chính" signs in as "sotaichinh".
fn local_part(name: &str) -> String {
    text::plain(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

pub(super) async fn settings(db: &impl ConnectionTrait, data: &Data) -> Result<()> {
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
        letter_symbol: String::new(),
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
    let travel = data.settings.travel.check(&units(db).await?)?;
    setting::put_ways(db, &Travel { version: 1, ..travel }).await?;
    let Announced { nth, weekday } = data.settings.citizen_reception_rule;
    let rule = reception::ReceptionRule { post: "ct".into(), per_month: 1, announced: Some((nth, weekday)) };
    let rules = ReceptionRules { rules: vec![rule], basis: reception::BASIS.into(), version: 1 };
    setting::put_reception_rules(db, &rules).await?;
    // What a new database begins with, and the demo's own words for the days that it knows.
    let mut days = legal_days::first_days();
    days.retain(|day| data.holidays.iter().all(|own| own.date != day.date));
    days.extend(data.holidays.iter().cloned());
    days.sort_by_key(|day| day.date);
    setting::replace_holidays(db, &days).await
}
