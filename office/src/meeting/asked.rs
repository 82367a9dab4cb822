//! What a unit is asked about an item, and its answer by a day.

use super::backlog::{note, one};
use super::names::Names;
use super::read;
use super::table::asked;
use crate::desk::Desk;
use crate::failure::Result;
use domain::journal::FieldChange;
use domain::meeting::{Asked, ItemState, OpinionDraft};
use domain::{Deed, ItemId, OpinionId, Problem, Refusal, text};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait as _, QueryFilter};

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
    let own = desk.actor.unit.is_some_and(|unit| unit.0 == row.unit_id);
    if !own || row.answered_at.is_some() {
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
