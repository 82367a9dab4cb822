//! What becomes of a request whose entry is taken off the board: nobody has told its unit
//! no, so it waits in the tray again. When the entry comes back, it is accepted as before.

use super::reopen::reopen;
use super::table::{self, decided};
use super::{decision, keep, line, those};
use crate::desk::Desk;
use crate::failure::Result;
use crate::store::Tx;
use domain::request::{Request, RequestState};
use domain::{Deed, EntryId};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Takes the request of an entry that is about to be removed back into the tray. What was
/// merged into it goes on with it.
pub(crate) async fn left_board(desk: &Desk, db: &Tx, entry: EntryId) -> Result<()> {
    let of_it = table::Column::EntryId.eq(entry.0);
    for old in those(db, of_it, RequestState::Accepted).await? {
        reopen(desk, db, &old, Some(entry)).await?;
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
        keep(db, &old, None, row).await?;
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
