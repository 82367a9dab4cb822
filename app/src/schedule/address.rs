//! Addresses of the board: which panel stands open beside it.
//!
//! `?entry=12`, `?new=2026-12-08.morning.5`, `?copy=12`, `?history=12`,
//! `?move=12`, `?postpone=12`, `?cancel=12`, `?resume=12`, `?remove=12`,
//! `?return`, `?remark`. What cannot be read leaves the panel closed.

use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::{EntryId, PositionId};
use leptos_router::params::ParamsMap;

/// What stands beside the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Panel {
    /// Nothing.
    #[default]
    Closed,
    /// The form of a new entry for a leader's part of a day.
    New(Option<NaiveDate>, SessionPart, Option<PositionId>),
    /// The form of an entry.
    Entry(EntryId),
    /// The form of a new entry that begins like another one.
    Copy(EntryId),
    /// What was done to an entry.
    History(EntryId),
    /// A short form of one deed.
    Ask(Ask, EntryId),
    /// Returning the week, with a reason.
    Return,
    /// The line under the title.
    Remark,
}

/// Deeds with a short form of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Ask {
    Move,
    Postpone,
    Cancel,
    Resume,
    Remove,
}

impl Ask {
    const ALL: [(&str, Ask); 5] = [
        ("move", Ask::Move),
        ("postpone", Ask::Postpone),
        ("cancel", Ask::Cancel),
        ("resume", Ask::Resume),
        ("remove", Ask::Remove),
    ];
}

impl Panel {
    /// Reads the query of an address.
    pub fn of(query: &ParamsMap) -> Self {
        let id = |name: &str| query.get(name).and_then(|v| v.parse().ok()).map(EntryId);
        if let Some(id) = id("entry") {
            return Panel::Entry(id);
        }
        if let Some(at) = query.get("new") {
            let mut at = at.split('.');
            let date = at.next().and_then(|d| d.parse().ok());
            let part = at.next().and_then(SessionPart::of_code);
            let leader = at.next().and_then(|l| l.parse().ok());
            return Panel::New(date, part.unwrap_or(SessionPart::Morning), leader);
        }
        if let Some(id) = id("copy") {
            return Panel::Copy(id);
        }
        if let Some(id) = id("history") {
            return Panel::History(id);
        }
        for (name, ask) in Ask::ALL {
            if let Some(id) = id(name) {
                return Panel::Ask(ask, id);
            }
        }
        if query.get("return").is_some() {
            Panel::Return
        } else if query.get("remark").is_some() {
            Panel::Remark
        } else {
            Panel::Closed
        }
    }

    /// The entry that the panel is about, when it is on the board.
    pub fn entry(self) -> Option<EntryId> {
        match self {
            Panel::Entry(id) | Panel::History(id) | Panel::Ask(_, id) => Some(id),
            _ => None,
        }
    }
}

/// The address of a week's board.
pub(super) fn board(week: IsoWeek) -> String {
    format!("/desk/weeks/{week}")
}
