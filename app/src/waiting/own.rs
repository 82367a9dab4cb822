//! What waits for somebody themselves: invitations, items to agree to.

use super::card::{Card, Line, Tone};
use super::words::*;
use crate::visit::{say, use_actor};
use domain::Deed;
use domain::waiting::Own;

/// The cards that this person can have.
pub(super) fn cards(own: &Own) -> Vec<Card> {
    let actor = use_actor();
    let cards = [
        (actor.can(Deed::AgreeItem), agreements(own)),
        (actor.can(Deed::AnswerInvitation), invitations(own)),
    ];
    cards.into_iter().filter(|(may, _)| *may).map(|(_, card)| card).collect()
}

/// Items that wait for the head of the unit.
fn agreements(own: &Own) -> Card {
    let line = |(item, content): &(domain::ItemId, String)| Line {
        href: format!("/desk/bodies?item={item}"),
        text: content.clone(),
        note: None,
        count: None,
    };
    Card {
        name: "agreements",
        title: AGREEMENTS,
        icon: "check",
        count: Some(own.counts().agreements),
        tone: Tone::Amber,
        lines: own.agreements.iter().map(line).collect(),
        none: NO_AGREEMENTS,
    }
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
