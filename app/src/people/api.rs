//! What the pages of this room ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::people::{Person, PersonDraft, Position, PositionDraft, Serving, Unit, UnitDraft};
use domain::{PersonId, PositionId, UnitId};
use leptos::prelude::*;

/// All units.
#[server(prefix = "/api/people", endpoint = "list_units", input = Json, output = Json)]
pub async fn list_units() -> Answer<Vec<Unit>> {
    Ok(office::people::list_units(&crate::visit::desk()?).await?)
}

/// Adds or changes a unit.
#[server(prefix = "/api/people", endpoint = "save_unit", input = Json, output = Json)]
pub async fn save_unit(id: Option<UnitId>, seen: i32, draft: UnitDraft) -> Answer<Unit> {
    Ok(office::people::save_unit(&crate::visit::desk()?, id, seen, draft).await?)
}

/// All persons.
#[server(prefix = "/api/people", endpoint = "list_persons", input = Json, output = Json)]
pub async fn list_persons() -> Answer<Vec<Person>> {
    Ok(office::people::list_persons(&crate::visit::desk()?).await?)
}

/// Adds or changes a person.
#[server(prefix = "/api/people", endpoint = "save_person", input = Json, output = Json)]
pub async fn save_person(id: Option<PersonId>, seen: i32, draft: PersonDraft) -> Answer<Person> {
    Ok(office::people::save_person(&crate::visit::desk()?, id, seen, draft).await?)
}

/// All positions by precedence, and who serves whom.
#[server(prefix = "/api/people", endpoint = "list_positions", input = Json, output = Json)]
pub async fn list_positions() -> Answer<(Vec<Position>, Vec<Serving>)> {
    Ok(office::people::list_positions(&crate::visit::desk()?).await?)
}

/// Adds or changes a position.
#[server(prefix = "/api/people", endpoint = "save_position", input = Json, output = Json)]
pub async fn save_position(id: Option<PositionId>, seen: i32, draft: PositionDraft) -> Answer<Position> {
    Ok(office::people::save_position(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Lets a secretary serve a leader.
#[server(prefix = "/api/people", endpoint = "assign_secretary", input = Json, output = Json)]
pub async fn assign_secretary(secretary: PersonId, position: PositionId) -> Answer<()> {
    Ok(office::people::assign_secretary(&crate::visit::desk()?, secretary, position).await?)
}

/// Ends that a secretary serves a leader.
#[server(prefix = "/api/people", endpoint = "release_secretary", input = Json, output = Json)]
pub async fn release_secretary(secretary: PersonId, position: PositionId) -> Answer<()> {
    Ok(office::people::release_secretary(&crate::visit::desk()?, secretary, position).await?)
}
