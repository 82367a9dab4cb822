//! What the pages of beginnings and templates ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Source, Start, Started, Starting, TakenBack, Template};
use domain::{EntryId, TemplateId};
use leptos::prelude::*;

/// What a week could begin with.
#[server(prefix = "/api/schedule", endpoint = "starting", input = Json, output = Json)]
pub async fn week_start(week: IsoWeek, source: Source) -> Answer<Starting> {
    Ok(office::schedule::starting(&crate::visit::desk()?, week, source).await?)
}

/// Begins a week with what was picked.
#[server(prefix = "/api/schedule", endpoint = "start_week", input = Json, output = Json)]
pub async fn start_week(week: IsoWeek, start: Start) -> Answer<Started> {
    Ok(office::schedule::start_week(&crate::visit::desk()?, week, start).await?)
}

/// Takes a beginning back, as far as nobody touched it.
#[server(prefix = "/api/schedule", endpoint = "undo_start", input = Json, output = Json)]
pub async fn undo_start(week: IsoWeek, brought: Vec<(EntryId, i32)>) -> Answer<TakenBack> {
    Ok(office::schedule::undo_start(&crate::visit::desk()?, week, &brought).await?)
}

/// All templates.
#[server(prefix = "/api/schedule", endpoint = "list_templates", input = Json, output = Json)]
pub async fn list_templates() -> Answer<Vec<Template>> {
    Ok(office::schedule::list_templates(&crate::visit::desk()?).await?)
}

/// Saves chosen entries of a week under a name.
#[server(prefix = "/api/schedule", endpoint = "save_template", input = Json, output = Json)]
pub async fn save_template(week: IsoWeek, chosen: Vec<EntryId>, name: String) -> Answer<Template> {
    Ok(office::schedule::save_template(&crate::visit::desk()?, week, &chosen, &name).await?)
}

/// Gives a template another name.
#[server(prefix = "/api/schedule", endpoint = "rename_template", input = Json, output = Json)]
pub async fn rename_template(id: TemplateId, seen: i32, name: String) -> Answer<Template> {
    Ok(office::schedule::rename_template(&crate::visit::desk()?, id, seen, &name).await?)
}

/// Takes a template away.
#[server(prefix = "/api/schedule", endpoint = "delete_template", input = Json, output = Json)]
pub async fn delete_template(id: TemplateId, seen: i32) -> Answer<()> {
    Ok(office::schedule::delete_template(&crate::visit::desk()?, id, seen).await?)
}
