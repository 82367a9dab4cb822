//! Desks that write without a pause, and what they may expect to find again.

use crate::client::Client;
use crate::house::House;
use chrono::NaiveDate;
use domain::EntryId;
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Board, Entry, EntryDraft, Save, Saved};
use serde_json::json;
use std::collections::HashMap;
use std::sync::mpsc::Sender;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// An entry as it was last acknowledged.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub version: i32,
    pub note: String,
}

/// What was acknowledged.
pub type Ledger = HashMap<EntryId, Known>;

/// The cookie of one of the demo's people.
pub fn sign_in(house: &House, who: &str) -> String {
    let form = format!("email={who}%40minhgiang.example&password=giao-ban-demo");
    let answer = house.client("").unwrap().post("/sign-in", FORM, &form).unwrap();
    assert_eq!(answer.status, 303, "signing in");
    answer.cookie.unwrap()
}

/// Writes an entry of its own and changes it again and again, telling what was
/// acknowledged. Returns what was under way when the connection broke.
pub fn write_until_cut(
    mut client: Client,
    day: NaiveDate,
    name: &str,
    tell: &Sender<(EntryId, Known)>,
) -> Save {
    let mut draft = EntryDraft {
        content: format!("Họp giao ban, {name}"),
        ..EntryDraft::blank(day, SessionPart::Morning, None)
    };
    let (mut id, mut seen) = (None, 0);
    loop {
        draft.note = format!("{name}, lần {}", seen + 1);
        let save = Save { id, seen, draft: draft.clone(), ..Save::default() };
        let body = json!({ "save": save }).to_string();
        let Ok(answer) = client.post("/api/schedule/save_entry", JSON, &body) else {
            return save;
        };
        assert_eq!(answer.status, 200, "{}", answer.text());
        let Saved { entry, .. } = serde_json::from_slice(&answer.body).unwrap();
        (id, seen) = (Some(entry.id), entry.version);
        tell.send((entry.id, known(&entry))).unwrap();
    }
}

/// Every acknowledged entry is there as it was acknowledged, or as the save that was
/// under way wanted it; nothing else is there. The ledger takes over what is found.
pub fn compare(house: &House, cookie: &str, week: IsoWeek, ledger: &mut Ledger, under_way: &[Save]) {
    let question = json!({ "week": week }).to_string();
    let answer = house.client(cookie).unwrap().post("/api/schedule/board", JSON, &question).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text());
    let board: Board = serde_json::from_slice(&answer.body).unwrap();
    let found: Ledger = board.entries.iter().map(|entry| (entry.id, known(entry))).collect();
    for (id, known) in ledger.iter() {
        assert!(found.contains_key(id), "{known:?} was acknowledged and is gone");
    }
    for (id, found) in &found {
        let was_under_way = under_way.iter().any(|save| {
            save.id.is_none_or(|saved| saved == *id)
                && save.seen + 1 == found.version
                && save.draft.note == found.note
        });
        let was_acknowledged = ledger.get(id) == Some(found);
        assert!(
            was_acknowledged || was_under_way,
            "found {found:?}, but {:?} was acknowledged and {under_way:?} was under way",
            ledger.get(id)
        );
    }
    *ledger = found;
}

fn known(entry: &Entry) -> Known {
    Known { version: entry.version, note: entry.plan.note.clone() }
}
