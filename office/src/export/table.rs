//! Every table of the database, row by row as JSON, and what of them stays behind.
//!
//! A table that is missing here fails a test: nothing is forgotten, and nothing
//! secret leaves because nobody thought of it.

use super::file::Folder;
use crate::failure::Result;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, JsonValue, Statement};

/// Rows that are read at once.
const PAGE: usize = 2000;

/// A table, and how it is exported.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that give its rows their order.
    pub order: &'static str,
    /// Columns that never leave.
    pub secret: &'static [&'static str],
    /// Columns that hold JSON already.
    pub json: &'static [&'static str],
    /// Whether it leaves at all; what only opens doors does not.
    pub leaves: bool,
}

const fn table(name: &'static str, order: &'static str) -> Table {
    Table { name, order, secret: &[], json: &[], leaves: true }
}

const fn with_json(name: &'static str, order: &'static str, json: &'static [&'static str]) -> Table {
    Table { json, ..table(name, order) }
}

const fn stays(name: &'static str) -> Table {
    Table { leaves: false, ..table(name, "id") }
}

/// All tables, those first that others name.
pub const TABLES: [Table; 44] = [
    table("unit", "id"),
    table("person", "id"),
    table("position", "id"),
    table("serving", "id"),
    table("room", "id"),
    table("vehicle", "id"),
    table("holiday", "id"),
    with_json("setting", "key", &["value"]),
    Table { secret: &["password_hash", "opens_with_demo"], ..table("account", "id") },
    stays("session"),
    stays("sign_in_attempt"),
    table("duty", "id"),
    table("week", "monday"),
    table("entry", "id"),
    table("entry_leader", "entry_id, position_id"),
    table("entry_site", "entry_id, unit_id"),
    with_json("request", "id", &["alternatives"]),
    with_json("template", "id", &["entries"]),
    with_json("series", "id", &["rule", "draft"]),
    table("series_day", "series_id, day"),
    table("body", "id"),
    table("body_member", "body_id, person_id"),
    table("meeting", "id"),
    table("meeting_step", "id"),
    table("agenda_item", "id"),
    table("item_opinion", "id"),
    table("invitee", "id"),
    table("invitee_item", "invitee_id, item_id"),
    with_json("invitee_answer", "id", &["coming"]),
    table("invitation", "meeting_id"),
    with_json("invitation_issue", "id", &["letter"]),
    table("material", "id"),
    table("material_chase", "id"),
    with_json("agenda_template", "kind", &["items"]),
    with_json("publication", "id", &["duty"]),
    // What somebody has looked at is their own.
    stays("look"),
    with_json("published_entry", "publication_id, entry_id", &["frozen"]),
    with_json("bulletin_publication", "id", &["leaders", "duty"]),
    with_json("bulletin_entry", "publication_id, uid", &["shown"]),
    table("file", "id"),
    table("file_opening", "id"),
    // What somebody noted for themselves is nobody else's.
    stays("private_note"),
    // What is on its way is nobody's yet.
    stays("upload"),
    with_json("change", "id", &["fields"]),
];

/// Writes a table as one JSON array with a row on each line.
pub(super) async fn write(db: &impl ConnectionTrait, table: Table, folder: &mut Folder) -> Result<()> {
    if !table.leaves {
        return Ok(());
    }
    let mut sheet = folder.open(&format!("tables/{}.json", table.name))?;
    let mut offset = 0;
    loop {
        let sql =
            format!("SELECT * FROM \"{}\" ORDER BY {} LIMIT {PAGE} OFFSET {offset}", table.name, table.order);
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = JsonValue::find_by_statement(statement).all(db).await?;
        let last = rows.len() < PAGE;
        for row in rows {
            sheet.put(if sheet.rows == 0 { b"[\n" } else { b",\n" })?;
            sheet.put(&serde_json::to_vec(&shown(table, row)?)?)?;
            sheet.rows += 1;
        }
        if last {
            break;
        }
        offset += PAGE;
    }
    sheet.put(if sheet.rows == 0 { b"[]\n" } else { b"\n]\n" })?;
    folder.close(sheet)
}

/// A row as it leaves: the same from both engines.
fn shown(table: Table, row: JsonValue) -> Result<JsonValue> {
    let JsonValue::Object(mut columns) = row else { return Ok(row) };
    columns.retain(|name, _| !table.secret.contains(&name.as_str()));
    for (name, value) in &mut columns {
        let JsonValue::String(text) = &*value else { continue };
        if table.json.contains(&name.as_str()) {
            *value = serde_json::from_str(text).unwrap_or_else(|_| text.clone().into());
        } else if (name == "at" || name.ends_with("_at"))
            && let Ok(at) = text.parse::<DateTime<Utc>>()
        {
            *value = serde_json::to_value(at)?;
        }
    }
    Ok(JsonValue::Object(columns))
}
