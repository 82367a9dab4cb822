//! An entry in words, as the journal keeps it.

use chrono::NaiveTime;
use domain::calendar::spoken;
use domain::journal::FieldChange;
use domain::schedule::{Directory, Entry, Plan};
use domain::{Locale, PersonId, PositionId, UnitId, words};

/// What a save changes, field by field, with names instead of numbers.
pub(super) fn differences(
    old: Option<&Entry>,
    plan: &Plan,
    reason: &str,
    directory: &Directory,
) -> Vec<FieldChange> {
    let before = old.map(|o| described(&o.plan, directory)).unwrap_or_default();
    described(plan, directory)
        .into_iter()
        .filter_map(|(field, after)| {
            let before = before.iter().find(|(f, _)| *f == field);
            FieldChange::between(field, before.map(|(_, b)| b.clone()).unwrap_or_default(), after)
        })
        .chain(old.and_then(|o| FieldChange::between("reason", o.reason.clone(), reason.to_owned())))
        .collect()
}

/// Every field of a plan as the journal keeps it.
fn described(plan: &Plan, directory: &Directory) -> Vec<(&'static str, String)> {
    let unit = |id: UnitId| directory.unit(id).map(|u| u.short_name.clone()).unwrap_or_default();
    let person = |id: PersonId| directory.person(id).map(|p| p.name.clone()).unwrap_or_default();
    let leader = |id: PositionId| {
        directory.leader(id).map(|l| format!("{} {}", l.short_title, l.person_name)).unwrap_or_default()
    };
    let leaders: Vec<String> = plan
        .attending
        .iter()
        .map(|a| {
            let role = Locale::Vi.say(words::leader_role(a.role));
            match a.in_place_of {
                Some(original) => format!("{} ({role}: {})", leader(a.position), leader(original)),
                None => format!("{} ({role})", leader(a.position)),
            }
        })
        .collect();
    let sites: Vec<String> = plan.remote_sites.iter().map(|id| unit(*id)).collect();
    let time = |t: Option<NaiveTime>| t.map(spoken::time).unwrap_or_default();
    vec![
        ("date", plan.date.to_string()),
        ("part", plan.part.code().into()),
        ("start", time(plan.start)),
        ("end", time(plan.end)),
        ("kind", plan.kind.code().into()),
        ("content", plan.content.clone()),
        ("leaders", leaders.join("; ")),
        ("participants", plan.participants.clone()),
        ("host_unit", plan.host_unit.map(unit).unwrap_or_default()),
        ("preparing_unit", plan.preparing_unit.map(unit).unwrap_or_default()),
        ("room", plan.room.and_then(|r| directory.room(r)).map(|r| r.name.clone()).unwrap_or_default()),
        ("place", plan.place.clone()),
        ("format", plan.format.code().into()),
        ("remote_sites", sites.join(", ")),
        ("office_leader", plan.office_leader.map(person).unwrap_or_default()),
        ("specialist", plan.specialist.map(person).unwrap_or_default()),
        ("division", plan.division.map(unit).unwrap_or_default()),
        (
            "vehicle",
            plan.vehicle.and_then(|v| directory.vehicle(v)).map(|v| v.plate.clone()).unwrap_or_default(),
        ),
        ("invitation", plan.invitation.map(|i| i.code()).unwrap_or_default().into()),
        ("visibility", plan.visibility.code().into()),
        ("public_wording", plan.public_wording.clone()),
        ("note", plan.note.clone()),
    ]
}
