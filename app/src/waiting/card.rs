//! A card of the desk: a count, what it counts, and links to the places.

use super::words::WELL;
use crate::parts::Icon;
use crate::visit::say;
use domain::Word;
use leptos::prelude::*;

/// A line of a card: where it leads, and what it says.
pub struct Line {
    /// The address.
    pub href: String,
    /// What waits there.
    pub text: String,
    /// A remark behind it.
    pub note: Option<String>,
    /// How many.
    pub count: Option<u32>,
}

/// A card. Without lines all is well.
pub struct Card {
    /// Code name, for its heading.
    pub name: &'static str,
    /// What it counts.
    pub title: Word,
    /// Icon name.
    pub icon: &'static str,
    /// How many in all; not shown when it is not a count.
    pub count: Option<u32>,
    /// How it looks when something waits.
    pub tone: Tone,
    /// The places.
    pub lines: Vec<Line>,
    /// What it says without lines.
    pub none: Word,
}

/// How pressing a card is, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Something is late, or must not stay.
    Red,
    /// Something waits.
    Amber,
    /// Good to know.
    Plain,
}

impl Tone {
    fn code(self) -> Option<&'static str> {
        match self {
            Tone::Red => Some("red"),
            Tone::Amber => Some("amber"),
            Tone::Plain => None,
        }
    }
}

/// What waits as cards, the most pressing first; what is well as a short list below.
pub fn board(cards: Vec<Card>) -> AnyView {
    let (mut waiting, well): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|c| !c.lines.is_empty());
    waiting.sort_by_key(|card| card.tone);
    let well = (!well.is_empty()).then(|| {
        let lines = well.into_iter().map(|card| {
            view! { <li><Icon name="done"/> <span><b>{say(card.title)}</b> " " {say(card.none)}</span></li> }
        });
        view! { <ul class="well" aria-label=say(WELL)>{lines.collect_view()}</ul> }
    });
    view! { <div class="waiting">{waiting.into_iter().map(card).collect_view()}</div> {well} }.into_any()
}

fn card(card: Card) -> AnyView {
    let id = format!("waits-{}", card.name);
    let label = id.clone();
    let number = card.count.map(|count| view! { <b class="number">{count}</b> });
    let lines = card.lines.into_iter().map(|line| {
        let count = line.count.map(|count| view! { <b>{count}</b> " " });
        let note = line.note.map(|note| view! { <small>{note}</small> });
        view! { <li><a href=line.href>{count} {line.text}</a> {note}</li> }
    });
    view! {
        <section class="waits" data-tone=card.tone.code() aria-labelledby=label>
            <h2 id=id><Icon name=card.icon/> {say(card.title)} {number}</h2>
            <ul>{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
