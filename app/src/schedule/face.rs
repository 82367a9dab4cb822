//! What the board shows, apart from how: a face for each card, sorted by the places
//! they stand in. A change of the week draws those cards anew whose faces are others now,
//! and leaves the rest of the board, with its focus, alone.

use super::clash::{Alarm, Clashes};
use super::open::Open;
use domain::calendar::spoken;
use domain::schedule::conflict::place_of;
use domain::schedule::{
    Attending, Board, Directory, Entry, EntryKind, Format, LeaderRole, Mark, Place, Standing, Visibility,
};
use domain::{Actor, EntryId, Locale, words};
use leptos::prelude::*;
use std::collections::HashMap;

/// All that can be seen of an entry in the column of a leader.
#[derive(Clone, PartialEq)]
pub(super) struct Face {
    pub id: EntryId,
    pub start: String,
    pub end: Option<String>,
    pub content: String,
    pub location: String,
    /// The leader, for those who hear the board.
    pub leader: String,
    /// Who acts during a leave or a trip.
    pub acting: Option<String>,
    pub mark: Mark,
    /// Whether something is to be said of it, and how grave that is.
    pub alarm: Option<Alarm>,
    pub visibility: Visibility,
    pub format: Format,
    /// Work at the office, which fills a day that has nothing else.
    pub is_filler: bool,
    /// Whether the leader only attends.
    pub attends: bool,
    /// Whether the content says so itself.
    pub says_so: bool,
    /// Whether this person may carry it.
    pub may: bool,
    /// Whether it has hours that can be longer or shorter.
    pub is_timed: bool,
}

/// The faces of a board by their places, in the order in which they stand there.
pub(super) type Faces = HashMap<Place, Vec<Face>>;

/// The faces of the open week.
pub(super) fn faces(open: Open) -> Memo<Faces> {
    Memo::new(move |_| {
        let (locale, sieve) = (open.locale, open.sieve.get());
        let actor = open.actor.get_value();
        open.board.with(|board| {
            open.clashes.with(|clashes| {
                let shown = board.entries.iter().filter(|e| sieve.lets(e, clashes.of_entry(e.id).is_some()));
                let mut places = Faces::new();
                for entry in shown {
                    let plan = &entry.plan;
                    let mut put = |attending: Option<&Attending>| {
                        let leader = attending.map(|a| a.position);
                        let place = Place { date: plan.date, part: plan.part, leader };
                        let here = places.entry(place).or_default();
                        // Who is named twice has one card.
                        if here.last().is_none_or(|last| last.id != entry.id) {
                            here.push(face(locale, &actor, board, clashes, entry, attending));
                        }
                    };
                    if plan.attending.is_empty() {
                        put(None);
                    }
                    plan.attending.iter().for_each(|attending| put(Some(attending)));
                }
                places
            })
        })
    })
}

fn face(
    locale: Locale,
    actor: &Actor,
    board: &Board,
    clashes: &Clashes,
    entry: &Entry,
    attending: Option<&Attending>,
) -> Face {
    let plan = &entry.plan;
    let directory = &board.directory;
    let on = plan.positions();
    let is_filler = plan.kind == EntryKind::OfficeWork;
    let role = attending.map(|a| a.role);
    let attends = !is_filler
        && plan.attending.len() > 1
        && matches!(role, Some(LeaderRole::Attend | LeaderRole::Speak | LeaderRole::Substitute));
    let (start, end) = match (plan.start, plan.end) {
        (Some(start), end) => (spoken::time(start), end.map(|end| format!("- {}", spoken::time(end)))),
        _ => (words::hours(locale, None, None, plan.part), None),
    };
    Face {
        id: entry.id,
        start,
        end,
        content: plan.content.clone(),
        location: place_of(plan, directory),
        leader: attending.and_then(|a| named(directory, a.position)).unwrap_or_default(),
        acting: plan.acting.and_then(|acting| named(directory, acting)),
        mark: mark_of(entry, board.week.published.is_some()),
        alarm: clashes.of_entry(entry.id),
        visibility: plan.visibility,
        format: plan.format,
        is_filler,
        attends,
        says_so: plan.content.starts_with("Dự "),
        may: actor.may_arrange(&on, &on),
        is_timed: plan.start.is_some(),
    }
}

/// "CT Nguyễn Văn A".
pub(super) fn named(directory: &Directory, position: domain::PositionId) -> Option<String> {
    directory.leader(position).map(|l| format!("{} {}", l.short_title, l.person_name))
}

/// How an entry stands against the last publication.
pub(super) fn mark_of(entry: &Entry, published: bool) -> Mark {
    match &entry.standing {
        Standing::Postponed(_) => Mark::Postponed,
        Standing::Cancelled(_) => Mark::Cancelled,
        Standing::Going if entry.plan.attending.iter().any(|a| a.in_place_of.is_some()) => Mark::Delegated,
        Standing::Going if published && entry.published_in.is_none() => Mark::Added,
        Standing::Going if published && !entry.reason.is_empty() => Mark::Adjusted,
        Standing::Going => Mark::Kept,
    }
}
