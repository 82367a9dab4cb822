//! What the page asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use chrono::NaiveDate;
use domain::DutyId;
use domain::calendar::week::IsoWeek;
use domain::duty::{Duty, DutyDraft, DutyRules, DutyRulesDraft, Roster};
use leptos::prelude::*;

/// The roster of some days.
#[server(prefix = "/api/duty", endpoint = "read_roster", input = Json, output = Json)]
pub async fn read_roster(first: NaiveDate, last: NaiveDate) -> Answer<Roster> {
    Ok(office::duty::roster(&crate::visit::desk()?, first, last).await?)
}

/// Puts somebody on duty, or changes a row.
#[server(prefix = "/api/duty", endpoint = "save_duty", input = Json, output = Json)]
pub async fn save_duty(id: Option<DutyId>, seen: i32, draft: DutyDraft) -> Answer<Vec<Duty>> {
    Ok(office::duty::save_duty(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Takes a row out.
#[server(prefix = "/api/duty", endpoint = "remove_duty", input = Json, output = Json)]
pub async fn remove_duty(id: DutyId, seen: i32) -> Answer<()> {
    Ok(office::duty::remove_duty(&crate::visit::desk()?, id, seen).await?)
}

/// Fills the free days of a week as the week before had them.
#[server(prefix = "/api/duty", endpoint = "copy_last_week", input = Json, output = Json)]
pub async fn copy_last_week(week: IsoWeek) -> Answer<Vec<Duty>> {
    Ok(office::duty::copy_last_week(&crate::visit::desk()?, week).await?)
}

/// Saves what of the roster the public reads.
#[server(prefix = "/api/duty", endpoint = "save_rules", input = Json, output = Json)]
pub async fn save_rules(seen: i32, draft: DutyRulesDraft) -> Answer<DutyRules> {
    Ok(office::duty::save_rules(&crate::visit::desk()?, seen, draft).await?)
}
