//! `entries.csv`: the working weeks in words, for a spreadsheet.

use super::file::Folder;
use crate::failure::Result;
use crate::schedule::table::{self as rows, entry, leader, site};
use crate::{facility, people};
use domain::schedule::{Entry, Halt, Standing};
use domain::{Locale, words};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Entries that are read at once; SQLite takes so many numbers in one question.
const PAGE: u64 = 500;

const COLUMNS: [&str; 27] = [
    "uid",
    "date",
    "part",
    "start",
    "end",
    "kind",
    "content",
    "leaders",
    "participants",
    "host_unit",
    "preparing_unit",
    "room",
    "place",
    "format",
    "remote_sites",
    "office_leader",
    "specialist",
    "division",
    "vehicle",
    "visibility",
    "public_wording",
    "note",
    "acting",
    "agreed_by",
    "agreed_at",
    "standing",
    "reason",
];

type Names = HashMap<i64, String>;

/// What the numbers in an entry stand for.
struct Directory {
    units: Names,
    persons: Names,
    positions: Names,
    rooms: Names,
    vehicles: Names,
}

pub(super) async fn write(db: &impl ConnectionTrait, folder: &mut Folder) -> Result<()> {
    let directory = Directory {
        units: people::units(db).await?.into_iter().map(|u| (u.id.0, u.short_name)).collect(),
        persons: people::persons(db).await?.into_iter().map(|p| (p.id.0, p.name)).collect(),
        positions: people::positions(db).await?.into_iter().map(|p| (p.id.0, p.titled())).collect(),
        rooms: facility::rooms(db).await?.into_iter().map(|r| (r.id.0, r.name)).collect(),
        vehicles: facility::vehicles(db).await?.into_iter().map(|v| (v.id.0, v.plate)).collect(),
    };
    let mut sheet = folder.open("entries.csv")?;
    // A spreadsheet takes a file without this mark for one in its own old code page.
    sheet.put("\u{feff}".as_bytes())?;
    sheet.put(COLUMNS.join(",").as_bytes())?;
    sheet.put(b"\r\n")?;
    let mut after = 0;
    loop {
        let page = entry::Entity::find()
            .filter(entry::Column::Id.gt(after))
            .order_by_asc(entry::Column::Id)
            .limit(PAGE)
            .all(db)
            .await?;
        let Some(last) = page.last().map(|row| row.id) else { break };
        after = last;
        let ids: Vec<i64> = page.iter().map(|row| row.id).collect();
        let leaders =
            leader::Entity::find().filter(leader::Column::EntryId.is_in(ids.clone())).all(db).await?;
        let sites = site::Entity::find().filter(site::Column::EntryId.is_in(ids)).all(db).await?;
        for row in page {
            let uid = row.uid.clone();
            let cells = directory.cells(&uid, &rows::entry(row, &leaders, &sites)?);
            let line: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            sheet.put(line.join(",").as_bytes())?;
            sheet.put(b"\r\n")?;
            sheet.rows += 1;
        }
    }
    folder.close(sheet)
}

impl Directory {
    fn cells(&self, uid: &str, entry: &Entry) -> [String; COLUMNS.len()] {
        let vi = |word| Locale::Vi.say(word).to_owned();
        let of =
            |names: &Names, id: Option<i64>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        let plan = &entry.plan;
        let leaders: Vec<String> = plan
            .attending
            .iter()
            .map(|a| {
                format!("{} ({})", of(&self.positions, Some(a.position.0)), vi(words::leader_role(a.role)))
            })
            .collect();
        let sites: Vec<String> = plan.remote_sites.iter().map(|s| of(&self.units, Some(s.0))).collect();
        let halted = |word: &str, halt: &Halt| (word.to_owned(), halt.reason.clone());
        let (standing, reason) = match &entry.standing {
            Standing::Going => (String::new(), entry.reason.clone()),
            Standing::Postponed(halt) => halted("Hoãn", halt),
            Standing::Cancelled(halt) => halted("Hủy", halt),
        };
        let time =
            |time: Option<chrono::NaiveTime>| time.map(domain::calendar::spoken::time).unwrap_or_default();
        [
            uid.to_owned(),
            plan.date.to_string(),
            vi(words::part(plan.part)),
            time(plan.start),
            time(plan.end),
            vi(words::kind(plan.kind)),
            plan.content.clone(),
            leaders.join("; "),
            plan.participants.clone(),
            of(&self.units, plan.host_unit.map(|u| u.0)),
            of(&self.units, plan.preparing_unit.map(|u| u.0)),
            of(&self.rooms, plan.room.map(|r| r.0)),
            plan.place.clone(),
            vi(words::format(plan.format)),
            sites.join("; "),
            of(&self.persons, plan.office_leader.map(|p| p.0)),
            of(&self.persons, plan.specialist.map(|p| p.0)),
            of(&self.units, plan.division.map(|u| u.0)),
            of(&self.vehicles, plan.vehicle.map(|v| v.0)),
            vi(words::visibility(plan.visibility)),
            plan.public_wording.clone(),
            plan.note.clone(),
            of(&self.positions, plan.acting.map(|p| p.0)),
            plan.agreed.as_ref().map(|a| a.by.clone()).unwrap_or_default(),
            plan.agreed.as_ref().and_then(|a| a.at).map(|at| at.to_rfc3339()).unwrap_or_default(),
            standing,
            reason,
        ]
    }
}

/// A cell (RFC 4180). What a spreadsheet would calculate is text here.
fn quoted(cell: &str) -> String {
    let formula = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{formula}{}\"", cell.replace('"', "\"\""))
}
