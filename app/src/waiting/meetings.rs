//! What of meetings waits: proposals, deputies, legal days, papers, answers of units.

use super::card::{Card, Line, Tone};
use super::own::questions;
use super::words::*;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::waiting::Waiting;
use domain::words;

/// Proposals that wait for their chairs, and meetings that wait for a place.
pub(super) fn meetings(waiting: &Waiting) -> Card {
    let left = &waiting.meetings;
    let lines: Vec<Line> = [
        (left.proposed, PROPOSED, "/desk/meetings?state=proposed"),
        (left.unplaced, UNPLACED, "/desk/meetings?state=agreed"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, word, href)| Line {
        href: href.to_owned(),
        text: say(word).to_owned(),
        note: None,
        count: Some(count),
    })
    .collect();
    let count = Some(left.proposed + left.unplaced);
    Card {
        name: "meetings",
        title: MEETINGS,
        icon: "substitute",
        count,
        tone: Tone::Amber,
        lines,
        none: NO_MEETINGS,
    }
}

/// Deputies who wait for the chair's word, by meeting.
pub(super) fn deputies(waiting: &Waiting) -> Card {
    let left = &waiting.meetings.deputies;
    let lines: Vec<Line> = left
        .iter()
        .map(|left| Line {
            href: format!("/desk/meetings/{}#people", left.meeting),
            text: left.content.clone(),
            note: None,
            count: Some(left.count),
        })
        .collect();
    let count = Some(left.iter().map(|left| left.count).sum());
    Card {
        name: "deputies",
        title: DEPUTIES,
        icon: "substitute",
        count,
        tone: Tone::Amber,
        lines,
        none: NO_DEPUTIES,
    }
}

/// Legal days of meetings that are over or near.
pub(super) fn deadlines(waiting: &Waiting) -> Card {
    let locale = use_locale();
    let left = &waiting.meetings;
    let lines: Vec<Line> = left
        .red
        .iter()
        .chain(&left.amber)
        .map(|pressing| {
            let due = &pressing.deadline;
            let day = spoken::short_date(locale, due.latest);
            let mark = say(words::legal_mark(due.mark));
            Line {
                href: format!("/desk/meetings/{}", pressing.meeting),
                text: format!("{}: {}", say(words::legal(due.what)), pressing.content),
                note: Some(format!("{mark} · {} {day}", say(SEND_BY))),
                count: None,
            }
        })
        .collect();
    let count = u32::try_from(lines.len()).ok();
    let tone = if left.red.is_empty() { Tone::Amber } else { Tone::Red };
    Card { name: "deadlines", title: DEADLINES, icon: "clock", count, tone, lines, none: NO_DEADLINES }
}

/// Papers of meetings that have not come although their time is near or over.
pub(super) fn papers(waiting: &Waiting) -> Card {
    let left = &waiting.meetings.papers;
    let lines: Vec<Line> = left
        .iter()
        .map(|left| Line {
            href: format!("/desk/meetings/{}", left.meeting),
            text: left.content.clone(),
            note: (left.late > 0).then(|| format!("{} {}", left.late, say(PAPERS_LATE))),
            count: Some(left.late + left.soon),
        })
        .collect();
    let count = Some(left.iter().map(|left| left.late + left.soon).sum());
    let tone = if left.iter().any(|left| left.late > 0) { Tone::Red } else { Tone::Amber };
    Card { name: "papers", title: PAPERS, icon: "file", count, tone, lines, none: NO_PAPERS }
}

/// Questions that units have not answered although their day has come or is over.
pub(super) fn opinions(waiting: &Waiting) -> Card {
    questions(&waiting.meetings.opinions, |asked| {
        ("/desk/bodies#asked".to_owned(), format!("{}: {}", asked.unit_name, asked.content))
    })
}
