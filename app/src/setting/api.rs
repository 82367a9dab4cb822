//! What the page asks of the server.

use crate::refused::Answer;
use domain::calendar::hours::HoursTable;
use domain::calendar::working_day::Holiday;
use domain::people::Unit;
use domain::request::{RequestRules, RulesDraft};
use domain::schedule::{Travel, TravelDraft};
use domain::setting::Profile;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct House {
    /// The names of the office.
    pub profile: Profile,
    /// Its working hours.
    pub hours: HoursTable,
    /// Its days off and swapped days.
    pub holidays: Vec<Holiday>,
    /// When registration closes, and how much a unit may ask for.
    pub requests: RequestRules,
}

/// Names, hours and days off, for those who work at a desk or look after it.
#[server(prefix = "/api/setting", endpoint = "read", input = Json)]
pub async fn read() -> Answer<House> {
    let desk = crate::visit::desk()?;
    desk.actor.may(domain::Deed::ReadPeople)?;
    Ok(House {
        profile: office::setting::profile(&desk.office).await?,
        hours: office::setting::working_hours(&desk.office).await?,
        holidays: office::setting::holidays(&desk.office).await?,
        requests: office::setting::request_rules(&desk.office).await?,
    })
}

/// Saves the names of the office.
#[server(prefix = "/api/setting", endpoint = "save_profile", input = Json)]
pub async fn save_profile(typed: Profile) -> Answer<Profile> {
    Ok(office::setting::save_profile(&crate::visit::desk()?, typed).await?)
}

/// Saves the rules of requests.
#[server(prefix = "/api/setting", endpoint = "save_request_rules", input = Json)]
pub async fn save_request_rules(seen: i32, draft: RulesDraft) -> Answer<RequestRules> {
    Ok(office::setting::save_request_rules(&crate::visit::desk()?, seen, draft).await?)
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
#[server(prefix = "/api/setting", endpoint = "read_ways", input = Json)]
pub async fn read_ways() -> Answer<Ways> {
    let (travel, mut localities) = office::setting::travel(&crate::visit::desk()?).await?;
    localities.retain(|unit| unit.kind == domain::people::UnitKind::Locality);
    Ok(Ways { travel, localities })
}

/// Saves the table of ways.
#[server(prefix = "/api/setting", endpoint = "save_travel", input = Json)]
pub async fn save_travel(seen: i32, draft: TravelDraft) -> Answer<Travel> {
    Ok(office::setting::save_travel(&crate::visit::desk()?, seen, draft).await?)
}
