//! A request that was decided and has nothing to show for it any more waits in the tray
//! again: nobody has told its unit no.

use super::table;
use super::{keep, line, those};
use crate::desk::Desk;
use crate::failure::Result;
use crate::store::Tx;
use domain::EntryId;
use domain::request::{Request, RequestState};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::ColumnTrait;

/// Puts a request back into the tray; of one whose entry has left the board, the entry is
/// remembered.
pub(super) async fn reopen(desk: &Desk, db: &Tx, old: &Request, left: Option<EntryId>) -> Result<()> {
    let row = table::ActiveModel {
        state: Set(RequestState::Registered.code().to_owned()),
        entry_id: Set(None),
        left_entry_id: left.map_or(NotSet, |entry| Set(Some(entry.0))),
        merged_into_id: Set(None),
        decided_by: Set(String::new()),
        decided_at: Set(None),
        reason: Set(String::new()),
        ..Default::default()
    };
    keep(db, old, None, row).await?;
    let request = Request {
        state: RequestState::Registered,
        entry: None,
        placed: None,
        merged_into: None,
        joined: None,
        decision: None,
        version: old.version + 1,
        ..old.clone()
    };
    line(db, desk, "request.reopen", Some(old), &request, "").await
}

/// Puts what was merged into a request back into the tray when nothing comes of that one.
pub(super) async fn let_go(desk: &Desk, db: &Tx, dropped: &Request) -> Result<()> {
    if !dropped.state.is_dropped() {
        return Ok(());
    }
    let merged = table::Column::MergedIntoId.eq(dropped.id.0);
    for old in those(db, merged, RequestState::Merged).await? {
        reopen(desk, db, &old, None).await?;
    }
    Ok(())
}
