//! What a unit is asked about an item, its answer by a day, and what is still asked.

use super::backlog::{note, one};
use super::names::Names;
use super::read;
use super::table::{asked, item, meeting};
use crate::desk::Desk;
use crate::failure::Result;
use domain::journal::FieldChange;
use domain::meeting::{Asked, ItemState, MeetingState, OpinionDraft};
use domain::{Deed, ItemId, OpinionId, Problem, Refusal, UnitId, text};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, PaginatorTrait as _, QueryFilter, QueryOrder as _,
    Select,
};

/// Asks a unit about an item, until a day.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`], with issues by field, when the unit was asked
/// already, or about an item that is withdrawn or carried on.
pub async fn ask_opinion(desk: &Desk, id: ItemId, draft: OpinionDraft) -> Result<Asked> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let item = one(db, &names, id).await?;
    if matches!(item.state, ItemState::Withdrawn | ItemState::Carried) {
        return Err(Refusal::WrongItemState { state: item.state }.into());
    }
    let (unit, question, due) = draft.check(&names.offer(desk.today()).units, desk.today())?;
    let known =
        asked::Entity::find().filter(asked::Column::ItemId.eq(id.0)).filter(asked::Column::UnitId.eq(unit.0));
    if known.count(db).await? > 0 {
        return Err(Refusal::field("unit", Problem::Taken).into());
    }

    let row = asked::ActiveModel {
        item_id: Set(id.0),
        unit_id: Set(unit.0),
        question: Set(question),
        due: Set(due),
        asked_by: Set(desk.actor.name.clone()),
        asked_at: Set(desk.now),
        answer: Set(String::new()),
        answered_by: Set(String::new()),
        ..Default::default()
    };
    let row = asked::Entity::insert(row).exec_with_returning(db).await?;
    let asked = read::asked(db, &names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?;
    let fields = [
        ("unit", asked.unit_name.clone()),
        ("question", asked.question.clone()),
        ("due", asked.due.to_string()),
    ];
    let fields =
        fields.into_iter().filter_map(|(field, text)| FieldChange::between(field, String::new(), text));
    note(db, desk, "meeting.ask_opinion", &item, fields.collect(), "").await?;
    writing.commit().await?;
    Ok(asked)
}

/// Answers for the own unit; an answer can be given once, also after the day.
///
/// # Errors
/// Refused by rights, [`Refusal::NotFound`] for a question to another unit or one that
/// was answered, without words when the unit does not agree.
pub async fn answer_opinion(desk: &Desk, id: OpinionId, agrees: bool, words: &str) -> Result<Asked> {
    desk.may(Deed::ProposeMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let row = asked::Entity::find_by_id(id.0).one(db).await?.ok_or(Refusal::NotFound)?;
    if desk.actor.answers_for() != Some(UnitId(row.unit_id)) || row.answered_at.is_some() {
        return Err(Refusal::NotFound.into());
    }
    let words = text::paragraph(words, text::PARAGRAPH).map_err(|p| Refusal::field("answer", p))?;
    if words.is_empty() && !agrees {
        return Err(Refusal::field("answer", Problem::Required).into());
    }

    let answered = asked::ActiveModel {
        id: Set(row.id),
        agrees: Set(Some(agrees)),
        answer: Set(words.clone()),
        answered_by: Set(desk.actor.name.clone()),
        answered_at: Set(Some(desk.now)),
        ..Default::default()
    };
    let row = answered.update(db).await?;
    let item = one(db, &names, row.item_id.into()).await?;
    let asked = read::asked(db, &names, vec![row]).await?.pop().ok_or(Refusal::NotFound)?;
    let said = if agrees { "Thống nhất" } else { "Không thống nhất" };
    let said = if words.is_empty() { said.to_owned() } else { format!("{said}: {words}") };
    let fields = [("unit", asked.unit_name.clone()), ("answer", said)];
    let fields =
        fields.into_iter().filter_map(|(field, text)| FieldChange::between(field, String::new(), text));
    note(db, desk, "meeting.answer_opinion", &item, fields.collect(), "").await?;
    writing.commit().await?;
    Ok(asked)
}

/// What was answered, or can still be answered to some use: the item was neither withdrawn
/// nor carried on, where it is asked anew, and its meeting was not held.
pub(super) fn matters() -> Condition {
    let over = Query::select()
        .column((item::Entity, item::Column::Id))
        .from(item::Entity)
        .left_join(
            meeting::Entity,
            Expr::col((item::Entity, item::Column::MeetingId)).equals((meeting::Entity, meeting::Column::Id)),
        )
        .cond_where(
            Condition::any()
                .add(
                    Expr::col((item::Entity, item::Column::State))
                        .is_in([ItemState::Withdrawn, ItemState::Carried].map(ItemState::code)),
                )
                .add(
                    Expr::col((meeting::Entity, meeting::Column::State))
                        .is_in([MeetingState::Held, MeetingState::Concluded].map(MeetingState::code)),
                ),
        )
        .to_owned();
    Condition::any()
        .add(asked::Column::AnsweredAt.is_not_null())
        .add(asked::Column::ItemId.not_in_subquery(over))
}

/// Questions to the person's own unit that wait for an answer, the nearest day first. Asked
/// with every page: one question when there is none.
pub(crate) async fn opinions(desk: &Desk) -> Result<Vec<Asked>> {
    let Some(unit) = desk.actor.answers_for() else { return Ok(Vec::new()) };
    let db = desk.db();
    let rows = open().filter(asked::Column::UnitId.eq(unit.0)).all(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    read::asked(db, &Names::read(db).await?, rows).await
}

/// Questions to all units whose day has come or is over, the longest first.
pub(super) async fn opinions_due(desk: &Desk) -> Result<Vec<asked::Model>> {
    Ok(open().filter(asked::Column::Due.lte(desk.today())).all(desk.db()).await?)
}

/// What can still be answered to some use.
fn open() -> Select<asked::Entity> {
    asked::Entity::find()
        .filter(asked::Column::AnsweredAt.is_null())
        .filter(matters())
        .order_by_asc(asked::Column::Due)
        .order_by_asc(asked::Column::Id)
}
