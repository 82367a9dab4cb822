//! The agenda that meetings of a kind begin with: kept from one of them, laid out in the
//! next.

use super::item::{Arranging, next_place};
use super::names::Names;
use super::read;
use super::table::{item, item_columns, template};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use domain::journal::{FieldChange, Subject};
use domain::meeting::{ItemDraft, ItemState, Meeting};
use domain::schedule::EntryKind;
use domain::{Deed, MeetingId, Problem, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait};

/// Keeps the agenda of a meeting as the one that its kind begins with.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`] or when nothing is on it.
pub async fn save_agenda_template(desk: &Desk, id: MeetingId) -> Result<()> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, id).await?;
    let agenda = read::agenda(db, &names, id).await?;
    // What came late or went on belongs to that day only.
    let lasting = agenda.iter().filter(|item| item.supplement.is_none() && item.before.is_empty());
    let items: Vec<ItemDraft> = lasting.map(ItemDraft::of).collect();
    if items.is_empty() {
        return Err(Refusal::field("agenda", Problem::Required).into());
    }
    let kind = meeting.proposal.kind.code();
    let version = template::Entity::find_by_id(kind).one(db).await?.map_or(1, |old| old.version + 1);
    let row = template::ActiveModel {
        kind: Set(kind.to_owned()),
        items: Set(serde_json::to_string(&items)?),
        made_by: Set(desk.actor.name.clone()),
        made_at: Set(desk.now),
        version: Set(version),
    };
    let columns = [
        template::Column::Items,
        template::Column::MadeBy,
        template::Column::MadeAt,
        template::Column::Version,
    ];
    template::Entity::insert(row)
        .on_conflict(OnConflict::column(template::Column::Kind).update_columns(columns).to_owned())
        .exec_without_returning(db)
        .await?;
    let contents = items.iter().map(|item| item.content.as_str()).collect::<Vec<_>>().join("; ");
    let fields = [("kind", kind.to_owned()), ("agenda", contents)];
    let fields =
        fields.into_iter().filter_map(|(field, text)| FieldChange::between(field, String::new(), text));
    let line = Line {
        deed: "meeting.save_agenda_template",
        subject: Subject::Template,
        id: kind.to_owned(),
        title: &meeting.proposal.content,
        fields: fields.collect(),
        reason: "",
        version: Some(version),
    };
    journal::write(db, desk, line).await?;
    writing.commit().await
}

/// Lays the agenda of its kind out in a meeting, behind what is on it already. People and
/// units that are not here any more are left out of it.
///
/// # Errors
/// Refused by rights or state, by a closed agenda, without a template, or stale.
pub async fn lay_out(desk: &Desk, id: MeetingId, seen: i32) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let open = Arranging::open(desk, id, seen).await?;
    open.meeting.may_arrange(&desk.actor)?;
    let db = &open.writing.tx;
    let items = of(db, open.meeting.proposal.kind).await?.ok_or(Refusal::NotFound)?;
    lay(db, desk, &open.names, &open.meeting, items).await?;
    open.close(desk, "meeting.lay_out", "").await
}

/// Puts the items of a template behind what is on the agenda.
pub(super) async fn lay(
    db: &impl ConnectionTrait,
    desk: &Desk,
    names: &Names,
    meeting: &Meeting,
    items: Vec<ItemDraft>,
) -> Result<()> {
    let offer = names.offer(desk.today());
    let first = next_place(db, meeting.id).await?;
    for (place, draft) in (first..).zip(items) {
        let nobody = ItemDraft { presenter: String::new(), presenter_unit: String::new(), ..draft.clone() };
        let plan = draft.check(&offer).or_else(|_| nobody.check(&offer))?;
        let row = item::ActiveModel {
            meeting_id: Set(Some(meeting.id.0)),
            body_id: Set(meeting.proposal.body.map(|body| body.0)),
            place: Set(place),
            state: Set(ItemState::Placed.code().to_owned()),
            ..item_columns(&plan)
        };
        item::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The agenda that a kind begins with.
pub(super) async fn of(db: &impl ConnectionTrait, kind: EntryKind) -> Result<Option<Vec<ItemDraft>>> {
    let row = template::Entity::find_by_id(kind.code()).one(db).await?;
    Ok(row.map(|row| serde_json::from_str(&row.items)).transpose()?)
}
