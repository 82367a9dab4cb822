//! The week, happening again: as it was first published, and then each adjustment.

use super::data::{self, Data};
use super::names::{self, Names, number};
use crate::desk::{Desk, Office};
use crate::failure::Result;
use crate::schedule;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Role;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Attending, EntryDraft, LeaderRole, Save, Step, Week};
use domain::{Actor, EntryId, PersonId, PositionId};
use std::collections::HashMap;

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
