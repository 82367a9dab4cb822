//! What units propose to a body: drafted, agreed to by their head, looked through by
//! the Office, sent back when something is missing, accepted.

use super::asked::matters;
use super::item::change;
use super::names::Names;
use super::propose::own_or;
use super::read;
use super::table::{asked, item, item_columns};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::store::Tx;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{AgreementDraft, Backlog, Item, ItemDraft, ItemState, ItemStep};
use domain::{BodyId, Deed, ItemId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Items and questions that a list goes back.
const LIST: u64 = 300;

/// The bodies, what waits to come before them, and what units were asked: everything for
/// the Office, what is the own unit's for an officer.
///
/// # Errors
/// Refused without [`Deed::ProposeMeeting`].
pub async fn backlog(desk: &Desk) -> Result<Backlog> {
    desk.may(Deed::ProposeMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let open = ItemState::ALL.into_iter().filter(|state| state.is_open()).map(ItemState::code);
    let mut items = item::Entity::find().filter(item::Column::UnitId.is_not_null());
    let mut questions = asked::Entity::find().filter(matters());
    let everything = desk.actor.can(Deed::EditMeeting);
    items = items.filter(item::Column::State.is_in(open));
    if !everything {
        let own = desk.actor.unit.ok_or_else(|| Refusal::field("unit", Problem::Required))?;
        items = items.filter(item::Column::UnitId.eq(own.0));
        questions = questions.filter(asked::Column::UnitId.eq(own.0));
    }
    let items = items.order_by_asc(item::Column::Id).limit(LIST).all(db).await?;
    let questions = questions.order_by_desc(asked::Column::Id).limit(LIST).all(db).await?;
    let mut bodies = read::bodies(db, &names).await?;
    if !everything {
        bodies.retain(|body| body.exists(desk.today()));
        for body in &mut bodies {
            body.members.clear();
        }
    }
    Ok(Backlog {
        items: read::items(db, &names, items).await?,
        asked: read::asked(db, &names, questions).await?,
        bodies,
        offer: names.offer(desk.today()),
    })
}

/// What waits for the person as the head of the unit. Asked with every page: one question,
/// and none for whoever is no head.
pub(crate) async fn agreements(desk: &Desk) -> Result<Vec<(ItemId, String)>> {
    let Some(unit) = desk.actor.unit.filter(|_| desk.actor.can(Deed::AgreeItem)) else {
        return Ok(Vec::new());
    };
    let rows: Vec<(i64, String)> = item::Entity::find()
        .select_only()
        .column(item::Column::Id)
        .column(item::Column::Content)
        .filter(item::Column::UnitId.eq(unit.0))
        .filter(item::Column::State.eq(ItemState::Presented.code()))
        .order_by_asc(item::Column::Id)
        .into_tuple()
        .all(desk.db())
        .await?;
    Ok(rows.into_iter().map(|(id, content)| (ItemId(id), content)).collect())
}

/// Proposes an item to a body. It is the unit's own until its head agrees.
///
/// # Errors
/// Refused without [`Deed::ProposeMeeting`] or with issues by field.
pub async fn propose_item(desk: &Desk, body: BodyId, unit: &str, draft: ItemDraft) -> Result<Item> {
    desk.may(Deed::ProposeMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let offer = names.offer(desk.today());
    let unit = own_or(desk, unit, &offer)?;
    if offer.bodies.iter().all(|(known, _)| *known != body) {
        return Err(Refusal::field("body", Problem::Unknown).into());
    }
    let plan = draft.check(&offer)?;

    let row = item::ActiveModel {
        body_id: Set(Some(body.0)),
        unit_id: Set(Some(unit.0)),
        state: Set(ItemState::Drafted.code().to_owned()),
        version: Set(1),
        ..item_columns(&plan)
    };
    let row = item::Entity::insert(row).exec_with_returning(db).await?;
    let item = one(db, &names, row.id.into()).await?;
    line(db, desk, "meeting.propose_item", None, &item, "").await?;
    writing.commit().await?;
    Ok(item)
}

/// Changes an item that its unit is still writing, or that was sent back.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn change_proposed_item(desk: &Desk, id: ItemId, seen: i32, draft: ItemDraft) -> Result<Item> {
    desk.may(Deed::ProposeMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = one(db, &names, id).await?;
    let state = old.after(ItemStep::Change, &desk.actor)?;
    journal::not_stale(db, Subject::Item, old.id, seen, old.version).await?;
    let plan = draft.check(&names.offer(desk.today()))?;

    // The head agreed to what it was.
    let row = item::ActiveModel {
        state: Set(state.code().to_owned()),
        head: Set(String::new()),
        head_on: Set(None),
        head_by: Set(String::new()),
        version: Set(old.version + 1),
        ..item_columns(&plan)
    };
    change(db, id, row).await?;
    let item = one(db, &names, id).await?;
    line(db, desk, "meeting.change_proposed_item", Some(&old), &item, "").await?;
    writing.commit().await?;
    Ok(item)
}

/// States that the head of the unit agreed, and when, and sends the item to the Office:
/// for units whose head has no account.
///
/// # Errors
/// Refused by rights or state, with issues by field, or stale.
pub async fn submit_item(desk: &Desk, id: ItemId, seen: i32, draft: AgreementDraft) -> Result<Item> {
    desk.may(ItemStep::Submit.deed())?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = one(db, &names, id).await?;
    let state = old.after(ItemStep::Submit, &desk.actor)?;
    journal::not_stale(db, Subject::Item, old.id, seen, old.version).await?;
    let (head, on) = draft.check(desk.today())?;

    let row = item::ActiveModel {
        state: Set(state.code().to_owned()),
        head: Set(head),
        head_on: Set(Some(on)),
        head_by: Set(desk.actor.name.clone()),
        version: Set(old.version + 1),
        ..Default::default()
    };
    change(db, id, row).await?;
    let item = one(db, &names, id).await?;
    line(db, desk, "meeting.submit_item", Some(&old), &item, "").await?;
    writing.commit().await?;
    Ok(item)
}

/// Takes a step of an item: handed to the head of the unit, who agrees or sends it back;
/// withdrawn; sent back or accepted by the Office. Changing and stating an agreement are
/// verbs of their own.
///
/// # Errors
/// Refused by rights or state, without the words that are owed, or stale.
pub async fn take_item_step(desk: &Desk, id: ItemId, seen: i32, step: ItemStep, why: &str) -> Result<Item> {
    desk.may(step.deed())?;
    if matches!(step, ItemStep::Change | ItemStep::Submit) {
        return Err(Refusal::NotFound.into());
    }
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = one(db, &names, id).await?;
    let state = old.after(step, &desk.actor)?;
    journal::not_stale(db, Subject::Item, old.id, seen, old.version).await?;
    let why = text::reason("reason", why, step.needs_reason())?;

    let mut row = item::ActiveModel {
        state: Set(state.code().to_owned()),
        version: Set(old.version + 1),
        ..Default::default()
    };
    match step {
        ItemStep::Present => {}
        ItemStep::Agree => {
            row.head = Set(desk.actor.name.clone());
            row.head_on = Set(Some(desk.today()));
            row.head_by = Set(String::new());
        }
        _ => {
            row.decided_by = Set(desk.actor.name.clone());
            row.decided_at = Set(Some(desk.now));
            row.reason = Set(why.clone());
        }
    }
    change(db, id, row).await?;
    let item = one(db, &names, id).await?;
    line(db, desk, &format!("meeting.{}_item", step.code()), Some(&old), &item, &why).await?;
    writing.commit().await?;
    Ok(item)
}

/// One item, whoever may see it.
pub(super) async fn one(db: &impl ConnectionTrait, names: &Names, id: ItemId) -> Result<Item> {
    let row = item::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    Ok(read::items(db, names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?)
}

/// A line about an item, with what differs.
async fn line(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    before: Option<&Item>,
    after: &Item,
    reason: &str,
) -> Result<()> {
    let fields = FieldChange::all(before.map(described).unwrap_or_default(), described(after));
    note(db, desk, deed, after, fields, reason).await
}

/// A line about an item.
pub(super) async fn note(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    item: &Item,
    fields: Vec<FieldChange>,
    reason: &str,
) -> Result<()> {
    match (item.meeting, item.body) {
        (Some(meeting), _) => db.tell(Told::Meeting(meeting)),
        (None, Some(body)) => db.tell(Told::Body(body)),
        (None, None) => {}
    }
    let line = Line {
        deed,
        subject: Subject::Item,
        id: item.id.to_string(),
        title: &item.plan.content,
        fields,
        reason,
        version: Some(item.version),
    };
    journal::write(db, desk, line).await
}

fn described(item: &Item) -> Vec<(&'static str, String)> {
    vec![
        ("unit", item.unit_name.clone()),
        ("content", item.plan.content.clone()),
        ("section", item.plan.section.clone()),
        ("item_kind", item.plan.kind.code().to_owned()),
        ("minutes", item.plan.minutes.to_string()),
        ("presenter", item.presenter.clone()),
        ("head", item.head.clone()),
        ("head_on", item.head_on.map(|day| day.to_string()).unwrap_or_default()),
        ("head_by", item.head_by.clone()),
        ("item_state", item.state.code().to_owned()),
    ]
}
