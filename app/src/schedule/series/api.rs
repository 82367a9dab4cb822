//! What the page of series asks of the server.

use crate::json::Json;
use crate::refused::Answer;
use chrono::NaiveDate;
use domain::schedule::series::draft::{Along, EntrySeries, Repeated, SeriesDraft, SeriesList};
use domain::{EntryId, SeriesId};
use leptos::prelude::*;

/// Every series.
#[server(prefix = "/api/schedule", endpoint = "list_series", input = Json, output = Json)]
pub async fn list_series() -> Answer<SeriesList> {
    Ok(office::schedule::list_series(&crate::visit::desk()?).await?)
}

/// An entry with its series.
#[server(prefix = "/api/schedule", endpoint = "series_of", input = Json, output = Json)]
pub async fn series_of(entry: EntryId) -> Answer<EntrySeries> {
    Ok(office::schedule::series_of(&crate::visit::desk()?, entry).await?)
}

/// Makes an entry the first of a series.
#[server(prefix = "/api/schedule", endpoint = "make_series", input = Json, output = Json)]
pub async fn make_series(entry: EntryId, seen: i32, draft: SeriesDraft) -> Answer<Repeated> {
    Ok(office::schedule::make_series(&crate::visit::desk()?, entry, seen, draft).await?)
}

/// Changes a series from a day on.
#[server(prefix = "/api/schedule", endpoint = "change_series", input = Json, output = Json)]
pub async fn change_series(
    id: SeriesId,
    seen: i32,
    from: NaiveDate,
    entry: Option<EntryId>,
    draft: SeriesDraft,
    along: Option<Along>,
) -> Answer<Repeated> {
    Ok(office::schedule::change_series(&crate::visit::desk()?, id, seen, from, entry, draft, along).await?)
}

/// Ends a series before a day.
#[server(prefix = "/api/schedule", endpoint = "end_series", input = Json, output = Json)]
pub async fn end_series(id: SeriesId, seen: i32, from: NaiveDate) -> Answer<Repeated> {
    Ok(office::schedule::end_series(&crate::visit::desk()?, id, seen, from).await?)
}

/// Leaves one day out.
#[server(prefix = "/api/schedule", endpoint = "skip_day", input = Json, output = Json)]
pub async fn skip_day(id: SeriesId, seen: i32, day: NaiveDate) -> Answer<Repeated> {
    Ok(office::schedule::skip_day(&crate::visit::desk()?, id, seen, day).await?)
}

/// Offers a day again that was left out.
#[server(prefix = "/api/schedule", endpoint = "restore_day", input = Json, output = Json)]
pub async fn restore_day(id: SeriesId, seen: i32, day: NaiveDate) -> Answer<Repeated> {
    Ok(office::schedule::restore_day(&crate::visit::desk()?, id, seen, day).await?)
}
