//! What units ask for on the leaders' calendar, and what the Office makes of it.
//!
//! An officer sees and changes what the own unit asked for, and finds nothing
//! else. What was decided stays, unless what it led to is gone (`reopen`). An accepted
//! request becomes an entry in the same transaction, judged by `schedule` like any other.

mod board;
mod decide;
mod own;
mod reopen;
mod table;
mod tray;

pub(crate) use board::{back_on_board, left_board};
pub use decide::{accept_request, merge_requests, refuse_request, return_request};
pub(crate) use own::returned;
pub use own::{change_request, own_requests, register_request, withdraw_request};
pub(crate) use tray::left;
pub use tray::request_tray;

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::store::Tx;
use crate::{facility, file, people, schedule};
use domain::calendar::spoken;
use domain::facility::Room;
use domain::file::{File, Owner};
use domain::journal::{FieldChange, Subject};
use domain::people::{Position, Unit};
use domain::request::{
    Chair, Choices, Decision, Joined, Placed, Request, RequestState, RequestStep, Slot, Wanted,
};
use domain::schedule::Entry;
use domain::{Locale, Refusal, RequestId, RoomId, words};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// The names of what requests mention.
struct Names {
    units: Vec<Unit>,
    positions: Vec<Position>,
    rooms: Vec<Room>,
}

impl Names {
    async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self {
            units: people::units(db).await?,
            positions: people::positions(db).await?,
            rooms: facility::rooms(db).await?,
        })
    }

    /// Leaders with a calendar and rooms, for the forms.
    fn choices(&self) -> Choices {
        let leads = self.positions.iter().filter(|p| p.has_calendar);
        Choices {
            chairs: leads.map(|p| Chair { id: p.id, name: p.titled(), valid: p.valid }).collect(),
            rooms: self.rooms.clone(),
        }
    }

    fn unit(&self, id: domain::UnitId) -> String {
        self.units.iter().find(|u| u.id == id).map(|u| u.short_name.clone()).unwrap_or_default()
    }

    fn room(&self, id: Option<RoomId>) -> String {
        self.rooms.iter().find(|r| Some(r.id) == id).map(|r| r.name.clone()).unwrap_or_default()
    }

    fn named(&self, request: Request) -> Request {
        let wanted = &request.wanted;
        let chair = self.positions.iter().find(|p| p.id == wanted.chair);
        Request {
            unit_name: self.unit(request.unit),
            chair_name: chair.map(Position::titled).unwrap_or_default(),
            room_name: self.room(wanted.room),
            ..request
        }
    }

    /// Requests out of their rows.
    fn requests(&self, rows: Vec<table::Model>) -> Result<Vec<Request>> {
        rows.into_iter().map(|row| Ok(self.named(table::request(row)?))).collect()
    }

    /// Where the entry stands that a request became.
    fn placed(&self, request: &Request, entry: &Entry) -> Placed {
        Placed::of(entry, &self.room(entry.plan.room), request.wanted.chair)
    }
}

/// One request as it is stored, with its names.
async fn one(db: &impl ConnectionTrait, names: &Names, id: RequestId) -> Result<Request> {
    let row = table::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    Ok(names.named(table::request(row)?))
}

/// Requests as the lists show them: with their names, with where their entries stand now,
/// and with what took over those that were merged.
async fn shown(db: &impl ConnectionTrait, names: &Names, rows: Vec<table::Model>) -> Result<Vec<Request>> {
    let requests = names.requests(rows)?;
    let on_board: Vec<i64> = requests.iter().filter_map(|r| r.entry).map(|id| id.0).collect();
    let entries = schedule::entries_named(db, on_board).await?;
    let merged: Vec<i64> = requests.iter().filter_map(|r| r.merged_into).map(|id| id.0).collect();
    let takers = takers(db, names, merged).await?;
    let requests = requests.into_iter().map(|request| {
        let entry = entries.iter().find(|entry| Some(entry.id) == request.entry);
        let taker = takers.iter().find(|taker| Some(taker.id) == request.merged_into);
        let placed = entry.map(|entry| names.placed(&request, entry));
        Request { placed, joined: taker.map(Joined::of), ..request }
    });
    Ok(requests.collect())
}

/// The requests that others were merged into.
async fn takers(db: &impl ConnectionTrait, names: &Names, ids: Vec<i64>) -> Result<Vec<Request>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    names.requests(table::Entity::find().filter(table::Column::Id.is_in(ids)).all(db).await?)
}

/// Requests in a state, as a verb changes them together with something else.
async fn those(db: &Tx, which: SimpleExpr, state: RequestState) -> Result<Vec<Request>> {
    let rows =
        table::Entity::find().filter(which).filter(table::Column::State.eq(state.code())).all(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Names::read(db).await?.requests(rows)
}

/// A request whose papers somebody asks for; there are none that the person may not see.
pub(crate) async fn for_papers(desk: &Desk, db: &impl ConnectionTrait, id: RequestId) -> Result<Request> {
    let row = table::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let request = table::request(row)?;
    if request.is_read_by(&desk.actor) { Ok(request) } else { Err(Refusal::NotFound.into()) }
}

/// The papers of requests, all versions.
async fn papers(db: &impl ConnectionTrait, requests: &[Request]) -> Result<Vec<File>> {
    let owners: Vec<Owner> = requests.iter().map(|request| Owner::Request(request.id)).collect();
    file::of(db, &owners).await
}

/// The state after a step. What fits no more is said before what has changed since: nobody
/// is to look at differences and save again what cannot be saved.
async fn judged(
    desk: &Desk,
    db: &impl ConnectionTrait,
    old: &Request,
    step: RequestStep,
    seen: i32,
) -> Result<RequestState> {
    let state = old.after(step, &desk.actor)?;
    journal::not_stale(db, Subject::Request, old.id, seen, old.version).await?;
    Ok(state)
}

/// Writes a request that is still in the version that was read; its own lock is
/// this condition, because it may lie in another week than the entry. Whoever was later
/// with a step is told as if it had been judged now.
async fn keep(
    db: &impl ConnectionTrait,
    before: &Request,
    step: Option<RequestStep>,
    row: table::ActiveModel,
) -> Result<()> {
    let row = table::ActiveModel { version: Set(before.version + 1), ..row };
    let kept = table::Entity::update_many()
        .set(row)
        .filter(table::Column::Id.eq(before.id.0))
        .filter(table::Column::Version.eq(before.version))
        .exec(db)
        .await?;
    if kept.rows_affected == 1 {
        return Ok(());
    }
    let now = table::Entity::find_by_id(before.id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    let now = table::request(now)?;
    if step.is_some_and(|step| step.from(now.state).is_none()) {
        return Err(Refusal::WrongRequestState { state: now.state }.into());
    }
    let next = before.version.saturating_add(1);
    journal::not_stale(db, Subject::Request, before.id, before.version, now.version.max(next)).await
}

/// The decision of whoever is at the desk.
fn decision(desk: &Desk, reason: String) -> Decision {
    Decision { by: desk.actor.name.clone(), at: desk.now, reason }
}

async fn line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    before: Option<&Request>,
    after: &Request,
    reason: &str,
) -> Result<()> {
    let fields = FieldChange::all(before.map(described).unwrap_or_default(), described(after));
    let line = Line {
        deed,
        subject: Subject::Request,
        id: after.id.to_string(),
        title: &after.wanted.content,
        fields,
        reason,
        version: Some(after.version),
    };
    db.tell(Told::Requests);
    journal::write(db, desk, line).await
}

/// Every field of a request as the journal keeps it.
fn described(request: &Request) -> Vec<(&'static str, String)> {
    let Wanted { content, purpose, wish, alternatives, minutes, participants, place, papers, .. } =
        &request.wanted;
    let others: Vec<String> = alternatives.iter().map(spelt).collect();
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    vec![
        ("unit", request.unit_name.clone()),
        ("content", content.clone()),
        ("purpose", purpose.clone()),
        ("chair", request.chair_name.clone()),
        ("date", wish.date.to_string()),
        ("part", wish.part.code().to_owned()),
        ("start", wish.start.map(spoken::time).unwrap_or_default()),
        ("alternatives", others.join("; ")),
        ("minutes", minutes.to_string()),
        ("participants", participants.clone()),
        ("room", request.room_name.clone()),
        ("place", place.clone()),
        ("papers", papers.clone()),
        ("state", request.state.code().to_owned()),
        ("late", request.late.to_string()),
        ("entry", id(request.entry.map(|e| e.0))),
        ("merged_into", id(request.merged_into.map(|r| r.0))),
    ]
}

fn spelt(slot: &Slot) -> String {
    let hours = words::hours(Locale::Vi, slot.start, None, slot.part);
    format!("{hours} {}", spoken::date(slot.date))
}
