//! What the page asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use chrono::NaiveDate;
use domain::HolidayId;
use domain::calendar::day_off::{DayOff, DayOffDraft};
use domain::calendar::hours::{HoursDraft, HoursTable};
use domain::file::{FileRules, FileRulesDraft};
use domain::people::Position;
use domain::people::Unit;
use domain::request::{RequestRules, RulesDraft};
use domain::schedule::{ReceptionDraft, ReceptionRules, Travel, TravelDraft};
use domain::setting::Profile;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct House {
    /// The names of the office.
    pub profile: Profile,
    /// When registration closes, and how much a unit may ask for.
    pub requests: RequestRules,
    /// How large a file may be.
    pub files: FileRules,
}

/// Names and rules, for those who work at a desk or look after it.
#[server(prefix = "/api/setting", endpoint = "read", input = Json, output = Json)]
pub async fn read() -> Answer<House> {
    let desk = crate::visit::desk()?;
    desk.actor.may(domain::Deed::ReadPeople)?;
    Ok(House {
        profile: office::setting::profile(&desk.office).await?,
        requests: office::setting::request_rules(&desk.office).await?,
        files: office::setting::file_rules(&desk.office).await?,
    })
}

/// Saves the names of the office.
#[server(prefix = "/api/setting", endpoint = "save_profile", input = Json, output = Json)]
pub async fn save_profile(typed: Profile) -> Answer<Profile> {
    Ok(office::setting::save_profile(&crate::visit::desk()?, typed).await?)
}

/// Saves the rules of requests.
#[server(prefix = "/api/setting", endpoint = "save_request_rules", input = Json, output = Json)]
pub async fn save_request_rules(seen: i32, draft: RulesDraft) -> Answer<RequestRules> {
    Ok(office::setting::save_request_rules(&crate::visit::desk()?, seen, draft).await?)
}

/// Saves the rules of files.
#[server(prefix = "/api/setting", endpoint = "save_file_rules", input = Json, output = Json)]
pub async fn save_file_rules(seen: i32, draft: FileRulesDraft) -> Answer<FileRules> {
    Ok(office::setting::save_file_rules(&crate::visit::desk()?, seen, draft).await?)
}

/// The ways between places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ways {
    /// The table.
    pub travel: Travel,
    /// The localities that it can name.
    pub localities: Vec<Unit>,
}

/// The ways between places, with the localities that they can name.
#[server(prefix = "/api/setting", endpoint = "read_ways", input = Json, output = Json)]
pub async fn read_ways() -> Answer<Ways> {
    let (travel, mut localities) = office::setting::travel(&crate::visit::desk()?).await?;
    localities.retain(|unit| unit.kind == domain::people::UnitKind::Locality);
    Ok(Ways { travel, localities })
}

/// Saves the table of ways.
#[server(prefix = "/api/setting", endpoint = "save_travel", input = Json, output = Json)]
pub async fn save_travel(seen: i32, draft: TravelDraft) -> Answer<Travel> {
    Ok(office::setting::save_travel(&crate::visit::desk()?, seen, draft).await?)
}

/// Days off and hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    /// Days off and swapped days, in order.
    pub days: Vec<DayOff>,
    /// The usual hours and the seasons.
    pub hours: HoursTable,
    /// Raised by each save of hours.
    pub hours_version: i32,
    /// How often leaders receive citizens.
    pub receptions: ReceptionRules,
    /// The leaders, by precedence.
    pub leaders: Vec<Position>,
}

/// Days off and hours, for those who work at a desk or look after it.
#[server(prefix = "/api/setting", endpoint = "read_calendar", input = Json, output = Json)]
pub async fn read_calendar() -> Answer<Calendar> {
    let desk = crate::visit::desk()?;
    let (receptions, leaders) = office::setting::receptions(&desk).await?;
    Ok(Calendar {
        receptions,
        leaders,
        days: office::setting::holidays(&desk.office).await?,
        // The version comes first: a table read after it is at least as new.
        hours_version: office::setting::hours_version(&desk.office).await?,
        hours: office::setting::working_hours(&desk.office).await?,
    })
}

/// Adds or changes a day off.
#[server(prefix = "/api/setting", endpoint = "save_day_off", input = Json, output = Json)]
pub async fn save_day_off(id: Option<HolidayId>, seen: i32, draft: DayOffDraft) -> Answer<DayOff> {
    Ok(office::setting::save_day_off(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Takes a day off out of the table; the answer is the day.
#[server(prefix = "/api/setting", endpoint = "remove_day_off", input = Json, output = Json)]
pub async fn remove_day_off(id: HolidayId, seen: i32) -> Answer<DayOff> {
    Ok(office::setting::remove_day_off(&crate::visit::desk()?, id, seen).await?)
}

/// Saves how often leaders receive citizens.
#[server(prefix = "/api/setting", endpoint = "save_receptions", input = Json, output = Json)]
pub async fn save_receptions(seen: i32, draft: ReceptionDraft) -> Answer<ReceptionRules> {
    Ok(office::setting::save_receptions(&crate::visit::desk()?, seen, draft).await?)
}

/// Saves the usual hours.
#[server(prefix = "/api/setting", endpoint = "save_hours", input = Json, output = Json)]
pub async fn save_hours(seen: i32, draft: HoursDraft) -> Answer<HoursTable> {
    Ok(office::setting::save_hours(&crate::visit::desk()?, seen, draft).await?)
}

/// Adds a season, or changes the one that begins on `known`.
#[server(prefix = "/api/setting", endpoint = "save_season", input = Json, output = Json)]
pub async fn save_season(known: Option<NaiveDate>, seen: i32, draft: HoursDraft) -> Answer<HoursTable> {
    Ok(office::setting::save_season(&crate::visit::desk()?, known, seen, draft).await?)
}

/// Takes a season out.
#[server(prefix = "/api/setting", endpoint = "remove_season", input = Json, output = Json)]
pub async fn remove_season(known: NaiveDate, seen: i32) -> Answer<HoursTable> {
    Ok(office::setting::remove_season(&crate::visit::desk()?, known, seen).await?)
}
