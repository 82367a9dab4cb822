//! Publishing: the working week becomes a numbered, frozen copy, and the part
//! of it that is public becomes a second, narrower one.
//!
//! Both copies are written in one transaction; a reader sees the old week or
//! the new one, never half of it.

use super::book::Book;
use super::calendar::entries;
use super::published::last;
use super::rosters::Rosters;
use super::table::{self, publication, published};
use super::week::{not_stale, open_week, step_line, store_week};
use crate::bulletin::store as bulletin;
use crate::desk::Desk;
use crate::duty;
use crate::failure::Result;
use crate::live::Told;
use crate::setting;
use crate::store::Tx;
use chrono::{DateTime, Utc};
use domain::bulletin::{BulletinLeader, show};
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::next;
use domain::schedule::{
    Backstage, Directory, Entry, Face, Publication, Published, PublishedEntry, Standing, Step, Visibility,
    Week, WeekState,
};
use domain::{Deed, PositionId, Problem, Refusal, text};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};

/// Publishes an approved week under the next number; an adjustment owes a reason to the journal.
/// `seen` is the version of the week that was reviewed.
///
/// # Errors
/// Refused by rights or state, with [`Problem::Required`] for an adjustment without a
/// reason, stale, or when nothing differs.
pub async fn publish(desk: &Desk, iso: IsoWeek, seen: i32, reason: &str) -> Result<Week> {
    desk.may(Deed::PublishWeek)?;
    let reason = text::reason("reason", reason, false)?;

    let writing = desk.write_week(iso).await?;
    let db = &writing.tx;
    let week = open_week(db, iso).await?;

    not_stale(db, &week, seen).await?;
    let state = week.after(Step::Publish, &desk.actor)?;
    if week.published.is_some() && reason.is_empty() {
        return Err(Refusal::field("reason", Problem::Required).into());
    }

    let before = week.state;
    let (mut week, stamp) = publish_into(desk, db, week, &reason).await?;
    week.state = state;
    step_line(db, desk, &week, Step::Publish, before, &reason).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(week)
}

/// A week as it would be published next.
pub(super) struct Edition {
    /// The last publication with its entries.
    pub before: Option<(Publication, Vec<PublishedEntry>)>,
    /// The number that it would have.
    pub number: i32,
    /// Its entries.
    pub frozen: Vec<PublishedEntry>,
    directory: Directory,
    /// Who is on duty, before and now.
    pub roster: Rosters,
}

impl Edition {
    pub(super) async fn of(desk: &Desk, db: &impl sea_orm::ConnectionTrait, week: &Week) -> Result<Self> {
        let number = week.published.map_or(0, |(n, _)| n) + 1;
        let before = last(db, week.iso).await?;
        let (frozen, directory) = freeze(desk, db, week.iso, &before, number, desk.now).await?;
        let last = before.as_ref().map(|(publication, _)| publication);
        let roster = Rosters::of(db, week.iso, last, &directory).await?;
        Ok(Self { before, number, frozen, directory, roster })
    }

    /// Whether it says what the last one says.
    pub(super) fn is_same(&self, week: &Week) -> bool {
        self.before.as_ref().is_some_and(|(publication, old)| {
            unchanged(old, &self.frozen) && !self.roster.differ() && publication.remark == week.remark
        })
    }
}

/// The last publication of a week that says the same again: changed, and changed back.
pub(super) async fn as_published(desk: &Desk, db: &Tx, week: &Week) -> Result<Option<Publication>> {
    if week.published.is_none() {
        return Ok(None);
    }
    let edition = Edition::of(desk, db, week).await?;
    let is_same = edition.is_same(week);
    Ok(edition.before.map(|(publication, _)| publication).filter(|_| is_same))
}

/// Freezes the week and stores it, and returns the new stamp of readers.
pub(crate) async fn publish_into(desk: &Desk, db: &Tx, week: Week, reason: &str) -> Result<(Week, i64)> {
    let iso = week.iso;
    let edition = Edition::of(desk, db, &week).await?;
    if edition.is_same(&week) {
        return Err(Refusal::NothingToPublish.into());
    }
    let Edition { before, number, frozen, directory, roster } = edition;

    let row = publication::Entity::insert(publication::ActiveModel {
        monday: Set(iso.monday()),
        number: Set(number),
        at: Set(desk.now),
        by: Set(desk.actor.name.clone()),
        reason: Set(reason.to_owned()),
        remark: Set(week.remark.clone()),
        duty: Set(serde_json::to_string(&roster.new)?),
        ..Default::default()
    })
    .exec_with_returning(db)
    .await?;
    if !frozen.is_empty() {
        let rows = frozen
            .iter()
            .map(|entry| {
                Ok(published::ActiveModel {
                    publication_id: Set(row.id),
                    entry_id: Set(entry.entry.0),
                    date: Set(entry.published.face.date),
                    frozen: Set(serde_json::to_string(entry)?),
                })
            })
            .collect::<Result<Vec<_>>>()?;
        for chunk in rows.chunks(500) {
            published::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
        }
    }
    // The reason is told: the copy and the journal keep it, and the next change has its own.
    table::entry::Entity::update_many()
        .col_expr(table::entry::Column::PublishedIn, Expr::value(number))
        .col_expr(table::entry::Column::Reason, Expr::value(""))
        .filter(table::entry::Column::Id.is_in(frozen.iter().map(|entry| entry.entry.0)))
        .exec(db)
        .await?;

    db.tell(Told::Published(iso));

    let shown = public_part(db, iso, &before, &frozen, number, desk.now).await?;
    let leaders: Vec<BulletinLeader> = directory
        .leaders
        .iter()
        .filter(|l| l.has_calendar && l.valid.meets(iso.monday(), iso.sunday()))
        .map(|l| BulletinLeader {
            slug: l.slug.clone(),
            title: l.title.clone(),
            short_title: l.short_title.clone(),
            name: l.person_name.clone(),
        })
        .collect();
    bulletin::put(db, row.id, iso, number, desk.now, &week.remark, &leaders, &shown, &roster.shown).await?;
    bulletin::withdraw(db, iso, row.id, &withdrawn(&before, &frozen)).await?;

    let week = store_week(
        db,
        Week {
            state: WeekState::Published,
            stepped: Some((desk.actor.name.clone(), desk.now)),
            published: Some((number, desk.now)),
            ..week
        },
    )
    .await?;
    Ok((week, setting::raise_stamp(db).await?))
}

/// The next frozen copy of a week, given the last one.
pub(crate) async fn freeze(
    desk: &Desk,
    db: &impl sea_orm::ConnectionTrait,
    iso: IsoWeek,
    before: &Option<(Publication, Vec<PublishedEntry>)>,
    number: i32,
    now: DateTime<Utc>,
) -> Result<(Vec<PublishedEntry>, Directory)> {
    let (first, last) = (iso.monday(), iso.sunday());
    let book = Book::open(&desk.office, db).await?;
    let working = entries(db, &book, first, last).await?;
    let on_duty = duty::duties(db, first, last).await?;
    let on_duty: Vec<PositionId> = on_duty.into_iter().filter_map(|duty| duty.leader).collect();
    let directory = book.directory(first, last, &working, &on_duty);
    let uids = uids(db, iso).await?;
    let known: HashMap<_, _> =
        before.iter().flat_map(|(_, entries)| entries).map(|old| (old.entry, old)).collect();
    let frozen = working
        .iter()
        .filter(|entry| is_worth_publishing(entry, known.contains_key(&entry.id)))
        .map(|entry| {
            let old = known.get(&entry.id).copied();
            PublishedEntry {
                entry: entry.id,
                published: next(
                    old.map(|old| &old.published),
                    face_of(entry, &directory, old),
                    uids.get(&entry.id.0).map(String::as_str).unwrap_or_default(),
                    number,
                    now,
                ),
                visibility: entry.plan.visibility,
                public_wording: entry.plan.public_wording.clone(),
                backstage: backstage(entry, &directory),
            }
        })
        .collect();
    Ok((frozen, directory))
}

/// What readers see of an entry. The reason of its last change stays as long as it says
/// the same to the same readers: others may not have been meant to read it.
fn face_of(entry: &Entry, directory: &Directory, old: Option<&PublishedEntry>) -> Face {
    let face = Face::of(entry, directory);
    let plan = &entry.plan;
    match old {
        Some(old) if old.visibility == plan.visibility && old.public_wording == plan.public_wording => {
            face.explained_like(&old.published.face)
        }
        _ => face,
    }
}

/// What was called off before anybody read of it need not be announced.
fn is_worth_publishing(entry: &Entry, known: bool) -> bool {
    known || entry.standing == Standing::Going
}

/// Entries of which the public may know less than it did: their older public
/// copies go too, so that no earlier number shows what was taken back.
fn withdrawn(before: &Option<(Publication, Vec<PublishedEntry>)>, frozen: &[PublishedEntry]) -> Vec<String> {
    let openness = |visibility| match visibility {
        Visibility::Internal => 0,
        Visibility::Restricted => 1,
        Visibility::Public => 2,
    };
    before
        .iter()
        .flat_map(|(_, entries)| entries)
        .filter(|old| {
            let now = frozen.iter().find(|new| new.entry == old.entry);
            now.is_some_and(|new| openness(new.visibility) < openness(old.visibility))
        })
        .map(|old| old.published.uid.clone())
        .collect()
}

/// The public copy: history is kept between public faces only, so that an old
/// value can never be one that was internal.
async fn public_part(
    db: &Tx,
    iso: IsoWeek,
    before: &Option<(Publication, Vec<PublishedEntry>)>,
    frozen: &[PublishedEntry],
    number: i32,
    now: DateTime<Utc>,
) -> Result<Vec<Published>> {
    let shown = bulletin::last(db, iso).await?;
    let was_open: HashSet<_> = before
        .iter()
        .flat_map(|(_, entries)| entries)
        .filter(|e| e.visibility == Visibility::Public)
        .map(|e| e.entry)
        .collect();
    Ok(frozen
        .iter()
        .filter_map(|entry| {
            let whole = &entry.published;
            let face = show(&whole.face, entry.visibility, &entry.public_wording)?;
            let known = shown.iter().find(|old| old.uid == whole.uid);
            // What changed behind a public wording is no change for the public.
            let face = match known {
                Some(old) if entry.visibility == Visibility::Public => face.explained_like(&old.face),
                _ => face,
            };
            let mut public = next(known, face, &whole.uid, number, now);
            // An entry that was withdrawn and comes back goes on counting: no
            // calendar may see its number fall (RFC 5545, 3.8.7.4).
            public.sequence = public.sequence.max(whole.sequence);
            if entry.visibility == Visibility::Restricted && was_open.contains(&entry.entry) {
                public.was.clear();
            }
            Some(public)
        })
        .collect())
}

fn backstage(entry: &Entry, directory: &Directory) -> Backstage {
    let plan = &entry.plan;
    let person = |id: Option<domain::PersonId>| id.and_then(|id| directory.person(id));
    let name = |id| person(id).map(|p| p.name.clone()).unwrap_or_default();
    let car = plan.vehicle.and_then(|id| directory.vehicle(id));
    Backstage {
        office_leader: name(plan.office_leader),
        specialist: name(plan.specialist),
        specialist_phone: person(plan.specialist).map(|p| p.phone.clone()).unwrap_or_default(),
        division: plan
            .division
            .and_then(|id| directory.unit(id))
            .map(|u| u.short_name.clone())
            .unwrap_or_default(),
        vehicle: car.map(|v| v.plate.clone()).unwrap_or_default(),
        driver: name(car.and_then(|v| v.driver)),
        note: plan.note.clone(),
    }
}

/// Whether two copies of a week say the same.
pub(super) fn unchanged(old: &[PublishedEntry], new: &[PublishedEntry]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(a, b)| {
            a.entry == b.entry
                && a.published.face == b.published.face
                && a.visibility == b.visibility
                && a.public_wording == b.public_wording
                && a.backstage == b.backstage
        })
}

async fn uids(db: &impl sea_orm::ConnectionTrait, iso: IsoWeek) -> Result<HashMap<i64, String>> {
    use sea_orm::QuerySelect;
    let rows: Vec<(i64, String)> = table::entry::Entity::find()
        .select_only()
        .column(table::entry::Column::Id)
        .column(table::entry::Column::Uid)
        .filter(table::entry::Column::Date.between(iso.monday(), iso.sunday()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
