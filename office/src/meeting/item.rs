//! Opening an agenda to arrange it, and closing it again: one transaction, one version of
//! the meeting, one line of the journal with the agenda before and after.

use super::line::{agenda_line, keep};
use super::names::Names;
use super::read;
use super::table::{item, meeting};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::store::Writing;
use domain::journal::Subject;
use domain::meeting::{Item, Meeting};
use domain::{ItemId, MeetingId, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// A meeting whose agenda is being arranged.
pub(super) struct Arranging {
    pub(super) writing: Writing,
    pub(super) names: Names,
    pub(super) meeting: Meeting,
    pub(super) agenda: Vec<Item>,
}

impl Arranging {
    /// Opens it, when it was seen in its present version.
    pub(super) async fn open(desk: &Desk, id: MeetingId, seen: i32) -> Result<Self> {
        let writing = desk.write().await?;
        let names = Names::read(&writing.tx).await?;
        let meeting = read::one(&writing.tx, &names, id).await?;
        meeting.may_add(&desk.actor)?;
        journal::not_stale(&writing.tx, Subject::Meeting, meeting.id, seen, meeting.version).await?;
        let agenda = read::agenda(&writing.tx, &names, id).await?;
        Ok(Self { writing, names, meeting, agenda })
    }

    /// An item of it that can be changed: on a closed agenda those of the supplementary
    /// list only.
    pub(super) fn item(&self, desk: &Desk, id: ItemId) -> Result<&Item> {
        let item = self.agenda.iter().find(|item| item.id == id).ok_or(Refusal::NotFound)?;
        if item.supplement.is_none() {
            self.meeting.may_arrange(&desk.actor)?;
        }
        Ok(item)
    }

    /// Keeps what was arranged.
    pub(super) async fn close(self, desk: &Desk, deed: &str, reason: &str) -> Result<Meeting> {
        let db = &self.writing.tx;
        let agenda = read::agenda(db, &self.names, self.meeting.id).await?;
        keep(db, &self.meeting, meeting::ActiveModel::default()).await?;
        let meeting = Meeting { version: self.meeting.version + 1, ..self.meeting };
        agenda_line(db, desk, deed, &meeting, [&self.agenda, &agenda], reason).await?;
        self.writing.commit().await?;
        Ok(meeting)
    }
}

/// The place behind all others.
pub(super) async fn next_place(db: &impl ConnectionTrait, id: MeetingId) -> Result<i32> {
    let rows = item::Entity::find().filter(item::Column::MeetingId.eq(id.0)).all(db).await?;
    Ok(rows.iter().map(|row| row.place).max().unwrap_or(0) + 1)
}

/// Writes the places and sections of an agenda.
pub(super) async fn put_in_order(db: &impl ConnectionTrait, agenda: &[Item]) -> Result<()> {
    for (place, item) in (1..).zip(agenda) {
        change(
            db,
            item.id,
            item::ActiveModel {
                place: Set(place),
                section: Set(item.plan.section.clone()),
                ..Default::default()
            },
        )
        .await?;
    }
    Ok(())
}

/// Changes columns of an item.
pub(super) async fn change(db: &impl ConnectionTrait, id: ItemId, row: item::ActiveModel) -> Result<()> {
    item::Entity::update_many().set(row).filter(item::Column::Id.eq(id.0)).exec(db).await?;
    Ok(())
}
