//! The board on the page. It is drawn as text once, by the server or by the browser; after
//! a change only the places are drawn again whose faces are others now, and the rest of the
//! board, with its focus, is left alone.

use super::drawing::Drawing;
use super::face::{Faces, faces};
use super::open::Open;
use super::sieve::Sieve;
use super::skeleton::{Skeleton, skeleton};
use crate::later::{is_taking_over, soon};
use domain::EntryId;
use leptos::html::Div;
use leptos::prelude::*;

/// The whole board.
pub(super) fn grid(open: Open) -> AnyView {
    let (skeleton, faces) = (skeleton(open), faces(open));
    let here = NodeRef::new();
    let written = Written::now(open);
    let drawn = (!is_taking_over()).then(|| {
        skeleton.with_untracked(|skeleton| {
            faces.with_untracked(|faces| Drawing { open, skeleton, faces }.board())
        })
    });
    soon(move || {
        keep_drawn(open, here, skeleton, faces, &written);
        keep_marked(open, written);
    });
    view! { <div class="board-box" node_ref=here inner_html=drawn></div> }.into_any()
}

/// What the board was written with.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "the server writes once"))]
struct Written {
    version: i32,
    sieve: Sieve,
    current: Option<EntryId>,
    chosen: Vec<EntryId>,
}

impl Written {
    fn now(open: Open) -> Self {
        Self {
            version: open.board.with_untracked(|b| b.week.version),
            sieve: open.sieve.get_untracked(),
            current: open.panel.get_untracked().entry(),
            chosen: open.chosen.get_untracked(),
        }
    }
}

/// The server draws once.
#[cfg(not(feature = "hydrate"))]
fn keep_drawn(_: Open, _: NodeRef<Div>, _: Memo<Skeleton>, _: Memo<Faces>, _: &Written) {}

#[cfg(not(feature = "hydrate"))]
fn keep_marked(_: Open, _: Written) {}

/// Draws again what is another now.
#[cfg(feature = "hydrate")]
fn keep_drawn(
    open: Open,
    here: NodeRef<Div>,
    skeleton: Memo<Skeleton>,
    faces: Memo<Faces>,
    written: &Written,
) {
    let now = Written::now(open);
    let is_as_written = now.version == written.version && now.sieve == written.sieve;
    use super::dom::cell_of;
    use std::collections::HashSet;
    Effect::new(move |before: Option<(Skeleton, Faces)>| {
        let now = (skeleton.get(), faces.get());
        let drawing = Drawing { open, skeleton: &now.0, faces: &now.1 };
        match &before {
            None if is_as_written => {}
            Some((skeleton, faces)) if *skeleton == now.0 => {
                let places: HashSet<_> = faces.keys().chain(now.1.keys()).collect();
                for place in places.into_iter().filter(|place| faces.get(place) != now.1.get(place)) {
                    if let Some((cell, inside)) = cell_of(*place).zip(drawing.place(*place)) {
                        cell.set_inner_html(&inside);
                    }
                }
            }
            _ => {
                if let Some(here) = here.get_untracked() {
                    here.set_inner_html(&drawing.board());
                }
            }
        }
        if before.is_none_or(|(skeleton, _)| skeleton != now.0) {
            super::ahead::lay_out();
        }
        now
    });
}

/// Shows which card the panel is about, and which are chosen.
#[cfg(feature = "hydrate")]
fn keep_marked(open: Open, written: Written) {
    use super::dom::entry_of;
    use crate::dom::among;
    Effect::new(move |before: Option<()>| {
        let (current, chosen) = (open.panel.get().entry(), open.chosen.get());
        if before.is_none() && current == written.current && chosen == written.chosen {
            return;
        }
        for card in among(".board .card") {
            let Some((id, _)) = entry_of(&card) else { continue };
            let mark = |name: &str, value: &str, is_so: bool| {
                let _ = match is_so {
                    true => card.set_attribute(name, value),
                    false => card.remove_attribute(name),
                };
            };
            mark("aria-current", "true", current == Some(id));
            mark("data-chosen", "", chosen.contains(&id));
        }
    });
}
