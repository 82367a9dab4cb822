//! Materials as somebody sees them: one whose file is asked for, the pack of a meeting,
//! what a unit owes, what the Office misses.

use super::circle::circles;
use super::note;
use super::table::{self, chase, material};
use crate::desk::Desk;
use crate::failure::Result;
use crate::file;
use crate::meeting::list::LIST;
use crate::meeting::names::Names;
use crate::meeting::read;
use crate::meeting::rule::Measure;
use crate::meeting::table::{item, meeting};
use bytes::Bytes;
use chrono::NaiveDate;
use domain::file::{File, Owner};
use domain::meeting::{
    Circle, Item, Material, Meeting, MeetingState, Near, Owed, Pack, PackLine, Papers, PapersLeft, in_order,
    seen_by,
};
use domain::{Deed, FileId, ItemId, MaterialId, MeetingId, Refusal};
use futures_util::Stream;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// So many days after a meeting its papers stay on the page of papers.
const STAYS: i64 = 30;

/// Materials out of their rows, in the order of the rows.
pub(super) async fn materials(
    desk: &Desk,
    db: &impl ConnectionTrait,
    names: &Names,
    measure: &Measure,
    rows: Vec<material::Model>,
) -> Result<Vec<Material>> {
    let ids = rows.iter().map(|row| row.id);
    let chases = chase::Entity::find()
        .filter(chase::Column::MaterialId.is_in(ids.clone()))
        .order_by_asc(chase::Column::Id)
        .all(db)
        .await?;
    let owners: Vec<Owner> = ids.map(|id| Owner::Material(id.into())).collect();
    let mut files: HashMap<Owner, Vec<File>> = HashMap::new();
    for file in file::of(db, &owners).await? {
        files.entry(file.owner).or_default().push(file);
    }
    rows.into_iter()
        .map(|row| {
            let plan = table::plan(&row)?;
            let chased = chases.iter().filter(|chase| chase.material_id == row.id).map(table::chased);
            let mut material = Material {
                id: row.id.into(),
                meeting: row.meeting_id.into(),
                item: row.item_id.map(Into::into),
                unit_name: names.unit(plan.unit),
                noted: table::noted(&row),
                chased: chased.collect(),
                closed: row.closed_at.map(|at| (row.closed_by.clone(), at)),
                files: files.remove(&Owner::Material(row.id.into())).unwrap_or_default(),
                mark: domain::meeting::Mark::Far,
                plan,
            };
            material.mark = material.marked(desk.now, &measure.days, measure.rules.amber);
            Ok(material)
        })
        .collect()
}

/// A material with its meeting, as the person at the desk stands to it.
pub(crate) struct Found {
    pub(crate) material: Material,
    pub(crate) meeting: Meeting,
}

/// A material that the person may know of.
pub(crate) async fn found(desk: &Desk, db: &impl ConnectionTrait, id: MaterialId) -> Result<Found> {
    let row = material::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, row.meeting_id.into()).await?;
    let near = near(desk, db, &names, &meeting).await?;
    let measure = Measure::read(db).await?;
    let material = materials(desk, db, &names, &measure, vec![row]).await?.pop().ok_or(Refusal::NotFound)?;
    if !material.is_seen_by(&desk.actor, near) {
        return Err(Refusal::NotFound.into());
    }
    Ok(Found { material, meeting })
}

/// How near the person stands to a meeting.
pub(in crate::meeting) async fn near(
    desk: &Desk,
    db: &impl ConnectionTrait,
    names: &Names,
    meeting: &Meeting,
) -> Result<Near> {
    Ok(circle(db, names, meeting).await?.near(&desk.actor, meeting))
}

async fn circle(db: &impl ConnectionTrait, names: &Names, meeting: &Meeting) -> Result<Circle> {
    Ok(circles(db, names, std::slice::from_ref(meeting)).await?.pop().unwrap_or_default())
}

/// The papers of a meeting, as the person may see them.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`]; [`Refusal::NotFound`] for whoever takes no part.
pub async fn pack(desk: &Desk, id: MeetingId) -> Result<Pack> {
    desk.may(Deed::ReadMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, id).await?;
    let agenda = read::agenda(db, &names, id).await?;
    packed(desk, db, &names, &Measure::read(db).await?, &meeting, &agenda).await
}

/// The papers of a meeting whose agenda was read already.
pub(in crate::meeting) async fn packed(
    desk: &Desk,
    db: &impl ConnectionTrait,
    names: &Names,
    measure: &Measure,
    meeting: &Meeting,
    agenda: &[Item],
) -> Result<Pack> {
    let circle = circle(db, names, meeting).await?;
    let near = circle.near(&desk.actor, meeting);
    if near == Near::Nobody {
        return Err(Refusal::NotFound.into());
    }
    let rows = of_meetings(db, &[meeting.id]).await?;
    let mut materials = materials(desk, db, names, measure, rows).await?;
    materials.retain(|material| material.is_seen_by(&desk.actor, near));
    let deadlines = meeting.deadlines(&measure.rules, &measure.days, desk.today());
    let order: Vec<ItemId> = agenda.iter().map(|item| item.id).collect();
    let is_office = near == Near::Office;
    let notes = note::own(desk, db, meeting.id).await?;
    let mut seen = Vec::new();
    if is_office {
        let files: Vec<FileId> = materials.iter().flat_map(|m| m.files.iter().map(|f| f.id)).collect();
        let openings = file::openings(db, &files).await?;
        let chair = meeting.proposal.chair;
        let with_file = materials.iter().filter(|material| !material.files.is_empty());
        seen = with_file.map(|m| (m.id, seen_by(m, &circle, chair, &openings))).collect();
    }
    Ok(Pack {
        meeting: meeting.id,
        content: meeting.proposal.content.clone(),
        date: meeting.day(),
        start: meeting.start(),
        state: meeting.state,
        standing: meeting.standing(),
        is_frozen: meeting.frozen.is_some(),
        version: meeting.version,
        heads: agenda.iter().map(|item| (item.id, item.plan.content.clone())).collect(),
        materials: in_order(materials, &order),
        usual_due: Pack::due(&deadlines),
        units: if is_office { names.offer(desk.today()).units } else { Vec::new() },
        seen,
        notes,
    })
}

/// The papers of a meeting as one archive.
#[derive(Debug)]
pub struct Archive {
    /// What the archive is called.
    pub name: String,
    files: Vec<(String, file::Opened)>,
}

impl Archive {
    /// Its bytes, made while they are read.
    pub fn read(self) -> impl Stream<Item = Result<Bytes>> + Send + use<> {
        file::zipped(self.files)
    }
}

/// The newest versions of all papers of a meeting that the person may read, in the order
/// of the agenda.
///
/// # Errors
/// As [`pack`]; [`Refusal::NotFound`] when there is nothing to read.
pub async fn archive(desk: &Desk, id: MeetingId) -> Result<Archive> {
    let pack = pack(desk, id).await?;
    let mut files = Vec::new();
    for (name, material, file) in pack.archived("Chung") {
        files.push((name, file::granted(desk, file.id, material.tells_of(&desk.actor)).await?));
    }
    if files.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    Ok(Archive { name: format!("Tài liệu họp {}.zip", pack.date), files })
}

/// The rows of meetings, in their places.
pub(super) async fn of_meetings(
    db: &impl ConnectionTrait,
    meetings: &[MeetingId],
) -> Result<Vec<material::Model>> {
    Ok(material::Entity::find()
        .filter(material::Column::MeetingId.is_in(meetings.iter().map(|id| id.0)))
        .order_by_asc(material::Column::Place)
        .order_by_asc(material::Column::Id)
        .all(db)
        .await?)
}

/// What the own unit owes, and the meetings with papers to read.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`].
pub async fn papers(desk: &Desk) -> Result<Papers> {
    desk.may(Deed::ReadMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let mut meetings = on_board(db, &names).await?;
    meetings.retain(|meeting| meeting.day() >= shown_from(desk));
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    let rows = of_meetings(db, &ids).await?;
    let measure = Measure::read(db).await?;
    let all = materials(desk, db, &names, &measure, rows).await?;
    let circles = circles(db, &names, &meetings).await?;
    let heads = heads(db, &all).await?;

    let mut papers = Papers::default();
    for (meeting, circle) in meetings.iter().zip(circles) {
        let near = circle.near(&desk.actor, meeting);
        let seen = all.iter().filter(|m| m.meeting == meeting.id && m.is_seen_by(&desk.actor, near));
        let seen: Vec<&Material> = seen.collect();
        let count = seen.iter().filter(|material| !material.files.is_empty()).count();
        if count > 0 {
            papers.packs.push(PackLine {
                meeting: meeting.id,
                content: meeting.proposal.content.clone(),
                date: meeting.day(),
                standing: meeting.standing(),
                count: u32::try_from(count).unwrap_or(u32::MAX),
            });
        }
        let own = seen.into_iter().filter(|material| material.is_owed_by(&desk.actor));
        papers.owed.extend(own.map(|material| Owed::of(meeting, material.clone(), &heads)));
    }
    papers.owed.sort_by_key(Owed::presses);
    papers.packs.sort_by_key(|pack| (pack.date < desk.today(), pack.date, pack.meeting));
    Ok(papers)
}

/// The day from which on the papers of meetings stay on the page of papers.
pub(super) fn shown_from(desk: &Desk) -> NaiveDate {
    desk.today() - chrono::TimeDelta::days(STAYS)
}

/// What the items are about that materials belong to.
pub(super) async fn heads(db: &impl ConnectionTrait, all: &[Material]) -> Result<HashMap<ItemId, String>> {
    let ids = all.iter().filter_map(|material| material.item.map(|item| item.0));
    let rows = item::Entity::find().filter(item::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.content)).collect())
}

/// The latest meetings that have a place on the board.
async fn on_board(db: &impl ConnectionTrait, names: &Names) -> Result<Vec<Meeting>> {
    let states = MeetingState::ALL.into_iter().filter(|state| state.is_on_board());
    let rows = meeting::Entity::find()
        .filter(Condition::all().add(meeting::Column::State.is_in(states.map(MeetingState::code))))
        .order_by_desc(meeting::Column::Id)
        .limit(LIST)
        .all(db)
        .await?;
    read::meetings(db, names, rows).await
}

/// What is missing of meetings that are being prepared, for the Office's desk.
pub(in crate::meeting) async fn missing(
    desk: &Desk,
    names: &Names,
    measure: &Measure,
    meetings: &[Meeting],
) -> Result<Vec<PapersLeft>> {
    let db = desk.db();
    let waits = |meeting: &&Meeting| meeting.state.is_prepared() && meeting.is_going();
    let ids: Vec<MeetingId> = meetings.iter().filter(waits).map(|meeting| meeting.id).collect();
    let rows = of_meetings(db, &ids).await?;
    let all = materials(desk, db, names, measure, rows).await?;
    let left = |meeting: &Meeting| {
        let own: Vec<Material> = all.iter().filter(|m| m.meeting == meeting.id).cloned().collect();
        PapersLeft::of(meeting, &own)
    };
    Ok(meetings.iter().filter_map(left).collect())
}
