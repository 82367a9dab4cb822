//! Recording that a leader is away for some days: the day entries, linked to the first
//! of them, and what is handed over to the one who acts, all in one transaction or not
//! at all.

mod acting;
mod end;

pub(crate) use self::acting::acts_on;
pub use self::end::{absence_of, end_absence};

use super::book::Book;
use super::calendar::entries;
use super::entry::arrange;
use super::table::entry;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use domain::calendar::week::IsoWeek;
use domain::journal::Subject;
use domain::schedule::absence::{AbsenceDraft, Absent, Recorded, Span, can_be_handed_over, is_away};
use domain::schedule::{Entry, EntryDraft};
use domain::{Deed, EntryId, PositionId, Problem, Refusal, text};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// What the form of an absence needs: what takes place on its days, and who can act.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], or with issues by field.
pub async fn absent(desk: &Desk, draft: AbsenceDraft) -> Result<Absent> {
    desk.may(Deed::EditEntry)?;
    let Span { from, to, leader } = draft.span()?;
    let book = Book::open(&desk.office, desk.db()).await?;
    let entries = entries(desk.db(), &book, from, to).await?;
    let directory = book.directory(from, to, &entries, &[leader]);
    Ok(Absent { directory, entries })
}

/// Records an absence and hands over what was chosen. Days on which the leader is known
/// to be away stay as they are.
///
/// # Errors
/// Refused without [`Deed::EditEntry`], with issues by field, stale, or by the conflicts
/// of a day.
pub async fn record_absence(desk: &Desk, draft: AbsenceDraft) -> Result<Recorded> {
    desk.may(Deed::EditEntry)?;
    let Span { leader, from, to } = draft.span()?;
    let chosen = chosen(&draft)?;
    let reason = text::reason("reason", &draft.reason, false)?;

    let weeks: Vec<IsoWeek> = from.iter_days().take_while(|day| *day <= to).map(IsoWeek::of).collect();
    let writing = desk.office.write_weeks(&weeks).await?;
    let db = &writing.tx;
    let book = Book::open(&desk.office, db).await?;
    let mut known = entries(db, &book, from, to).await?;
    let acting: Option<PositionId> = draft.acting.parse().ok();
    let typed: Vec<PositionId> = [Some(leader), acting].into_iter().flatten().collect();
    let directory = book.directory(from, to, &known, &typed);
    let plans = draft.plans(&directory)?;
    let mut recorded = Recorded::default();

    for (id, seen) in chosen {
        let acting = acting.ok_or(Refusal::field("acting", Problem::Required))?;
        let at = known.iter().position(|e| e.id == id && can_be_handed_over(e, leader));
        let at = at.ok_or(Refusal::field("delegate", Problem::Unknown))?;
        let old = known[at].clone();
        journal::not_stale(db, Subject::Entry, id, seen, old.version).await?;
        let agreed = plans.iter().find_map(|plan| plan.agreed.clone());
        let plan = EntryDraft::of(&old.plan.handed_over(leader, acting, agreed)).check(&directory)?;
        let why = if reason.is_empty() { old.reason.clone() } else { reason.clone() };
        let accepted = Some(draft.conflict_reason.as_str()).filter(|typed| !typed.trim().is_empty());
        let accepted = accepted.unwrap_or(&old.conflict_reason).to_owned();
        let others = of_day(&known, &old);
        let deed = "schedule.delegate_entry";
        let saved = arrange(desk, db, deed, &directory, &others, Some(old), plan, why, &accepted).await?;
        known[at] = saved.entry.clone();
        recorded.delegated.push(saved.entry);
    }
    for plan in plans {
        if is_away(&known, leader, plan.date) {
            continue;
        }
        let others: Vec<Entry> = known.iter().filter(|e| e.plan.date == plan.date).cloned().collect();
        let deed = "schedule.create_entry";
        let why = &draft.conflict_reason;
        let saved = arrange(desk, db, deed, &directory, &others, None, plan, String::new(), why).await?;
        known.push(saved.entry.clone());
        recorded.days.push(saved.entry);
    }

    if let Some(first) = recorded.days.first().map(|entry| entry.id).filter(|_| recorded.days.len() > 1) {
        let ids = recorded.days.iter().map(|entry| entry.id.0);
        entry::Entity::update_many()
            .col_expr(entry::Column::SpanId, Expr::value(first.0))
            .filter(entry::Column::Id.is_in(ids))
            .exec(db)
            .await?;
        for entry in &mut recorded.days {
            entry.span = Some(first);
        }
    }
    writing.commit().await?;
    Ok(recorded)
}

fn of_day(known: &[Entry], entry: &Entry) -> Vec<Entry> {
    known.iter().filter(|e| e.plan.date == entry.plan.date).cloned().collect()
}

/// What is handed over, each with the version that was seen.
fn chosen(draft: &AbsenceDraft) -> Result<Vec<(EntryId, i32)>, Refusal> {
    let read = |text: &String| -> Option<(EntryId, i32)> {
        let (id, seen) = text.split_once(':')?;
        Some((id.parse().ok()?, seen.parse().ok()?))
    };
    let all: Option<Vec<_>> = draft.delegate.iter().map(read).collect();
    all.ok_or(Refusal::field("delegate", Problem::Unknown))
}
