//! Papers in files: who may read, add and take them away is asked of the thing that they
//! belong to. Whoever may not see that finds no file either.
//!
//! Contents lie in the file store (`file/store.rs`), rows in the database. A file on its
//! way (`file/begin.rs`, `file/receive.rs`) is kept when all of it is there and is what its
//! name claims (`file/keep.rs`); what is given up is swept away (`file/sweep.rs`).

mod begin;
mod keep;
mod opening;
mod receive;
mod store;
mod sweep;
mod table;
mod zip;

pub use begin::{Start, begin};
pub(crate) use opening::openings;
pub use receive::{Received, attach, give_up, progress, receive};
pub(crate) use store::Files;
pub use sweep::{Swept, sweep};
pub(crate) use zip::zipped;

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::meeting::{self, Found};
use crate::request;
use crate::store::Tx;
use bytes::Bytes;
use domain::file::{File, Owner, earlier, newest};
use domain::journal::{FieldChange, Subject};
use domain::{Deed, FileId, Refusal};
use futures_util::Stream;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait as _, QueryFilter, QueryOrder, QuerySelect as _,
    QueryTrait as _,
};
use std::ops::Range;
use table::file as row;

/// What somebody wants with the files of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Read,
    Add,
    Remove,
}

/// The thing that a file belongs to, as the journal names it.
struct Thing {
    subject: Subject,
    id: String,
    title: String,
    /// What of the thing the file is, when there is more than one.
    part: Option<String>,
    /// Whether a new version owes a reason.
    needs_reason: bool,
    /// Whether it is kept who reads it.
    is_told: bool,
}

/// Asks the owner for the wish.
async fn asked(desk: &Desk, db: &impl ConnectionTrait, owner: Owner, wish: Wish) -> Result<Thing> {
    match owner {
        Owner::Material(id) => {
            let Found { material, meeting } = meeting::found(desk, db, id).await?;
            match wish {
                Wish::Read => {}
                Wish::Add => material.takes_files_of(&desk.actor, meeting.state)?,
                // A unit replaces what it sent; what must be gone is the Office's to say.
                Wish::Remove => desk.may(Deed::EditMeeting)?,
            }
            Ok(Thing {
                subject: Subject::Meeting,
                id: meeting.id.to_string(),
                needs_reason: material.needs_reason(meeting.frozen.is_some()),
                is_told: material.tells_of(&desk.actor),
                title: meeting.proposal.content,
                part: Some(format!("{} ({})", material.plan.title, material.unit_name)),
            })
        }
        Owner::Request(id) => {
            let request = request::for_papers(desk, db, id).await?;
            let actor = &desk.actor;
            let (may, asks) = match wish {
                Wish::Read => (true, true),
                Wish::Add => (request.takes_papers_of(actor), actor.can(Deed::RegisterRequest)),
                Wish::Remove => (request.gives_papers_to(actor), actor.can(Deed::RegisterRequest)),
            };
            match (may, asks) {
                (true, _) => Ok(Thing {
                    subject: Subject::Request,
                    id: id.to_string(),
                    title: request.wanted.content,
                    part: None,
                    needs_reason: false,
                    is_told: false,
                }),
                (false, true) => Err(Refusal::WrongRequestState { state: request.state }.into()),
                (false, false) => Err(Refusal::NotYours.into()),
            }
        }
    }
}

/// All versions of the files of some things of one kind.
pub(crate) async fn of(db: &impl ConnectionTrait, owners: &[Owner]) -> Result<Vec<File>> {
    let Some(kind) = owners.first() else { return Ok(Vec::new()) };
    let rows = row::Entity::find()
        .filter(row::Column::Owner.eq(kind.code()))
        .filter(row::Column::OwnerId.is_in(owners.iter().map(|owner| owner.row())))
        .filter(row::Column::RemovedAt.is_null())
        .order_by_asc(row::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(table::read_file).collect()
}

/// The files of a thing of one kind whose number stands in a column of another table, as
/// part of a question about such things.
pub(crate) fn of_column(kind: &str, id: impl ColumnTrait) -> SelectStatement {
    row::Entity::find()
        .select_only()
        .column(row::Column::Id)
        .filter(row::Column::Owner.eq(kind))
        .filter(Expr::col((row::Entity, row::Column::OwnerId)).equals(id.as_column_ref()))
        .filter(row::Column::RemovedAt.is_null())
        .into_query()
}

/// The files of a thing, all versions.
///
/// # Errors
/// [`Refusal::NotFound`] for a thing that the person may not see.
pub async fn list(desk: &Desk, owner: Owner) -> Result<Vec<File>> {
    if desk.actor.account.is_none() {
        return Err(Refusal::SignInNeeded.into());
    }
    asked(desk, desk.db(), owner, Wish::Read).await?;
    of(desk.db(), &[owner]).await
}

/// A file whose contents are about to be read.
#[derive(Debug)]
pub struct Opened {
    /// What is known of it.
    pub file: File,
    key: String,
    files: Files,
}

impl Opened {
    /// Its contents, or some of them.
    pub fn read(&self, range: Range<u64>) -> impl Stream<Item = Result<Bytes>> + Send + use<> {
        self.files.read(&self.key, range)
    }
}

/// Opens a file, also an earlier version.
///
/// # Errors
/// [`Refusal::NotFound`] for one that is not there or whose owner the person may not see.
pub async fn open(desk: &Desk, id: FileId) -> Result<Opened> {
    let known = stored(desk, desk.db(), id).await?;
    let owner = table::read_file(known.clone())?.owner;
    let is_told = asked(desk, desk.db(), owner, Wish::Read).await?.is_told;
    opened(desk, known, is_told).await
}

/// Opens a file of a thing that was asked already whether the person may read it;
/// `is_told` says whether it is kept who does.
pub(crate) async fn granted(desk: &Desk, id: FileId, is_told: bool) -> Result<Opened> {
    opened(desk, stored(desk, desk.db(), id).await?, is_told).await
}

async fn opened(desk: &Desk, known: row::Model, is_told: bool) -> Result<Opened> {
    let key = known.key.clone();
    let file = table::read_file(known)?;
    if is_told {
        opening::note(desk, file.id).await?;
    }
    Ok(Opened { file, key, files: desk.office.files()?.clone() })
}

/// Takes a file away, with its earlier versions. The journal keeps their names.
///
/// # Errors
/// Refused by the owner's rights or state; [`Refusal::NotFound`] also for a version that
/// is not the newest.
pub async fn remove(desk: &Desk, id: FileId) -> Result<()> {
    let owner = table::read_file(stored(desk, desk.db(), id).await?)?.owner;
    let writing = desk.office.write_weeks(&[]).await?;
    let db = &writing.tx;
    let thing = asked(desk, db, owner, Wish::Remove).await?;

    let all = of(db, &[owner]).await?;
    let file = newest(&all).into_iter().find(|file| file.id == id).ok_or(Refusal::NotFound)?;
    let gone: Vec<i64> = earlier(&all, file).into_iter().chain([file]).map(|file| file.id.0).collect();
    row::Entity::update_many()
        .set(row::ActiveModel {
            removed_by: Set(desk.actor.name.clone()),
            removed_at: Set(Some(desk.now)),
            ..Default::default()
        })
        .filter(row::Column::Id.is_in(gone))
        .exec(db)
        .await?;

    let change = FieldChange::between("file", described(file), String::new());
    line(db, desk, "file.remove", &thing, change, "").await?;
    writing.commit().await?;
    // What cannot be taken away now is taken away by the next sweep.
    if let Err(failure) = sweep::contents(&desk.office).await {
        tracing::warn!(%failure, "contents of a removed file stay for now");
    }
    Ok(())
}

/// A row that was not taken away. Nobody learns here whether there is one.
async fn stored(desk: &Desk, db: &impl ConnectionTrait, id: FileId) -> Result<row::Model> {
    if desk.actor.account.is_none() && desk.actor.roles.is_empty() {
        return Err(Refusal::SignInNeeded.into());
    }
    let found = row::Entity::find_by_id(id.0).filter(row::Column::RemovedAt.is_null()).one(db).await?;
    Ok(found.ok_or(Refusal::NotFound)?)
}

async fn line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    thing: &Thing,
    change: Option<FieldChange>,
    reason: &str,
) -> Result<()> {
    let Thing { subject, id, title, .. } = thing;
    let part = thing.part.clone().and_then(|part| FieldChange::between("material", String::new(), part));
    let fields = part.into_iter().chain(change).collect();
    match (subject, id.parse()) {
        (Subject::Request, _) => db.tell(Told::Requests),
        (Subject::Meeting, Ok(meeting)) => db.tell(Told::Meeting(meeting)),
        _ => {}
    }
    let line = Line { deed, subject: *subject, id: id.clone(), title, fields, reason, version: None };
    journal::write(db, desk, line).await
}

/// A file as the journal keeps it: what it was called, and which contents exactly.
fn described(file: &File) -> String {
    let File { name, version, size, sha256, .. } = file;
    format!("{name} (v{version}, {size} B, SHA-256 {sha256})")
}

/// Whether files can be written to the place that a URL names.
///
/// # Errors
/// [`crate::Failure`] saying why not.
pub async fn look(url: &str) -> Result<()> {
    Files::at(url)?.look().await
}
