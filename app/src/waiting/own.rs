//! What waits for somebody themselves: requests that came back, invitations, items to agree
//! to, questions to answer, papers to send.

use super::card::{Card, Line, Tone};
use super::words::*;
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::calendar::spoken;
use domain::meeting::{Asked, Mark, Owed};
use domain::waiting::Own;
use domain::{Deed, words};

/// The cards that this person can have.
pub(super) fn cards(own: &Own) -> Vec<Card> {
    let actor = use_actor();
    let cards = [
        (actor.can(Deed::RegisterRequest), requests(own)),
        (!own.proposals.is_empty(), proposals(own)),
        (actor.can(Deed::AgreeItem), agreements(own)),
        (actor.can(Deed::AnswerInvitation), invitations(own)),
        (actor.answers_for().is_some(), opinions(own)),
        (actor.speaks_for().is_some(), papers(own)),
    ];
    cards.into_iter().filter(|(may, _)| *may).map(|(_, card)| card).collect()
}

/// Requests of the unit that came back to be completed.
fn requests(own: &Own) -> Card {
    Card {
        name: "returned",
        title: SENT_BACK,
        icon: "undo",
        count: Some(own.counts().requests),
        tone: Tone::Amber,
        lines: named(&own.requests, |request| format!("/desk/requests?edit={request}")),
        none: NONE_SENT_BACK,
    }
}

/// Proposals that wait for the word of the person as their chair.
fn proposals(own: &Own) -> Card {
    Card {
        name: "proposals",
        title: PROPOSALS,
        icon: "substitute",
        count: Some(own.counts().proposals),
        tone: Tone::Amber,
        lines: named(&own.proposals, |meeting| format!("/desk/meetings/{meeting}")),
        none: NO_PROPOSALS,
    }
}

/// Items that wait for the head of the unit.
fn agreements(own: &Own) -> Card {
    Card {
        name: "agreements",
        title: AGREEMENTS,
        icon: "check",
        count: Some(own.counts().agreements),
        tone: Tone::Amber,
        lines: named(&own.agreements, |item| format!("/desk/bodies?item={item}")),
        none: NO_AGREEMENTS,
    }
}

/// A line for each of what waits, with what it is about.
fn named<Id>(all: &[(Id, String)], address: impl Fn(&Id) -> String) -> Vec<Line> {
    let line = |(id, content): &(Id, String)| Line {
        href: address(id),
        text: content.clone(),
        note: None,
        count: None,
    };
    all.iter().map(line).collect()
}

/// Invitations to be answered, and deputies to decide about.
fn invitations(own: &Own) -> Card {
    let line = Line {
        href: "/desk/invitations".to_owned(),
        text: say(TO_INVITATIONS).to_owned(),
        note: None,
        count: None,
    };
    Card {
        name: "invitations",
        title: INVITATIONS,
        icon: "file",
        count: Some(own.invitations),
        tone: Tone::Amber,
        lines: (own.invitations > 0).then_some(line).into_iter().collect(),
        none: NO_INVITATIONS,
    }
}

/// Questions that the unit was asked, with the day of the answer.
fn opinions(own: &Own) -> Card {
    let link = |asked: &Asked| (format!("/desk/bodies?answer={}", asked.id), asked.content.clone());
    Card { name: "opinions", title: OPINIONS, none: NO_OPINIONS, ..questions(&own.opinions, link) }
}

/// A card of questions to units; `link` is where a line leads and what it says first.
pub(super) fn questions(all: &[Asked], link: impl Fn(&Asked) -> (String, String)) -> Card {
    let (today, locale) = (use_today(), use_locale());
    let line = |asked: &Asked| {
        let (href, text) = link(asked);
        let late = asked.is_late(today).then(|| say(OVERDUE).to_owned());
        let due = format!("{} {}", say(DUE), spoken::short_date(locale, asked.due));
        let note = late.into_iter().chain([due, asked.question.clone()]).collect::<Vec<_>>().join(" · ");
        Line { href, text, note: Some(note), count: None }
    };
    Card {
        name: "asked",
        title: ASKED,
        icon: "unit",
        count: u32::try_from(all.len()).ok(),
        tone: if all.iter().any(|asked| asked.is_late(today)) { Tone::Red } else { Tone::Amber },
        lines: all.iter().map(line).collect(),
        none: NO_ASKED,
    }
}

/// Papers that the unit owes, with their time.
fn papers(own: &Own) -> Card {
    let locale = use_locale();
    let line = |owed: &Owed| {
        let due = owed.material.plan.due.map(|due| {
            let at = spoken::date_time(due.with_timezone(&words::vietnam()).naive_local());
            format!("{}, {} {at}", say(words::material_mark(owed.material.mark)), say(DUE))
        });
        let of = format!("{} ({})", owed.content, spoken::short_date(locale, owed.date));
        Line {
            href: format!("/desk/papers?send={}", owed.material.id),
            text: owed.material.plan.title.clone(),
            note: Some(due.into_iter().chain([of]).collect::<Vec<_>>().join(" · ")),
            count: None,
        }
    };
    let has = |mark| own.papers.iter().any(|owed| owed.material.mark == mark);
    let tone = match () {
        () if has(Mark::Red) => Tone::Red,
        () if has(Mark::Amber) => Tone::Amber,
        () => Tone::Plain,
    };
    Card {
        name: "owed",
        title: OWED,
        icon: "copy",
        count: Some(own.counts().papers),
        tone,
        lines: own.papers.iter().map(line).collect(),
        none: NOTHING_OWED,
    }
}
