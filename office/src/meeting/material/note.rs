//! What a reader noted for himself about an item or a paper. Nobody else sees it: it is
//! not told in the journal and leaves with no export.

use super::read::pack;
use super::table::note;
use crate::desk::Desk;
use crate::failure::Result;
use domain::meeting::PrivateNote;
use domain::{Deed, ItemId, MaterialId, MeetingId, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Keeps what somebody notes about an item or a paper; nothing typed takes it away.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`]; [`Refusal::NotFound`] for what the person may
/// not know of; with an issue when it is too long.
pub async fn note_privately(
    desk: &Desk,
    meeting: MeetingId,
    item: Option<ItemId>,
    material: Option<MaterialId>,
    words: &str,
) -> Result<()> {
    desk.may(Deed::ReadMeeting)?;
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;
    let pack = pack(desk, meeting).await?;
    let knows = match (item, material) {
        (Some(item), None) => pack.heads.iter().any(|(known, _)| *known == item),
        (None, Some(material)) => pack.materials.iter().any(|known| known.id == material),
        _ => false,
    };
    if !knows {
        return Err(Refusal::NotFound.into());
    }
    let words = text::paragraph(words, text::PARAGRAPH).map_err(|p| Refusal::field("private_note", p))?;

    let writing = desk.office.write_weeks(&[]).await?;
    let same = Condition::all()
        .add(note::Column::AccountId.eq(account.0))
        .add_option(item.map(|item| note::Column::ItemId.eq(item.0)))
        .add_option(material.map(|material| note::Column::MaterialId.eq(material.0)));
    note::Entity::delete_many().filter(same).exec(&writing.tx).await?;
    if !words.is_empty() {
        let row = note::ActiveModel {
            account_id: Set(account.0),
            meeting_id: Set(meeting.0),
            item_id: Set(item.map(|item| item.0)),
            material_id: Set(material.map(|material| material.0)),
            words: Set(words),
            noted_at: Set(desk.now),
            ..Default::default()
        };
        note::Entity::insert(row).exec_without_returning(&writing.tx).await?;
    }
    writing.commit().await
}

/// One's own notes about a meeting.
pub(super) async fn own(
    desk: &Desk,
    db: &impl ConnectionTrait,
    meeting: MeetingId,
) -> Result<Vec<PrivateNote>> {
    let Some(account) = desk.actor.account else { return Ok(Vec::new()) };
    let rows = note::Entity::find()
        .filter(note::Column::AccountId.eq(account.0))
        .filter(note::Column::MeetingId.eq(meeting.0))
        .order_by_asc(note::Column::Id)
        .all(db)
        .await?;
    let read = |row: note::Model| PrivateNote {
        item: row.item_id.map(Into::into),
        material: row.material_id.map(Into::into),
        words: row.words,
    };
    Ok(rows.into_iter().map(read).collect())
}
