//! What becomes of a request whose entry is taken off the board: nobody has told its unit
//! no, so it waits in the tray again. When the entry comes back, it is accepted as before.

use super::table::{self, decided};
use super::{Names, decision, keep, line};
use crate::desk::Desk;
use crate::failure::Result;
use crate::store::Tx;
use domain::request::{Request, RequestState};
use domain::{Deed, EntryId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Takes the request of an entry that is about to be removed back into the tray.
pub(crate) async fn left_board(desk: &Desk, db: &Tx, entry: EntryId) -> Result<()> {
    let of_it = table::Column::EntryId.eq(entry.0);
    for old in those(db, of_it, RequestState::Accepted).await? {
        let row = table::ActiveModel {
            state: Set(RequestState::Registered.code().to_owned()),
            entry_id: Set(None),
            left_entry_id: Set(Some(entry.0)),
            decided_by: Set(String::new()),
            decided_at: Set(None),
            reason: Set(String::new()),
            ..Default::default()
        };
        keep(db, &old, row).await?;
        let request = Request {
            state: RequestState::Registered,
            entry: None,
            decision: None,
            version: old.version + 1,
            ..old.clone()
        };
        line(db, desk, "request.reopen", Some(&old), &request, "").await?;
    }
    Ok(())
}

/// Accepts the request that an entry was made from again, when the entry comes back under
/// another number and nobody has decided otherwise meanwhile.
pub(crate) async fn back_on_board(desk: &Desk, db: &Tx, was: EntryId, entry: EntryId) -> Result<()> {
    if !desk.actor.can(Deed::DecideRequest) {
        return Ok(());
    }
    let left = table::Column::LeftEntryId.eq(was.0);
    for old in those(db, left, RequestState::Registered).await? {
        let decision = decision(desk, String::new());
        let row = table::ActiveModel {
            state: Set(RequestState::Accepted.code().to_owned()),
            entry_id: Set(Some(entry.0)),
            left_entry_id: Set(None),
            ..decided(&decision)
        };
        keep(db, &old, row).await?;
        let request = Request {
            state: RequestState::Accepted,
            entry: Some(entry),
            decision: Some(decision),
            version: old.version + 1,
            ..old.clone()
        };
        line(db, desk, "request.accept", Some(&old), &request, "").await?;
    }
    Ok(())
}

async fn those(db: &Tx, which: sea_orm::sea_query::SimpleExpr, state: RequestState) -> Result<Vec<Request>> {
    let rows =
        table::Entity::find().filter(which).filter(table::Column::State.eq(state.code())).all(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(db).await?;
    rows.into_iter().map(|row| Ok(names.named(table::request(row)?))).collect()
}
