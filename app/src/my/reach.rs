//! Whom to call about an entry, and the way to it: links that a phone knows what to do
//! with. Nothing is asked of anybody before a link is pressed.

use super::tell::{dialled, roads};
use super::words::*;
use crate::parts::Icon;
use crate::visit::say;
use domain::people::Position;
use domain::schedule::PublishedEntry;
use leptos::prelude::*;

/// The work telephones of the week, the rooms to which nobody needs a map, and who reads.
#[derive(Clone, Default)]
pub(super) struct Book {
    /// Names and telephones of those who look after entries.
    pub contacts: Vec<(String, String)>,
    /// Names of the Office's rooms.
    pub rooms: Vec<String>,
    /// The posts of whoever reads.
    pub posts: Vec<Position>,
}

impl Book {
    /// Whether the entries are those of many leaders, so that each says whose it is.
    pub fn is_of_many(&self) -> bool {
        self.posts.is_empty()
    }

    /// Who looks after the entry and has a telephone: the specialist knows most.
    fn callable(&self, entry: &PublishedEntry) -> Vec<(String, String)> {
        let names = [&entry.backstage.specialist, &entry.backstage.office_leader];
        let known = |name: &&String| self.contacts.iter().find(|(known, _)| known == *name).cloned();
        names.iter().filter_map(known).collect()
    }

    /// A map for places outside of the building.
    fn map(&self, place: &str) -> Option<String> {
        if self.rooms.iter().any(|room| place.starts_with(room.as_str())) { None } else { roads(place) }
    }
}

/// The links of an entry; nothing when there are none. `first` are called before others.
pub(super) fn reach(book: &Book, entry: &PublishedEntry, first: Option<(String, String)>) -> Option<AnyView> {
    let secretary = first.map(|(name, phone)| call(&name, &phone, say(CALL).to_owned()));
    let calls: Vec<AnyView> = book
        .callable(entry)
        .iter()
        .map(|(name, phone)| call(name, phone, format!("{} {}", say(CALL_NAMED), last_word(name))))
        .collect();
    let map = book.map(&entry.published.face.place).map(|href| {
        view! {
            <a class="button" href=href rel="external noopener noreferrer" target="_blank">
                <Icon name="place"/>
                {say(MAP)}
            </a>
        }
    });
    if secretary.is_none() && calls.is_empty() && map.is_none() {
        return None;
    }
    Some(view! { <div class="reach">{secretary} {calls} {map}</div> }.into_any())
}

fn call(name: &str, phone: &str, text: String) -> AnyView {
    let label = format!("{text} ({name}, {phone})");
    view! {
        <a class="button call" href=format!("tel:{}", dialled(phone)) aria-label=label>
            <Icon name="phone"/>
            {text}
        </a>
    }
    .into_any()
}

/// Vietnamese people are called by the last word of their name.
fn last_word(name: &str) -> &str {
    name.split_whitespace().last().unwrap_or_default()
}
