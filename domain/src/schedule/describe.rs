//! An entry in words, field by field: as the journal keeps it, and as two versions are
//! shown beside each other.
//!
//! It is told from the form, so that what cannot be saved yet can be shown as well.

use super::draft::EntryDraft;
use super::entry::{Entry, Plan};
use super::{Directory, LeaderRole};
use crate::id::{PersonId, PositionId};
use crate::journal::FieldChange;
use crate::locale::Locale;
use crate::people::Position;
use crate::words;
use std::str::FromStr;

/// What a save changes, with names instead of numbers; `reason` is why.
pub fn differences(
    old: Option<&Entry>,
    plan: &Plan,
    reason: &str,
    directory: &Directory,
) -> Vec<FieldChange> {
    let before = old.map(|o| described(&EntryDraft::of(&o.plan), directory)).unwrap_or_default();
    changed(&before, described(&EntryDraft::of(plan), directory))
        .chain(old.and_then(|o| FieldChange::between("reason", o.reason.clone(), reason.to_owned())))
        .collect()
}

/// Where two forms of an entry differ, the reason of the change included.
pub fn between(one: &EntryDraft, other: &EntryDraft, directory: &Directory) -> Vec<FieldChange> {
    let before = described(one, directory);
    changed(&before, described(other, directory))
        .chain(FieldChange::between("reason", one.reason.clone(), other.reason.clone()))
        .collect()
}

fn changed(
    before: &[(&'static str, String)],
    after: Vec<(&'static str, String)>,
) -> impl Iterator<Item = FieldChange> {
    after.into_iter().filter_map(|(field, after)| {
        let before = before.iter().find(|(f, _)| *f == field);
        FieldChange::between(field, before.map(|(_, b)| b.clone()).unwrap_or_default(), after)
    })
}

/// Every field of a form as the journal keeps it; a number that names nothing is left
/// out.
fn described(draft: &EntryDraft, directory: &Directory) -> Vec<(&'static str, String)> {
    let unit = |id: &str| named(id, |id| directory.unit(id).map(|u| u.short_name.clone()));
    let person = |id: &str| named(id, |id: PersonId| directory.person(id).map(|p| p.name.clone()));
    let sites: Vec<String> = draft.remote_sites.iter().map(|id| unit(id)).collect();
    vec![
        ("date", draft.date.clone()),
        ("part", draft.part.clone()),
        ("start", draft.start.clone()),
        ("end", draft.end.clone()),
        ("kind", draft.kind.clone()),
        ("content", draft.content.clone()),
        ("leaders", leaders(draft, directory)),
        ("participants", draft.participants.clone()),
        ("host_unit", unit(&draft.host_unit)),
        ("preparing_unit", unit(&draft.preparing_unit)),
        ("room", named(&draft.room, |id| directory.room(id).map(|r| r.name.clone()))),
        ("place", draft.place.clone()),
        ("format", draft.format.clone()),
        ("remote_sites", sites.join(", ")),
        ("office_leader", person(&draft.office_leader)),
        ("specialist", person(&draft.specialist)),
        ("division", unit(&draft.division)),
        ("vehicle", named(&draft.vehicle, |id| directory.vehicle(id).map(|v| v.plate.clone()))),
        ("invitation", draft.invitation.clone()),
        ("visibility", draft.visibility.clone()),
        ("public_wording", draft.public_wording.clone()),
        ("note", draft.note.clone()),
        ("acting", named(&draft.acting, |id| Some(titled(id, directory)))),
        ("agreed_by", draft.agreed_by.clone()),
        ("agreed_at", draft.agreed_at.clone()),
    ]
}

/// "CT Đặng Hữu Khiêm (Chủ trì); PCT Lê Văn A (Dự thay: CT Đặng Hữu Khiêm)", by precedence.
fn leaders(draft: &EntryDraft, directory: &Directory) -> String {
    let name = |id: PositionId| titled(id, directory);
    let order = |id: &PositionId| directory.leaders.iter().position(|l| l.id == *id).unwrap_or(usize::MAX);
    let mut going: Vec<(PositionId, &str)> =
        draft.leaders.iter().filter_map(|(id, role)| Some((id.parse().ok()?, role.as_str()))).collect();
    going.sort_by_key(|(id, _)| (order(id), *id));
    let told = going.into_iter().filter_map(|(id, role)| {
        let role = Locale::Vi.say(words::leader_role(LeaderRole::of_code(role)?));
        let original = draft.in_place_of.get(&id.to_string()).and_then(|id| id.parse().ok());
        Some(match original {
            Some(original) => format!("{} ({role}: {})", name(id), name(original)),
            None => format!("{} ({role})", name(id)),
        })
    });
    told.collect::<Vec<_>>().join("; ")
}

fn titled(id: PositionId, directory: &Directory) -> String {
    directory.leader(id).map(Position::titled).unwrap_or_default()
}

fn named<T: FromStr>(id: &str, name: impl FnOnce(T) -> Option<String>) -> String {
    id.parse().ok().and_then(name).unwrap_or_default()
}
