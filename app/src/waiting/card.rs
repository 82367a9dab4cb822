//! A card of the desk: a count, what it counts, and links to the places.

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

/// A card. Without lines it says that all is well.
#[component]
pub fn Card(
    /// Code name, for its heading.
    name: &'static str,
    /// What it counts.
    title: Word,
    /// Icon name.
    icon: &'static str,
    /// How many in all; not shown when it is not a count.
    #[prop(optional_no_strip)]
    count: Option<u32>,
    /// `amber`, `red` or empty: how it looks when something waits.
    #[prop(default = "amber")]
    tone: &'static str,
    /// The places.
    lines: Vec<Line>,
    /// What it says without lines.
    none: Word,
) -> impl IntoView {
    let waits = !lines.is_empty();
    let id = format!("waits-{name}");
    let label = id.clone();
    let number = count.filter(|_| waits).map(|count| view! { <b class="number">{count}</b> });
    let lines = lines.into_iter().map(|line| {
        let count = line.count.map(|count| view! { <b>{count}</b> " " });
        let note = line.note.map(|note| view! { <small>{note}</small> });
        view! { <li><a href=line.href>{count} {line.text}</a> {note}</li> }
    });
    view! {
        <section class="waits" data-tone=(waits && !tone.is_empty()).then_some(tone) aria-labelledby=label>
            <h2 id=id><Icon name=icon/> {say(title)} {number}</h2>
            {if waits {
                view! { <ul>{lines.collect_view()}</ul> }.into_any()
            } else {
                view! { <p class="soft"><Icon name="done"/> " " {say(none)}</p> }.into_any()
            }}
        </section>
    }
}
