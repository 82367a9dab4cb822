//! What of weeks waits: conflicts, days for citizens, what is handed on, approved and
//! published.

use super::card::{Card, Line, Tone};
use super::words::*;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{ReceptionDue, WeekState};
use domain::waiting::{Waiting, WeekLeft};
use domain::words;

/// "Tuần 50 (tuần sau)", "Tuần 3/2027" in another year than the present one.
pub(super) fn name(waiting: &Waiting, week: IsoWeek) -> String {
    let near = match week {
        week if week == waiting.this_week => format!(" ({})", say(THIS_WEEK)),
        week if week == waiting.this_week.next() => format!(" ({})", say(NEXT_WEEK)),
        _ => String::new(),
    };
    format!("{} {}{near}", say(WEEK), spoken::week_seen(week, waiting.this_week))
}

pub(super) fn conflicts(waiting: &Waiting) -> Card {
    let with: Vec<&WeekLeft> = waiting.weeks.iter().filter(|left| left.conflicts > 0).collect();
    let lines = with
        .iter()
        .map(|left| Line {
            href: format!("/desk/weeks/{}", left.week.iso),
            text: name(waiting, left.week.iso),
            note: (left.own_conflicts > 0).then(|| format!("{} {}", left.own_conflicts, say(OWN))),
            count: Some(left.conflicts),
        })
        .collect();
    let count = with.iter().map(|left| left.conflicts).sum();
    Card {
        name: "conflicts",
        title: CONFLICTS,
        icon: "warning",
        count: Some(count),
        tone: Tone::Red,
        lines,
        none: NO_CONFLICTS,
    }
}

/// Days on which citizens should be received and that nobody planned.
pub(super) fn receptions(waiting: &Waiting) -> Card {
    let locale = use_locale();
    let of_week = |left: &WeekLeft| {
        let (iso, text) = (left.week.iso, name(waiting, left.week.iso));
        let line = move |due: &ReceptionDue| Line {
            href: format!("/desk/weeks/{iso}?new={}.morning.{}", due.due, due.position),
            text: format!("{text}: {}", due.name),
            note: Some(spoken::long_date(locale, due.due)),
            count: None,
        };
        left.receptions.iter().map(line).collect::<Vec<_>>()
    };
    let lines: Vec<Line> = waiting.weeks.iter().flat_map(of_week).collect();
    let count = u32::try_from(lines.len()).ok();
    Card {
        name: "receptions",
        title: RECEPTIONS,
        icon: "people",
        count,
        tone: Tone::Amber,
        lines,
        none: NO_RECEPTIONS,
    }
}

/// The next week, until it is handed on, with its hour; and weeks that came back.
pub(super) fn submission(waiting: &Waiting) -> Card {
    let due = format!("{} {}", say(SUBMIT_BY), spoken::date_time(waiting.submit_by));
    let is_next = |left: &WeekLeft| left.week.iso == waiting.this_week.next();
    let lines: Vec<Line> = waiting
        .weeks
        .iter()
        .filter(|left| left.week.state == WeekState::Building)
        .filter_map(|left| {
            let back = (!left.week.returned.is_empty())
                .then(|| format!("{}: {}", say(RETURNED), left.week.returned));
            let wait = (is_next(left) && left.week.published.is_none()).then(|| match left.overdue {
                true => format!("{} ({due})", say(OVERDUE)),
                false => format!("{} · {due}", say(NOT_SUBMITTED)),
            });
            let note = [wait, back].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (!note.is_empty()).then(|| Line {
                href: format!("/desk/weeks/{}", left.week.iso),
                text: name(waiting, left.week.iso),
                note: Some(note),
                count: None,
            })
        })
        .collect();
    let overdue = waiting.weeks.iter().filter(|left| left.overdue).count();
    let tone = if overdue > 0 { Tone::Red } else { Tone::Plain };
    let count = u32::try_from(overdue).ok().filter(|overdue| *overdue > 0);
    Card { name: "submit", title: SUBMIT, icon: "clock", count, tone, lines, none: NOTHING_TO_SUBMIT }
}

/// Weeks that the Chief of Office has.
pub(super) fn approval(waiting: &Waiting, chief: bool) -> Card {
    let handed_on = |left: &&WeekLeft| matches!(left.week.state, WeekState::Submitted | WeekState::Approved);
    let lines: Vec<Line> = waiting
        .weeks
        .iter()
        .filter(handed_on)
        .map(|left| {
            let by = left.week.stepped.as_ref().map(|(by, at)| {
                let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
                format!("{by}, {at}")
            });
            let state = say(words::week_state(left.week.state));
            Line {
                href: format!("/desk/weeks/{}/review", left.week.iso),
                text: name(waiting, left.week.iso),
                note: Some(match by {
                    Some(by) => format!("{state} · {by}"),
                    None => state.to_owned(),
                }),
                count: None,
            }
        })
        .collect();
    // What waits for somebody else is not counted, as in the title of the page.
    let count = u32::try_from(lines.len()).ok().filter(|_| chief);
    let (title, none, tone) = match chief {
        true => (APPROVE, NOTHING_TO_APPROVE, Tone::Amber),
        false => (HANDED_ON, NOTHING_HANDED_ON, Tone::Plain),
    };
    Card { name: "approve", title, icon: "publish", count, tone, lines, none }
}

pub(super) fn unpublished(waiting: &Waiting) -> Card {
    let with: Vec<&WeekLeft> = waiting.weeks.iter().filter(|left| left.unpublished > 0).collect();
    let lines = with
        .iter()
        .map(|left| Line {
            href: format!("/desk/weeks/{}/review", left.week.iso),
            text: name(waiting, left.week.iso),
            note: None,
            count: Some(left.unpublished),
        })
        .collect();
    let count = with.iter().map(|left| left.unpublished).sum();
    Card {
        name: "unpublished",
        title: UNPUBLISHED,
        icon: "compare",
        count: Some(count),
        tone: Tone::Amber,
        lines,
        none: NO_UNPUBLISHED,
    }
}
